//! Which key of several is used, and what a key says of itself (RFC 7515 section 4.1.4, RFC 7517 sections 4 and 5).

mod support;

use jwt_inspector::jose::State;
use jwt_inspector::jose::verify::SignatureCheck;
use serde_json::{Value, json};
use support::{hs256, jwk_with, jwks, pasted, signature, signed, verdict};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const PASS: (State, &str) = (State::Pass, "signature.verified");
const MISMATCH: (State, &str) = (State::Fail, "signature.mismatch");
const NO_MATCH: (State, &str) = (State::Unknown, "key.no-match");
const NOT_FOR_THIS: (State, &str) = (State::Unknown, "key.not-for-this");

/// Its `kid` is `p-256`.
fn token() -> &'static str {
    signed("ES256", "p-256")
}

/// A token by the same key that names none.
fn without_kid() -> String {
    use jwt_inspector::jose::Source;
    use jwt_inspector::jose::sign::Signer;
    let unsigned = support::compact(r#"{"alg":"ES256"}"#, "{}", "");
    let (source, key) = (
        Source::read(&unsigned),
        support::key(&pasted("p-256", "pkcs8")),
    );
    let signer = Signer::new(&source, &key).expect("a private key");
    signer.sign(&unsigned, support::seed()).expect("a token")
}

fn named(name: &str, kid: &str) -> Value {
    jwk_with(name, "public_jwk", &json!({ "kid": kid }))
}

fn unnamed(name: &str) -> Value {
    jwk_with(name, "public_jwk", &json!({}))
}

/// Which key of a set verified, and how many were tried.
fn matched(token: &str, pasted_key: &str) -> (usize, usize, Option<String>) {
    match verdict(token, pasted_key).signature {
        SignatureCheck::Verified(by) => (by.key().index, by.tried(), by.key().kid.clone()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_kid_chooses_among_the_keys_of_a_set() {
    let set = jwks(&[
        named("p-256-other", "x"),
        unnamed("p-256-other"),
        named("p-256", "p-256"),
    ]);
    assert_eq!(matched(token(), &set), (2, 1, Some("p-256".to_owned())));
}

/// The named key is the one that is meant: no other is tried in its place.
#[test]
fn the_key_of_the_kid_is_the_only_one_tried() {
    let set = jwks(&[
        named("p-256-other", "p-256"),
        named("p-256", "x"),
        unnamed("p-256"),
    ]);
    assert_eq!(signature(token(), &set), MISMATCH);
    let SignatureCheck::Mismatch(mismatch) = verdict(token(), &set).signature else {
        panic!("a mismatch");
    };
    assert_eq!(mismatch.tried.len(), 1);
    assert_eq!(mismatch.tried[0].index, 0);
}

#[test]
fn keys_that_share_a_kid_are_all_tried() {
    let set = jwks(&[named("p-256-other", "p-256"), named("p-256", "p-256")]);
    assert_eq!(matched(token(), &set), (1, 2, Some("p-256".to_owned())));
}

#[test]
fn without_a_kid_every_key_of_the_type_is_tried() {
    let set = jwks(&[
        named("rsa", "1"),
        named("p-384", "2"),
        named("p-256-other", "3"),
        named("p-256", "4"),
    ]);
    assert_eq!(matched(&without_kid(), &set), (3, 2, Some("4".to_owned())));
}

/// A kid that no key has: keys with other names are not the one that is meant, a key without a name may be.
#[test]
fn an_unknown_kid_matches_no_named_key() {
    assert_eq!(
        signature(token(), &jwks(&[named("p-256", "old")])),
        NO_MATCH
    );
    assert_eq!(signature(token(), &jwks(&[])), NO_MATCH);
    let set = jwks(&[named("p-256", "old"), unnamed("p-256")]);
    assert_eq!(matched(token(), &set), (1, 1, None));
}

/// A single JWK was pasted for this token: its name is no reason to refuse it.
#[test]
fn a_single_jwk_of_another_name_is_used() {
    assert_eq!(
        signature(token(), &named("p-256", "another").to_string()),
        PASS
    );
}

#[test]
fn a_kid_of_a_key_of_another_type_is_no_match() {
    for other in ["rsa", "p-384", "ed25519", "secp256k1"] {
        let set = jwks(&[named(other, "p-256"), named("p-256", "x")]);
        assert_eq!(signature(token(), &set), NO_MATCH, "{other}");
    }
}

#[test]
fn an_unreadable_member_of_a_set_does_not_hide_the_others() {
    let broken = [
        json!({"kty": "EC"}),
        json!({"kty": "XX", "kid": "p-256"}),
        json!(5),
        json!(null),
        json!({}),
    ];
    for broken in broken {
        let set = jwks(&[broken.clone(), named("p-256", "p-256")]);
        assert_eq!(signature(token(), &set), PASS, "{broken}");
        assert_eq!(
            signature(token(), &jwks(std::slice::from_ref(&broken))),
            NO_MATCH,
            "{broken}"
        );
    }
}

#[test]
fn an_array_of_keys_and_several_pem_blocks_are_tried_in_order() {
    let array = json!([unnamed("p-256-other"), unnamed("p-256")]).to_string();
    assert_eq!(matched(token(), &array), (1, 2, None));
    let pems = [
        pasted("rsa", "spki"),
        pasted("p-256-other", "spki"),
        pasted("p-256", "certificate"),
    ]
    .concat();
    assert_eq!(matched(token(), &pems), (2, 2, None));
    let none = [pasted("rsa", "spki"), pasted("p-384", "spki")].concat();
    assert_eq!(signature(token(), &none), NO_MATCH);
}

/// The same name twice in a JWK (RFC 7517 section 4): one parser reads one key, another another.
#[test]
fn a_jwk_with_a_repeated_member_is_unreadable() {
    let jwk = unnamed("p-256")
        .to_string()
        .replacen('{', r#"{"kty":"RSA","#, 1);
    assert_eq!(signature(token(), &jwk), (State::Unknown, "key.unreadable"));
    assert_eq!(
        signature(token(), &jwk.replacen("kty", "\\u006bty", 1)),
        (State::Unknown, "key.unreadable")
    );
}

fn restricted(form: &str, members: &Value) -> (State, &'static str) {
    let jwk = jwk_with("p-256", form, members);
    let single = signature(token(), &jwk.to_string());
    let in_set = signature(token(), &jwks(&[jwk]));
    if single.0 == State::Pass {
        assert_eq!(in_set, PASS);
    } else {
        assert_eq!(in_set, NO_MATCH);
    }
    single
}

/// RFC 7517 sections 4.2 to 4.4: a verifier that heeds them refuses, another may not; the token is not invalid.
#[test]
fn a_key_says_what_it_is_for() {
    let refused = [
        json!({"use": "enc"}),
        json!({"use": "SIG"}),
        json!({"key_ops": ["sign"]}),
        json!({"key_ops": []}),
        json!({"key_ops": ["encrypt", "deriveKey"]}),
        json!({"alg": "ES384"}),
        json!({"alg": "es256"}),
        json!({"alg": "ECDH-ES"}),
        json!({"alg": ""}),
    ];
    for members in refused {
        assert_eq!(
            restricted("public_jwk", &members),
            NOT_FOR_THIS,
            "{members}"
        );
    }
    let allowed = [
        json!({"use": "sig"}),
        json!({"key_ops": ["verify"]}),
        json!({"key_ops": ["sign", "verify"]}),
        json!({"alg": "ES256", "use": "sig", "key_ops": ["verify"]}),
    ];
    for members in allowed {
        assert_eq!(restricted("public_jwk", &members), PASS, "{members}");
    }
    assert_eq!(
        restricted("private_jwk", &json!({"key_ops": ["sign"]})),
        PASS
    );
}

/// `use`, `alg` and `kid` are strings, `key_ops` an array of them: what is not cannot be heeded, nor passed over.
#[test]
fn a_restriction_of_the_wrong_type_is_not_passed_over() {
    let wrong = [
        json!({"use": 5}),
        json!({"alg": ["ES384"]}),
        json!({"key_ops": "sign"}),
        json!({"use": null}),
    ];
    let passed_over = wrong
        .into_iter()
        .filter(|members| restricted("public_jwk", members).0 == State::Pass);
    assert_eq!(passed_over.collect::<Vec<_>>(), Vec::<Value>::new());
}

#[test]
fn a_secret_says_what_it_is_for() {
    let token = hs256(support::HS256, "{}");
    let k = jwt_inspector::jose::base64url::encode(support::SECRET.as_bytes());
    let with = |members: &str| signature(&token, &format!(r#"{{"kty":"oct","k":"{k}"{members}}}"#));
    assert_eq!(with(""), PASS);
    assert_eq!(with(r#","alg":"HS256","key_ops":["sign","verify"]"#), PASS);
    assert_eq!(with(r#","alg":"HS512""#), NOT_FOR_THIS);
    assert_eq!(with(r#","use":"enc""#), NOT_FOR_THIS);
    assert_eq!(with(r#","key_ops":["sign"]"#), NOT_FOR_THIS);
}

/// RFC 9864: both names mean the same, in a key as in a header.
#[test]
fn a_key_for_eddsa_is_one_for_ed25519() {
    for in_header in ["EdDSA", "Ed25519"] {
        for in_key in ["EdDSA", "Ed25519"] {
            let jwk = jwk_with("ed25519", "public_jwk", &json!({ "alg": in_key })).to_string();
            assert_eq!(
                signature(signed(in_header, "ed25519"), &jwk),
                PASS,
                "{in_header} {in_key}"
            );
        }
    }
}

/// A set may be long; its keys are all looked at, or it is said that they were not.
#[test]
fn a_key_far_down_a_long_set_is_found() {
    let mut set: Vec<Value> = (0..300)
        .map(|n| named("p-256-other", &n.to_string()))
        .collect();
    set.push(named("p-256", "p-256"));
    assert_eq!(signature(token(), &jwks(&set)), PASS);
}

#[test]
fn a_set_without_the_curve_says_why_each_key_was_left_out() {
    use jwt_inspector::jose::verify::SignatureCheck::Key;
    let set = jwks(&[
        named("rsa", "p-256"),
        named("p-256", "x"),
        json!({"kty": "XX", "kid": "p-256"}),
    ]);
    let Key(problem) = verdict(token(), &set).signature else {
        panic!("no key matches");
    };
    let told = format!("{problem:?}");
    for reason in ["WrongType", "OtherKid", "Unreadable"] {
        assert!(told.contains(reason), "{told}");
    }
}

/// The right key may be the one that cannot be read: a mismatch of the others proves nothing.
#[test]
fn a_mismatch_beside_an_unreadable_key_proves_nothing() {
    let set = jwks(&[
        json!({ "kty": "EC", "crv": "P-256" }),
        unnamed("p-256-other"),
    ]);
    let token = signed("ES256", "p-256");
    assert_eq!(signature(token, &set), (State::Unknown, "key.no-match"));
}

/// Without a key of the name that is asked for, one without a name may be it, or not.
#[test]
fn a_mismatch_of_an_unnamed_key_proves_nothing_about_a_named_one() {
    let set = jwks(&[named("p-256-other", "another"), unnamed("p-256-other")]);
    let token = signed("ES256", "p-256");
    assert_eq!(signature(token, &set), (State::Unknown, "key.no-match"));
}
