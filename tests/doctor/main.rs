//! The doctor: each mistake that people make is named, every cure verifies once it is applied, and nothing is claimed
//! that was not tried.

#[path = "../support/mod.rs"]
mod support;

mod algorithms;
mod anything;
mod characters;
mod honesty;
mod keys;
mod secrets;
mod signatures;
mod written_anew;

use jwt_inspector::doctor::{BUDGET, Change, Diagnosis, Explanation, examine};
use jwt_inspector::jose::alg::Hash;
use jwt_inspector::jose::base64url::encode;
use jwt_inspector::jose::crypto::hmac::{self, Secret};
use jwt_inspector::jose::sign::sign;
use jwt_inspector::jose::verify::signature;
use jwt_inspector::jose::{Algorithm, KeyInput, SecretEncoding, Source, State};
use support::{HS256, input, key, pasted, seed};

const PAYLOAD: &str = r#"{"sub":"x","name":"Zoë","url":"https://a/b?c&d","n":[1,{}]}"#;
const HS: Algorithm = Algorithm::Hs(Hash::Sha256);

/// Examines, and checks that a cure really cures.
fn examined(
    token: &str,
    pasted_key: &str,
    encoding: SecretEncoding,
    required: Option<Algorithm>,
) -> Diagnosis {
    let diagnosis = examine(token, pasted_key, encoding, required, BUDGET);
    if let Some(cure) = &diagnosis.cure {
        let apply = &cure.apply;
        let token = apply.token.as_deref().unwrap_or(token);
        let pasted_key = apply.key.as_ref().map_or(pasted_key, |key| key.as_str());
        let input = KeyInput::read(pasted_key, apply.encoding.unwrap_or(encoding));
        let required = required.filter(|_| !apply.any_algorithm);
        let check = signature(&Source::read(token), &input, required);
        assert_eq!(check.state(), State::Pass, "{cure:?}");
    }
    diagnosis
}

fn diagnosis(token: &str, pasted_key: &str) -> Diagnosis {
    examined(token, pasted_key, SecretEncoding::Utf8, None)
}

/// The changes of the cure.
fn changes(token: &str, pasted_key: &str) -> Vec<Change> {
    let diagnosis = diagnosis(token, pasted_key);
    diagnosis.cure.map_or(Vec::new(), |cure| cure.changes)
}

/// What is explained where nothing cures.
fn explained(token: &str, pasted_key: &str) -> Vec<Explanation> {
    let diagnosis = diagnosis(token, pasted_key);
    assert_eq!(diagnosis.cure, None);
    diagnosis.explained
}

/// A token under the MAC of a secret of these bytes.
fn by_secret(bytes: &[u8]) -> String {
    let secret = Secret::new(bytes.to_vec().into()).expect("a secret");
    let message = input(HS256, PAYLOAD);
    let mac = hmac::sign(Hash::Sha256, &secret, message.as_bytes());
    [message, encode(&mac)].join(".")
}

/// The signature of a message by a private key of the fixtures.
fn by_key(alg: Algorithm, name: &str, message: &str) -> Vec<u8> {
    let input = key(&pasted(name, "private_jwk"));
    let key = input.single().expect("a key");
    sign(key, alg, message.as_bytes(), seed()).expect("a signature")
}

/// A token of the everyday payload under any header, signed with an algorithm.
fn token_by(alg: Algorithm, name: &str, header: &str) -> String {
    let message = input(header, PAYLOAD);
    let signature = by_key(alg, name, &message);
    [message, encode(&signature)].join(".")
}
