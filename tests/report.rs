//! A report: all that was found, nothing of the key, and of a redacted one nothing of what the token says.

mod support;

use jwt_inspector::jose::{KeyInput, Policy, SecretEncoding, Source, verify};
use jwt_inspector::lint::{self, Subject, lint};
use jwt_inspector::report::{Clock, Report, json, markdown};
use jwt_inspector::words::verdict::headline;
use proptest::prelude::*;
use serde_json::Value;
use support::{HS256, NOW, SECRET, cases, compact, hs256};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// The report of a token, as Markdown and as JSON.
fn reports(token: &str, redacted: bool) -> (String, String) {
    let key = KeyInput::read(SECRET, SecretEncoding::Utf8);
    reports_with(token, &key, redacted)
}

fn reports_with(token: &str, key: &KeyInput, redacted: bool) -> (String, String) {
    let source = Source::read(token);
    let mut verdict = verify(&source, key, &Policy::default(), NOW);
    let findings = lint(&Subject {
        source: &source,
        key,
        policy: &lint::Policy::default(),
        now: NOW,
        skew: 0.0,
    });
    verdict.policy = lint::policy_check(&source, &findings);
    let report = Report {
        source: &source,
        verdict: &verdict,
        headline: &headline(&verdict, None, NOW),
        findings: &findings,
        now: NOW,
        clock: Clock::Real,
        redacted,
    };
    (markdown(&report), json(&report))
}

fn read(json: &str) -> Value {
    serde_json::from_str(json).expect("JSON")
}

const CLAIMS: &str = r#"{"sub":"Ada Lovelace","id":100002348117421473,"n":1.50,"exp":2000003600}"#;

#[test]
fn it_tells_all_that_was_found() {
    let (text, json) = reports(&hs256(HS256, CLAIMS), false);
    assert!(text.starts_with("# Verified"), "{text}");
    assert!(text.contains("Checked on 18 May 2033, 03:33:20 UTC by the computer's clock."));
    assert!(text.contains("| Signature | passes | The HS256 signature holds with this key. |"));
    assert!(text.contains("(CLM09)"), "{text}");
    assert!(text.contains("Algorithm as the header names it: HS256"));
    assert!(text.contains(&format!("```json\n{CLAIMS}\n```")), "{text}");
    let json = read(&json);
    assert_eq!(json["overall"], "verified");
    assert_eq!(json["checks"][1]["code"], "signature.verified");
    assert_eq!(json["checks"][1]["state"], "pass");
    assert_eq!(json["claims"]["sub"], "Ada Lovelace");
    assert_eq!(json["algorithm"], "HS256");
    assert_eq!(json["clock"], "real");
    let rules = json["findings"].as_array().expect("findings");
    assert!(rules.iter().any(|finding| finding["rule"] == "CLM09"));
}

#[test]
fn numbers_and_order_stay_as_they_are() {
    let (text, json) = reports(&hs256(HS256, CLAIMS), false);
    assert!(text.contains(CLAIMS) && json.contains(CLAIMS));
}

#[test]
fn neither_token_nor_key_is_in_it() {
    let token = hs256(HS256, CLAIMS);
    for redacted in [false, true] {
        let (text, json) = reports(&token, redacted);
        for secret in [SECRET].into_iter().chain(token.split('.')) {
            assert!(!text.contains(secret) && !json.contains(secret), "{secret}");
        }
    }
}

#[test]
fn a_key_that_cannot_be_read_is_not_quoted() {
    let key = KeyInput::read("00ж", SecretEncoding::Hex);
    let (text, json) = reports_with(&hs256(HS256, CLAIMS), &key, false);
    assert!(!text.contains('ж') && !json.contains('ж'), "{text}");
    assert!(text.contains("| Signature | could not be checked | key not readable |"));
    assert!(json.contains("\"key.unreadable\""));
}

