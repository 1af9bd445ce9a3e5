//! Fresh keys: as the standards want them for each algorithm, of the seed alone, and able to sign.

mod support;

use jwt_inspector::jose::alg::{Algorithm, KeyType, SUPPORTED};
use jwt_inspector::jose::compose::compose;
use jwt_inspector::jose::crypto::Seed;
use jwt_inspector::jose::key::Key;
use jwt_inspector::jose::key::export::{Half, JwkMembers, jwk, pem};
use jwt_inspector::jose::key::generate::generate;
use jwt_inspector::jose::sign::Signer;
use jwt_inspector::jose::{Source, State};
use serde_json::json;
use support::{input, key, seed, signature};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Every algorithm whose keys are made here.
fn made_here() -> impl Iterator<Item = Algorithm> {
    let algorithms = SUPPORTED.into_iter().map(|(_, alg)| alg);
    algorithms.filter(|alg| alg.key_type() != KeyType::Rsa)
}

fn fresh(alg: Algorithm, byte: u8) -> Key {
    generate(alg, Seed::new([byte; 32])).expect("a key")
}

fn private_jwk(key: &Key) -> String {
    let text = jwk(key, Half::Private, JwkMembers::default()).expect("a JWK");
    text.to_string()
}

#[test]
fn every_key_is_of_its_algorithm_and_can_sign() {
    for alg in made_here() {
        let key = fresh(alg, 1);
        assert_eq!(key.key_type(), alg.key_type());
        assert!(key.can_sign(), "{}", alg.name());
    }
}

/// RFC 7518 section 3.2: a key of the same size as the hash output.
#[test]
fn a_secret_is_as_long_as_the_hash() {
    for (name, bits) in [("HS256", 256), ("HS384", 384), ("HS512", 512)] {
        let alg = Algorithm::from_name(name).expect("an algorithm");
        assert_eq!(fresh(alg, 1).bits(), bits, "{name}");
    }
}

#[test]
fn a_key_is_of_its_seed_alone() {
    for alg in made_here() {
        let text = |byte| private_jwk(&fresh(alg, byte));
        assert_eq!(text(1), text(1), "{}", alg.name());
        assert_ne!(text(1), text(2), "{}", alg.name());
    }
}

#[test]
fn seeds_of_one_seed_differ() {
    let [a, b] = seed().split();
    let [again, _] = seed().split();
    let bytes = |seed: Seed| seed.into_bytes(32).to_vec();
    let a = bytes(a);
    assert_eq!(a, bytes(again));
    assert_ne!(a, bytes(b));
    assert_ne!(a, bytes(seed()));
}

#[test]
fn rsa_keys_are_not_made_here() {
    for name in ["RS256", "PS512"] {
        let alg = Algorithm::from_name(name).expect("an algorithm");
        assert!(generate(alg, seed()).is_none(), "{name}");
    }
}

/// The way of "generate": a fresh key, a token put together, signed, and verified by the public half alone.
#[test]
fn a_composed_token_is_signed_by_a_fresh_key() {
    for alg in made_here() {
        let name = alg.name();
        let fresh = fresh(alg, 3);
        let (header, payload) = (json!({ "alg": name }).to_string(), r#"{"exp":4102444800}"#);
        let unsigned = compose(&header, payload);
        let (source, private) = (Source::read(&unsigned), key(&private_jwk(&fresh)));
        let signer = Signer::new(&source, &private).expect("a key that signs");
        let token = signer.sign(&unsigned, seed()).expect("a token");
        assert!(token.starts_with(&input(&header, payload)), "{name}");
        let public = pem(&fresh, Half::Public).unwrap_or_else(|| private_jwk(&fresh).into());
        assert_eq!(
            signature(&token, &public),
            (State::Pass, "signature.verified"),
            "{name}"
        );
    }
}
