//! CLM: the claims.

use crate::support::lint::{Case, alone, case, claims};
use crate::support::{HS256, hs256};

pub fn times() -> Vec<Case> {
    let of = |payload: &str| alone(hs256(HS256, payload));
    vec![
        case(
            "CLM01",
            [
                of(r#"{"exp":"2000000600"}"#),
                of(r#"{"nbf":null}"#),
                of(r#"{"iat":[]}"#),
            ],
            [of(r#"{"exp":2000000600.5}"#)],
        ),
        case(
            "CLM02",
            [
                of(r#"{"exp":2000000600000}"#),
                of(r#"{"iat":1999999999000}"#),
            ],
            [of(r#"{"exp":99999999999}"#)],
        ),
        case(
            "CLM03",
            [of(r#"{"exp":2000000000}"#), of(r#"{"exp":0}"#)],
            [of(r#"{"exp":2000000001}"#)],
        ),
        case(
            "CLM04",
            [of(r#"{"nbf":2000000001}"#)],
            [of(r#"{"nbf":2000000000}"#)],
        ),
        case(
            "CLM05",
            [of(r#"{"iat":2000000001}"#)],
            [of(r#"{"iat":2000000000}"#), of(r#"{"iat":2000000000000}"#)],
        ),
        case(
            "CLM06",
            [
                of(r#"{"exp":2000000600,"iat":2000000600}"#),
                of(r#"{"exp":2000000600,"nbf":2000000700}"#),
            ],
            [
                of(r#"{"exp":2000000600,"iat":2000000599,"nbf":1}"#),
                of(r#"{"exp":2000000600,"iat":2000000000000}"#),
            ],
        ),
        case(
            "CLM08",
            [
                of(r#"{"exp":2000086401,"iat":2000000000}"#),
                of(r#"{"exp":2000003601,"nbf":2000000000,"scope":"a"}"#),
            ],
            [
                of(r#"{"exp":2000086400,"iat":2000000000}"#),
                of(r#"{"exp":2000003600,"iat":2000000000,"scope":"a"}"#),
                of(r#"{"exp":2003000000000,"iat":2000000000000}"#),
                of(r#"{"exp":2900000000}"#),
                of(r#"{"exp":2900000000,"iat":1,"vct":"a"}"#),
            ],
        ),
    ]
}

pub fn others() -> Vec<Case> {
    let of = |payload: &str| alone(hs256(HS256, payload));
    let with_claim = |claim: &str| alone(claims(claim));
    let typed = |typ: &str, payload: &str| {
        alone(hs256(
            &format!(r#"{{"alg":"HS256","typ":"{typ}"}}"#),
            payload,
        ))
    };
    vec![
        case(
            "CLM07",
            [of("{}")],
            [
                with_claim(r#""a":1"#),
                typed("secevent+jwt", "{}"),
                typed("dpop+jwt", "{}"),
                typed("trust-mark+jwt", "{}"),
            ],
        ),
        case(
            "CLM09",
            [of("{}")],
            [with_claim(r#""a":1"#), typed("dpop+jwt", "{}"), of("[]")],
        ),
        case(
            "CLM10",
            [of("{}")],
            [with_claim(r#""a":1"#), typed("dpop+jwt", "{}"), of("text")],
        ),
        case(
            "CLM11",
            [
                of(r#"{"sub":1}"#),
                of(r#"{"iss":null}"#),
                of(r#"{"jti":{}}"#),
                of(r#"{"aud":{"a":1}}"#),
                of(r#"{"aud":["a",1]}"#),
            ],
            [of(r#"{"sub":"1","aud":["a","b"],"jti":""}"#)],
        ),
        case(
            "CLM12",
            [
                with_claim(r#""password":"hunter2""#),
                with_claim(r#""user":{"Api_Key":"abc"}"#),
                with_claim(r#""ssn":123456789"#),
                with_claim(r#""x":"sk_live_abc""#),
            ],
            [
                with_claim(
                    r#""pwd_exp":12,"pwd_url":"https://a.example","password":true,"secret":"","email":"a@b.example""#,
                ),
                with_claim(r#""attributes":["password"],"pin":"North""#),
            ],
        ),
        case(
            "CLM13",
            [of(r#"{"iss":"my issuer: one"}"#), of(r#"{"iss":"1:a"}"#)],
            [
                of(r#"{"iss":"https://a.example/x"}"#),
                of(r#"{"iss":"issuer"}"#),
                of(r#"{"iss":"urn:a"}"#),
            ],
        ),
    ]
}
