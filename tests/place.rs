//! Links: what they may bring, and what they may not.

mod support;

use jwt_inspector::jose::alg::SUPPORTED;
use jwt_inspector::lint::{Policy, Profile};
use jwt_inspector::panel::Panel;
use jwt_inspector::place::{DemoSecret, Link, MAX_NOTE};
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

fn demo(secret: &str) -> Option<DemoSecret> {
    Some(DemoSecret(secret.to_owned().into()))
}

fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

fn read(parameters: &str) -> Link {
    Link::read(&format!("#token=a.b.c&{parameters}")).expect("a link")
}

#[test]
fn a_shared_secret_that_is_marked_as_one_for_demos_comes_with_a_link() {
    for secret in ["a secret", r#"{"kty":"oct","k":"c2VjcmV0"}"#] {
        let link = read(&format!("demo-secret={}", escaped(secret)));
        assert_eq!(
            (link.demo_secret, link.secret_refused),
            (demo(secret), false)
        );
    }
}

/// What guards something is not read, whatever it is called, and that is said.
#[test]
fn a_private_key_is_no_demo_secret() {
    for key in [pasted("rsa", "pkcs8"), pasted("p-256", "private_jwk")] {
        let link = read(&format!("demo-secret={}", escaped(&key)));
        assert_eq!(
            (link.demo_secret, link.secret_refused),
            (None, true),
            "{key}"
        );
        let link = Link {
            demo_secret: demo(&key),
            ..Link::default()
        };
        assert_eq!(link.to_fragment(), "", "{key}");
    }
    assert!(!read("demo-secret=").secret_refused);
}

/// There is one key box: what is said of it has to be said of what is in it.
#[test]
fn a_demo_secret_comes_alone() {
    let public = pasted("p-256", "spki");
    for pairs in [
        format!("key={}&demo-secret=x", escaped(&public)),
        format!("demo-secret=x&key={}", escaped(&public)),
    ] {
        let link = read(&pairs);
        assert_eq!((link.key.as_ref(), link.demo_secret), (Some(&public), None));
    }
    let private = escaped(&pasted("p-256", "sec1"));
    let link = read(&format!("demo-secret=x&key={private}"));
    assert_eq!(
        (link.key, link.demo_secret, link.secret_refused),
        (None, None, true)
    );
}

#[test]
fn a_demo_secret_is_not_shown_to_who_debugs() {
    let link = read("demo-secret=hunter2");
    assert!(!format!("{link:?}").contains("hunter2"));
}

#[test]
fn a_note_is_cut_between_two_characters() {
    let note = read(&format!("note={}", escaped(&"€".repeat(MAX_NOTE)))).note;
    assert_eq!(note, Some("€".repeat(MAX_NOTE / 3)));
}

/// Whoever makes a link must not be able to push what the page says out of sight, or to write over it.
#[test]
fn a_note_is_no_more_than_text() {
    let note = |text: &str| read(&format!("note={}", escaped(text))).note;
    assert_eq!(
        note("one\r\n\r\n\r\n \r\n  two\n").as_deref(),
        Some("one\n\ntwo")
    );
    let turned = "\u{202e}deifireV\u{202c} \u{2067}x\u{2069}\u{0}\u{7}\u{2028}\u{85}";
    assert_eq!(note(turned).as_deref(), Some("deifireV x"));
    assert_eq!(note("\n \u{200b}\n"), None);
}

/// It is about the token that it came with.
#[test]
fn a_note_comes_with_a_token() {
    assert_eq!(Link::read("#note=Verified"), None);
    assert_eq!(Link::read("#alg=HS256&note=Verified").unwrap().note, None);
}

#[test]
fn an_explanation_that_there_is_not_is_not_opened() {
    assert_eq!(read("open=about-key").panel, Some(Panel::Key));
    assert_eq!(read("open=about-nothing").panel, None);
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn reading_undoes_writing(
        token: String,
        key in option::of(select(vec![pasted("rsa", "public_jwk"), pasted("p-256", "spki")])),
        secret in option::of("[a-z][a-z &]{0,8}"),
        note in option::of("[a-z\u{e4}\u{1f600}%&=]{1,9}"),
        panel in option::of(select(Panel::ALL.to_vec())),
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
            demo_secret: secret.filter(|_| key.is_none()).as_deref().and_then(demo),
            key,
            note,
            panel,
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
