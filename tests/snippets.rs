//! Code that verifies tokens like the one at hand. That of Node, Python and Rust is run by tests/snippets; here stands
//! what all of it must have.

mod support;

use jwt_inspector::jose::alg::SUPPORTED;
use jwt_inspector::jose::{Algorithm, SecretEncoding, Source};
use jwt_inspector::lint::Policy;
use jwt_inspector::snippets::{KeySource, Language, NoSnippet, Want, snippet};
use jwt_inspector::words::snippets::{advice, name, why_not};
use proptest::prelude::*;
use support::{cases, compact};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn want(header: &str, claims: &str) -> Result<Want, NoSnippet> {
    let source = Source::read(&compact(header, claims, "AAAA"));
    Want::read(&source, None, &Policy::default(), SecretEncoding::Utf8, 30)
}

fn full(algorithm: &'static str, key: KeySource) -> Want {
    Want {
        algorithm,
        issuer: Some("the issuer".to_owned()),
        audience: Some("the api".to_owned()),
        audiences: 1,
        typ: Some("at+jwt".to_owned()),
        key,
        leeway: 30,
    }
}

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

/// What pins the algorithm, and what each check is called.
const MUST: [(Language, [&str; 6]); 8] = [
    (
        Language::Node,
        [
            "algorithms: ['RS256']",
            "issuer: 'the issuer'",
            "audience: 'the api'",
            "typ: 'at+jwt'",
            "clockTolerance: 30",
            "requiredClaims: ['exp']",
        ],
    ),
    (
        Language::Python,
        [
            "algorithms=[\"RS256\"]",
            "issuer=\"the issuer\"",
            "audience=\"the api\"",
            "!= \"at+jwt\"",
            "leeway=30",
            "\"require\": [\"exp\"]",
        ],
    ),
    (
        Language::Go,
        [
            "jwt.WithValidMethods([]string{\"RS256\"})",
            "jwt.WithIssuer(\"the issuer\")",
            "jwt.WithAudience(\"the api\")",
            "parsed.Header[\"typ\"] != \"at+jwt\"",
            "jwt.WithLeeway(30*time.Second)",
            "jwt.WithExpirationRequired()",
        ],
    ),
    (
        Language::Java,
        [
            "JWSAlgorithm.RS256",
            ".issuer(\"the issuer\")",
            "DefaultJWTClaimsVerifier<SecurityContext>(\"the api\", exact, ",
            "new JOSEObjectType(\"at+jwt\")",
            "setMaxClockSkew(30)",
            "Set.of(\"exp\")",
        ],
    ),
    (
        Language::CSharp,
        [
            "ValidAlgorithms = [\"RS256\"]",
            "ValidIssuer = \"the issuer\"",
            "ValidAudience = \"the api\"",
            "ValidTypes = [\"at+jwt\"]",
            "TimeSpan.FromSeconds(30)",
            "RequireExpirationTime = true",
        ],
    ),
    (
        Language::Rust,
        [
            "Validation::new(Algorithm::RS256)",
            "set_issuer(&[\"the issuer\"])",
            "set_audience(&[\"the api\"])",
            "Some(\"at+jwt\")",
            "leeway = 30",
            "&[\"exp\", \"iss\", \"aud\"]",
        ],
    ),
    (
        Language::Php,
        [
            "$header->alg === 'RS256'",
            "=== \"the issuer\"",
            "in_array(\"the api\"",
            "=== \"at+jwt\"",
            "JWT::$leeway = 30",
            "isset($claims->exp)",
        ],
    ),
    (
        Language::Ruby,
        [
            "algorithms: ['RS256']",
            "iss: \"the issuer\", verify_iss: true",
            "aud: \"the api\", verify_aud: true",
            "== \"at+jwt\"",
            "leeway: 30",
            "required_claims: ['exp']",
        ],
    ),
];

