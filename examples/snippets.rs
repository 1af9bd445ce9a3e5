//! Prints, as JSON, the snippets for every algorithm and way to hold a key, each with tokens that it must accept or
//! refuse: see tests/snippets/run.test.mjs.

use jwt_inspector::jose::alg::{KeyType, SUPPORTED};
use jwt_inspector::jose::crypto::Seed;
use jwt_inspector::jose::key::Key;
use jwt_inspector::jose::key::export::{Half, JwkMembers, jwk, pem};
use jwt_inspector::jose::key::generate::generate;
use jwt_inspector::jose::sign::Signer;
use jwt_inspector::jose::{Algorithm, KeyInput, SecretEncoding, Source, base64url};
use jwt_inspector::lint::Policy;
use jwt_inspector::snippets::{KeySource, Language, Want, snippet};
use serde_json::{Value, json};

/// Long enough for every algorithm, and hexadecimal, so that it can be read in every encoding.
const SECRET: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\
                      00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/// What breaks out of a string that is not escaped for its language.
const HOSTILE: &str =
    "a\"b'c\\d\\u0022\n\r\t\0e${process}f#{exit}g$argv{$h}*/ //«alg»é😀\u{2028}\u{202E}\u{E0041}`";

/// 2020, and 2100.
const PAST: u64 = 1_600_000_000;
const FUTURE: u64 = 4_102_444_800;

/// A key, how code is to hold it, and what the tokens say.
struct Case {
    name: String,
    alg: &'static str,
    encoding: SecretEncoding,
    header: Value,
    claims: Value,
}

fn main() {
    let cases: Vec<Value> = cases().iter().map(told).collect();
    println!("{}", json!({ "cases": cases }));
}

fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = SUPPORTED.iter().map(|(alg, _)| case(alg, alg)).collect();
    for encoding in SecretEncoding::ALL {
        let case = case(&format!("HS256-{}", encoding.name()), "HS256");
        cases.push(Case { encoding, ..case });
    }
    for alg in ["RS256", "ES256", "EdDSA"] {
        let mut case = case(&format!("{alg}-jwks"), alg);
        case.header["kid"] = json!("one");
        case.claims["iss"] = json!("https://issuer.example/");
        cases.push(case);
    }
    for alg in ["HS256", "ES256"] {
        let mut typed = case(&format!("{alg}-typ"), alg);
        typed.header["typ"] = json!("at+jwt");
        cases.push(typed);
        let mut hostile = case(&format!("{alg}-hostile"), alg);
        hostile.header["typ"] = json!(HOSTILE);
        hostile.claims = json!({ "iss": HOSTILE, "aud": HOSTILE, "exp": FUTURE });
        cases.push(hostile);
        let mut bare = case(&format!("{alg}-bare"), alg);
        bare.claims = json!({ "sub": "somebody", "exp": FUTURE });
        cases.push(bare);
    }
    cases
}

fn case(name: &str, alg: &'static str) -> Case {
    let claims = json!({
        "iss": "the issuer", "aud": "the api", "sub": "somebody", "iat": PAST, "exp": FUTURE,
    });
    Case {
        name: name.to_owned(),
        alg,
        encoding: SecretEncoding::Utf8,
        header: json!({ "alg": alg, "typ": "JWT" }),
        claims,
    }
}

fn told(case: &Case) -> Value {
    let alg = Algorithm::from_name(case.alg).expect("an algorithm");
    let key = match alg.key_type() {
        KeyType::Secret => None,
        KeyType::Rsa => Some(fixture("rsa")),
        _ => generate(alg, Seed::new([7; 32])),
    };
    let good = signed(&case.header, &case.claims, case, key.as_ref());
    let want = Want::read(
        &Source::read(&good),
        None,
        &Policy::default(),
        case.encoding,
        0,
    )
    .expect("something to verify");
    let snippets: serde_json::Map<String, Value> = Language::ALL
        .into_iter()
        .filter_map(|language| Some((language.id().into(), snippet(language, &want).ok()?.into())))
        .collect();
    let about = JwkMembers {
        alg: None,
        kid: Some("one"),
    };
    let public = key.as_ref().and_then(|key| jwk(key, Half::Public, about));
    let public = public.map(|jwk| serde_json::from_str::<Value>(&jwk).expect("JSON"));
    json!({
        "name": case.name,
        "secret": SECRET,
        "pem": key.as_ref().and_then(|key| pem(key, Half::Public)).map(|pem| pem.to_string()),
        "jwks": matches!(want.key, KeySource::Jwks { .. }).then(|| json!({ "keys": [public] })),
        "snippets": snippets,
        "tokens": tokens(case, key.as_ref(), &good),
    })
}

