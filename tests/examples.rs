//! The examples: each shows what its name promises, at whatever time it is chosen.

mod support;

use jwt_inspector::examples::{Example, KeySource, Made, claims, token_for};
use jwt_inspector::jose::alg::{Algorithm, KeyType, SUPPORTED};
use jwt_inspector::jose::crypto::Seed;
use jwt_inspector::jose::key::Key;
use jwt_inspector::jose::key::export::thumbprint;
use jwt_inspector::jose::key::generate::generate;
use jwt_inspector::jose::sign::Signer;
use jwt_inspector::jose::{KeyInput, Overall, Policy, Source, State, Verdict, verify};
use jwt_inspector::words::examples::label;
use serde_json::json;
use std::collections::BTreeSet;
use support::{NOW, jwk_with, pasted, seed};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn make_at(example: Example, now: f64) -> Made {
    let jwk = pasted("rsa", "private_jwk");
    let source = if example.wants_rsa() {
        KeySource::RsaJwk(&jwk)
    } else {
        KeySource::Seed(seed())
    };
    example.make(now, source).expect("an example")
}

fn make(example: Example) -> Made {
    make_at(example, NOW)
}

fn key_of(made: &Made) -> KeyInput {
    KeyInput::read(&made.key, made.encoding)
}

fn judge(token: &str, made: &Made, now: f64) -> Verdict {
    verify(&Source::read(token), &key_of(made), &Policy::default(), now)
}

fn codes(verdict: &Verdict) -> [&'static str; 3] {
    [
        verdict.format.code(),
        verdict.signature.code(),
        verdict.time.code(),
    ]
}

fn sign(token: &str, made: &Made) -> String {
    let (source, key) = (Source::read(token), key_of(made));
    let signer = Signer::new(&source, &key).expect("a key that signs");
    signer.sign(token, seed()).expect("a token")
}

fn text(token: &str, part: usize) -> String {
    let encoded = token.split('.').nth(part).expect("a part");
    let bytes = jwt_inspector::jose::base64url::decode(encoded).expect("base64url");
    String::from_utf8(bytes).expect("text")
}

fn of_algorithms() -> impl Iterator<Item = Algorithm> {
    Example::MENU
        .into_iter()
        .filter_map(|example| match example {
            Example::Of(alg) => Some(alg),
            _ => None,
        })
}

#[test]
fn the_menu_has_every_algorithm_once_and_a_name_for_each_entry() {
    let shown: BTreeSet<&str> = of_algorithms().map(Algorithm::name).collect();
    let supported: BTreeSet<&str> = SUPPORTED.iter().map(|(_, alg)| alg.name()).collect();
    assert_eq!(shown, supported);
    let labels: BTreeSet<&str> = Example::MENU.map(label).into();
    assert_eq!(labels.len(), Example::MENU.len());
}

