//! Tokens that are signed by another algorithm than their header names or the person requires.

use crate::support::{SECRET, hs256, pasted};
use crate::{HS, by_secret, examined, explained, token_by};
use jwt_inspector::doctor::{Change, Explanation, SecretText};
use jwt_inspector::jose::alg::{Curve, Hash};
use jwt_inspector::jose::{Algorithm, SecretEncoding};
use serde_json::json;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn a_required_algorithm_that_excludes_the_token_is_told() {
    let token = by_secret(b"secret");
    let required = Algorithm::Hs(Hash::Sha512);
    let lifted = Change::AnyAlgorithm { required };
    let found = examined(&token, "secret", SecretEncoding::Utf8, Some(required));
    let cure = found.cure.expect("a cure");
    assert_eq!(cure.changes.first(), Some(&lifted));
    assert_eq!(cure.changes.len(), 1);
    assert!(cure.apply.any_algorithm && cure.apply.key.is_none());

    let found = examined(&token, "secret\n", SecretEncoding::Utf8, Some(required));
    let text = Change::Secret(SecretText::WithoutFinalLineBreak);
    assert_eq!(found.cure.expect("a cure").changes, [lifted, text]);
}

#[test]
fn a_header_that_names_another_algorithm_is_explained() {
    let header = |alg: &str| json!({ "alg": alg }).to_string();
    let rs = Algorithm::Rs(Hash::Sha512);
    let ps = Algorithm::Ps(Hash::Sha256);
    for (alg, name, says) in [
        (rs, "rsa", "RS256"),
        (ps, "rsa", "RS256"),
        (rs, "rsa", "HS256"),
        (rs, "rsa", "none"),
        (rs, "rsa", "rs512"),
        (Algorithm::Es(Curve::P384), "p-384", "ES256"),
        (Algorithm::Ed25519, "ed25519", "ES256"),
    ] {
        let found = explained(&token_by(alg, name, &header(says)), &pasted(name, "spki"));
        let wanted = Explanation::SignedAs {
            alg,
            header: Some(says.to_owned()),
            encoding: None,
        };
        assert_eq!(found, [wanted], "{says}");
    }
    let missing = explained(&token_by(rs, "rsa", "{}"), &pasted("rsa", "spki"));
    assert!(
        matches!(missing.as_slice(), [Explanation::SignedAs { alg, header: None, .. }] if *alg == rs)
    );
}

#[test]
fn an_hmac_under_another_name_is_explained() {
    for says in ["HS512", "HS384", "hs256", "RS256", "ES256", "HMAC-SHA256"] {
        let header = json!({ "alg": says }).to_string();
        let found = explained(&hs256(&header, "{}"), SECRET);
        let signed_as = |encoding| Explanation::SignedAs {
            alg: HS,
            header: Some(says.to_owned()),
            encoding,
        };
        assert_eq!(found, [signed_as(None)]);
        let hex: String = SECRET.bytes().map(|byte| format!("{byte:02x}")).collect();
        let found = explained(&hs256(&header, "{}"), &hex);
        assert_eq!(found, [signed_as(Some(SecretEncoding::Hex))]);
    }
}

/// RFC 8725 section 2.1.
#[test]
fn a_public_key_used_as_a_secret_is_recognised() {
    for end in ["", "\n"] {
        let pem = pasted("rsa", "spki").trim().to_owned();
        let token = by_secret([&pem, end].concat().as_bytes());
        let found = explained(&token, &pem);
        let alg = HS;
        assert_eq!(found, [Explanation::KeyAsSecret { alg, public: true }]);
    }
    let pem = pasted("p-256", "pkcs8");
    let found = explained(&by_secret(pem.as_bytes()), &pem);
    assert_eq!(
        found,
        [Explanation::KeyAsSecret {
            alg: HS,
            public: false
        }]
    );
}
