//! Tokens in whatever was pasted: nobody has to clean up a token before pasting it, and what only looks like one is
//! left alone.

mod support;

use jwt_inspector::jose::base64url::encode;
use jwt_inspector::jose::extract::{
    Extracted, MAX_FOUND, Paste, Undone, UnverifiedSummary, extract, kind_of_paste,
};
use jwt_inspector::jose::verdict::Kind;
use jwt_inspector::words::extract as words;
use proptest::prelude::*;
use support::{NOW, cases, pasted};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// The tokens of the tables, by the name they have there.
fn token(name: &str) -> String {
    let of = |header: &str, payload: &str, bytes: usize| {
        let signature: Vec<u8> = (0..bytes).map(|byte| (byte * 37 + 250) as u8).collect();
        [header.as_bytes(), payload.as_bytes(), &signature]
            .map(encode)
            .join(".")
    };
    let claims = r#"{"iss":"https://issuer.example","sub":"ann","exp":2000000300}"#;
    match name {
        "jwt" => of(r#"{"alg":"HS256","typ":"JWT"}"#, claims, 32),
        "other" => of(r#"{"alg":"ES256","typ":"at+jwt"}"#, r#"{"sub":"bob"}"#, 64),
        "rsa" => of(r#"{"alg":"RS256","kid":"2026-11"}"#, claims, 256),
        "unsigned" => of(r#"{"alg":"none"}"#, claims, 0),
        "zipped" => of(r#"{"alg":"ES256","zip":"DEF"}"#, "\u{1}\u{80}\u{7f}", 64),
        "detached" => of(r#"{"alg":"HS256"}"#, "", 32),
        "newline" => of("{\n  \"alg\": \"HS256\"\n}", claims, 32),
        "crlf" => of("{\r\n\t\"alg\": \"HS256\"\r\n}", claims, 32),
        "space" => of(r#"{ "alg": "HS256" }"#, claims, 32),
        "indented" => of(r#"  {"alg":"HS256"}"#, claims, 32),
        "unknown" => of(r#"{"alg":"ML-DSA-44"}"#, claims, 240),
        "short" => of(r#"{"alg":"HS256"}"#, claims, 20),
        "jwe" => {
            let header = encode(br#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#);
            let parts =
                [vec![7; 256], vec![8; 12], vec![9; 90], vec![10; 16]].map(|part| encode(&part));
            format!("{header}.{}", parts.join("."))
        }
        "direct" => {
            let header = encode(br#"{"alg":"dir","enc":"A128CBC-HS256"}"#);
            let parts = [vec![8; 16], vec![9; 64], vec![10; 16]].map(|part| encode(&part));
            format!("{header}..{}", parts.join("."))
        }
        "sd" => {
            let [name, age] = [r#"["c2FsdA","name","Ann"]"#, r#"["c2FsdDI","age",41]"#]
                .map(|disclosure| encode(disclosure.as_bytes()));
            format!(
                "{}~{name}~{age}~",
                of(r#"{"alg":"ES256","typ":"dc+sd-jwt"}"#, claims, 64)
            )
        }
        "bound" => {
            let binding = of(r#"{"alg":"ES256","typ":"kb+jwt"}"#, r#"{"nonce":"n"}"#, 64);
            token("sd") + &binding
        }
        _ => panic!("no token {name}"),
    }
}

/// What becomes of a token on its way, by the sign it has in the tables.
fn on_its_way(token: &str, how: &str) -> String {
    let lines = |width: usize, between: &str| {
        let lines: Vec<&str> = token
            .as_bytes()
            .chunks(width)
            .map(|line| std::str::from_utf8(line).expect("ASCII"))
            .collect();
        lines.join(between)
    };
    match how {
        "%" => token.replace('.', "%2E").replace('~', "%7e"),
        "%%" => token.replace('.', "%252E").replace('~', "%257E"),
        "all%" => token.bytes().map(|byte| format!("%{byte:02x}")).collect(),
        "lines" => lines(64, "\n"),
        "dots" => token.replace('.', ".\r\n"),
        "mail" => lines(70, "\r\n> "),
        "answers" => lines(40, "\n>> > "),
        "indent" => lines(60, "\n      "),
        "printable" => lines(75, "=\r\n"),
        "hyphens" => lines(50, "-\n"),
        "shell" => lines(50, "\\\n"),
        "caret" => lines(50, "^\r\n"),
        "plus" => lines(50, "\" +\n    \""),
        "json-n" => lines(64, "\\n"),
        "json-u" => token.replace('.', "\\u002e").replace('J', "\\u004A"),
        "soft" => lines(20, "\u{ad}"),
        "zero" => lines(33, "\u{200b}\u{feff}"),
        _ => panic!("nothing becomes of a token by {how}"),
    }
}

/// Text in which `«jwt»` stands for a token, and `«jwt|lines»` for what became of it.
fn filled(text: &str) -> String {
    let mut pieces = text.split(['«', '»']);
    let mut filled = pieces.next().unwrap_or("").to_owned();
    while let Some(name) = pieces.next() {
        filled += &match name.split_once('|') {
            Some((name, how)) => on_its_way(&token(name), how),
            None => token(name),
        };
        filled += pieces.next().unwrap_or("");
    }
    filled
}

/// What is pasted, its text, and the names of the tokens to be found in it.
#[rustfmt::skip]
const PASTES: &[(&str, &str, &str)] = &[
    // HTTP
    ("a header", "Authorization: Bearer «jwt»", "jwt"),
    ("a header in small letters", "authorization: bearer «jwt»\r\n", "jwt"),
    ("a header without a scheme", "Authorization: «jwt»", "jwt"),
    ("a header of DPoP", "Authorization: DPoP «jwt»\r\nDPoP: «other»", "jwt other"),
    ("a header of its own", "X-Amzn-Oidc-Data: «other»", "other"),
    ("a request", "GET /me?page=2 HTTP/1.1\r\nHost: api.example.com\r\nAuthorization: Bearer «jwt»\r\nAccept: */*\r\n\r\n", "jwt"),
    ("a response", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"access_token\":\"«jwt»\",\"token_type\":\"Bearer\"}", "jwt"),
    ("a form", "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=«rsa»&scope=read", "rsa"),
    ("a form, encoded", "client_assertion=«rsa|%»&client_id=me", "rsa"),
    // Commands
    ("curl", "curl https://api.example/v1.2.3 -H 'Authorization: Bearer «jwt»'", "jwt"),
    ("curl, double quotes", "curl -H \"Authorization: Bearer «jwt»\" https://api.example", "jwt"),
    ("curl over lines", "curl 'https://api.example/' \\\n  -H 'accept: */*' \\\n  -H 'authorization: Bearer «jwt»' \\\n  --compressed", "jwt"),
    ("curl of Windows", "curl ^\"https://api.example/^\" ^\r\n  -H ^\"authorization: Bearer «jwt»^\" ^\r\n  --compressed", "jwt"),
    ("curl, as bash quotes", "curl --data-raw $'{\\u0021\"id_token\":\"«jwt»\"}' https://api.example", "jwt"),
    ("curl with a cookie", "curl -b 'theme=dark; session=«jwt»' https://a.example", "jwt"),
    ("curl with data", "curl -d '{\"token\":\"«jwt»\"}' -H 'Authorization: Bearer «other»' https://a.example", "jwt other"),
    ("curl with an option", "curl --oauth2-bearer «jwt» https://a.example", "jwt"),
    ("curl, the token over lines", "curl -H \"Authorization: Bearer «jwt|shell»\" https://a.example", "jwt"),
    ("curl of Windows, the token over lines", "curl -H \"Authorization: Bearer «rsa|caret»\" https://a.example", "rsa"),
    ("PowerShell", "Invoke-RestMethod -Uri https://a.example `\n -Headers @{ Authorization = \"Bearer «jwt»\" }", "jwt"),
    ("HTTPie", "http GET a.example 'Authorization:Bearer «jwt»'", "jwt"),
    ("the environment", "export TOKEN=«jwt»\necho $TOKEN", "jwt"),
    // Cookies
    ("cookies", "Cookie: _ga=GA1.2.1.1; session=«jwt»; theme=dark", "jwt"),
    ("a cookie that is set", "Set-Cookie: __Host-id=«jwt»; Path=/; Secure; HttpOnly", "jwt"),
    ("a cookie in code", "document.cookie = \"id=«jwt»; path=/\"", "jwt"),
    // Addresses
    ("an address", "https://app.example/cb?id_token=«jwt»&state=xyz", "jwt"),
    ("a fragment", "https://app.example/cb#access_token=«jwt»&id_token=«other»&expires_in=3600", "jwt other"),
    ("a path", "https://app.example/verify/«jwt»/confirm", "jwt"),
    ("an address in an address", "https://a.example/login?next=https%3A%2F%2Fb.example%2F%3Ftoken%3D«jwt»%26x%3D1", "jwt"),
    ("an address, encoded", "https://a.example/?t=«jwt|%»", "jwt"),
    ("an address, encoded twice", "https://a.example/?u=https%253A%252F%252Fb%253Ft%253D«sd|%%»%2526x", "sd"),
    ("an address, every character encoded", "https://a.example/?t=«jwt|all%»&x", "jwt"),
    ("a link in Markdown", "[confirm](https://a.example/?t=«jwt»).", "jwt"),
    ("a link in HTML", "<a href=\"https://a.example/?x=1&amp;t=«jwt»\">here</a>", "jwt"),
    // JSON
    ("JSON", "{\"access_token\":\"«jwt»\",\"expires_in\":3600}", "jwt"),
    ("JSON with all three", "{\n \"access_token\": \"«jwt»\",\n \"id_token\": \"«other»\",\n \"refresh_token\": \"«direct»\"\n}", "jwt other direct"),
    ("JSON, nested", "{\"data\":{\"session\":{\"tokens\":[\"x\",\"«jwt»\"]}}}", "jwt"),
    ("JSON in JSON", "{\"body\":\"{\\\"access_token\\\":\\\"«jwt»\\\"}\"}", "jwt"),
    ("JSON with escapes", "{\"token\":\"«jwt|json-u»\"}", "jwt"),
    ("JSON with line breaks", "{\"token\":\"«rsa|json-n»\\n\"}", "rsa"),
    ("JSON that is cut off", "{\"user\":{\"id\":1},\"token\":\"«jwt»\",\"us", "jwt"),
    // Code and settings
    ("JavaScript", "const token = '«jwt»';\nfetch(url, { headers: { Authorization: `Bearer ${token}` } });", "jwt"),
    ("JavaScript over lines", "const token = \"«jwt|plus»\";", "jwt"),
    ("Python", "headers = {'Authorization': 'Bearer «jwt»'}", "jwt"),
    ("a call", "jwt.decode(\"«jwt»\", key, algorithms=[\"HS256\"])", "jwt"),
    ("YAML", "auth:\n  token: «jwt»\n  url: https://a.b.c\n", "jwt"),
    ("YAML in a block", "token: >-\n      «rsa|indent»\nother: yes\n", "rsa"),
    ("settings", "[auth]\njwt = \"«jwt»\" # until May\n", "jwt"),
    ("HTML", "<input type=\"hidden\" name=\"t\" value=\"«jwt»\"><td>«other»</td>", "jwt other"),
    // Logs and prose
    ("a line of a log", "2026-11-22T08:00:00.123Z WARN [auth.filter] 10.0.0.7 rejected token=«jwt» reason=expired", "jwt"),
    ("a line of a log as JSON", "{\"level\":\"warn\",\"jwt\":\"«jwt»\"}\n{\"level\":\"info\"}", "jwt"),
    ("a line of a log in colours", "\u{1b}[33mtoken\u{1b}[0m \u{1b}[32m«jwt»\u{1b}[0m", "jwt"),
    ("a log with the same one again", "sent «jwt»\ngot «jwt»\nsent «jwt»\n", "jwt"),
    ("the end of a sentence", "It answers 401 for «jwt».", "jwt"),
    ("brackets", "(see «jwt»)", "jwt"),
    ("bold in Markdown", "it is **«jwt»** there", "jwt"),
    ("quotes", "he wrote „«jwt»“, and «other».", "jwt other"),
    ("two lines", "«jwt»\n«other»\n", "jwt other"),
    ("a list", "- «jwt»\n- «other»\n- «rsa»\n", "jwt other rsa"),
    ("text in the next line", "Token: «jwt»\nDONE\n", "jwt"),
    ("a cut one and a whole one", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIi\n«jwt»", "jwt"),
    // On its way through mail and editors
    ("lines", "the token:\n\n«rsa|lines»\n\nregards", "rsa"),
    ("lines of a token that carries no JSON", "the card:\n«zipped|answers»\nregards", "zipped"),
    ("lines that end at the dots", "the token:\n«jwt|dots»\nregards", "jwt"),
    ("quoted mail", "> here it is:\r\n> «rsa|mail»\r\n> and so on", "rsa"),
    ("quoted mail, deep", ">> > it is: «jwt|answers»\n>> > bye", "jwt"),
    ("quoted-printable", "https://a.example/?t=3D«rsa|printable»&x=3D1", "rsa"),
    ("hyphens at the ends of lines", "printed: «jwt|hyphens»\nbye", "jwt"),
    ("an encrypted token over lines", "token: «jwe|lines»\nbye", "jwe"),
    ("soft hyphens", "token: «jwt|soft»", "jwt"),
    ("zero-width characters", "token: \u{200b}«jwt|zero»\u{200b} ok", "jwt"),
    ("an SD-JWT over lines", "sd: «sd|lines»\nbye bye", "sd"),
    ("an SD-JWT with a key binding over lines", "sd: «bound|lines»\nbye", "bound"),
    ("an SD-JWT and a token", "«sd»\n«jwt»", "sd jwt"),
    // Tokens of every form
    ("no signature", "alg none: «unsigned» is bad", "unsigned"),
    ("no payload", "x-jws-signature: «detached»", "detached"),
    ("a header over lines", "token=«newline»", "newline"),
    ("a header over lines of Windows", "token=«crlf»", "crlf"),
    ("a header with spaces", "token=«space»", "space"),
    ("a header with spaces before it", "token=«indented»", "indented"),
    ("a signature of another length", "token=«short»\nDONE", "short"),
    ("another algorithm", "token=«unknown»\nDONE", "unknown"),
    ("an encrypted token", "id_token_hint=«jwe»&x", "jwe"),
    ("an encrypted token without a key", "refresh_token: «direct»", "direct"),
    ("an SD-JWT", "\"credential\": \"«sd»\",", "sd"),
    ("an SD-JWT with a key binding", "vp_token=«bound»&state=1", "bound"),
];

/// What looks like a token and is none.
#[rustfmt::skip]
const NOTHING: &[(&str, &str)] = &[
    ("nothing", ""),
    ("prose", "Nothing here. Really. Not a thing... at all."),
    ("dots", "................"),
    ("a domain", "Host: www.example.com"),
    ("a host of many names", "a.b.c d.e.f eu.west.1.compute.internal"),
    ("a version", "jwt-inspector 1.24.0-rc.1"),
    ("a file", "/usr/lib/x86_64-linux-gnu/libc.so.6 archive.tar.gz eye.tar.gz"),
    ("addresses", "192.168.0.1 10.0.0.255:8080 fe80::1"),
    ("an opaque token", "Authorization: Bearer 2YotnFZFEjr1zCsicMWpAA"),
    ("a token of another make", "ya29.a0AfH6SMBx_y.z-1 ghp_16C7e42F292c6912E7710c838347Ae178B4a xoxb-1.2.3"),
    ("a UUID", "id=3f2504e0-4f89-11d3-9a0c-0305e82c3301"),
    ("base64 with dots", "TWFu.aXMgZGlz.dGluZ3Vpc2hlZA eyes.only.please eyJ.eyJ.eyJ"),
    ("a session of Flask", "Cookie: session=eyJfZnJlc2giOmZhbHNlfQ.ZVT3dA.Zp1yT5vQY6cXvJk2m0o9sQ8L7uE"),
    ("a header alone", "eyJhbGciOiJIUzI1NiJ9"),
    ("a header and a payload", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ"),
    ("a header and a payload, then a host", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ\nexample.com is up"),
    ("four parts", "«jwt».AAAA"),
    ("lines of which the last is unknown", "token: «unknown|lines»\nbye"),
    ("cut by dots", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ... and eyJhbGciOiJIUzI1NiJ9..."),
    ("cut by an ellipsis", "«jwt»…"),
    ("left out of a log", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.[redacted] eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.***"),
    ("padding", "x-amzn-oidc-data: eyJhbGciOiJFUzI1NiJ9Cg==.eyJzdWIiOiJhbm4ifQo=.AAAA="),
    ("padding at the end", "Authorization: Bearer «jwt»=\r\nHost: «other»==\r\n"),
    ("the other alphabet", "token=«jwt»+/ab"),
    ("a header that is an array", "WyJhbGciXQ.e30.AAAA"),
    ("five parts without encryption", "eyJhbGciOiJIUzI1NiJ9.AAAA.AAAA.AAAA.AAAA"),
    ("a header that is no base64url", "eyJhbGciOiJub25lIn1.e30."),
    ("a token of PASETO", "v4.public.eyJkYXRhIjoidGhpcyJ9qqqqqqqqqqqqqqqqqqqqqqqq.eyJraWQiOiJ6In0"),
    ("percent signs", "100%.50%.25% %2e%2E%252E %%%"),
];

fn texts(found: &Extracted) -> Vec<&str> {
    found.tokens.iter().map(|token| &*token.text).collect()
}

#[test]
fn what_was_pasted_holds_these_tokens() {
    for (name, text, wanted) in PASTES {
        let wanted: Vec<String> = wanted.split(' ').map(token).collect();
        let text = filled(text);
        assert_eq!(texts(&extract(&text)), wanted, "{name}: {text}");
    }
}

#[test]
fn what_was_pasted_holds_no_token() {
    for (name, text) in NOTHING {
        let text = filled(text);
        assert_eq!(texts(&extract(&text)), [""; 0], "{name}: {text}");
    }
    assert!(PASTES.len() >= 60 && NOTHING.len() >= 15);
}

/// What is pasted, and what the words call the place of its first token.
#[rustfmt::skip]
const PLACES: &[(&str, &str)] = &[
    ("Authorization: Bearer «jwt»", "the Authorization header"),
    ("proxy-authorization: «jwt»", "the Authorization header"),
    ("curl -H \"authorization: bearer «jwt»\" a.example", "the Authorization header"),
    ("'Authorization' => 'Bearer «jwt»'", "the Authorization header"),
    ("curl ^\"https://a.example/^\" ^\n -H ^\"Authorization: Bearer «jwt»^\"", "the Authorization header"),
    ("sent Bearer «jwt»", "behind the word “Bearer”"),
    ("a=Bearer%20«jwt|%»", "“a”"),
    ("the token «jwt»", "behind the word “token”"),
    ("X-Token: «jwt»", "“X-Token”"),
    ("wget --header \"X-Token: «jwt»\"", "“X-Token”"),
    ("and here it is: «jwt»", "the text"),
    ("http get api X-Token:«jwt»", "“X-Token”"),
    ("DPoP: «jwt»", "“DPoP”"),
    ("Cookie: a=b; s=«jwt»; c=d", "the cookie “s”"),
    ("Set-Cookie: s=«jwt»; Path=/", "the cookie “s”"),
    ("< set-cookie: s=«jwt»; Path=/", "the cookie “s”"),
    ("curl -b 's=«jwt»' a.example", "the cookie “s”"),
    ("curl a.example \\\n  --cookie \"a=b; s=«jwt»\"", "the cookie “s”"),
    ("curl -b s=«jwt» a.example", "the cookie “s”"),
    ("document.cookie = 's=«jwt»'", "the cookie “s”"),
    ("https://a.example/?id_token=«jwt»", "the parameter “id_token”"),
    ("https://a.example/#x=1&access_token=«jwt»", "the parameter “access_token”"),
    ("?next=https%253A%252F%252Fa%253Ft%253D«jwt»", "the parameter “t”"),
    ("<a href='https://a.example/?x=1&amp;t=«jwt»'>", "the parameter “t”"),
    ("https://a.example/verify/«jwt»", "the path of an address"),
    ("{\"access_token\":\"«jwt»\"}", "the JSON member “access_token”"),
    ("{\"a\":{\"tokens\":[0,{\"id\":\"«jwt»\"}]}}", "the JSON member “a.tokens[1].id”"),
    (" [\"«jwt»\"]", "the JSON member “[0]”"),
    ("{\"headers\":{\"Authorization\":\"Bearer «jwt»\"}}", "the JSON member “headers.Authorization”"),
    ("HTTP/1.1 200 OK\r\nServer: a\r\n\r\n{\"a\":{\"b\":\"«jwt»\"}}", "the JSON member “a.b”"),
    ("{\"level\":1,\"jwt\":\"«jwt»\"}\n{\"level\":2}", "the JSON member “jwt”"),
    ("{\"body\":\"{\\\"t\\\":\\\"«jwt»\\\"}\"}", "the JSON member “body”"),
    ("const token = \"«jwt»\"", "“token”"),
    ("let token := `«jwt»`", "“token”"),
    ("auth:\n  token:\n    «jwt»", "“token”"),
    ("curl --oauth2-bearer «jwt» a.example", "the curl command"),
    ("«jwt» and «other»", "the text"),
];

#[test]
fn the_place_of_a_token_has_a_name() {
    for (text, wanted) in PLACES {
        let text = filled(text);
        let found = extract(&text).tokens.remove(0);
        assert_eq!(words::place(&found.found_in), *wanted, "{text}");
    }
}

/// What is pasted, and what is said of what was taken.
#[rustfmt::skip]
const TAKEN: &[(&str, &str)] = &[
    ("POST / HTTP/1.1\r\nAuthorization: Bearer «jwt»\r\n", "Took the token from the Authorization header; 39 other characters were left."),
    ("\n(«jwt» ", "Took the token from the text; 1 other character was left."),
    ("t=«sd|%%»", "Took the token from “t”; 2 other characters were left. Undone: percent-encoding, done twice."),
    ("Token: «jwt|lines»", "Took the token from “Token”; 7 other characters were left. Undone: 2 line breaks."),
    ("Token: «jwt|hyphens»", "Took the token from “Token”; 7 other characters were left. Undone: 3 line breaks and 3 hyphens at the ends of lines."),
    ("[\"«jwt|json-u»\"]", "Took the token from the JSON member “[0]”; 4 other characters were left. Undone: escapes of JSON or JavaScript."),
    ("\u{200b}«jwt|soft»", "Took the token from the text; 1 other character was left. Undone: characters that cannot be seen."),
];

#[test]
fn what_was_taken_and_what_was_left_is_said() {
    for (text, wanted) in TAKEN {
        let text = filled(text);
        let found = extract(&text).tokens.remove(0);
        assert_eq!(words::taken(&found, &text), *wanted, "{text}");
    }
}

#[test]
fn of_several_tokens_each_says_what_it_is() {
    let said = |name: &str| {
        let summary = UnverifiedSummary::of(&token(name));
        let words = [
            words::kind(&summary),
            words::issuer(&summary),
            words::expiry(&summary, NOW),
        ];
        words.join("; ")
    };
    assert_eq!(
        said("jwt"),
        "JWT; from https://issuer.example; expires in 5 minutes"
    );
    assert_eq!(said("other"), "Access token; no issuer; no expiry");
    assert_eq!(said("jwe"), "JWE, encrypted; no issuer; no expiry");
    assert_eq!(
        said("bound"),
        "SD-JWT, dc+sd-jwt; from https://issuer.example; expires in 5 minutes"
    );
    let expired = UnverifiedSummary {
        expiration_time: Some(NOW - 7200.0),
        ..UnverifiedSummary::of("")
    };
    assert_eq!(words::expiry(&expired, NOW), "expired 2 hours ago");
    assert_eq!(expired.kind, Kind::Jws);
}

#[test]
fn the_number_of_tokens_is_bounded() {
    let numbered = |number: usize| {
        let payload = encode(format!("{{\"jti\":{number}}}").as_bytes());
        format!(
            "{}.{payload}.{}\n",
            encode(br#"{"alg":"HS256"}"#),
            encode(&[7; 32])
        )
    };
    let found = |count: usize| extract(&(0..count).map(numbered).collect::<String>());
    assert!(!found(MAX_FOUND).has_more);
    assert_eq!(words::found(&found(MAX_FOUND)), "20 tokens were found.");
    let more = found(MAX_FOUND + 1);
    assert_eq!(more.tokens.len(), MAX_FOUND);
    assert_eq!(
        words::found(&more),
        "The first 20 tokens are listed; there are more."
    );
    assert_eq!(words::found(&found(1)), "1 token was found.");
    assert_eq!(
        words::none_taken(&found(2)),
        "2 tokens were found, none was taken."
    );
    assert_eq!(
        words::none_taken(&more),
        "More than 20 tokens were found, none was taken."
    );
    assert_eq!(
        words::found(&found(0)),
        "No token was found in what you pasted; nothing was changed."
    );
}

/// A token alone goes into the box as it was pasted, where cleaning is said and can be seen.
#[test]
fn a_token_alone_is_a_token() {
    for text in [
        "«jwt»",
        " Bearer «jwt»\n",
        "\"«rsa|lines»\"",
        "«sd|%»",
        "«jwe»",
        "«short»",
        "«unsigned»",
    ] {
        assert_eq!(kind_of_paste(&filled(text)), Paste::Token, "{text}");
    }
    let [header, payload, signature] = ["jwt"; 3]
        .map(token)
        .map(|token| token.split('.').map(str::to_owned).collect::<Vec<_>>());
    let json = format!(
        r#"{{"protected":"{}","payload":"{}","signature":"{}"}}"#,
        header[0], payload[1], signature[2]
    );
    assert_eq!(kind_of_paste(&json), Paste::Token);
}

#[test]
fn a_token_whose_signature_is_malformed_is_a_token() {
    let text = token("jwt");
    let malformed = format!("{}B", &text[..text.len() - 1]);
    assert_eq!(kind_of_paste(&malformed), Paste::Token);
    assert_eq!(
        texts(&extract(&format!("Authorization: Bearer {malformed}"))),
        [malformed]
    );
}

#[test]
fn keys_are_told_from_tokens() {
    for (name, form) in [
        ("rsa", "spki"),
        ("p-256", "pkcs8"),
        ("p-256", "public_jwk"),
        ("oct", "private_jwk"),
    ] {
        assert_eq!(
            kind_of_paste(&pasted(name, form)),
            Paste::Key,
            "{name} {form}"
        );
    }
    let set = format!(r#"{{"keys":[{}]}}"#, pasted("p-256", "public_jwk"));
    assert_eq!(kind_of_paste(&set), Paste::Key);
    let encrypted =
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----";
    assert_eq!(kind_of_paste(encrypted), Paste::Key);
}

/// A key is one only if there is no token beside it.
#[test]
fn tokens_win_over_keys() {
    let both = [
        format!("{}\n{}\n", token("jwt"), pasted("p-256", "spki")),
        format!(
            r#"{{"token":"{}","keys":[{}]}}"#,
            token("jwt"),
            pasted("p-256", "public_jwk")
        ),
        format!(r#"{{"access_token":"{}","keys":[]}}"#, token("jwt")),
    ];
    for text in both {
        let Paste::Tokens(found) = kind_of_paste(&text) else {
            panic!("no tokens in {text}");
        };
        assert_eq!(texts(&found), [token("jwt")]);
    }
}

/// It goes into its box, where what it lacks is told.
#[test]
fn a_token_that_was_cut_is_meant_for_the_token_box() {
    let token = token("jwt");
    for length in [30, 40, 60, token.len() / 2] {
        assert_eq!(kind_of_paste(&token[..length]), Paste::Token, "{length}");
    }
    assert_eq!(kind_of_paste(&token[..4]), Paste::Nothing);
}

#[test]
fn neither_token_nor_key_is_nothing() {
    for (name, text) in NOTHING {
        let is_token_to_mend = text.contains('«')
            || name.contains("parts")
            || name.contains("header")
            || name.contains("padding");
        let kind = kind_of_paste(&filled(text));
        assert!(
            kind == Paste::Nothing || is_token_to_mend,
            "{name}: {kind:?}"
        );
    }
}

/// Everything that is not part of a token, between stretches that may look like parts.
const PIECES: [&str; 28] = [
    "eyJ",
    "eyJhbGciOiJub25lIn0",
    "eyJhbGciOiJIUzI1NiJ9",
    "e30",
    "AAAA",
    "WyJhIl0",
    ".",
    ".",
    ".",
    "~",
    "-",
    "=",
    "\n",
    "\r\n> ",
    "=\n",
    "\\\n",
    "\" +\n\"",
    "\"",
    "%",
    "%2E",
    "%252E",
    "\\u002e",
    "\\n",
    "\u{ad}",
    "\u{1b}[3m",
    "é",
    " ",
    "…",
];

fn anything() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40);
    prop_oneof![any::<String>(), pieces.prop_map(|pieces| pieces.concat())]
}

/// The characters of a token that are left of the stretch it came from when everything else is taken out.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_ascii_alphanumeric() || "-_.~".contains(*c))
        .collect()
}

proptest! {
    #![proptest_config(cases(2048))]

    /// What is found stands in the text as it is said to: unchanged where nothing was undone, and else as what is
    /// left when the signs of what was undone are taken away.
    #[test]
    fn what_is_found_stands_in_the_text(text in anything()) {
        let mut end = 0;
        for found in extract(&text).tokens {
            prop_assert!(end <= found.at.start);
            end = found.at.end;
            let stretch = &text[found.at.range()];
            prop_assert_eq!(found.undone.is_nothing(), stretch == found.text);
            prop_assert!(found.left(&text) <= text.chars().count());
            let undone = Undone { percent: 0, escapes: false, hyphens: 0, ..found.undone };
            if undone == found.undone && !stretch.contains('\\') {
                prop_assert_eq!(letters(stretch), &*found.text);
            }
        }
    }

    /// A token is found between any two texts that leave it whole, and nothing is lost of it.
    #[test]
    fn a_token_in_the_middle_is_found(before in "[^A-Za-z0-9%_.~-]{0,20}", after in "[ ,;)\"'<&#\n][^A-Za-z0-9]{0,20}", which in 0..5usize) {
        let token = token(["jwt", "rsa", "jwe", "sd", "bound"][which]);
        let text = [&*before, &token, &after].concat();
        let found = extract(&text);
        prop_assert_eq!(texts(&found), [token]);
    }

    #[test]
    fn any_paste_is_answered(text in anything()) {
        let kind = kind_of_paste(&text);
        let words = match &kind {
            Paste::Tokens(found) => found.tokens.iter().map(|token| words::taken(token, &text)).collect(),
            _ => String::new(),
        };
        prop_assert_eq!(matches!(kind, Paste::Tokens(_)), !words.is_empty());
    }
}

/// Each would take far too long if a step looked at more than its own part of the text.
#[test]
fn large_texts_are_answered() {
    let header = encode(br#"{"alg":"HS256"}"#);
    let size = if cfg!(target_arch = "wasm32") {
        1 << 16
    } else {
        1 << 17
    };
    let hostile = [
        ".",
        "eyJ",
        "eyJ.",
        "eyJ\n",
        "eyJ ",
        "eyJ.eyJ.\n",
        "e30.e30.",
        "\n",
        " ",
        "\\",
        "\\n",
        "%25",
        "%",
        "=\n",
        "~",
        "\"\n",
        "\u{ad}",
        "eyJ\u{ad}",
        "-\n",
        "eyJ-\n",
        "{",
        "[\"",
        "é",
        "\u{1b}[0;",
        "a=",
    ];
    for piece in hostile {
        let text = piece.repeat(size / piece.len());
        assert_eq!(extract(&text).tokens, [], "{piece:?}");
        for begun in ["", ".", ".e30", ".e30.", ".e30.AAAA~", ".e30.AAAA~WyJhIl0~"] {
            let text = format!("{header}{begun}{text}");
            assert!(extract(&text).tokens.len() <= 1, "{begun:?} {piece:?}");
        }
    }
    for line in [
        "eyJhbGciOiJIUzI1NiJ9.\n",
        "eyJhbGciOiJIUzI1NiJ9.e30.A\n",
        "eyJhbGciOiJIUzI1NiJ9.e30.A~\n",
        "eyJhIjoi\n",
    ] {
        assert!(
            extract(&line.repeat(size / line.len())).tokens.len() <= 2,
            "{line:?}"
        );
    }
}
