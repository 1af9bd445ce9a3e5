//! What the code of each language checks.

use crate::full;
use jwt_inspector::jose::alg::SUPPORTED;
use jwt_inspector::jose::{Algorithm, SecretEncoding};
use jwt_inspector::snippets::{KeySource, Language, snippet};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

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
