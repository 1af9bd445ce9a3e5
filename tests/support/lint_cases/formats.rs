//! STR: the form of the text.

use crate::support::lint::{Case, alone, case, claims, header};
use crate::support::{HS256, compact, hs256};
use jwt_inspector::jose::base64url::encode;

pub fn formats() -> Vec<Case> {
    let fine = || claims("");
    let bytes = |bytes: &[u8]| alone(["eyJhbGciOiJIUzI1NiJ9", &encode(bytes), "AAAA"].join("."));
    vec![
        case(
            "STR01",
            [alone("a.b"), alone("hello"), alone("a.b.c.d")],
            [alone(fine()), alone("")],
        ),
        case(
            "STR02",
            [alone(fine().replacen('.', " .", 1)), alone(fine() + "}")],
            [alone(fine()), alone(fine() + "=")],
        ),
        case(
            "STR03",
            [alone(fine() + "="), alone(compact(HS256, "{}", "A+/A"))],
            [alone(fine()), alone(fine() + "}")],
        ),
        case(
            "STR04",
            [
                alone(fine().replacen(".", "B.", 1)),
                alone(compact(
                    HS256,
                    "{}",
                    &["A", "AAAA".repeat(11).as_str()].concat(),
                )),
            ],
            // The last was cut.
            [
                alone(fine()),
                alone(fine() + "="),
                alone(compact(HS256, "{}", "AB")),
            ],
        ),
        case(
            "STR05",
            [
                bytes(b"\xEF\xBB\xBF{}"),
                bytes(b"{\"a\":\"\xFF\"}"),
                bytes(b"{\0}\0"),
                bytes(b"\xFF\xFE{\0}\0"),
                alone(compact("\u{FEFF}{}", "{}", "AAAA")),
            ],
            // A JWS may carry any bytes.
            [
                alone(fine()),
                bytes(b"\x78\x9C\xFF\x00"),
                bytes(b"\xFF\xFE"),
            ],
        ),
        case(
            "STR06",
            [
                alone(compact("[]", "{}", "AAAA")),
                alone(compact("x", "{}", "AAAA")),
                alone(hs256(HS256, "[]")),
                alone(hs256(HS256, "text")),
            ],
            [alone(fine()), alone(hs256(HS256, &fine()))],
        ),
        case(
            "STR07",
            [
                alone(hs256(r#"{"alg":"none","alg":"HS256"}"#, "{}")),
                alone(claims(r#""iss":"b""#)),
                alone(claims(r#""a":[{"b":1,"b":2}]"#)),
                alone(header(r#""x":{"y":1,"y":1}"#)),
            ],
            [alone(claims(r#""a":{"iss":1}"#))],
        ),
        case(
            "STR08",
            [
                alone(claims(r#""id":9007199254740992"#)),
                alone(claims(r#""a":[{"id":-100002348117421473}]"#)),
            ],
            [alone(claims(
                r#""id":9007199254740991,"s":"9007199254740992","d":1.5e300"#,
            ))],
        ),
        case(
            "STR09",
            [alone(
                r#"{"payload":"e30","signature":"AAAA","protected":"e30"}"#,
            )],
            [alone(fine())],
        ),
        case(
            "STR10",
            [
                alone(format!("Bearer {}", fine())),
                alone(format!("\"{}\"\n", fine())),
            ],
            [alone(fine()), alone("  ")],
        ),
    ]
}
