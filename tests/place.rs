//! Links: what they may bring, and what they may not.

mod support;

use jwt_inspector::place::Link;
use serde_json::json;
use support::{jwk_with, pasted};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn with_key(text: &str) -> Link {
    let escaped = text.replace('%', "%25").replace('&', "%26");
    Link::read(&format!("#token=a.b.c&key={escaped}")).expect("a link")
}

#[test]
fn a_public_key_comes_with_a_link() {
    let jwk = pasted("rsa", "public_jwk");
    assert_eq!(with_key(&jwk).key, Some(jwk));
    let pem = pasted("p-256", "spki");
    assert_eq!(with_key(&pem).key, Some(pem));
}

/// A set of a real issuer may hold a key that this page does not know.
#[test]
fn a_public_key_of_an_unknown_kind_does_not_spoil_a_set() {
    let unknown = json!({ "kty": "OKP", "crv": "Ed448", "x": "AA" });
    let set = json!({ "keys": [unknown, jwk_with("rsa", "public_jwk", &json!({}))] }).to_string();
    assert_eq!(with_key(&set).key, Some(set));
}

/// One private member is enough to be private, whether it makes a key that can sign or not.
#[test]
fn nothing_private_comes_with_a_link() {
    let prime = jwk_with("rsa", "public_jwk", &json!({ "p": "AQAB" })).to_string();
    for text in [
        &prime,
        &pasted("rsa", "private_jwk"),
        &pasted("p-256", "sec1"),
        "a secret",
    ] {
        let link = with_key(text);
        assert_eq!((link.key, link.secret_refused), (None, true), "{text}");
    }
}

#[test]
fn a_question_mark_in_a_value_is_part_of_it() {
    let link = Link::read("#token=a.b.c?x&alg=ES256").expect("a link");
    assert_eq!(link.token.as_deref(), Some("a.b.c?x"));
    let old = Link::read("#debugger?token=a.b.c").expect("a link");
    assert_eq!(old.token.as_deref(), Some("a.b.c"));
}

#[test]
fn an_algorithm_that_is_not_supported_is_not_passed_over() {
    let link = Link::read("#alg=Ed448").expect("a link");
    assert_eq!(
        (link.algorithm, link.unknown_algorithm.as_deref()),
        (None, Some("Ed448"))
    );
}

/// A time is written as in a token.
#[test]
fn a_time_is_a_json_number() {
    let now = |text: &str| Link::read(&format!("#alg=none&now={text}")).and_then(|link| link.now);
    assert_eq!(now("1700000000"), Some(1_700_000_000.0));
    assert_eq!(now("-1.5"), Some(-1.5));
    for text in [
        "",
        "tomorrow",
        "inf",
        "NaN",
        "1e999",
        "1700000000s",
        "[1]",
        "\"1\"",
    ] {
        assert_eq!(now(text), None, "{text}");
    }
}

#[test]
fn a_place_is_no_link() {
    assert_eq!(Link::read("#/learn/1"), None);
    assert_eq!(Link::read(""), None);
}
