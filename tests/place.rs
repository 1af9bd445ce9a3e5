//! Links: what they may bring, and what they may not.

mod support;

use jwt_inspector::jose::alg::SUPPORTED;
use jwt_inspector::lint::{Policy, Profile};
use jwt_inspector::place::Link;
use proptest::prelude::*;
use proptest::{option, sample::select};
use serde_json::json;
use support::{cases, jwk_with, pasted};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn with_key(text: &str) -> Link {
    let escaped = text.replace('%', "%25").replace('&', "%26");
    Link::read(&format!("#token=a.b.c&key={escaped}")).expect("a link")
}

#[test]
fn a_public_key_comes_with_a_link() {
    let jwk = pasted("rsa", "public_jwk");
    assert_eq!(with_key(&jwk).key, Some(jwk));
    let pem = pasted("p-256", "spki");
    assert_eq!(with_key(&pem).key, Some(pem));
}

/// A set of a real issuer may hold a key that this page does not know.
#[test]
fn a_public_key_of_an_unknown_kind_does_not_spoil_a_set() {
    let unknown = json!({ "kty": "OKP", "crv": "Ed448", "x": "AA" });
    let set = json!({ "keys": [unknown, jwk_with("rsa", "public_jwk", &json!({}))] }).to_string();
    assert_eq!(with_key(&set).key, Some(set));
}

/// One private member is enough to be private, whether it makes a key that can sign or not.
#[test]
fn nothing_private_comes_with_a_link() {
    let prime = jwk_with("rsa", "public_jwk", &json!({ "p": "AQAB" })).to_string();
    for text in [
        &prime,
        &pasted("rsa", "private_jwk"),
        &pasted("p-256", "sec1"),
        r#"{"kty":"AKP","alg":"ML-DSA-44","pub":"AAAA","priv":"AAAA"}"#,
        "a secret",
    ] {
        let link = with_key(text);
        assert_eq!((link.key, link.secret_refused), (None, true), "{text}");
    }
}

#[test]
fn a_question_mark_in_a_value_is_part_of_it() {
    let link = Link::read("#token=a.b.c?x&alg=ES256").expect("a link");
    assert_eq!(link.token.as_deref(), Some("a.b.c?x"));
    let old = Link::read("#debugger?token=a.b.c").expect("a link");
    assert_eq!(old.token.as_deref(), Some("a.b.c"));
}

#[test]
fn an_algorithm_that_is_not_supported_is_not_passed_over() {
    let link = Link::read("#alg=Ed448").expect("a link");
    assert_eq!(
        (link.algorithm, link.unknown_algorithm.as_deref()),
        (None, Some("Ed448"))
    );
}

/// A time is written as in a token.
#[test]
fn a_time_is_a_json_number() {
    let now = |text: &str| Link::read(&format!("#alg=none&now={text}")).and_then(|link| link.now);
    assert_eq!(now("1700000000"), Some(1_700_000_000.0));
    assert_eq!(now("-1.5"), Some(-1.5));
    for text in [
        "",
        "tomorrow",
        "inf",
        "NaN",
        "1e999",
        "1700000000s",
        "[1]",
        "\"1\"",
    ] {
        assert_eq!(now(text), None, "{text}");
    }
}

#[test]
fn a_place_is_no_link() {
    assert_eq!(Link::read("#/learn/1"), None);
    assert_eq!(Link::read(""), None);
}

/// What is in the box is no link of its own: whatever a token holds comes back as it was.
#[test]
fn characters_that_mean_something_in_a_link_are_escaped() {
    let token = "a.b&key=x#?%41+ \u{fc}";
    let link = Link {
        token: Some(token.to_owned()),
        ..Link::default()
    };
    let fragment = link.to_fragment();
    assert_eq!(fragment, "token=a.b%26key%3Dx%23%3F%2541%2B%20%C3%BC");
    assert_eq!(Link::read(&fragment), Some(link));
}

/// Mail and chat programs end a link before a full stop, and an unsecured token ends with one.
#[test]
fn a_link_does_not_end_with_a_full_stop() {
    let link = Link {
        token: Some("a.b.".to_owned()),
        ..Link::default()
    };
    assert_eq!(link.to_fragment(), "token=a.b%2E");
}

#[test]
fn nothing_private_is_written_into_a_link() {
    for name in ["private_jwk", "pkcs8"] {
        let link = Link {
            token: Some("a.b.c".to_owned()),
            key: Some(pasted("rsa", name)),
            ..Link::default()
        };
        assert_eq!(link.to_fragment(), "token=a.b.c", "{name}");
    }
    let secret = Link {
        key: Some("a secret".to_owned()),
        ..Link::default()
    };
    assert_eq!(secret.to_fragment(), "");
}

#[test]
fn what_is_expected_of_the_token_is_in_the_link_where_it_is_not_the_default() {
    let link = Link::read(
        "#kind=id-token&lifetime=600&require=exp%20sub,nonce&iss=https%3A%2F%2Fi&aud=me",
    );
    let policy = link.unwrap().policy.unwrap();
    assert_eq!(policy.profile, Some(Profile::IdToken));
    assert_eq!(policy.max_lifetime, Some(600));
    assert_eq!(policy.required, ["exp", "sub", "nonce"]);
    assert_eq!(policy.issuer.as_deref(), Some("https://i"));
    assert_eq!(policy.audience.as_deref(), Some("me"));
    // What cannot be read asks for nothing.
    let link = Link::read("#kind=nonsense&lifetime=long").unwrap();
    assert_eq!(link.policy, Some(Policy::default()));
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn reading_undoes_writing(
        token: String,
        key in option::of(select(vec![pasted("rsa", "public_jwk"), pasted("p-256", "spki")])),
        now in option::of(-1_i64 << 52..1 << 52),
        algorithm in option::of(select(SUPPORTED.to_vec())),
        profile in option::of(select(Profile::ALL.to_vec())),
        max_lifetime: Option<u64>,
        required in prop::collection::vec("[a-z:/]{1,8}", 0..4),
        issuer: Option<String>,
        audience: Option<String>,
    ) {
        let policy = Policy { profile, max_lifetime, required, issuer, audience };
        let link = Link {
            token: Some(token),
            key,
            now: now.map(|now| now as f64),
            algorithm: algorithm.map(|(name, _)| name.to_owned()),
            policy: Some(policy).filter(|policy| *policy != Policy::default()),
            ..Link::default()
        };
        let fragment = link.to_fragment();
        prop_assert!(fragment.bytes().all(|byte| byte.is_ascii_graphic()));
        prop_assert_eq!(Link::read(&fragment), Some(link));
    }
}
