//! What is said of the tokens that were found, and of what was left.

use crate::support::NOW;
use crate::tokens::{filled, token};
use jwt_inspector::jose::base64url::encode;
use jwt_inspector::jose::extract::{MAX_FOUND, UnverifiedSummary, extract};
use jwt_inspector::jose::verdict::Kind;
use jwt_inspector::words::extract as words;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

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
