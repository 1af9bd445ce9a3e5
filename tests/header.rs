//! What the header decides before any key is looked at: `alg`, `crit`, `b64`, names and types (RFC 7515 sections 4
//! and 5.2, RFC 7797, RFC 8725 section 3).

mod support;

use jwt_inspector::jose::alg::Algorithm;
use jwt_inspector::jose::{Policy, Source, State, verify};
use support::{HS256, NOW, SECRET, compact, hs256, key, mac, pasted, signature, signed};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const PASS: (State, &str) = (State::Pass, "signature.verified");

fn fail(code: &'static str) -> (State, &'static str) {
    (State::Fail, code)
}

fn unknown(code: &'static str) -> (State, &'static str) {
    (State::Unknown, code)
}

/// The check of a header over `{}`, under a signature that would hold.
fn of_header(header: &str) -> (State, &'static str) {
    signature(&hs256(header, "{}"), SECRET)
}

fn requiring(token: &str, pasted_key: &str, required: &str) -> (State, &'static str) {
    let required = Some(Algorithm::from_name(required).expect("a supported algorithm"));
    let policy = Policy {
        required,
        skew: 0.0,
    };
    let check = verify(&Source::read(token), &key(pasted_key), &policy, NOW).signature;
    (check.state(), check.code())
}

