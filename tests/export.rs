//! Keys on their way out: what node and OpenSSL write for the same key, readable again, and named as the RFCs name it.

mod support;

use jwt_inspector::jose::KeyInput;
use jwt_inspector::jose::alg::{Algorithm, Curve};
use jwt_inspector::jose::key::Key;
use jwt_inspector::jose::key::export::{Half, JwkMembers, jwk, jwk_set, pem, thumbprint};
use serde_json::{Value, json};
use support::{fixtures, jwk_with, key, pasted, text};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const PLAIN: JwkMembers = JwkMembers {
    alg: None,
    kid: None,
};

/// Every key pair of the fixtures.
fn pairs() -> impl Iterator<Item = (&'static str, &'static Value)> {
    let keys = fixtures()["keys"].as_object().expect("keys by name");
    let pairs = keys.iter().filter(|(_, forms)| forms.get("spki").is_some());
    pairs.map(|(name, forms)| (name.as_str(), forms))
}

fn read(pasted_key: &str) -> Key {
    key(pasted_key).single().cloned().expect("one key")
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn a_key_pair_becomes_the_jwk_that_others_write() {
    let mut tried = 0;
    for (name, forms) in pairs() {
        for form in forms.as_object().expect("forms").keys() {
            let key = read(&pasted(name, form));
            let public = jwk(&key, Half::Public, PLAIN).expect("a JWK");
            assert_eq!(value(&public), forms["public_jwk"], "{name} {form}");
            let private = jwk(&key, Half::Private, PLAIN);
            assert_eq!(private.is_some(), key.can_sign(), "{name} {form}");
            if let Some(private) = private {
                assert_eq!(value(&private), forms["private_jwk"], "{name} {form}");
            }
            tried += 1;
        }
    }
    assert!(tried > 80, "only {tried} forms");
}

#[test]
fn a_key_pair_becomes_the_pem_that_others_write() {
    for (name, forms) in pairs() {
        let key = read(&pasted(name, "private_jwk"));
        let public = pem(&key, Half::Public).expect("PEM");
        assert_eq!(*public, text(&forms["spki"]), "{name}");
        let private = pem(&key, Half::Private).expect("PEM");
        assert_eq!(*private, text(&forms["pkcs8"]), "{name}");
        let public_key = read(&pasted(name, "spki"));
        assert!(pem(&public_key, Half::Private).is_none(), "{name}");
    }
}

/// RFC 7518 section 6.3.2 lets a JWK leave out the primes; they are found again.
#[test]
fn an_rsa_key_without_its_primes_leaves_whole() {
    let d = text(&fixtures()["keys"]["rsa"]["private_jwk"]["d"]);
    let key = read(&jwk_with("rsa", "public_jwk", &json!({ "d": d })).to_string());
    let whole = value(&jwk(&key, Half::Private, PLAIN).expect("a JWK"));
    let wanted = &fixtures()["keys"]["rsa"]["private_jwk"];
    for name in ["n", "e", "d"] {
        assert_eq!(whole[name], wanted[name], "{name}");
    }
    // Which of the two is called p is nobody's rule.
    let primes = [&whole["p"], &whole["q"]];
    assert!(primes.contains(&&wanted["p"]) && primes.contains(&&wanted["q"]));
    let again = read(&whole.to_string());
    assert_eq!(thumbprint(&again), thumbprint(&key));
}

/// What would make signatures that nobody can verify is not handed out.
#[test]
fn a_private_half_of_another_key_does_not_leave() {
    for name in ["rsa", "p-256", "p-384", "p-521", "secp256k1", "ed25519"] {
        let d = &fixtures()["keys"][format!("{name}-other")]["private_jwk"]["d"];
        let key = read(&jwk_with(name, "private_jwk", &json!({ "d": d })).to_string());
        assert!(jwk(&key, Half::Private, PLAIN).is_none(), "{name}");
        assert!(pem(&key, Half::Private).is_none(), "{name}");
        assert!(jwk(&key, Half::Public, PLAIN).is_some(), "{name}");
    }
}

/// A secret has no public half, and no form in PEM.
#[test]
fn a_secret_leaves_as_jwk_alone() {
    let secret = read(&pasted("oct", "private_jwk"));
    let private = jwk(&secret, Half::Private, PLAIN).expect("a JWK");
    assert_eq!(value(&private), fixtures()["keys"]["oct"]["private_jwk"]);
    assert!(jwk(&secret, Half::Public, PLAIN).is_none());
    assert!(jwk_set(&[(&secret, PLAIN)], Half::Public).is_none());
    assert!(pem(&secret, Half::Public).is_none());
    assert!(pem(&secret, Half::Private).is_none());
}

/// Two spaces a level, what the key is first.
#[test]
fn a_jwk_is_laid_out_for_reading() {
    let secret = read(&json!({ "kty": "oct", "k": "AQID" }).to_string());
    let about = JwkMembers {
        alg: Algorithm::from_name("HS256"),
        kid: Some("the \"first\" one"),
    };
    let wanted = r#"{
  "kty": "oct",
  "alg": "HS256",
  "kid": "the \"first\" one",
  "k": "AQID"
}"#;
    let written = jwk(&secret, Half::Private, about).expect("a JWK");
    assert_eq!(*written, wanted);
}