#[test]
fn a_private_key_within_the_token_is_left_out() {
    let header = r#"{"alg":"HS256","jwk":{"kty":"oct","k":"c2VjcmV0"}}"#;
    let claims = r#"{"cnf":{"jwk":{"kty":"EC","d":"cHJpdmF0ZQ","x":"AA"}},"d":"told"}"#;
    let (text, json) = reports(&hs256(header, claims), false);
    for report in [text, json] {
        assert!(!report.contains("c2VjcmV0") && !report.contains("cHJpdmF0ZQ"));
        assert!(report.contains(r#""k":"[private, left out]""#), "{report}");
        assert!(report.contains(r#""d":"told""#));
    }
}

/// Without "kty" it is known by where it stands (RFC 7515 section 4.1.3, RFC 7518 section 4.6.1.1, RFC 7517 section 5).
#[test]
fn a_private_key_without_its_type_is_left_out() {
    for claims in [
        r#"{"jwk":{"k":"c2VjcmV0"}}"#,
        r#"{"epk":{"d":"c2VjcmV0"}}"#,
        r#"{"sub_jwk":{"d":"c2VjcmV0"}}"#,
        r#"{"jwks":{"keys":[{"k":"c2VjcmV0"}]}}"#,
    ] {
        let (text, json) = reports(&hs256(HS256, claims), false);
        assert!(!text.contains("c2VjcmV0") && !json.contains("c2VjcmV0"));
        assert!(json.contains("[private, left out]"), "{json}");
    }
}

#[test]
fn redacted_it_keeps_names_times_and_algorithm() {
    let header = r#"{"alg":"HS256","typ":"JWT","kid":"key of Ada"}"#;
    let claims =
        r#"{"sub": "Ada Lovelace", "n":17, "x":{"y":"Byron"}, "l":["a"], "exp":"Ada", "nbf":1}"#;
    let (text, json) = reports(&hs256(header, claims), true);
    for report in [&text, &json] {
        assert!(
            report.contains(r#"{"alg":"HS256","typ":"JWT","kid":"[text, 10 characters]"}"#),
            "{report}"
        );
        assert!(report.contains(
            r#"{"sub": "[text, 12 characters]", "n":"[number]", "x":"[object, 1 member]", "l":"[list, 1 element]", "exp":"[text, 3 characters]", "nbf":1}"#
        ), "{report}");
        for told in ["Ada", "17", "Byron"] {
            assert!(!report.contains(told), "{told} in {report}");
        }
    }
    assert_eq!(read(&json)["redacted"], true);
}

#[test]
fn a_value_breaks_out_of_nothing() {
    let claims = "{\"iss\":\"``` \\n# x\",\"aud\":\"````\",\"sub\":\"![p](https://a.example/x)|<img src=x>\"}";
    let (text, _) = reports(&hs256(HS256, claims), false);
    assert!(
        text.contains(&format!("`````json\n{claims}\n`````\n")),
        "{text}"
    );
    let before = text.split("`````").next().expect("a start");
    assert!(!before.contains("<img") && !before.contains("](http") && !before.contains(" https:/"));
}

/// GFM section 6.9 makes a link of what starts with `www.`.
#[test]
fn an_address_without_scheme_becomes_no_link() {
    let (text, _) = reports(&hs256(HS256, r#"{"aud":[1,"www.evil.example"]}"#), false);
    let before = text.split("```").next().expect("a start");
    assert!(before.contains("www\\.evil.example"), "{text}");
}

#[test]
fn what_is_no_json_is_told_as_what_it_is() {
    let (text, json) = reports(&compact(HS256, "hello ```", "AAAA"), false);
    assert!(text.contains("````text\nhello ```\n````"), "{text}");
    assert_eq!(read(&json)["claims"], "hello ```");
    let (text, json) = reports(&compact(HS256, "hello", "AAAA"), true);
    assert!(text.contains("text, 5 characters") && !text.contains("hello"));
    assert_eq!(read(&json)["claims"], "text, 5 characters");
    let (text, json) = reports("eyJhbGciOiJIUzI1NiJ9._-8.AAAA", false);
    assert!(text.contains("2 bytes that are not text"));
    assert_eq!(read(&json)["claims"], "2 bytes that are not text");
    let (_, json) = reports("", false);
    assert_eq!(read(&json)["claims"], Value::Null);
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn it_is_json_whatever_the_token_is(token: String, header: String, claims: String, redacted: bool) {
        for token in [token, compact(&header, &claims, "AAAA"), compact(HS256, &claims, "AAAA")] {
            let (text, json) = reports(&token, redacted);
            prop_assert!(text.starts_with("# "));
            read(&json);
        }
    }

    /// Any text among the claims: as a value it is told in none of the sentences.
    #[test]
    fn redacted_it_tells_no_value(value in "[A-Z]{9,30}") {
        let claims = serde_json::json!({ "iss": value, "aud": [value], "exp": value, "nested": { "a": value } });
        let header = serde_json::json!({ "alg": "HS256", "kid": value, "cty": value });
        let (text, json) = reports(&hs256(&header.to_string(), &claims.to_string()), true);
        prop_assert!(!text.contains(&value) && !json.contains(&value));
    }
}