/// RFC 8725 section 3.2: whatever key is there, and whatever stands as the signature.
#[test]
fn alg_none_never_verifies() {
    for token in [
        compact(r#"{"alg":"none"}"#, "{}", ""),
        hs256(r#"{"alg":"none"}"#, "{}"),
    ] {
        for pasted_key in ["", SECRET, "none"] {
            assert_eq!(signature(&token, pasted_key), fail("alg.none"));
        }
        assert_eq!(requiring(&token, SECRET, "HS256"), fail("alg.none"));
    }
}

/// Names are case-sensitive (RFC 7515 section 4.1.1): these are other names, and nobody knows them.
#[test]
fn spellings_of_none_and_of_algorithms_are_unsupported() {
    for alg in [
        "None",
        "NONE",
        "nOnE",
        " none",
        "none ",
        "hs256",
        "HS-256",
        "",
        "HS256\\u0000",
        "RS1",
        "Ed448",
        "ML-DSA-65",
    ] {
        let header = format!(r#"{{"alg":"{alg}"}}"#);
        assert_eq!(of_header(&header), unknown("alg.unsupported"), "{alg:?}");
        assert_eq!(
            signature(&compact(&header, "{}", ""), ""),
            (State::Fail, "signature.missing"),
            "no algorithm has an empty signature: {alg:?}"
        );
    }
    assert_eq!(of_header(r#"{"\u0061lg":"\u0048S256"}"#), PASS);
}

#[test]
fn a_header_without_alg_cannot_be_checked() {
    assert_eq!(of_header("{}"), unknown("alg.missing"));
    assert_eq!(of_header(r#"{"Alg":"HS256"}"#), unknown("alg.missing"));
}

/// `alg` is a string (RFC 7515 section 4.1.1): another type is a malformed header, not a missing member.
#[test]
fn an_alg_that_is_no_string_is_malformed() {
    for alg in ["256", "null", "[\"HS256\"]", "{}", "true"] {
        assert_eq!(
            of_header(&format!("{{\"alg\":{alg}}}")),
            fail("header.malformed"),
            "{alg}"
        );
    }
}

#[test]
fn an_algorithm_can_be_required() {
    let token = hs256(HS256, "{}");
    assert_eq!(requiring(&token, SECRET, "HS256"), PASS);
    assert_eq!(requiring(&token, SECRET, "HS512"), fail("alg.not-allowed"));
    assert_eq!(requiring(&token, SECRET, "RS256"), fail("alg.not-allowed"));
    assert_eq!(
        requiring(&hs256(r#"{"alg":"XX"}"#, "{}"), SECRET, "HS256"),
        fail("alg.not-allowed")
    );
    assert_eq!(
        requiring(&hs256("{}", "{}"), SECRET, "HS256"),
        unknown("alg.missing")
    );
}

#[test]
fn eddsa_and_ed25519_are_the_same_requirement() {
    for named in ["EdDSA", "Ed25519"] {
        for required in ["EdDSA", "Ed25519"] {
            let token = signed(named, "ed25519");
            assert_eq!(requiring(token, &pasted("ed25519", "spki"), required), PASS);
        }
    }
}

#[test]
fn crit_names_what_must_be_understood() {
    let broken = [
        r#""crit":[]"#,
        r#""crit":null"#,
        r#""crit":"b64","b64":true"#,
        r#""crit":{"b64":true},"b64":true"#,
        r#""crit":[1],"1":1"#,
        r#""crit":["b64"]"#,
        r#""crit":["b64","b64"],"b64":true"#,
        r#""crit":["b64","\u00624"],"b64":true,"b4":1"#,
        r#""crit":["exp"],"exp":1"#,
        r#""crit":["exp"]"#,
        r#""crit":["alg"]"#,
        r#""crit":["crit"]"#,
        r#""crit":["kid"],"kid":"1""#,
        r#""crit":["b64","x"],"b64":true,"x":1"#,
        r#""crit":[""],"":1"#,
    ];
    for crit in broken {
        let header = format!(r#"{{"alg":"HS256",{crit}}}"#);
        assert_eq!(of_header(&header), fail("header.crit"), "{crit}");
        assert_eq!(
            signature(&hs256(&header, "{}"), ""),
            fail("header.crit"),
            "{crit}"
        );
    }
    assert_eq!(
        of_header(r#"{"alg":"HS256","crit":["b64"],"b64":true}"#),
        PASS
    );
    assert_eq!(of_header(r#"{"alg":"HS256","b64":true}"#), PASS);
}

/// RFC 7797 section 3: the payload stands for itself; section 6: `crit` must say so.
#[test]
fn an_unencoded_payload_is_signed_as_it_stands() {
    use jwt_inspector::jose::alg::Hash;
    use jwt_inspector::jose::base64url::encode;
    let sign = |header: &str, payload: &str| {
        let input = format!("{}.{payload}", encode(header.as_bytes()));
        let mac = mac(Hash::Sha256, &input);
        format!("{input}.{mac}")
    };
    let header = r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#;
    let token = sign(header, r#"{"exp": 1}"#);
    assert_eq!(signature(&token, SECRET), PASS);
    assert_eq!(support::verdict(&token, SECRET).time.code(), "time.expired");
    assert_eq!(
        signature(&token.replace(": 1", ": 9"), SECRET),
        fail("signature.mismatch")
    );
    assert_eq!(
        signature(&sign(r#"{"alg":"HS256","b64":false}"#, "text"), SECRET),
        fail("header.crit")
    );
    assert_eq!(
        signature(
            &sign(r#"{"alg":"HS256","b64":false,"crit":[]}"#, "text"),
            SECRET
        ),
        fail("header.crit")
    );
}

#[test]
fn parameters_have_the_types_of_their_definitions() {
    let wrong = [
        r#""kid":{"a":1}"#,
        r#""kid":7"#,
        r#""kid":null"#,
        r#""typ":1"#,
        r#""cty":[]"#,
        r#""jku":{}"#,
        r#""x5u":1"#,
        r#""x5t":1"#,
        r#""x5t#S256":false"#,
        r#""jwk":"{}""#,
        r#""x5c":"MII""#,
        r#""b64":"false""#,
        r#""b64":0,"crit":["b64"]"#,
    ];
    for wrong in wrong {
        let header = format!(r#"{{"alg":"HS256",{wrong}}}"#);
        assert_eq!(of_header(&header), fail("header.malformed"), "{wrong}");
    }
}

#[test]
fn a_header_that_is_none_is_malformed() {
    for header in [
        "",
        "null",
        "[]",
        "{\"alg\":\"HS256\"",
        "\u{feff}{\"alg\":\"HS256\"}",
        "{\"alg\":\"HS256\"}x",
    ] {
        assert_eq!(of_header(header), fail("header.malformed"), "{header}");
    }
    let token = hs256(HS256, "{}");
    assert_eq!(
        signature(&format!("={token}"), SECRET),
        fail("header.malformed")
    );
    assert_eq!(
        signature(&token.replacen('.', "=.", 1), SECRET),
        fail("header.malformed")
    );
}

/// RFC 7515 section 4: names must be unique. Two parsers could read two algorithms.
#[test]
fn a_name_that_stands_twice_is_refused() {
    for header in [
        r#"{"alg":"HS256","alg":"none"}"#,
        r#"{"alg":"none","alg":"HS256"}"#,
        r#"{"alg":"HS256","\u0061lg":"HS256"}"#,
        r#"{"alg":"HS256","x":1,"x":1}"#,
    ] {
        assert_eq!(of_header(header), fail("header.duplicate"), "{header}");
        assert_eq!(
            requiring(&hs256(header, "{}"), SECRET, "HS256"),
            fail("header.duplicate")
        );
    }
}

/// What makes every verifier reject is told before what is only missing here.
#[test]
fn the_gravest_reason_is_told_first() {
    assert_eq!(
        of_header(r#"{"alg":"none","alg":"none","crit":[],"kid":1}"#),
        fail("header.duplicate")
    );
    assert_eq!(
        of_header(r#"{"alg":"none","crit":[],"kid":1}"#),
        fail("header.malformed")
    );
    assert_eq!(
        of_header(r#"{"alg":"none","crit":[]}"#),
        fail("header.crit")
    );
    assert_eq!(
        of_header(r#"{"alg":"XX","crit":["x"],"x":1}"#),
        fail("header.crit")
    );
    let unsigned = compact(r#"{"alg":"HS256"}"#, "{}", "");
    assert_eq!(requiring(&unsigned, "", "RS256"), fail("alg.not-allowed"));
    assert_eq!(
        signature(&compact(r#"{"alg":"ES256"}"#, "{}", "AAAA"), SECRET),
        fail("signature.malformed")
    );
    let no_payload = unsigned.replace("e30", "e30=");
    assert_eq!(signature(&no_payload, SECRET), fail("signature.malformed"));
}
