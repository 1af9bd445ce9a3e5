//! HDR: the header.

use crate::support::lint::{Case, alone, case, claims, header};
use crate::support::{HS256, hs256};
use jwt_inspector::jose::base64url::encode;

pub fn headers() -> Vec<Case> {
    let of = |others: &str| alone(header(others));
    let unencoded = |payload: &str| {
        let header = encode(br#"{"alg":"HS256","b64":false,"crit":["b64"]}"#);
        alone(format!("{header}.{payload}.AAAA"))
    };
    let kid = |kid: &str| of(&format!(r#""kid":"{kid}""#));
    vec![
        case(
            "HDR01",
            [
                of(r#""jku":"https://issuer.example/keys""#),
                of(r#""x5u":"http://issuer.example""#),
            ],
            [of(r#""kid":"1""#)],
        ),
        case(
            "HDR02",
            [of(r#""jwk":{}"#), of(r#""x5c":[]"#)],
            [
                of(r#""kid":"1""#),
                of(r#""typ":"dpop+jwt","jwk":{}"#),
                of(r#""typ":"openid4vci-proof+jwt","jwk":{}"#),
            ],
        ),
        case(
            "HDR03",
            [
                kid("../../dev/null"),
                kid("/dev/null"),
                kid("x' OR 1=1 --"),
                kid("a\\u0000b"),
                kid("a|b"),
                kid("a;b"),
                kid("https://a.example"),
            ],
            [
                kid("did:example:123#key-1"),
                kid("urn:ietf:params:oauth:jwk-thumbprint:sha-256:AA"),
                kid("aGVsbG8+/w=="),
                kid("2024-01-01T00:00:00Z"),
            ],
        ),
        case(
            "HDR04",
            [
                of(r#""crit":[]"#),
                of(r#""crit":"b64""#),
                of(r#""crit":["b64","b64"],"b64":true"#),
                of(r#""crit":["alg"]"#),
                of(r#""crit":["exp"]"#),
            ],
            [
                of(r#""crit":["b64"],"b64":true"#),
                of(r#""crit":["x"],"x":1"#),
            ],
        ),
        case(
            "HDR05",
            [of(r#""crit":["x"],"x":1"#)],
            [of(r#""crit":["b64"],"b64":true"#)],
        ),
        case(
            "HDR06",
            [alone(format!(
                "{}.text.AAAA",
                encode(br#"{"alg":"HS256","b64":false}"#)
            ))],
            [unencoded("text"), of(r#""b64":true"#)],
        ),
        case(
            "HDR07",
            [unencoded(r#"{"sub":"a"}"#)],
            [
                unencoded(r#"{"amount":1}"#),
                unencoded("text"),
                of(r#""b64":true"#),
            ],
        ),
        case(
            "HDR08",
            [of(r#""typ":"JWT""#), of(r#""kid":"1""#)],
            [
                of(r#""typ":"at+jwt""#),
                alone(hs256(r#"{"alg":"HS256"}"#, "text")),
            ],
        ),
        case(
            "HDR09",
            [of(r#""typ":"application/at+jwt""#)],
            [of(r#""typ":"at+jwt""#), of(r#""typ":"application/a/b""#)],
        ),
        case(
            "HDR10",
            [alone(hs256(HS256, &claims("")))],
            [
                alone(hs256(r#"{"alg":"HS256","cty":"JWT"}"#, &claims(""))),
                alone(hs256(HS256, "eyes.and.ears!")),
            ],
        ),
        case(
            "HDR11",
            [of(r#""x5t":"AAAA""#)],
            [
                of(r##""x5t":"AAAA","x5t#S256":"AAAA""##),
                of(r##""x5t#S256":"AAAA""##),
            ],
        ),
    ]
}
