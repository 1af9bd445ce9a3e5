//! What a token wants to be verified with.

use crate::support::compact;
use crate::want;
use jwt_inspector::jose::{Algorithm, SecretEncoding, Source};
use jwt_inspector::lint::Policy;
use jwt_inspector::snippets::{KeySource, Want};
use jwt_inspector::words::snippets::advice;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn it_asks_for_what_the_token_says() {
    let want = want(
        r#"{"alg":"RS256","typ":"at+jwt","kid":"1"}"#,
        r#"{"iss":"https://issuer.example/a/","aud":["api","other"]}"#,
    )
    .expect("something to verify");
    assert_eq!(want.algorithm, "RS256");
    assert_eq!(want.audience.as_deref(), Some("api"));
    assert_eq!(want.typ.as_deref(), Some("at+jwt"));
    let address = "https://issuer.example/a/.well-known/jwks.json".to_owned();
    assert_eq!(want.key, KeySource::Jwks { address });
    assert!(advice(&want).contains("a guess"));
}

#[test]
fn an_address_is_guessed_only_where_there_is_a_place_for_it() {
    for (header, issuer) in [
        (r#"{"alg":"RS256"}"#, "https://issuer.example"),
        (r#"{"alg":"RS256","kid":"1"}"#, "http://issuer.example"),
        (r#"{"alg":"RS256","kid":"1"}"#, "https://a.example/?x=1"),
        (r#"{"alg":"RS256","kid":"1"}"#, "https://a.example/ '"),
        (r#"{"alg":"RS256","kid":"1"}"#, "https://"),
    ] {
        let claims = format!(r#"{{"iss":"{issuer}"}}"#);
        assert_eq!(
            want(header, &claims).map(|want| want.key),
            Ok(KeySource::Pem)
        );
    }
}

/// As the issuers' own metadata names them.
#[test]
fn the_addresses_of_known_issuers_are_theirs() {
    for (issuer, keys) in [
        (
            "https://accounts.google.com",
            "https://www.googleapis.com/oauth2/v3/certs",
        ),
        (
            "https://securetoken.google.com/project",
            "https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com",
        ),
        (
            "https://sts.windows.net/t/",
            "https://login.microsoftonline.com/t/discovery/keys",
        ),
        (
            "https://login.microsoftonline.com/t/v2.0",
            "https://login.microsoftonline.com/t/discovery/v2.0/keys",
        ),
        (
            "https://a.example/realms/r",
            "https://a.example/realms/r/protocol/openid-connect/certs",
        ),
        (
            "https://a.okta.com/oauth2/default",
            "https://a.okta.com/oauth2/default/v1/keys",
        ),
        ("https://a.okta.com", "https://a.okta.com/oauth2/v1/keys"),
        (
            "https://token.actions.githubusercontent.com",
            "https://token.actions.githubusercontent.com/.well-known/jwks",
        ),
        (
            "https://gitlab.com",
            "https://gitlab.com/oauth/discovery/keys",
        ),
        (
            "https://appleid.apple.com",
            "https://appleid.apple.com/auth/keys",
        ),
        (
            "https://kubernetes.default.svc.cluster.local",
            "https://kubernetes.default.svc.cluster.local/openid/v1/jwks",
        ),
    ] {
        let claims = format!(r#"{{"iss":"{issuer}"}}"#);
        let key = want(r#"{"alg":"RS256","kid":"1"}"#, &claims).map(|want| want.key);
        let address = keys.to_owned();
        assert_eq!(key, Ok(KeySource::Jwks { address }));
    }
}

#[test]
fn what_the_person_expects_comes_first() {
    let source = Source::read(&compact(
        r#"{"alg":"RS512"}"#,
        r#"{"iss":"a","aud":"b"}"#,
        "",
    ));
    let expected = Policy {
        issuer: Some("mine".to_owned()),
        audience: Some("me".to_owned()),
        ..Policy::default()
    };
    let required = Algorithm::from_name("RS256");
    let want = Want::read(&source, required, &expected, SecretEncoding::Hex, 0).expect("a want");
    assert_eq!(want.algorithm, "RS256");
    assert_eq!(
        (want.issuer.as_deref(), want.audience.as_deref()),
        (Some("mine"), Some("me"))
    );
}

#[test]
fn both_names_of_ed25519_are_kept() {
    for name in ["EdDSA", "Ed25519"] {
        let header = format!(r#"{{"alg":"{name}"}}"#);
        assert_eq!(want(&header, "{}").map(|want| want.algorithm), Ok(name));
    }
}