#[test]
fn a_set_holds_every_key_in_order() {
    let keys = ["p-256", "ed25519"].map(|name| (name, read(&pasted(name, "pkcs8"))));
    let about = |kid| JwkMembers {
        alg: None,
        kid: Some(kid),
    };
    let with_kids: Vec<_> = keys.iter().map(|(name, key)| (key, about(name))).collect();
    let set = jwk_set(&with_kids, Half::Public).expect("a set");
    let wanted: Vec<Value> = keys
        .iter()
        .map(|(name, _)| jwk_with(name, "public_jwk", &json!({ "kid": name })))
        .collect();
    assert_eq!(value(&set), json!({ "keys": wanted }));
    let KeyInput::Keys(ring) = key(&set) else {
        panic!("no keys");
    };
    assert!(ring.entries.iter().all(|entry| !entry.may_be_private()));
}

/// RFC 7638 section 3.1.
#[test]
fn the_thumbprint_of_rfc_7638() {
    let jwk = json!({
        "kty": "RSA",
        "n": "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw",
        "e": "AQAB",
        "alg": "RS256",
        "kid": "2011-04-29",
    });
    let found = thumbprint(&read(&jwk.to_string()));
    assert_eq!(
        found.as_deref(),
        Some("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")
    );
}

/// RFC 8037 appendix A.3.
#[test]
fn the_thumbprint_of_rfc_8037() {
    let jwk = json!({
        "kty": "OKP",
        "crv": "Ed25519",
        "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
    });
    let found = thumbprint(&read(&jwk.to_string()));
    assert_eq!(
        found.as_deref(),
        Some("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
    );
}

/// Whatever the form, whichever the half.
#[test]
fn a_thumbprint_is_of_the_public_key() {
    for (name, forms) in pairs() {
        let of = |form: &str| thumbprint(&read(&pasted(name, form)));
        for form in forms.as_object().expect("forms").keys() {
            assert_eq!(of(form), of("public_jwk"), "{name} {form}");
        }
        assert_eq!(of("spki").map(|text| text.len()), Some(43), "{name}");
    }
}

/// RFC 5915 wants the scalar as long as the order of the curve; some write it without its leading zeros.
#[test]
fn a_scalar_keeps_its_leading_zeros() {
    let scalar = [[0; 31].as_slice(), &[9]].concat().into();
    let key = jwt_inspector::jose::crypto::ecdsa::EcKey::from_private(Curve::P256, scalar);
    let key = Key::Ec(Box::new(key.expect("a key")));
    let private = value(&jwk(&key, Half::Private, PLAIN).expect("a JWK"));
    let d = private["d"].as_str().map(str::len);
    assert_eq!(d, Some(43));
    let again = read(&pem(&key, Half::Private).expect("PEM"));
    assert_eq!(thumbprint(&again), thumbprint(&key));
}
