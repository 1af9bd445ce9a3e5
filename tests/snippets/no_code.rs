//! Where there is no code: for what cannot be verified, and by a library that lacks the algorithm.

use crate::support::compact;
use crate::{full, want};
use jwt_inspector::jose::{Algorithm, SecretEncoding, Source};
use jwt_inspector::lint::Policy;
use jwt_inspector::snippets::{KeySource, Language, NoSnippet, Want, snippet};
use jwt_inspector::words::snippets::{name, why_not};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn there_is_no_code_for_what_cannot_be_verified() {
    assert_eq!(want(r#"{"alg":"none"}"#, "{}"), Err(NoSnippet::Unsecured));
    assert_eq!(
        want(r#"{"alg":"HS1"}"#, "{}"),
        Err(NoSnippet::UnknownAlgorithm)
    );
    assert_eq!(want(r#"{}"#, "{}"), Err(NoSnippet::UnknownAlgorithm));
    assert_eq!(want("x", "{}"), Err(NoSnippet::NotSigned));
    // A library for JWTs refuses what stands behind the first "~" (RFC 9901 section 4).
    let token = compact(r#"{"alg":"HS256"}"#, "{}", "AAAA") + "~ZGlzY2xvc3VyZQ~";
    let read = Want::read(
        &Source::read(&token),
        None,
        &Policy::default(),
        SecretEncoding::Utf8,
        0,
    );
    assert_eq!(read, Err(NoSnippet::SdJwt));
    assert!(why_not(&NoSnippet::SdJwt).contains("a library for SD-JWTs"));
    // Not even where another algorithm is required.
    let unsigned = Source::read(&compact(r#"{"alg":"none"}"#, "{}", ""));
    let required = Algorithm::from_name("HS256");
    let read = Want::read(
        &unsigned,
        required,
        &Policy::default(),
        SecretEncoding::Utf8,
        0,
    );
    assert_eq!(read, Err(NoSnippet::Unsecured));
}

#[test]
fn a_library_that_lacks_the_algorithm_is_named_with_those_that_do_not() {
    let lacking = |algorithm: &str| -> Vec<&str> {
        let all = Language::ALL.into_iter();
        all.filter(|language| !language.verifies(algorithm))
            .map(Language::id)
            .collect()
    };
    assert_eq!(lacking("HS256"), [""; 0]);
    assert_eq!(lacking("ES512"), ["rust", "php"]);
    assert_eq!(lacking("PS256"), ["php"]);
    assert_eq!(lacking("ES256K"), ["node", "go", "java", "csharp", "rust"]);
    assert_eq!(lacking("EdDSA"), ["java", "csharp", "ruby"]);
    let none = snippet(Language::Rust, &full("ES512", KeySource::Pem)).expect_err("no snippet");
    assert_eq!(
        why_not(&none),
        "jsonwebtoken does not verify ES512 by itself. jose, PyJWT, golang-jwt, Nimbus JOSE+JWT, \
         Microsoft.IdentityModel.JsonWebTokens and jwt do."
    );
    let none = snippet(Language::Go, &full("Ed25519", KeySource::Pem)).expect_err("no snippet");
    assert!(why_not(&none).ends_with(" jose does."));
    assert_eq!(
        name(Language::CSharp),
        "C#, with Microsoft.IdentityModel.JsonWebTokens"
    );
}
