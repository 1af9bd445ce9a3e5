//! Signs with every key of tests/fixtures/jose.json, makes a fresh key for every algorithm that has them made here,
//! and prints tokens and keys as JSON, for another library to judge: see tests/oracle/verify.test.mjs.

use jwt_inspector::examples::{claims, token_for};
use jwt_inspector::jose::alg::SUPPORTED;
use jwt_inspector::jose::crypto::Seed;
use jwt_inspector::jose::key::Key;
use jwt_inspector::jose::key::export::{Half, JwkMembers, jwk, pem, thumbprint};
use jwt_inspector::jose::key::generate::generate;
use jwt_inspector::jose::sign::Signer;
use jwt_inspector::jose::{Algorithm, KeyInput, SecretEncoding, Source, base64url};
use serde_json::{Value, json};

/// The tokens of fresh keys are of this second, in 2033.
const NOW: f64 = 2_000_000_000.0;

fn main() {
    let fixtures: Value =
        serde_json::from_str(include_str!("../tests/fixtures/jose.json")).expect("JSON");
    let tokens = fixtures["tokens"].as_array().expect("a list of tokens");
    let signed: Vec<Value> = tokens
        .iter()
        .map(|token| {
            let name = token["key"].as_str().expect("the name of a key");
            let key = &fixtures["keys"][name]["private_jwk"];
            let alg = token["alg"].as_str().expect("an algorithm");
            json!({ "alg": alg, "key": name, "token": sign(alg, &key.to_string()) })
        })
        .collect();
    let rsa = fixtures["keys"]["rsa"]["private_jwk"].to_string();
    let keys: Vec<Value> = SUPPORTED
        .iter()
        .filter(|(name, alg)| *name == alg.name())
        .map(|(_, alg)| exported(*alg, &key_for(*alg, &rsa)))
        .collect();
    println!("{}", json!({ "signed": signed, "keys": keys }));
}

fn sign(alg: &str, jwk: &str) -> String {
    let header = base64url::encode(json!({ "alg": alg }).to_string().as_bytes());
    let payload = base64url::encode(br#"{"sub":"100002348117421473","exp":4102444800}"#);
    signed(&format!("{header}.{payload}."), jwk)
}

fn signed(unsigned: &str, jwk: &str) -> String {
    let source = Source::read(unsigned);
    let key = KeyInput::read(jwk, SecretEncoding::Utf8);
    let signer = Signer::new(&source, &key).expect("a key that signs");
    signer.sign(unsigned, Seed::new([42; 32])).expect("a token")
}

/// A fresh key, or for RSA the one that was read.
fn key_for(alg: Algorithm, rsa: &str) -> Key {
    let read = || KeyInput::read(rsa, SecretEncoding::Utf8).single().cloned();
    generate(alg, Seed::new([43; 32]))
        .or_else(read)
        .expect("a key")
}

/// A key in every form it is handed out in, and a token it signed; what it has no form for is null.
fn exported(alg: Algorithm, key: &Key) -> Value {
    let made = token_for(alg, key, &claims(NOW)).expect("a token");
    let token = if made.needs_signature {
        signed(&made.token, &made.key)
    } else {
        made.token
    };
    let kid = thumbprint(key);
    let about = JwkMembers {
        alg: Some(alg),
        kid: kid.as_deref(),
    };
    let json = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    let text = |text: &str| Value::from(text);
    json!({
        "alg": alg.name(),
        "token": token,
        "thumbprint": kid,
        "public_jwk": jwk(key, Half::Public, about).map(|jwk| json(&jwk)),
        "private_jwk": json(&made.key),
        "spki": pem(key, Half::Public).map(|pem| text(&pem)),
        "pkcs8": pem(key, Half::Private).map(|pem| text(&pem)),
    })
}
