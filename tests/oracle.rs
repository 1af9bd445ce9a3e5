//! Tokens and keys made by libraries that are not ours (tests/oracle/make.mjs): each verifies here, whatever the form
//! in which its key is pasted, and by no other key.

mod support;

use jwt_inspector::jose::alg::{AlgName, SUPPORTED};
use jwt_inspector::jose::{Source, State};
use serde_json::Value;
use std::collections::BTreeSet;
use support::{fixtures, jwks, pasted, signature, signed};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn tokens() -> Vec<(&'static str, &'static str, &'static str)> {
    let tokens = fixtures()["tokens"].as_array().expect("a list of tokens");
    let field = |token: &'static Value, name| token[name].as_str().expect("a text");
    let read = |token| {
        (
            field(token, "alg"),
            field(token, "key"),
            field(token, "token"),
        )
    };
    tokens.iter().map(read).collect()
}

fn forms(key: &str) -> Vec<String> {
    let forms = fixtures()["keys"][key].as_object().expect("forms of a key");
    forms.keys().cloned().collect()
}

#[test]
fn there_is_a_token_for_every_supported_algorithm() {
    let signed: BTreeSet<&str> = tokens().iter().map(|(alg, ..)| *alg).collect();
    let supported: BTreeSet<&str> = SUPPORTED.iter().map(|(name, _)| *name).collect();
    assert_eq!(signed, supported);
}

#[test]
fn every_token_verifies_with_its_key_in_every_form() {
    let mut tried = 0;
    for (alg, key, token) in tokens() {
        for form in forms(key) {
            let found = signature(token, &pasted(key, &form));
            assert_eq!(
                found,
                (State::Pass, "signature.verified"),
                "{alg} by {key} as {form}"
            );
            tried += 1;
        }
    }
    assert!(tried > 80, "only {tried} forms");
}

#[test]
fn another_key_of_the_same_type_is_a_mismatch() {
    for (alg, key, token) in tokens() {
        let other = format!("{key}-other");
        if fixtures()["keys"].get(&other).is_none() {
            continue;
        }
        for form in forms(&other) {
            let found = signature(token, &pasted(&other, &form));
            assert_eq!(
                found,
                (State::Fail, "signature.mismatch"),
                "{alg} by {other} as {form}"
            );
        }
    }
}

/// A key of another type says nothing of the token, so it must not be called invalid.
#[test]
fn a_key_of_another_type_is_no_verdict_on_the_token() {
    let mut tried = 0;
    for (alg, key, token) in tokens() {
        for (_, other, _) in tokens() {
            let family = |name: &str| name.split('-').next() == key.split('-').next();
            if family(other) && !(key.starts_with("p-") && key != other) {
                continue;
            }
            for form in forms(other) {
                let found = signature(token, &pasted(other, &form));
                assert_eq!(
                    found,
                    (State::Unknown, "key.wrong-type"),
                    "{alg} with {other} as {form}"
                );
                tried += 1;
            }
        }
    }
    assert!(tried > 500, "only {tried} pairs");
}

/// The same payload under the same key, but the header says another algorithm of the same family.
#[test]
fn a_signature_of_one_algorithm_does_not_hold_under_another() {
    let rsa = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"];
    for made in rsa {
        let token = signed(made, "rsa");
        let (_, rest) = token.split_once('.').expect("parts");
        for claimed in rsa.into_iter().filter(|claimed| *claimed != made) {
            let header = signed(claimed, "rsa").split_once('.').expect("parts").0;
            let found = signature(&format!("{header}.{rest}"), &pasted("rsa", "spki"));
            assert_eq!(
                found,
                (State::Fail, "signature.mismatch"),
                "{made} as {claimed}"
            );
        }
    }
}

#[test]
fn a_set_of_all_keys_verifies_every_token_by_its_kid() {
    let names: BTreeSet<&str> = tokens().iter().map(|(_, key, _)| *key).collect();
    let set: Vec<Value> = names
        .iter()
        .map(|name| {
            let forms = &fixtures()["keys"][name];
            let mut jwk = forms
                .get("public_jwk")
                .unwrap_or(&forms["private_jwk"])
                .clone();
            jwk["kid"] = (*name).into();
            jwk
        })
        .collect();
    for (alg, key, token) in tokens() {
        let found = signature(token, &jwks(&set));
        assert_eq!(found, (State::Pass, "signature.verified"), "{alg} by {key}");
    }
}

/// EdDSA and Ed25519 are two names of one algorithm (RFC 9864): the tokens differ only in the name.
#[test]
fn both_names_of_ed25519_are_one_algorithm() {
    let read = |alg| {
        let source = Source::read(signed(alg, "ed25519"));
        let jws = source.jws().expect("a JWS");
        jws.header.as_ref().expect("a header").alg.clone()
    };
    assert_eq!(read("EdDSA"), read("Ed25519"));
    assert!(matches!(read("EdDSA"), Some(AlgName::Supported(_))));
}
