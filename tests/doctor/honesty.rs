//! Where nothing is wrong, or nothing helps, no more is claimed than was tried; and what is tried is bounded.

use crate::support::{HS256, SECRET, hs256, jwk_with, jwks, pasted, signed};
use crate::{PAYLOAD, by_secret, diagnosis};
use jwt_inspector::doctor::{Attempt, BUDGET, Diagnosis, MAX_LENGTH, examine};
use jwt_inspector::jose::SecretEncoding;
use jwt_inspector::jose::base64url::encode;
use serde_json::json;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn a_good_token_needs_no_doctor() {
    assert_eq!(diagnosis(&hs256(HS256, "{}"), SECRET), Diagnosis::default());
    let token = signed("RS256", "rsa");
    for form in ["spki", "pkcs8", "certificate", "public_jwk", "private_jwk"] {
        assert_eq!(diagnosis(token, &pasted("rsa", form)), Diagnosis::default());
    }
}

#[test]
fn a_wrong_key_is_not_cured_and_what_was_tried_is_told() {
    let token = hs256(HS256, r#"{"a":1}"#);
    let found = diagnosis(&token, "another/secret00");
    assert_eq!(
        (found.cure, found.explained, found.left_out),
        (None, vec![], vec![])
    );
    use Attempt::*;
    assert_eq!(
        found.tried,
        [Encoding, SecretText, SignedOver, Payload, Header]
    );

    let found = diagnosis(signed("ES256", "p-256"), &pasted("p-256-other", "spki"));
    assert_eq!((found.cure, found.explained), (None, vec![]));
    assert_eq!(found.tried, [SignatureForm, SignedOver, Payload, Header]);

    let found = diagnosis(signed("RS256", "rsa"), &pasted("rsa-other", "certificate"));
    assert_eq!(found.tried, [OtherAlgorithm, SignedOver, Payload, Header]);
}

/// Nothing is verified, so nothing was tried.
#[test]
fn without_a_key_that_fits_nothing_counts_as_tried() {
    for (token, pasted_key) in [
        (signed("RS256", "rsa"), ""),
        ("", SECRET),
        ("no token", SECRET),
        ("{}", SECRET),
    ] {
        let found = diagnosis(token, pasted_key);
        assert_eq!(found, Diagnosis::default(), "{token}");
    }
    let found = diagnosis(signed("RS256", "rsa"), &pasted("p-256", "spki"));
    assert_eq!((found.tried, found.verifications), (vec![], 0));
}

#[test]
fn the_number_of_verifications_is_bounded() {
    let mut most = 0;
    for (alg, name) in [("RS256", "rsa"), ("ES512", "p-521"), ("HS256", "oct")] {
        let token = signed(alg, name);
        let other = match name {
            "oct" => " 'MY_SECRET=61%62' ".to_owned(),
            name => pasted(&format!("{name}-other"), "spki"),
        };
        let (message, _) = token.rsplit_once('.').expect("a signature");
        let cut = &token[..token.len() - 1];
        let strange = format!("{message}.{}", encode(&[9; 300]));
        for text in [token, cut, &strange] {
            most = most.max(diagnosis(text, &other).verifications);
        }
    }
    let strange = " 'MY_SECRET=61%62\\n00' \n";
    let found = diagnosis(&hs256(HS256, PAYLOAD), strange);
    most = most.max(found.verifications);
    assert!(most > 20 && most < 100, "{most}");
    // Many keys: as many as the budget allows.
    let keys: Vec<_> = (0..200)
        .map(|_| jwk_with("p-521-other", "public_jwk", &json!({})))
        .collect();
    let found = examine(
        signed("ES512", "p-521"),
        &jwks(&keys),
        SecretEncoding::Utf8,
        None,
        BUDGET,
    );
    assert!(
        !found.left_out.is_empty() && found.verifications < 200,
        "{found:?}"
    );
}

#[test]
fn too_large_a_token_is_not_examined_and_that_is_said() {
    let payload = format!(r#"{{"a":"{}"}}"#, "x".repeat(MAX_LENGTH));
    let found = diagnosis(&hs256(HS256, &payload), "c2VjcmV0");
    assert_eq!((found.verifications, found.tried.len()), (0, 0));
    assert!(found.left_out.contains(&Attempt::Encoding), "{found:?}");
    // A long payload is not written anew, and the rest is tried.
    let payload = format!(r#"{{"a":"{}"}}"#, "x".repeat(40_000));
    let found = diagnosis(&hs256(HS256, &payload), "another");
    assert_eq!(found.left_out, [Attempt::Payload, Attempt::Header]);
    assert!(found.tried.contains(&Attempt::Encoding));
}

#[test]
fn the_changed_key_is_not_printed() {
    let found = diagnosis(&by_secret(b"correct horse"), "'correct horse'");
    assert!(found.cure.is_some() && !format!("{found:?}").contains("horse"));
}
