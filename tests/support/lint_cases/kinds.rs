//! OID, AT, DP: kinds of tokens.

use crate::support::lint::{Case, alone, case, claims, payload};
use crate::support::{HS256, compact, hs256};

pub fn kinds() -> Vec<Case> {
    let of = |payload: &str| alone(hs256(HS256, payload));
    let typed = |typ: &str, payload: &str| {
        alone(hs256(
            &format!(r#"{{"alg":"HS256","typ":"{typ}"}}"#),
            payload,
        ))
    };
    let id_token = |others: &str| alone(claims(&format!(r#""sub":"a","auth_time":1{others}"#)));
    let proof = |header: &str, payload: &str| {
        alone(hs256(&format!(r#"{{"typ":"dpop+jwt",{header}}}"#), payload))
    };
    let request = r#"{"jti":"1","htm":"POST","htu":"https://a.example/b","iat":1}"#;
    let public = r#""alg":"ES256","jwk":{"kty":"EC"}"#;
    let events = r#""events":{"http://schemas.openid.net/event/backchannel-logout":{}},"jti":"1""#;
    let access = || payload(r#""sub":"a","client_id":"b","jti":"c""#);
    let long = "a".repeat(256);
    vec![
        case(
            "OID01",
            [
                of(r#"{"nonce":"a"}"#),
                of(r#"{"at_hash":"a","iss":"b","sub":"c","aud":"d","exp":2000000600}"#),
            ],
            [
                id_token(""),
                of(r#"{"a":1}"#),
                of(r#"{"nonce":"a","scope":"b"}"#),
            ],
        ),
        case(
            "OID02",
            [of(r#"{"aud":["a","b"],"nonce":"c"}"#)],
            [
                of(r#"{"aud":["a","b"],"nonce":"c","azp":"a"}"#),
                of(r#"{"aud":["a"],"nonce":"c"}"#),
                of(r#"{"aud":["a","b"]}"#),
            ],
        ),
        case(
            "OID03",
            [id_token(""), id_token(r#","c_hash":"a""#)],
            [id_token(r#","nonce":"a""#), of("{}")],
        ),
        case(
            "OID05",
            [of(&format!(r#"{{"nonce":"a","sub":"{long}"}}"#))],
            [
                of(&format!(r#"{{"nonce":"a","sub":"{}"}}"#, &long[1..])),
                of(&format!(r#"{{"sub":"{long}"}}"#)),
            ],
        ),
        case(
            "OID06",
            [
                typed("logout+jwt", &payload("")),
                alone(claims(events)),
                typed("logout+jwt", &payload(r#""events":{},"jti":"1","sub":"a""#)),
                alone(claims(&format!(r#"{events},"sid":"a","nonce":"b""#))),
            ],
            [
                alone(claims(&format!(r#"{events},"sid":"a""#))),
                typed("logout+jwt", &payload(&format!(r#"{events},"sub":"a""#))),
                of("{}"),
            ],
        ),
        case(
            "AT01",
            [
                typed("at+jwt", &payload("")),
                typed("application/AT+JWT", "{}"),
            ],
            [typed("at+jwt", &access()), of(r#"{"scope":"a"}"#)],
        ),
        case(
            "AT02",
            [alone(compact(
                r#"{"alg":"none","typ":"at+jwt"}"#,
                &access(),
                "",
            ))],
            [
                typed("at+jwt", &access()),
                alone(compact(r#"{"alg":"none"}"#, "{}", "")),
            ],
        ),
        case(
            "AT03",
            [of(r#"{"scope":"a"}"#), of(r#"{"client_id":"a"}"#)],
            [
                typed("at+jwt", &access()),
                of(r#"{"scope":"a","redirect_uri":"b"}"#),
                typed("x+jwt", r#"{"scope":"a"}"#),
            ],
        ),
        case(
            "DP01",
            [
                proof(r#""alg":"HS256","jwk":{}"#, request),
                proof(r#""alg":"ES256""#, request),
                proof(r#""alg":"ES256","jwk":{"d":"a"}"#, request),
                proof(public, "{}"),
                proof(r#""alg":"none","jwk":{}"#, request),
                alone(hs256(r#"{"typ":"JWT","alg":"ES256","jwk":{}}"#, request)),
                alone(hs256(r#"{"alg":"ES256","jwk":{}}"#, request)),
            ],
            [proof(public, request), of("{}")],
        ),
        case(
            "DP02",
            [
                proof(public, r#"{"htu":"https://a.example/b?c=d"}"#),
                proof(public, r#"{"htu":"https://a.example/b#c"}"#),
            ],
            [
                proof(public, request),
                of(r#"{"htu":"https://a.example/b?c=d"}"#),
            ],
        ),
    ]
}