#[test]
fn every_snippet_pins_the_algorithm_and_checks_the_claims() {
    let address = "https://issuer.example/.well-known/jwks.json".to_owned();
    for key in [KeySource::Pem, KeySource::Jwks { address }] {
        for (language, pieces) in MUST {
            let code = snippet(language, &full("RS256", key.clone())).expect("code");
            for piece in pieces {
                assert!(code.contains(piece), "{piece} in\n{code}");
            }
            let source = match key {
                KeySource::Pem => "public-key.pem",
                _ => "https://issuer.example/.well-known/jwks.json",
            };
            assert!(code.contains(source), "{source} in\n{code}");
            assert!(
                matches!(key, KeySource::Pem) || code.to_lowercase().contains("a guess"),
                "{code}"
            );
        }
    }
}

/// The library for C# keeps what verifies with a key, and takes it again for an equal key: disposed, it throws.
#[test]
fn the_key_of_csharp_outlives_the_call() {
    for algorithm in ["RS256", "ES256"] {
        let code = snippet(Language::CSharp, &full(algorithm, KeySource::Pem)).expect("code");
        assert!(!code.contains("using var algorithm"), "{code}");
    }
}

#[test]
fn nothing_of_a_template_is_left() {
    let encodings = SecretEncoding::ALL.map(KeySource::Secret);
    let keys = [
        KeySource::Pem,
        KeySource::Jwks {
            address: "https://a.example".to_owned(),
        },
    ];
    for language in Language::ALL {
        for (algorithm, alg) in SUPPORTED {
            let secret = matches!(alg, Algorithm::Hs(_));
            for key in if secret {
                encodings.as_slice()
            } else {
                keys.as_slice()
            } {
                let mut want = full(algorithm, key.clone());
                for _ in 0..2 {
                    let Ok(code) = snippet(language, &want) else {
                        continue;
                    };
                    assert!(
                        !code.contains(['«', '»']) && !code.contains("\n?"),
                        "{code}"
                    );
                    assert!(code.contains(algorithm), "{code}");
                    assert_eq!(code.contains("JWT_SECRET"), secret, "{code}");
                    assert!((12..=50).contains(&code.lines().count()), "{code}");
                    (want.issuer, want.audience, want.typ) = (None, None, None);
                }
            }
        }
    }
}

#[test]
fn a_value_stays_in_its_quotes() {
    let hostile = "\"'\\\n${x}#{y}$z\u{202E}\u{0}";
    let literal = |language| match language {
        Language::Node => r#"'"\'\\\u{A}${x}#{y}$z\u{202E}\u{0}'"#,
        Language::Python | Language::Go | Language::CSharp => {
            r#""\"'\\\U0000000A${x}#{y}$z\U0000202E\U00000000""#
        }
        Language::Java => r#""\"'\\\012${x}#{y}$z\u202E\000""#,
        Language::Rust => r#""\"'\\\u{A}${x}#{y}$z\u{202E}\u{0}""#,
        Language::Php => r#""\"'\\\u{A}\${x}#{y}\$z\u{202E}\u{0}""#,
        Language::Ruby => r##""\"'\\\u{A}${x}\#{y}$z\u{202E}\u{0}""##,
    };
    for language in Language::ALL {
        let mut want = full("HS256", KeySource::Secret(SecretEncoding::Utf8));
        want.issuer = Some(hostile.to_owned());
        let code = snippet(language, &want).expect("code");
        assert!(code.contains(literal(language)), "{code}");
        assert!(!code.contains(['\u{202E}', '\0']));
    }
}

proptest! {
    #![proptest_config(cases(64))]

    /// Whatever a token says, it adds no line and no unescaped quote.
    #[test]
    fn a_value_adds_no_line(issuer: String) {
        let mut want = full("HS256", KeySource::Secret(SecretEncoding::Utf8));
        for language in Language::ALL {
            want.issuer = Some("x".to_owned());
            let plain = snippet(language, &want).expect("code").lines().count();
            want.issuer = Some(issuer.clone());
            let code = snippet(language, &want).expect("code");
            prop_assert_eq!(code.lines().count(), plain);
        }
    }
}
