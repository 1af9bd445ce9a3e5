//! Signs with every key of tests/fixtures/jose.json and prints the tokens as JSON, for another library to verify:
//! see tests/oracle/verify.test.mjs.

use jwt_inspector::jose::crypto::Seed;
use jwt_inspector::jose::sign::Signer;
use jwt_inspector::jose::{KeyInput, SecretEncoding, Source, base64url};
use serde_json::{Value, json};

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
    println!("{}", Value::from(signed));
}

fn sign(alg: &str, jwk: &str) -> String {
    let header = base64url::encode(json!({ "alg": alg }).to_string().as_bytes());
    let payload = base64url::encode(br#"{"sub":"100002348117421473","exp":4102444800}"#);
    let unsigned = format!("{header}.{payload}.");
    let source = Source::read(&unsigned);
    let key = KeyInput::read(jwk, SecretEncoding::Utf8);
    let signer = Signer::new(&source, &key).expect("a key that signs");
    signer
        .sign(&unsigned, Seed::new([42; 32]))
        .expect("a token")
}
