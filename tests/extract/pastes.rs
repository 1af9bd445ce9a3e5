//! Everything that people paste tokens in.

use crate::tokens::{filled, texts, token};
use jwt_inspector::jose::extract::extract;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

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

#[test]
fn what_was_pasted_holds_these_tokens() {
    for (name, text, wanted) in PASTES {
        let wanted: Vec<String> = wanted.split(' ').map(token).collect();
        let text = filled(text);
        assert_eq!(texts(&extract(&text)), wanted, "{name}: {text}");
    }
    assert!(PASTES.len() >= 60);
}