/// What a first visit shows, character for character.
#[test]
fn the_first_example_is_plain_to_read() {
    let made = make(Example::MENU[0]);
    assert_eq!(text(&made.token, 0), r#"{"alg":"HS256","typ":"JWT"}"#);
    assert_eq!(
        text(&made.token, 1),
        r#"{"sub":"1234567890","name":"John Doe","role":"user","iat":1999999520,"exp":2000003120}"#
    );
    assert_eq!(*made.key, "an example secret, made for this page alone");
}

#[test]
fn every_algorithm_has_a_token_that_verifies_now() {
    for now in [0.0, 1_700_000_000.0, NOW] {
        for alg in of_algorithms() {
            let made = make_at(Example::Of(alg), now);
            let name = alg.name();
            assert_eq!(made.needs_signature, alg.key_type() == KeyType::Rsa);
            let token = if made.needs_signature {
                assert!(made.token.ends_with('.'), "{name}");
                sign(&made.token, &made)
            } else {
                made.token.clone()
            };
            let verdict = judge(&token, &made, now);
            assert_eq!(verdict.overall(), Overall::Verified, "{name}");
            assert_eq!(verdict.time.state(), State::Pass, "{name}");
            assert!(text(&token, 0).contains(name));
        }
    }
}

/// An edited example can be signed again, so its key must not say that it is for verifying alone.
#[test]
fn the_key_of_every_algorithm_signs() {
    for alg in of_algorithms() {
        let made = make(Example::Of(alg));
        let signed = sign(&made.token, &made);
        let verdict = judge(&signed, &made, NOW);
        assert_eq!(verdict.signature.state(), State::Pass, "{}", alg.name());
    }
}

/// RFC 7518 section 3.2.
#[test]
fn secrets_are_as_long_as_they_must_be() {
    for alg in of_algorithms() {
        if let Algorithm::Hs(hash) = alg {
            let made = make(Example::Of(alg));
            assert!(made.key.len() >= hash.size(), "{}", alg.name());
        }
    }
}

#[test]
fn key_pairs_are_named_by_their_thumbprint() {
    for alg in of_algorithms().filter(|alg| alg.key_type() != KeyType::Secret) {
        let made = make(Example::Of(alg));
        let input = key_of(&made);
        let kid = thumbprint(input.single().expect("one key")).expect("a thumbprint");
        let named = format!("\"kid\":\"{kid}\"");
        assert!(text(&made.token, 0).contains(&named), "{}", alg.name());
        assert!(made.key.contains(&kid), "{}", alg.name());
    }
}

#[test]
fn another_seed_makes_another_key() {
    for alg in of_algorithms().filter(|alg| matches!(alg, Algorithm::Es(_) | Algorithm::Ed25519)) {
        let key = |byte| {
            let source = KeySource::Seed(Seed::new([byte; 32]));
            Example::Of(alg).make(NOW, source).expect("one").key
        };
        assert_ne!(key(1), key(2), "{}", alg.name());
        assert_eq!(key(1), key(1), "{}", alg.name());
    }
}

#[test]
fn the_others_show_what_they_promise() {
    let wanted = [
        (Example::Expired, ["signature.verified", "time.expired"]),
        (Example::Tampered, ["signature.mismatch", "time.in-time"]),
        (Example::AlgNone, ["alg.none", "time.in-time"]),
        (Example::KeySet, ["signature.verified", "time.in-time"]),
        (Example::Large, ["signature.verified", "time.in-time"]),
    ];
    for (example, [signature, time]) in wanted {
        let made = make(example);
        let found = codes(&judge(&made.token, &made, NOW));
        assert_eq!(found, ["format.conforming", signature, time], "{example:?}");
        assert!(!made.needs_signature);
        assert_eq!(made.original.is_some(), example == Example::Tampered);
    }
}

#[test]
fn tampering_edits_the_role_and_keeps_the_rest() {
    let made = make(Example::Tampered);
    let original = made.original.as_deref().expect("the good token");
    assert_eq!(judge(original, &made, NOW).overall(), Overall::Verified);
    assert_eq!(text(&made.token, 0), text(original, 0));
    assert_eq!(
        text(&made.token, 1),
        text(original, 1).replace("user", "root")
    );
    assert_ne!(made.token, original);
    let signature = |token: &str| token.rsplit('.').next().map(str::to_owned);
    assert_eq!(signature(&made.token), signature(original));
}

#[test]
fn the_unsigned_one_has_neither_signature_nor_key() {
    let made = make(Example::AlgNone);
    assert_eq!(text(&made.token, 0), r#"{"alg":"none","typ":"JWT"}"#);
    assert!(made.token.ends_with('.') && made.key.is_empty());
}

#[test]
fn the_set_is_public_and_its_second_key_fits() {
    let made = make(Example::KeySet);
    let input = key_of(&made);
    let KeyInput::Keys(ring) = &input else {
        panic!("no keys");
    };
    let kids: Vec<_> = ring
        .entries
        .iter()
        .map(|entry| entry.meta.kid.as_deref())
        .collect();
    assert_eq!(kids, [Some("a"), Some("b"), Some("c")]);
    assert!(ring.entries.iter().all(|entry| !entry.may_be_private()));
    assert!(text(&made.token, 0).contains(r#""kid":"b""#));
    let prints: BTreeSet<_> = ring
        .entries
        .iter()
        .map(|entry| thumbprint(entry.key.as_ref().expect("a key")))
        .collect();
    assert_eq!(prints.len(), 3);
}

#[test]
fn the_large_one_has_500_kb_of_json() {
    let payload = text(&make(Example::Large).token, 1);
    assert!((500_000..501_000).contains(&payload.len()));
    let value: serde_json::Value = serde_json::from_str(&payload).expect("JSON");
    let members = value["members"].as_array().expect("a list");
    assert!(members.len() > 1000);
    assert!(members.iter().all(|member| member["email"].is_string()));
}

#[test]
fn a_source_without_the_key_makes_nothing() {
    let jwk = pasted("rsa", "private_jwk");
    let public = pasted("rsa", "public_jwk");
    for alg in of_algorithms() {
        let example = Example::Of(alg);
        match alg.key_type() {
            KeyType::Secret => {}
            KeyType::Rsa => {
                assert!(example.make(NOW, KeySource::Seed(seed())).is_none());
                assert!(example.make(NOW, KeySource::RsaJwk(&public)).is_none());
                assert!(example.make(NOW, KeySource::RsaJwk("no key")).is_none());
            }
            _ => assert!(example.make(NOW, KeySource::RsaJwk(&jwk)).is_none()),
        }
    }
    let set = Example::KeySet.make(NOW, KeySource::RsaJwk(&jwk));
    assert!(set.is_none());
}

/// A browser's own crypto writes what the key is for into the JWK, and signing alone is too little here.
#[test]
fn a_key_of_the_browser_verifies_too() {
    let members = json!({ "alg": "RS256", "ext": true, "key_ops": ["sign"] });
    let jwk = jwk_with("rsa", "private_jwk", &members).to_string();
    for alg in of_algorithms().filter(|alg| alg.key_type() == KeyType::Rsa) {
        let made = Example::Of(alg).make(NOW, KeySource::RsaJwk(&jwk));
        let made = made.expect("an example");
        let verdict = judge(&sign(&made.token, &made), &made, NOW);
        assert_eq!(verdict.signature.state(), State::Pass, "{}", alg.name());
    }
}

/// "Generate": whatever payload is there, under the fresh key.
#[test]
fn a_fresh_key_signs_a_given_payload() {
    let payload = "{ \"sub\":100002348117421473,\r\n\"z\":1.0 }";
    for name in ["HS512", "ES256K", "Ed25519"] {
        let alg = Algorithm::from_name(name).expect("an algorithm");
        let key = generate(alg, seed()).expect("a key");
        let made = token_for(alg, &key, payload).expect("a token");
        assert_eq!(text(&made.token, 1), payload);
        let verdict = judge(&made.token, &made, NOW);
        assert_eq!(verdict.signature.state(), State::Pass, "{name}");
    }
}

/// RFC 7638 section 7: the thumbprint of a secret lets guesses be tested, so it stays out of the token.
#[test]
fn a_secret_is_not_named_by_its_thumbprint() {
    let alg = Algorithm::from_name("HS256").expect("an algorithm");
    let key: Key = generate(alg, seed()).expect("a key");
    let made = token_for(alg, &key, &claims(NOW)).expect("a token");
    assert!(!text(&made.token, 0).contains("kid"));
    assert!(!made.key.contains("kid"));
}

/// Times beyond all reason are no reason to fall over.
#[test]
fn any_time_makes_a_token() {
    for now in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0, f64::MAX] {
        let made = make_at(Example::MENU[0], now);
        let verdict = judge(&made.token, &made, NOW);
        assert_eq!(verdict.signature.state(), State::Pass);
    }
}
