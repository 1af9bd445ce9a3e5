//! A signature opened up: what is in it, and where it is not what the standards ask for.

#[path = "../support/mod.rs"]
mod support;

mod curves;
mod hmac;
mod keys;
mod rfc;
mod rsa;
mod rsa_padding;

use jwt_inspector::jose::base64url::encode;
use jwt_inspector::jose::opened::{Inside, Opened, Pkcs1, Pss, open};
use jwt_inspector::jose::{Algorithm, Source, verify};
use jwt_inspector::words::fact::Fact;
use jwt_inspector::words::opened::facts;
use serde_json::json;
use support::{compact, key, pasted};

fn opened(token: &str, pasted_key: &str) -> Opened {
    required(token, pasted_key, None)
}

fn required(token: &str, pasted_key: &str, required: Option<Algorithm>) -> Opened {
    let (source, key) = (Source::read(token), key(pasted_key));
    let check = verify::signature(&source, &key, required);
    open(&source, &key, &check).expect("a JWS")
}

fn pkcs1(token: &str, pasted_key: &str) -> Pkcs1 {
    match opened(token, pasted_key).inside {
        Inside::Pkcs1(block) => block,
        other => panic!("{other:?}"),
    }
}

fn pss(token: &str, pasted_key: &str) -> Pss {
    match opened(token, pasted_key).inside {
        Inside::Pss(block) => block,
        other => panic!("{other:?}"),
    }
}

fn said(token: &str, pasted_key: &str) -> Vec<Fact> {
    facts(&opened(token, pasted_key))
}

fn named<'a>(facts: &'a [Fact], name: &str) -> &'a Fact {
    let found = facts.iter().find(|fact| fact.name == name);
    found.unwrap_or_else(|| panic!("no {name} in {facts:?}"))
}

fn names(facts: &[Fact]) -> Vec<&str> {
    facts.iter().map(|fact| fact.name.as_str()).collect()
}

fn with_alg(alg: &str, signature: &str) -> String {
    compact(&json!({ "alg": alg }).to_string(), "{}", signature)
}

fn small() -> String {
    pasted("rsa-1024", "spki")
}

/// The token with another payload under the same signature.
fn tampered(token: &str) -> String {
    let parts: Vec<&str> = token.split('.').collect();
    [parts[0], &encode(br#"{"admin":true}"#), parts[2]].join(".")
}
