//! The format check: a text is called a token only if it is one (RFC 7515 section 7, RFC 7516 section 7, RFC 9901).

mod support;

use jwt_inspector::jose::base64url::encode;
use jwt_inspector::jose::token::MAX_LENGTH;
use jwt_inspector::jose::verdict::{FormatCheck, Kind, PartName};
use jwt_inspector::jose::{Overall, State};
use support::{HS256, SECRET, compact, format, hs256, signature, verdict};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const FAIL: State = State::Fail;

#[test]
fn no_text_is_nothing_to_check() {
    let verdict = verdict("", SECRET);
    assert_eq!(
        (verdict.format.state(), verdict.format.code()),
        (State::Idle, "format.empty")
    );
    assert_eq!(
        (verdict.signature.state(), verdict.signature.code()),
        (State::Idle, "signature.nothing")
    );
    assert_eq!(
        (verdict.time.state(), verdict.time.code()),
        (State::Idle, "time.nothing")
    );
    assert_eq!(
        (verdict.policy.state(), verdict.policy.code()),
        (State::Idle, "policy.not-checked")
    );
    assert_eq!(verdict.overall(), Overall::Empty);
}

#[test]
fn what_is_longer_than_is_read_is_said_to_be() {
    let longest = "a".repeat(MAX_LENGTH);
    assert_eq!(format(&longest), (FAIL, "format.parts"));
    assert_eq!(format(&[&longest, "a"].concat()), (FAIL, "format.too-long"));
}

#[test]
fn a_token_has_three_parts() {
    for (text, parts) in [
        ("a", 1),
        ("a.b", 2),
        ("a.b.c.d", 4),
        ("a.b.c.d.e", 5),
        ("......", 7),
    ] {
        assert_eq!(format(text), (FAIL, "format.parts"));
        let found = verdict(text, "").format;
        assert!(matches!(found, FormatCheck::Parts { count, .. } if count == parts));
        assert_eq!(signature(text, SECRET), (State::Idle, "signature.nothing"));
    }
    let dots = ".".repeat(1000);
    let found = verdict(&dots, "").format;
    assert!(matches!(found, FormatCheck::Parts { count: 1001, .. }));
}

#[test]
fn a_header_is_a_json_object() {
    for header in [
        "",
        "[]",
        "\"HS256\"",
        "{",
        "{}{}",
        "\u{feff}{}",
        "{\"alg\":\"HS256\",}",
    ] {
        let token = compact(header, "{}", "AA");
        assert_eq!(format(&token), (FAIL, "format.header"), "{header}");
    }
    let not_utf8 = [&encode(b"{\"alg\":\"\xff\"}"), "e30", "AA"].join(".");
    assert_eq!(format(&not_utf8), (FAIL, "format.header"));
}

#[test]
fn every_part_is_base64url() {
    let token = hs256(HS256, "{}");
    let parts: Vec<&str> = token.split('.').collect();
    let names = [PartName::Header, PartName::Payload, PartName::Signature];
    for (at, name) in names.into_iter().enumerate() {
        for flaw in ["=", "+", " x", "A", "é"] {
            let mut parts: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
            let padded = !parts[at].len().is_multiple_of(4);
            if flaw == "A" && padded {
                continue;
            }
            parts[at].push_str(flaw);
            let text = parts.join(".").trim_end().to_owned();
            assert_eq!(format(&text), (FAIL, "format.base64url"), "{text}");
            assert!(
                matches!(verdict(&text, "").format, FormatCheck::Part { part, .. } if part == name)
            );
            assert_eq!(verdict(&text, SECRET).overall(), Overall::Rejected);
        }
    }
}

/// RFC 7519 section 4 lets a parser take the last of two claims, so that verification survives; a person is told.
#[test]
fn a_claim_that_stands_twice_is_told() {
    for payload in [
        r#"{"a":1,"a":2}"#,
        r#"{"a":1,"\u0061":2}"#,
        r#"{"b":{"a":1,"a":2}}"#,
    ] {
        let token = hs256(HS256, payload);
        assert_eq!(
            format(&token),
            (State::Warn, "format.duplicate"),
            "{payload}"
        );
        let FormatCheck::Flawed { twice, .. } = verdict(&token, "").format else {
            panic!("{payload} is flawed");
        };
        assert_eq!(twice, ["a"]);
        assert_eq!(signature(&token, SECRET).0, State::Pass);
    }
}

