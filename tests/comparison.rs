//! What the key panel says: which key of a set was used, and what is compared.

mod support;

use jwt_inspector::jose::base64url;
use jwt_inspector::jose::verify::SignatureCheck;
use jwt_inspector::words::key::recognised_and_used;
use jwt_inspector::words::signature::{Compared, Value, compared};
use serde_json::json;
use support::{HS256, SECRET, compact, hs256, jwk_with, jwks, key, pasted, signed, verdict};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn remark(token: &str, pasted_key: &str) -> String {
    recognised_and_used(&key(pasted_key), &verdict(token, pasted_key).signature)
}

fn of(token: &str, pasted_key: &str) -> Compared {
    compared(&verdict(token, pasted_key).signature)
}

fn said(token: &str, pasted_key: &str) -> &'static str {
    match of(token, pasted_key).value {
        Value::Said(said) => said,
        other => panic!("{other:?}"),
    }
}

fn named(name: &str, kid: &str) -> serde_json::Value {
    jwk_with(name, "public_jwk", &json!({ "kid": kid }))
}

/// The token asks for `p-256`.
#[test]
fn a_set_says_which_of_its_keys_matched() {
    let token = signed("ES256", "p-256");
    let right = named("p-256", "p-256");
    let set = jwks(&[named("rsa", "a"), right, named("p-384", "c")]);
    assert_eq!(remark(token, &set), "JWK Set with 3 keys; “p-256” matched");
    let nameless = jwk_with("p-256", "public_jwk", &json!({}));
    let set = jwks(&[named("rsa", "a"), nameless]);
    assert_eq!(remark(token, &set), "JWK Set with 2 keys; key 2 matched");
}

#[test]
fn a_set_says_that_the_key_asked_for_does_not_match() {
    let token = signed("ES256", "p-256");
    let wrong = named("p-256-other", "p-256");
    let set = jwks(&[named("rsa", "a"), wrong.clone()]);
    assert_eq!(
        remark(token, &set),
        "JWK Set with 2 keys; “p-256” does not match"
    );
    let set = jwks(&[wrong.clone(), wrong]);
    assert_eq!(
        remark(token, &set),
        "JWK Set with 2 keys; none of the 2 that fit matches"
    );
}

#[test]
fn a_key_alone_is_not_said_to_have_matched() {
    let token = signed("ES256", "p-256");
    let pem = pasted("p-256", "spki");
    assert_eq!(remark(token, &pem), "EC public key, curve P-256, PEM SPKI");
    assert_eq!(remark("", &pem), "EC public key, curve P-256, PEM SPKI");
    let secret = remark(&hs256(HS256, "{}"), SECRET);
    assert!(secret.ends_with("read as UTF-8"), "{secret}");
}

#[test]
fn of_hmac_the_right_signature_is_shown() {
    let token = hs256(HS256, "{}");
    let label = "HMAC-SHA-256 of this content";
    assert_eq!(of(&token, SECRET).label, label);
    assert_eq!(of(&token, SECRET).value, Value::AsCarried);
    let (rest, right) = token.rsplit_once('.').unwrap();
    let wrong = [rest, ".", &"A".repeat(43)].concat();
    assert_eq!(of(&wrong, SECRET).label, label);
    let right = base64url::decode(right).unwrap();
    assert_eq!(of(&wrong, SECRET).value, Value::Signature(right));
}

#[test]
fn of_public_keys_it_says_that_only_the_private_one_makes_it() {
    let token = signed("ES256", "p-256");
    let pem = pasted("p-256", "spki");
    let other = [token.rsplit_once('.').unwrap().0, ".", &"E".repeat(85), "A"].concat();
    for token in [token, &other] {
        assert_eq!(of(token, &pem).label, "ES256 signature of this content");
        assert!(said(token, &pem).starts_with("Checked with the public key"));
    }
    assert!(said(token, &pem).contains("it holds"));
    assert!(said(&other, &pem).contains("Only the private key makes the right signature"));
}

/// Something always stands there, so that the page does not jump.
#[test]
fn where_nothing_is_compared_it_says_why() {
    let token = hs256(HS256, "{}");
    for (token, key, why) in [
        ("", "", "no signature to check"),
        (&token, "", "Paste a key"),
        (&token, &pasted("p-256", "spki"), "this key cannot be used"),
        (&compact(HS256, "{}", ""), SECRET, "no signature to compare"),
        (&compact(HS256, "{}", "AAAA"), SECRET, "malformed"),
        (
            &hs256(r#"{"alg":"none"}"#, "{}"),
            SECRET,
            "nothing is signed",
        ),
        (&hs256("{}", "{}"), SECRET, "names no algorithm"),
        (&hs256(r#"{"alg":"XX"}"#, "{}"), SECRET, "not supported"),
        (
            &hs256(r#"{"alg":"HS256","crit":[]}"#, "{}"),
            SECRET,
            "“crit” is not met",
        ),
    ] {
        assert!(
            said(token, key).contains(why),
            "{token}: {}",
            said(token, key)
        );
        assert_eq!(of(token, key).label, "Signature of this content");
    }
    assert_eq!(
        compared(&SignatureCheck::Nothing).label,
        "Signature of this content"
    );
}

#[test]
fn what_is_no_key_is_told_where_it_is_put_in_for_one() {
    let remark = |pasted: &str| jwt_inspector::words::key::recognised(&key(pasted));
    let token = hs256(HS256, "{}");
    assert!(remark(&token).starts_with("This looks like a token, not a key"));
    assert!(remark(&token).ends_with(&format!(
        "(read as a secret of {} bits, UTF-8)",
        token.len() * 8
    )));
    assert!(
        remark("https://issuer.example/jwks.json").starts_with("An address, not a key: nothing is")
    );
    assert!(remark("https: a pass phrase").starts_with("Secret, "));

    let pem = pasted("rsa", "spki");
    let lines: Vec<&str> = pem.lines().collect();
    let unended = lines[..lines.len() - 1].join("\n");
    let gap = [&lines[..3], &lines[lines.len() - 1..]].concat().join("\n");
    for cut in [unended, gap] {
        assert!(
            remark(&cut).starts_with("The key is cut short: "),
            "{}",
            remark(&cut)
        );
    }
}
