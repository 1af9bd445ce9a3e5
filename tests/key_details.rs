//! What the key panel tells of each key: its kind, its size, its names, its certificate; never what is secret.

mod support;

use jwt_inspector::jose::key::PRIVATE_MEMBERS;
use jwt_inspector::jose::{KeyInput, SecretEncoding};
use jwt_inspector::words::fact::Fact;
use jwt_inspector::words::key::details;
use jwt_inspector::words::notes::{Clock, Tone};
use serde_json::{Value, json};
use support::notes::UTC;
use support::{fixtures, jwk_with, jwks, key, pasted};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn told(pasted_key: &str) -> Vec<Fact> {
    details(&key(pasted_key), &UTC)
}

fn named<'a>(facts: &'a [Fact], name: &str) -> &'a Fact {
    let found = facts.iter().find(|fact| fact.name == name);
    found.unwrap_or_else(|| panic!("no {name} in {facts:?}"))
}

fn value<'a>(facts: &'a [Fact], name: &str) -> &'a str {
    &named(facts, name).value
}

/// RFC 7638 section 3.1.
#[test]
fn the_key_of_rfc_7638_is_told() {
    let facts = told(
        &json!({
            "kty": "RSA",
            "n": "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw",
            "e": "AQAB",
            "alg": "RS256",
            "kid": "2011-04-29",
            "use": "sig",
            "key_ops": ["verify"],
        })
        .to_string(),
    );
    assert_eq!(value(&facts, "Key"), "RSA public key, 2,048 bits");
    assert_eq!(value(&facts, "Modulus"), "2,048 bits");
    assert_eq!(value(&facts, "Exponent"), "65,537");
    assert_eq!(
        value(&facts, "Thumbprint"),
        "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"
    );
    for (name, said) in [
        ("kid", "2011-04-29"),
        ("use", "sig"),
        ("alg", "RS256"),
        ("key_ops", "verify"),
    ] {
        assert_eq!(value(&facts, name), said);
    }
    assert!(facts.iter().all(|fact| fact.tone == Tone::Plain));
}

#[test]
fn small_keys_are_warned_of() {
    let facts = told(&pasted("rsa-1024", "spki"));
    assert_eq!(named(&facts, "Modulus").tone, Tone::Warn);
    let facts = told("a short secret");
    assert_eq!(value(&facts, "Size"), "112 bits");
    assert_eq!(named(&facts, "Size").tone, Tone::Warn);
    assert_eq!(value(&facts, "Read as"), "UTF-8");
}

#[test]
fn a_curve_is_named() {
    for (name, curve) in [
        ("p-521", "P-521"),
        ("secp256k1", "secp256k1"),
        ("ed25519", "Ed25519"),
    ] {
        assert_eq!(value(&told(&pasted(name, "spki")), "Curve"), curve);
    }
}

/// Every private member of every key, and every secret: none is in any line.
#[test]
fn nothing_secret_is_told() {
    let keys = fixtures()["keys"].as_object().expect("keys by name");
    for (name, forms) in keys {
        let jwk = forms["private_jwk"].as_object().expect("a JWK");
        let all = format!("{:?}", told(&pasted(name, "private_jwk")));
        for member in PRIVATE_MEMBERS {
            if let Some(Value::String(secret)) = jwk.get(member) {
                assert!(!all.contains(secret), "{member} of {name}");
            }
        }
        assert!(all.contains("secret"), "{name}: {all}");
    }
    let secret = "correct horse battery staple, once more";
    for encoding in SecretEncoding::ALL {
        let facts = details(&KeyInput::read(secret, encoding), &UTC);
        assert!(facts.iter().all(|fact| !fact.value.contains("horse")));
    }
}

/// RFC 7638 section 7: it lets guesses be tested.
#[test]
fn a_secret_has_no_thumbprint_to_show() {
    for pasted_key in ["a secret".to_owned(), pasted("oct", "private_jwk")] {
        assert_eq!(value(&told(&pasted_key), "Thumbprint"), "none");
    }
}

#[test]
fn the_private_half_has_the_thumbprint_of_the_public_one() {
    for name in ["rsa", "p-256", "ed25519"] {
        let [public, private] = ["spki", "pkcs8"].map(|form| told(&pasted(name, form)));
        assert_eq!(value(&public, "Thumbprint"), value(&private, "Thumbprint"));
        assert_ne!(public[0].meaning, private[0].meaning);
    }
}

