//! The right key, which was kept out, or stands in other text.

use crate::support::{HS256, SECRET, hs256, jwk_with, jwks, pasted, signed};
use crate::{changes, token_by};
use jwt_inspector::doctor::{Change, KeptOut};
use jwt_inspector::jose::Algorithm;
use jwt_inspector::jose::alg::Curve;
use jwt_inspector::jose::base64url::encode;
use serde_json::json;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn another_key_of_the_set_is_found() {
    let token = token_by(
        Algorithm::Es(Curve::P256),
        "p-256",
        r#"{"alg":"ES256","kid":"old"}"#,
    );
    let named = |name: &str, kid: &str| jwk_with(name, "public_jwk", &json!({ "kid": kid }));
    let set = jwks(&[
        named("p-256-other", "old"),
        named("rsa", "r"),
        named("p-256", "new"),
    ]);
    let wanted = Change::OtherKey {
        index: Some(2),
        kid: Some("new".to_owned()),
        kept_out: KeptOut::Kid("old".to_owned()),
    };
    assert_eq!(changes(&token, &set), [wanted]);

    let without_the_name = jwks(&[named("p-256-other", "a"), named("p-256", "new")]);
    let found = changes(&token, &without_the_name);
    assert!(matches!(
        found.as_slice(),
        [Change::OtherKey {
            index: Some(1),
            kept_out: KeptOut::Kid(_),
            ..
        }]
    ));
}

#[test]
fn a_key_that_says_it_is_for_something_else_is_found() {
    let token = signed("ES256", "p-256");
    for members in [
        json!({"use": "enc"}),
        json!({"key_ops": ["sign"]}),
        json!({"alg": "ES384"}),
    ] {
        let jwk = jwk_with("p-256", "public_jwk", &members).to_string();
        let found = changes(token, &jwk);
        assert!(
            matches!(
                found.as_slice(),
                [Change::OtherKey {
                    index: None,
                    kept_out: KeptOut::Restriction,
                    ..
                }]
            ),
            "{jwk}"
        );
    }
    let secret = json!({ "kty": "oct", "k": encode(SECRET.as_bytes()), "use": "enc" }).to_string();
    assert!(matches!(
        changes(&hs256(HS256, "{}"), &secret).as_slice(),
        [Change::OtherKey { .. }]
    ));
}

#[test]
fn a_key_beyond_those_that_are_tried_is_found() {
    let other = jwk_with("p-256-other", "public_jwk", &json!({}));
    let mut keys = vec![other; 50];
    keys.push(jwk_with("p-256", "public_jwk", &json!({})));
    let wanted = Change::OtherKey {
        index: Some(50),
        kid: None,
        kept_out: KeptOut::Number,
    };
    assert_eq!(changes(signed("ES256", "p-256"), &jwks(&keys)), [wanted]);
}

#[test]
fn a_key_or_certificate_is_found_in_the_text_around_it() {
    for (alg, name) in [("RS256", "rsa"), ("ES256", "p-256"), ("Ed25519", "ed25519")] {
        for form in ["spki", "certificate", "pkcs8"] {
            let pem = pasted(name, form);
            let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
            let without_begin: String = pem.lines().skip(1).collect::<Vec<_>>().join("\n");
            let without_end = pem.trim().rsplit_once('\n').expect("lines").0.to_owned();
            for text in [
                json!({ "kty": "RSA", "x5c": [body.clone()] }).to_string(),
                format!("[\"{body}\"]"),
                format!("PUBLIC_KEY=\"{body}\""),
                pem.replace("-----", "---"),
                without_begin,
                without_end,
            ] {
                assert_eq!(
                    changes(signed(alg, name), &text),
                    [Change::BareKey],
                    "{text}"
                );
            }
        }
    }
}