/// A JWS may carry anything (RFC 7515 section 2).
#[test]
fn the_payload_may_be_anything() {
    for payload in ["", "[]", "1", "text", "{\"a\":"] {
        let token = hs256(HS256, payload);
        assert_eq!(
            format(&token),
            (State::Pass, "format.conforming"),
            "{payload}"
        );
        assert_eq!(
            signature(&token, SECRET),
            (State::Pass, "signature.verified")
        );
        assert_eq!(
            verdict(&token, SECRET).time.code(),
            "time.nothing",
            "{payload}"
        );
    }
}

#[test]
fn a_jwe_is_known_by_its_header() {
    let header = encode(br#"{"alg":"dir","enc":"A256GCM"}"#);
    let token = format!("{header}..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA");
    let verdict = verdict(&token, "");
    assert_eq!(verdict.format, FormatCheck::Conforming { kind: Kind::Jwe });
    assert_eq!(
        (verdict.signature.state(), verdict.signature.code()),
        (State::Unknown, "alg.unsupported")
    );
    assert_eq!(verdict.time.state(), State::Idle);
    assert_eq!(verdict.overall(), Overall::Unverified);
    assert_eq!(
        format(&token.replace("AAAA.", "AAA=.")),
        (FAIL, "format.base64url")
    );
}

#[test]
fn an_sd_jwt_is_known_by_its_tildes() {
    let disclosure = encode(br#"["salt","name","value"]"#);
    let issued = hs256(HS256, r#"{"exp":1,"_sd_alg":"sha-256"}"#);
    let token = format!("{issued}~{disclosure}~");
    let found = verdict(&token, SECRET);
    assert_eq!(found.format, FormatCheck::Conforming { kind: Kind::SdJwt });
    assert_eq!(
        (found.signature.state(), found.signature.code()),
        (State::Unknown, "serialization.unsupported")
    );
    assert_eq!(found.time.code(), "time.expired");
    assert_eq!(
        format(&format!("{issued}~not base64url~")),
        (FAIL, "format.base64url")
    );
}

/// RFC 9901 section 4.2: a disclosure is a JSON array; section 4.3: what stands after the last tilde is a JWT.
#[test]
fn an_sd_jwt_with_broken_pieces_does_not_conform() {
    let issued = hs256(HS256, "{}");
    let broken = ["e30~", "bm8gSlNPTg~", "~notatoken"].map(|rest| format!("{issued}~{rest}"));
    let conforming: Vec<_> = broken
        .iter()
        .filter(|token| format(token).0 == State::Pass)
        .collect();
    assert_eq!(conforming, Vec::<&String>::new());
}

fn json_jws(payload: &str, protected: &str, signature: &str) -> String {
    serde_json::json!({ "payload": payload, "protected": protected, "signature": signature })
        .to_string()
}

#[test]
fn a_json_serialization_is_known_by_its_members() {
    let token = hs256(HS256, "{\"exp\":1}");
    let parts: Vec<&str> = token.split('.').collect();
    let flattened = json_jws(parts[1], parts[0], parts[2]);
    let found = verdict(&flattened, SECRET);
    assert_eq!(
        found.format,
        FormatCheck::Conforming {
            kind: Kind::JsonJws
        }
    );
    assert_eq!(
        (found.signature.state(), found.signature.code()),
        (State::Unknown, "serialization.unsupported")
    );
    assert_eq!(format("{\"a\":1}"), (FAIL, "format.parts"));
    assert_eq!(format("{\"a\":1"), (FAIL, "format.parts"));
}

/// White space between JSON tokens means nothing (RFC 8259 section 2): nothing had to be cleaned.
#[test]
fn a_json_serialization_may_be_laid_out() {
    let token = hs256(HS256, "{}");
    let parts: Vec<&str> = token.split('.').collect();
    let laid_out = json_jws(parts[1], parts[0], parts[2]).replace(',', ",\n  ");
    assert_eq!(format(&laid_out), (State::Pass, "format.conforming"));
}

/// RFC 7515 section 7.2: `payload` must be there, and it, `protected` and `signature` are base64url strings.
#[test]
fn a_json_serialization_that_breaks_its_rules_does_not_conform() {
    let broken = [
        r#"{"signature":1}"#,
        r#"{"signatures":null}"#,
        r#"{"payload":"e30","signatures":[]}"#,
        r#"{"payload":"e30","protected":"e30","signature":"not base64url"}"#,
        r#"{"payload":5,"protected":"e30","signature":"AAAA"}"#,
        r#"{"payload":"e30","protected":"bm8gSlNPTg","signature":"AAAA"}"#,
    ];
    let conforming: Vec<&str> = broken
        .into_iter()
        .filter(|token| format(token).0 == State::Pass)
        .collect();
    assert_eq!(conforming, Vec::<&str>::new());
}
