//! What kind of token it is, by its type or its claims.

use crate::has;
use crate::support::lint::{claims, findings, findings_by};
use crate::support::{HS256, NOW, SECRET, hs256};
use jwt_inspector::jose::{KeyInput, Source};
use jwt_inspector::lint::{Policy, Profile, Rule, Subject};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn profile_by(policy: &Policy, token: &str) -> Option<Profile> {
    let subject = Subject {
        source: &Source::read(token),
        key: &KeyInput::Empty,
        policy,
        now: NOW,
        skew: 0.0,
    };
    subject.profile()
}

fn profile(header: &str, payload: &str) -> Option<Profile> {
    profile_by(&Policy::default(), &hs256(header, payload))
}

#[test]
fn a_kind_is_told_by_typ() {
    let kinds = [
        ("at+jwt", Profile::AccessToken),
        ("application/AT+JWT", Profile::AccessToken),
        ("dpop+jwt", Profile::DpopProof),
        ("logout+jwt", Profile::LogoutToken),
        ("secevent+jwt", Profile::SecurityEvent),
        ("client-authentication+jwt", Profile::ClientAssertion),
        ("vc+sd-jwt", Profile::Credential),
        ("dc+sd-jwt", Profile::Credential),
        ("trust-mark+jwt", Profile::OtherType),
        ("JWT", Profile::Plain),
    ];
    for (typ, wanted) in kinds {
        let header = format!(r#"{{"alg":"HS256","typ":"{typ}"}}"#);
        assert_eq!(profile(&header, "{}"), Some(wanted), "{typ}");
    }
}

#[test]
fn without_a_telling_typ_a_kind_is_told_by_the_claims() {
    let kinds = [
        (r#"{"nonce":"a"}"#, Profile::IdToken),
        (r#"{"auth_time":1,"sub":"a"}"#, Profile::IdToken),
        (r#"{"token_use":"id"}"#, Profile::IdToken),
        // What they say of themselves counts more than scopes.
        (r#"{"typ":"ID","scope":"openid"}"#, Profile::IdToken),
        (r#"{"token_use":"id","client_id":"a"}"#, Profile::IdToken),
        (r#"{"typ":"Bearer"}"#, Profile::AccessToken),
        (r#"{"typ":"DPoP","scope":"openid"}"#, Profile::AccessToken),
        (r#"{"token_use":"access"}"#, Profile::AccessToken),
        (r#"{"typ":"Refresh","scope":"openid"}"#, Profile::Plain),
        (r#"{"token_use":"x","client_id":"a"}"#, Profile::Plain),
        // The assertion of an account of Google's (RFC 7523 section 3).
        (
            r#"{"iss":"a","scope":"b","aud":"https://oauth2.googleapis.com/token"}"#,
            Profile::Plain,
        ),
        (r#"{"auth_time":1,"scope":"openid"}"#, Profile::AccessToken),
        (r#"{"scp":["a"]}"#, Profile::AccessToken),
        (
            r#"{"htm":"GET","htu":"https://a.example"}"#,
            Profile::DpopProof,
        ),
        (
            r#"{"events":{"http://schemas.openid.net/event/backchannel-logout":{}}}"#,
            Profile::LogoutToken,
        ),
        (r#"{"events":{"urn:a":{}}}"#, Profile::SecurityEvent),
        (
            r#"{"iss":"a","sub":"a","aud":"b"}"#,
            Profile::ClientAssertion,
        ),
        (r#"{"vc":{}}"#, Profile::Credential),
        // A request object (RFC 9101), though it has scope and nonce.
        (
            r#"{"scope":"a","nonce":"b","response_type":"code"}"#,
            Profile::Plain,
        ),
        (r#"{"iss":"a","sub":"b"}"#, Profile::Plain),
    ];
    for (payload, wanted) in kinds {
        assert_eq!(profile(HS256, payload), Some(wanted), "{payload}");
    }
    assert_eq!(profile(HS256, "text"), None);
    assert_eq!(profile_by(&Policy::default(), ""), None);
}

#[test]
fn the_person_can_choose_another_kind() {
    for chosen in Profile::ALL {
        let policy = Policy {
            profile: Some(chosen),
            ..Policy::default()
        };
        assert_eq!(profile_by(&policy, &claims("")), Some(chosen));
        assert_eq!(Profile::from_name(chosen.name()), Some(chosen));
    }
    let policy = Policy {
        profile: Some(Profile::AccessToken),
        ..Policy::default()
    };
    assert!(has(&findings_by(&policy, &claims(""), SECRET), Rule::At01));
    assert!(!has(&findings(&claims(""), SECRET), Rule::At01));
}
