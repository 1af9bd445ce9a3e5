//! The tokens of the tables, and what becomes of them on their way.

use jwt_inspector::jose::base64url::encode;
use jwt_inspector::jose::extract::Extracted;

/// The tokens of the tables, by the name they have there.
pub fn token(name: &str) -> String {
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
pub fn filled(text: &str) -> String {
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

pub fn texts(found: &Extracted) -> Vec<&str> {
    found.tokens.iter().map(|token| &*token.text).collect()
}