/// By `openssl req -x509`: from 22 Nov 2026, 11:56:52 to 22 Dec 2026, 11:56:52 UTC.
const CERTIFICATE: &str = "-----BEGIN CERTIFICATE-----
MIIB2zCCAYKgAwIBAgIDAKsSMAoGCCqGSM49BAMCMEwxCzAJBgNVBAYTAkRFMRcw
FQYDVQQKDA5CZWlzcGllbCwgR21iSDEOMAwGA1UECwwFS8Okc2UxFDASBgNVBAMM
C2V4YW1wbGUuY29tMB4XDTI2MTEyMjExNTY1MloXDTI2MTIyMjExNTY1MlowTDEL
MAkGA1UEBhMCREUxFzAVBgNVBAoMDkJlaXNwaWVsLCBHbWJIMQ4wDAYDVQQLDAVL
w6RzZTEUMBIGA1UEAwwLZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMB
BwNCAAQj4Oxpmo6Gp9UcqZBy0UZeRphRRoZsvAIvf0Du5ec04NYDOP5SdE7ruuno
d6AsoplFWeR/W0ZZFl6reKzLMnuTo1MwUTAdBgNVHQ4EFgQUvCkwFdEHE0i9Lt/3
BM4j1Zc//zUwHwYDVR0jBBgwFoAUvCkwFdEHE0i9Lt/3BM4j1Zc//zUwDwYDVR0T
AQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiAHO5GLQjW6nmEQym51yFfxasM2
0ylKnKj5zLciJW6+iQIgdWkYV00WL/Ykshy/ixNDaIbt3KL5H/k3P3QUWVQ+WoY=
-----END CERTIFICATE-----";

#[test]
fn a_certificate_is_told_and_its_validity_judged_by_the_clock() {
    let at = |now: f64| {
        let clock = Clock { now, ..UTC };
        details(&key(CERTIFICATE), &clock)
    };
    let facts = at(1_797_000_000.0);
    let name = "CN=example.com, OU=Käse, O=Beispiel\\, GmbH, C=DE";
    assert_eq!(
        (value(&facts, "Subject"), value(&facts, "Issuer")),
        (name, name)
    );
    assert!(named(&facts, "Issuer").meaning.contains("itself"));
    assert_eq!(value(&facts, "Valid from"), "22 Nov 2026, 11:56:52 UTC");
    assert_eq!(value(&facts, "Valid until"), "22 Dec 2026, 11:56:52 UTC");
    assert_eq!(value(&facts, "Serial number"), "ab12");
    assert_eq!(
        value(&facts, "x5t#S256"),
        "f7dyxgxSUp3k-qTd0JYHhv58UwAkznknveLJEcvn1kY"
    );
    assert!(
        named(&facts, "Certificate")
            .meaning
            .contains("do not change the verdict")
    );
    let tones = |facts: &[Fact]| ["Valid from", "Valid until"].map(|name| named(facts, name).tone);
    assert_eq!(tones(&facts), [Tone::Plain, Tone::Plain]);
    assert_eq!(tones(&at(1_795_000_000.0)), [Tone::Warn, Tone::Plain]);
    let expired = at(1_798_000_000.0);
    assert_eq!(tones(&expired), [Tone::Plain, Tone::Warn]);
    assert!(
        named(&expired, "Valid until")
            .meaning
            .starts_with("It expired")
    );
}

#[test]
fn a_certificate_of_another_key_is_told_to_be_one() {
    let body: String = CERTIFICATE
        .lines()
        .filter(|line| !line.starts_with('-'))
        .collect();
    let jwk = jwk_with("p-256", "public_jwk", &json!({ "x5c": [body] }));
    let facts = told(&jwk.to_string());
    assert_eq!(named(&facts, "Certificate").tone, Tone::Warn);
}

#[test]
fn of_a_set_each_key_is_told_up_to_twenty() {
    let named = |index: usize| {
        jwk_with(
            "p-256",
            "public_jwk",
            &json!({ "kid": format!("k{index}") }),
        )
    };
    let mut keys: Vec<Value> = (0..23).map(named).collect();
    keys[1] = json!({ "kty": "unknown", "kid": "odd" });
    let facts = told(&jwks(&keys));
    let heads: Vec<&str> = facts
        .iter()
        .filter(|fact| fact.depth == 0)
        .map(|fact| fact.name.as_str())
        .collect();
    assert_eq!(
        (heads.len(), heads[0], heads[19], heads[20]),
        (21, "Key 1", "Key 20", "And more")
    );
    assert_eq!(value(&facts, "And more"), "3 keys");
    let odd = facts
        .iter()
        .find(|fact| fact.name == "Key 2")
        .expect("the odd one");
    assert_eq!((odd.value.as_str(), odd.tone), ("not readable", Tone::Warn));
}

#[test]
fn where_there_is_no_key_nothing_is_told() {
    for pasted_key in ["", "-----BEGIN PUBLIC KEY-----", "{\"kty\":\"oct\"}"] {
        assert_eq!(told(pasted_key), []);
    }
    assert_eq!(
        details(&KeyInput::read("xyz", SecretEncoding::Hex), &UTC),
        []
    );
}
