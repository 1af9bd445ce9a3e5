//! KEY: secrets and keys.

use crate::support::lint::{Case, alone, case, claims, header, payload, with, with_secret};
use crate::support::{SECRET, fixtures, input, jwk_with, jwks, mac, pasted, signed};
use jwt_inspector::jose::alg::Hash;
use jwt_inspector::jose::base64url::encode;
use serde_json::{Value, json};

pub fn secrets() -> Vec<Case> {
    let oct = |bytes: &[u8]| {
        with(
            claims(""),
            json!({"kty": "oct", "k": encode(bytes)}).to_string(),
        )
    };
    let text = |secret: &str| with(claims(""), secret);
    let spki = pasted("rsa", "spki");
    let der = pasted("p-256", "spki")
        .lines()
        .filter(|line| !line.contains("--"))
        .collect::<String>();
    let der = jwt_inspector::jose::base64url::decode_leniently(der.trim_end_matches('='));
    let hs512 = |secret: &str| {
        let input = input(r#"{"alg":"HS512"}"#, &payload(""));
        with(format!("{input}.{}", mac(Hash::Sha512, &input)), secret)
    };
    vec![
        case(
            "KEY01",
            [text("31 bytes of a secret, no more.."), hs512(SECRET)],
            [
                text("32 bytes of a secret, and enough"),
                with_secret(claims("")),
            ],
        ),
        case(
            "KEY02",
            [
                text("secret"),
                text("your-256-bit-secret"),
                text("Your Secret Key"),
                text("a-string-secret-at-least-256-bits-long"),
                text("super-secret-jwt-token-with-at-least-32-characters-long"),
                oct(&[0; 32]),
            ],
            [
                with_secret(claims("")),
                text("secretary of the interior, 1871"),
            ],
        ),
        case(
            "KEY03",
            [
                oct(spki.as_bytes()),
                oct(pasted("rsa", "public_jwk").as_bytes()),
                oct(&der),
            ],
            [
                with_secret(claims("")),
                oct(b"{\"not\":\"a key\"}"),
                with(claims(""), spki.clone()),
            ],
        ),
    ]
}

pub fn keys() -> Vec<Case> {
    let rs = |name: &str| with(signed("RS256", "rsa"), pasted(name, "spki"));
    let es = |key: Value| with(signed("ES256", "p-256"), key.to_string());
    let p256 = |members: Value| jwk_with("p-256", "public_jwk", &members);
    let set = |keys: &[Value]| with(signed("ES256", "p-256"), jwks(keys));
    let other_y = fixtures()["keys"]["p-256-other"]["public_jwk"]["y"].clone();
    let certificate = |name: &str| {
        let pem = pasted(name, "certificate");
        json!([pem
            .lines()
            .filter(|line| !line.contains("--"))
            .collect::<String>()])
    };
    let akp = |alg: &str, public: usize, private: usize| {
        let encoded = |bytes: usize| encode(&vec![7; bytes]);
        es(json!({"kty": "AKP", "alg": alg, "pub": encoded(public), "priv": encoded(private)}))
    };
    let own = |jwk: Value| alone(header(&format!(r#""jwk":{jwk}"#)));
    let private = || fixtures()["keys"]["p-256"]["private_jwk"].clone();
    let named = |kid: &str| p256(json!({"kid": kid}));
    vec![
        case(
            "KEY04",
            [
                rs("rsa-1024"),
                with(signed("RS256", "rsa-512"), pasted("rsa-512", "public_jwk")),
            ],
            [rs("rsa"), rs("p-256")],
        ),
        case(
            "KEY05",
            [
                rs("rsa-e3"),
                with(
                    signed("RS256", "rsa"),
                    jwk_with("rsa", "public_jwk", &json!({"e": "Ag"})).to_string(),
                ),
            ],
            [rs("rsa")],
        ),
        case(
            "KEY06",
            [
                es(p256(json!({"y": other_y}))),
                with(signed("ES256", "p-256"), pasted("p-384", "spki")),
            ],
            [es(p256(json!({})))],
        ),
        case(
            "KEY07",
            [
                own(private()),
                own(json!({"kty": "oct", "k": "AAAA"})),
                set(&[private()]),
            ],
            [own(p256(json!({}))), set(&[p256(json!({}))]), es(private())],
        ),
        case(
            "KEY08",
            [
                es(p256(json!({"use": "enc"}))),
                es(p256(json!({"key_ops": ["deriveKey"]}))),
            ],
            [es(p256(json!({"use": "sig", "key_ops": ["verify"]})))],
        ),
        case(
            "KEY09",
            [
                akp("ML-DSA-44", 1311, 32),
                akp("ML-DSA-65", 1952, 64),
                es(json!({"kty": "AKP", "pub": "AAAA"})),
                es(json!({"kty": "AKP", "alg": "ML-DSA-44"})),
            ],
            [
                akp("ML-DSA-44", 1312, 32),
                akp("ML-DSA-65", 1952, 32),
                akp("ML-DSA-87", 2592, 32),
                es(p256(json!({}))),
            ],
        ),
        case(
            "KEY10",
            [set(&[named("a"), named("a")])],
            [
                set(&[named("a"), named("b")]),
                set(&[
                    named("a"),
                    jwk_with("rsa", "public_jwk", &json!({"kid": "a"})),
                ]),
                set(&[p256(json!({})), p256(json!({}))]),
            ],
        ),
        case(
            "KEY11",
            [es(p256(json!({"x5c": certificate("p-256-other")})))],
            [es(p256(json!({"x5c": certificate("p-256")})))],
        ),
        case(
            "KEY12",
            [with(claims(""), jwks(&[named("a"), named("b")]))],
            [
                set(&[named("a")]),
                with(header(r#""kid":"a""#), jwks(&[named("a"), named("b")])),
            ],
        ),
    ]
}
