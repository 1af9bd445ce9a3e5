//! Without a key a signature stays closed; of several, one opens it.

use crate::support::{HS256, SECRET, compact, hs256, jwk_with, jwks, key, pasted, signed};
use crate::{named, opened, required, said, tampered, with_alg};
use jwt_inspector::jose::opened::{Closed, Inside, open};
use jwt_inspector::jose::{Algorithm, Source, verify};
use jwt_inspector::words::opened::facts;
use serde_json::json;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn without_a_key_or_an_algorithm_only_the_bytes_are_told() {
    let rs = opened(signed("RS256", "rsa"), "");
    assert_eq!(rs.inside, Inside::Closed(Closed::NoKey));
    assert_eq!((rs.carried.len(), rs.wanted), (256, None));
    let hs = opened(&hs256(HS256, "{}"), &pasted("rsa", "spki"));
    assert_eq!(hs.inside, Inside::Closed(Closed::NoKey));
    assert_eq!((hs.carried.len(), hs.wanted), (32, Some(32)));

    let refused = Inside::Closed(Closed::Refused);
    for token in [
        with_alg("none", ""),
        with_alg("none", "AAAA"),
        with_alg("XS256", "AAAA"),
        with_alg("HS256", "not base64url!"),
        with_alg("HS256", ""),
        compact("{}", "{}", "AAAA"),
        compact(r#"{"alg":"HS256","crit":["x"],"x":1}"#, "{}", "AAAA"),
        "a.b.c".to_owned(),
    ] {
        assert_eq!(opened(&token, SECRET).inside, refused, "{token}");
        assert!(!said(&token, SECRET)[0].meaning.is_empty());
    }
    let empty = said(&with_alg("HS256", ""), SECRET);
    assert!(empty[0].meaning.contains("third part is empty"));
    assert_eq!(named(&empty, "Length").meaning, "It has to have 32 bytes.");
    let another = Algorithm::from_name("HS512");
    let found = required(&hs256(HS256, "{}"), SECRET, another);
    assert_eq!(found.inside, refused);

    for text in ["", "no token", "a.b.c.d.e"] {
        let (source, key) = (Source::read(text), key(SECRET));
        let check = verify::signature(&source, &key, None);
        assert_eq!(open(&source, &key, &check), None);
    }
}

/// The one that verifies, else the first that fits; which one is said.
#[test]
fn of_several_keys_the_one_that_verifies_is_used() {
    let named = |name: &str| jwk_with(name, "public_jwk", &json!({}));
    let token = signed("RS512", "rsa");
    let set = jwks(&[named("p-256"), named("rsa-other"), named("rsa")]);
    let found = opened(token, &set);
    assert_eq!(found.key.as_ref().map(|key| key.index), Some(2));
    assert!(matches!(found.inside, Inside::Pkcs1(_)));
    assert_eq!(facts(&found)[1].value, "key 3 of 3");
    let found = opened(&tampered(token), &set);
    assert_eq!(found.key.map(|key| key.index), Some(1));
}
