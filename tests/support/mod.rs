//! What the tests share. Each test file is a crate of its own and uses a part of it.
#![allow(dead_code)]

pub mod json;
pub mod learn;
pub mod lint;
pub mod lint_cases;
pub mod notes;
pub mod paint;

use jwt_inspector::jose::base64url::encode;
use jwt_inspector::jose::crypto::Seed;
use jwt_inspector::jose::crypto::hmac::{self, Secret};
use jwt_inspector::jose::{
    KeyInput, Policy, SecretEncoding, Source, State, Verdict, alg::Hash, verify,
};
use proptest::test_runner::{Config, RngSeed};
use serde_json::{Value, json};
use std::sync::OnceLock;

/// A time at which the tokens of the fixtures are valid.
pub const NOW: f64 = 2_000_000_000.0;

/// A secret for tests, and the text that is pasted for it.
pub const SECRET: &str = "a test secret that guards nothing";

/// A property test's configuration: the same cases on every run, on the host and in wasm, and fewer
/// of them in wasm, where an unoptimised build is slow.
pub fn cases(count: u32) -> Config {
    let cases = if cfg!(target_arch = "wasm32") {
        count.div_ceil(8)
    } else {
        count
    };
    Config {
        cases,
        rng_seed: RngSeed::Fixed(0x6a77_7421),
        failure_persistence: None,
        ..Config::default()
    }
}

/// Keys and tokens of tests/oracle/make.mjs.
pub fn fixtures() -> &'static Value {
    static FIXTURES: OnceLock<Value> = OnceLock::new();
    FIXTURES.get_or_init(|| {
        serde_json::from_str(include_str!("../fixtures/jose.json")).expect("fixtures are JSON")
    })
}

/// A key of the fixtures in one of its forms, as it would be pasted.
pub fn pasted(name: &str, form: &str) -> String {
    text(&fixtures()["keys"][name][form])
}

/// A token of the fixtures.
pub fn signed(alg: &str, key: &str) -> &'static str {
    let tokens = fixtures()["tokens"].as_array().expect("a list of tokens");
    let found = tokens
        .iter()
        .find(|token| token["alg"] == alg && token["key"] == key);
    found
        .and_then(|token| token["token"].as_str())
        .unwrap_or_else(|| panic!("no token for {alg} by {key}"))
}

/// A JSON value as it would be pasted: a string is its own text.
pub fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => panic!("no such fixture"),
        other => other.to_string(),
    }
}

/// A JWK of the fixtures with other members besides or instead.
pub fn jwk_with(name: &str, form: &str, members: &Value) -> Value {
    let mut jwk = fixtures()["keys"][name][form].clone();
    let changes = members.as_object().expect("members");
    for (member, value) in changes {
        jwk[member] = value.clone();
    }
    jwk
}

/// A JWK Set as it would be pasted.
pub fn jwks(keys: &[Value]) -> String {
    json!({ "keys": keys }).to_string()
}

/// Reads what is pasted into the key box; a plain secret is text.
pub fn key(text: &str) -> KeyInput {
    KeyInput::read(text, SecretEncoding::Utf8)
}

/// All four checks at [`NOW`].
pub fn verdict(token: &str, pasted_key: &str) -> Verdict {
    verify(
        &Source::read(token),
        &key(pasted_key),
        &Policy::default(),
        NOW,
    )
}

/// State and code of the signature check.
pub fn signature(token: &str, pasted_key: &str) -> (State, &'static str) {
    let check = verdict(token, pasted_key).signature;
    (check.state(), check.code())
}

/// State and code of the format check.
pub fn format(token: &str) -> (State, &'static str) {
    let check = verdict(token, "").format;
    (check.state(), check.code())
}

/// A compact JWS of three texts: two to encode, and a signature as it is.
pub fn compact(header: &str, payload: &str, signature: &str) -> String {
    [&input(header, payload), signature].join(".")
}

/// What the signature of a header and a payload is over.
pub fn input(header: &str, payload: &str) -> String {
    [encode(header.as_bytes()), encode(payload.as_bytes())].join(".")
}

/// The MAC of a signing input under [`SECRET`], as the third part has it.
pub fn mac(hash: Hash, input: &str) -> String {
    encode(&hmac::sign(hash, &secret(SECRET), input.as_bytes()))
}

/// A secret of the bytes of a text.
pub fn secret(text: &str) -> Secret {
    Secret::new(text.as_bytes().to_vec().into()).expect("a secret that is not empty")
}

/// A token whose signature holds under HMAC-SHA-256 and [`SECRET`], whatever its header says.
pub fn hs256(header: &str, payload: &str) -> String {
    let mac = mac(Hash::Sha256, &input(header, payload));
    compact(header, payload, &mac)
}

/// The header of an everyday HS256 token.
pub const HS256: &str = r#"{"alg":"HS256","typ":"JWT"}"#;

/// Randomness for one act of signing in a test.
pub fn seed() -> Seed {
    Seed::new([7; 32])
}

/// The text with one character replaced by another of base64url.
pub fn with_other_character(text: &str, at: usize) -> String {
    let other = if text.as_bytes()[at] == b'A' {
        "B"
    } else {
        "A"
    };
    [&text[..at], other, &text[at + 1..]].concat()
}