/// Tokens with their names, and whether they are to be accepted.
fn tokens(case: &Case, key: Option<&Key>, good: &str) -> Value {
    let with = |name: &str, value: Value| {
        let mut claims = case.claims.clone();
        match value {
            Value::Null => drop(claims.as_object_mut().expect("claims").remove(name)),
            value => claims[name] = value,
        }
        signed(&case.header, &claims, case, key)
    };
    let under = |name: &str, value: &str| {
        let mut header = case.header.clone();
        header[name] = json!(value);
        signed(&header, &case.claims, case, key)
    };
    let mut all = vec![
        json!({ "name": "the good one", "token": good, "accepted": true }),
        json!({ "name": "a tampered one", "token": tampered(good) }),
        json!({ "name": "one that is not signed", "token": unsigned(&json!({ "alg": "none" }), &case.claims) }),
        json!({ "name": "one whose secret is the public key", "token": confused(case, key) }),
        json!({ "name": "an expired one", "token": with("exp", json!(PAST)) }),
        json!({ "name": "one that never expires", "token": with("exp", Value::Null) }),
        json!({ "name": "one that is not valid yet", "token": with("nbf", json!(FUTURE - 1)) }),
    ];
    // A key of an elliptic curve has but one algorithm.
    let other = match case.alg {
        "HS256" => Some("HS384"),
        "RS256" => Some("PS256"),
        alg if alg.starts_with("HS") => Some("HS256"),
        alg if alg.starts_with(['R', 'P']) => Some("RS256"),
        _ => None,
    };
    if let Some(other) = other {
        all.push(json!({ "name": "one with another algorithm", "token": under("alg", other) }));
    }
    for name in ["iss", "aud"] {
        if case.claims.get(name).is_some() {
            all.push(
                json!({ "name": format!("another {name}"), "token": with(name, json!("another")) }),
            );
            all.push(json!({ "name": format!("no {name}"), "token": with(name, Value::Null) }));
        }
    }
    if let Some(aud) = case.claims.get("aud") {
        let several = with("aud", json!(["another", aud]));
        all.push(json!({ "name": "one for several", "token": several, "accepted": true }));
    }
    if case.header["typ"] != "JWT" {
        all.push(json!({ "name": "one of another type", "token": under("typ", "JWT") }));
    }
    Value::Array(all)
}

fn unsigned(header: &Value, claims: &Value) -> String {
    let part = |json: &Value| base64url::encode(json.to_string().as_bytes());
    format!("{}.{}.", part(header), part(claims))
}

fn signed(header: &Value, claims: &Value, case: &Case, key: Option<&Key>) -> String {
    let key = match key.and_then(|key| jwk(key, Half::Private, JwkMembers::default())) {
        Some(jwk) => KeyInput::read(&jwk, SecretEncoding::Utf8),
        None => KeyInput::read(SECRET, case.encoding),
    };
    sign(&unsigned(header, claims), &key)
}

fn sign(unsigned: &str, key: &KeyInput) -> String {
    let source = Source::read(unsigned);
    let signer = Signer::new(&source, key).expect("a key that signs");
    signer.sign(unsigned, Seed::new([42; 32])).expect("a token")
}

/// HS256 with the public key as everybody has it, or a secret nobody has.
fn confused(case: &Case, key: Option<&Key>) -> String {
    let pem = key.and_then(|key| pem(key, Half::Public));
    let text = pem.map_or_else(|| "another secret".to_owned(), |pem| pem.to_string());
    let hex: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
    let mut header = case.header.clone();
    header["alg"] = json!("HS256");
    let unsigned = unsigned(&header, &case.claims);
    sign(&unsigned, &KeyInput::read(&hex, SecretEncoding::Hex))
}

/// The signature of one token over the claims of another.
fn tampered(good: &str) -> String {
    let parts: Vec<&str> = good.split('.').collect();
    let claims = base64url::decode(parts[1]).expect("base64url");
    let mut claims: Value = serde_json::from_slice(&claims).expect("claims");
    claims["sub"] = json!("somebody else");
    let claims = base64url::encode(claims.to_string().as_bytes());
    [parts[0], &claims, parts[2]].join(".")
}

fn fixture(name: &str) -> Key {
    let fixtures = include_str!("../tests/fixtures/jose.json");
    let fixtures: Value = serde_json::from_str(fixtures).expect("JSON");
    let jwk = fixtures["keys"][name]["private_jwk"].to_string();
    let read = KeyInput::read(&jwk, SecretEncoding::Utf8);
    read.single().cloned().expect("a key")
}
