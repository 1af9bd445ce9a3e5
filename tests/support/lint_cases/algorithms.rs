//! ALG and SIG: algorithm and signature.

use crate::support::lint::{Case, alone, case, claims, payload, sized, with, with_secret};
use crate::support::{HS256, SECRET, compact, hs256, pasted, signed};
use jwt_inspector::jose::base64url::encode;
use serde_json::json;

pub fn algorithms() -> Vec<Case> {
    let of = |header: &str| alone(hs256(header, &payload("")));
    let jwk =
        |alg: &str| json!({"kty": "oct", "k": encode(SECRET.as_bytes()), "alg": alg}).to_string();
    let jwe = |alg: &str| {
        alone(
            [
                &encode(format!(r#"{{"alg":"{alg}","enc":"A128GCM"}}"#).as_bytes()),
                "AAAA",
                "AAAA",
                "AAAA",
                "AAAA",
            ]
            .join("."),
        )
    };
    vec![
        case(
            "ALG01",
            [of("{}"), of(r#"{"alg":256}"#), of(r#"{"Alg":"HS256"}"#)],
            [of(HS256)],
        ),
        case(
            "ALG02",
            [of(r#"{"alg":"none"}"#), alone(compact(HS256, "{}", ""))],
            [of(HS256), of(r#"{"alg":"None"}"#)],
        ),
        case(
            "ALG03",
            [
                of(r#"{"alg":"hs256"}"#),
                of(r#"{"alg":"nOnE"}"#),
                of(r#"{"alg":"ed448"}"#),
            ],
            [of(HS256), of(r#"{"alg":"XX"}"#)],
        ),
        case(
            "ALG04",
            [of(r#"{"alg":"HS257"}"#), of(r#"{"alg":"RSA-OAEP"}"#)],
            // A name that cannot collide is as good (RFC 7515 section 4.1.1).
            [
                of(HS256),
                of(r#"{"alg":"ML-DSA-44"}"#),
                of(r#"{"alg":"https://maker.example/alg"}"#),
                of(r#"{"alg":"hs256"}"#),
            ],
        ),
        case("ALG05", [of(HS256)], [alone(signed("ES256", "p-256"))]),
        case(
            "ALG06",
            [alone(signed("RS256", "rsa"))],
            [alone(signed("PS256", "rsa"))],
        ),
        case(
            "ALG07",
            [alone(signed("EdDSA", "ed25519"))],
            [alone(signed("Ed25519", "ed25519"))],
        ),
        case("ALG08", [jwe("RSA1_5")], [jwe("RSA-OAEP-256")]),
        case(
            "ALG09",
            [with(claims(""), jwk("HS512"))],
            [with(claims(""), jwk("HS256")), with_secret(claims(""))],
        ),
        case(
            "ALG10",
            [
                with(claims(""), pasted("rsa", "spki")),
                with(
                    claims(""),
                    format!("junk before it\n{}", pasted("p-256", "spki")),
                ),
                with(signed("RS256", "rsa"), pasted("p-256", "spki")),
                with(signed("ES256", "p-256"), pasted("ed25519", "spki")),
            ],
            [
                with_secret(claims("")),
                with(signed("RS256", "rsa"), pasted("rsa", "spki")),
                with(signed("ES256", "p-256"), pasted("p-384", "spki")),
            ],
        ),
    ]
}

pub fn signatures() -> Vec<Case> {
    let of = |alg: &str, bytes: &[u8]| {
        alone(compact(
            &format!(r#"{{"alg":"{alg}"}}"#),
            "{}",
            &encode(bytes),
        ))
    };
    let rs = |bytes| with(sized("RS256", bytes), pasted("rsa", "spki"));
    let mut der = vec![0x30, 0x44, 0x02, 0x20];
    der.extend([0x11; 32]);
    der.extend([0x02, 0x20]);
    der.extend([0x11; 32]);
    let sizes = [
        ("HS256", 32),
        ("HS384", 48),
        ("HS512", 64),
        ("ES256", 64),
        ("ES256K", 64),
        ("ES384", 96),
        ("ES512", 132),
        ("Ed25519", 64),
        ("EdDSA", 64),
        ("Ed448", 114),
        ("ML-DSA-44", 2420),
        ("ML-DSA-65", 3309),
        ("ML-DSA-87", 4627),
    ];
    let size = |by: usize| sizes.map(|(alg, size)| alone(sized(alg, size - by)));
    vec![
        case(
            "SIG01",
            size(1).into_iter().chain([rs(255)]),
            size(0)
                .into_iter()
                .chain([rs(256), of("ES256", &der), alone(sized("RS256", 99))]),
        ),
        case(
            "SIG02",
            [of("ES256", &der), of("ES256K", &der)],
            [of("ES256", &[0x30; 64]), of("HS256", &der)],
        ),
        case(
            "SIG03",
            [of("ES256", &[0; 64]), of("ES384", &[0xFF; 96])],
            [of("ES256", &[0x11; 64]), alone(signed("ES512", "p-521"))],
        ),
    ]
}
