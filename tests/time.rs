//! The time check (RFC 7519 sections 4.1.4 to 4.1.6), and how the four checks become one verdict.

mod support;

use jwt_inspector::jose::{Overall, Policy, Source, State, Verdict, verify};
use support::{HS256, SECRET, hs256, key};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn at(payload: &str, now: f64, skew: f64) -> Verdict {
    let policy = Policy {
        required: None,
        skew,
    };
    verify(
        &Source::read(&hs256(HS256, payload)),
        &key(SECRET),
        &policy,
        now,
    )
}

fn time(payload: &str, now: f64, skew: f64) -> (State, &'static str) {
    let check = at(payload, now, skew).time;
    (check.state(), check.code())
}

const IN_TIME: (State, &str) = (State::Pass, "time.in-time");
const EXPIRED: (State, &str) = (State::Fail, "time.expired");
const NOT_YET: (State, &str) = (State::Fail, "time.not-yet");
const NO_EXPIRY: (State, &str) = (State::Warn, "time.no-expiry");
const FUTURE: (State, &str) = (State::Warn, "time.issued-in-future");
const MALFORMED: (State, &str) = (State::Fail, "time.malformed");

/// "On or after which the JWT MUST NOT be accepted".
#[test]
fn exp_ends_at_its_second() {
    let payload = r#"{"exp":1000}"#;
    assert_eq!(time(payload, 999.999, 0.0), IN_TIME);
    assert_eq!(time(payload, 1000.0, 0.0), EXPIRED);
    assert_eq!(time(payload, 1029.9, 30.0), IN_TIME);
    assert_eq!(time(payload, 1030.0, 30.0), EXPIRED);
    assert_eq!(time(r#"{"exp":1000.5}"#, 1000.4, 0.0), IN_TIME);
    assert_eq!(time(r#"{"exp":1e3}"#, 1000.0, 0.0), EXPIRED);
    assert_eq!(time(r#"{"exp":-1}"#, 0.0, 0.0), EXPIRED);
    assert_eq!(time(r#"{"exp":0}"#, 0.0, 0.0), EXPIRED);
}

/// "Before which the JWT MUST NOT be accepted".
#[test]
fn nbf_begins_at_its_second() {
    let payload = r#"{"exp":9999,"nbf":1000}"#;
    assert_eq!(time(payload, 999.9, 0.0), NOT_YET);
    assert_eq!(time(payload, 1000.0, 0.0), IN_TIME);
    assert_eq!(time(payload, 970.0, 30.0), IN_TIME);
    assert_eq!(time(payload, 969.9, 30.0), NOT_YET);
}

#[test]
fn iat_in_the_future_is_a_warning() {
    let payload = r#"{"exp":9999,"iat":1000}"#;
    assert_eq!(time(payload, 999.0, 0.0), FUTURE);
    assert_eq!(time(payload, 1000.0, 0.0), IN_TIME);
    assert_eq!(time(payload, 990.0, 10.0), IN_TIME);
    assert_eq!(at(payload, 999.0, 0.0).overall(), Overall::Verified);
}

#[test]
fn a_token_without_exp_is_a_warning() {
    assert_eq!(time("{}", 0.0, 0.0), NO_EXPIRY);
    assert_eq!(time(r#"{"iat":5,"nbf":5}"#, 10.0, 0.0), NO_EXPIRY);
    assert_eq!(time(r#"{"claims":{"exp":1}}"#, 10.0, 0.0), NO_EXPIRY);
    assert_eq!(at("{}", 0.0, 0.0).overall(), Overall::Verified);
}

/// A NumericDate is a JSON number (RFC 7519 section 2).
#[test]
fn a_time_that_is_no_number_is_malformed() {
    for value in [
        "\"1000\"",
        "\"2030-01-01\"",
        "null",
        "true",
        "[1000]",
        "{}",
        "\"\"",
    ] {
        for claim in ["exp", "nbf", "iat"] {
            let payload = format!(r#"{{"exp":9999,"{claim}x":1,"{claim}":{value}}}"#);
            let payload = if claim == "exp" {
                payload.replacen("\"exp\":9999,", "", 1)
            } else {
                payload
            };
            assert_eq!(time(&payload, 10.0, 0.0), MALFORMED, "{payload}");
        }
    }
    assert_eq!(at(r#"{"exp":"1"}"#, 0.0, 0.0).overall(), Overall::Rejected);
}

#[test]
fn the_gravest_time_is_told_first() {
    assert_eq!(time(r#"{"exp":5,"nbf":100,"iat":100}"#, 10.0, 0.0), EXPIRED);
    assert_eq!(
        time(r#"{"exp":500,"nbf":100,"iat":100}"#, 10.0, 0.0),
        NOT_YET
    );
    assert_eq!(time(r#"{"nbf":100}"#, 10.0, 0.0), NOT_YET);
    assert_eq!(time(r#"{"iat":100}"#, 10.0, 0.0), FUTURE);
    assert_eq!(time(r#"{"exp":1,"nbf":"x"}"#, 10.0, 0.0), MALFORMED);
}

/// Out of a double's range, on either side, and digits beyond its precision.
#[test]
fn times_of_any_size_are_compared() {
    assert_eq!(time(r#"{"exp":1e400}"#, 1e300, 0.0), IN_TIME);
    assert_eq!(time(r#"{"exp":-1e400}"#, 0.0, 0.0), EXPIRED);
    assert_eq!(time(r#"{"exp":9,"nbf":1e400}"#, 5.0, 0.0), NOT_YET);
    assert_eq!(time(r#"{"exp":18446744073709551615}"#, 2e9, 0.0), IN_TIME);
}

/// The last of two (RFC 7519 section 4), however its name is written.
#[test]
fn the_last_exp_counts() {
    assert_eq!(time(r#"{"exp":5,"exp":500}"#, 10.0, 0.0), IN_TIME);
    assert_eq!(time(r#"{"exp":500,"\u0065xp":5}"#, 10.0, 0.0), EXPIRED);
}

/// An expired token with a good signature says both things.
#[test]
fn signature_and_time_are_separate_answers() {
    let verdict = at(r#"{"exp":5}"#, 10.0, 0.0);
    assert_eq!(verdict.signature.state(), State::Pass);
    assert_eq!(verdict.time.state(), State::Fail);
    assert_eq!(verdict.overall(), Overall::Rejected);
}

#[test]
fn the_verdict_is_the_worst_of_three_checks() {
    let good = hs256(HS256, r#"{"exp":500}"#);
    let overall = |token: &str, pasted: &str, now| {
        verify(&Source::read(token), &key(pasted), &Policy::default(), now).overall()
    };
    assert_eq!(overall("", SECRET, 0.0), Overall::Empty);
    assert_eq!(overall(" \n", SECRET, 0.0), Overall::Empty);
    assert_eq!(overall(&good, SECRET, 0.0), Overall::Verified);
    assert_eq!(overall(&format!(" {good}"), SECRET, 0.0), Overall::Verified);
    assert_eq!(overall(&good, "", 0.0), Overall::Unverified);
    assert_eq!(overall(&good, "wrong", 0.0), Overall::Rejected);
    assert_eq!(overall(&good, SECRET, 500.0), Overall::Rejected);
    assert_eq!(overall(&good, "", 500.0), Overall::Rejected);
    assert_eq!(overall("garbage", SECRET, 0.0), Overall::Rejected);
    assert_eq!(
        overall(&hs256("{}", r#"{"exp":500}"#), SECRET, 0.0),
        Overall::Unverified
    );
}
