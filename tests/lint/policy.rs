//! The person decides what a token has to have.

use crate::support::lint::{claims, findings, findings_by, ids};
use crate::support::{HS256, NOW, SECRET, hs256};
use crate::{find, has};
use jwt_inspector::jose::verdict::PolicyCheck;
use jwt_inspector::jose::{KeyInput, Source, State};
use jwt_inspector::lint::{Check, Policy, Rule, Severity, Subject, policy_check};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn the_longest_life_is_adjustable() {
    let token = hs256(HS256, r#"{"iat":2000000000,"exp":2000000600}"#);
    let by = |seconds| {
        let policy = Policy {
            max_lifetime: Some(seconds),
            ..Policy::default()
        };
        has(&findings_by(&policy, &token, SECRET), Rule::Clm08)
    };
    assert!(by(599));
    assert!(!by(600));
}

#[test]
fn required_claims_are_adjustable() {
    let by = |names: &[&str], payload: &str| {
        let policy = Policy {
            required: names.iter().map(|name| (*name).to_owned()).collect(),
            ..Policy::default()
        };
        ids(&findings_by(&policy, &hs256(HS256, payload), SECRET))
    };
    let of_claims = |ids: Vec<&'static str>| {
        ids.into_iter()
            .filter(|id| id.starts_with("CLM"))
            .collect::<Vec<_>>()
    };
    assert_eq!(of_claims(by(&[], "{}")), [""; 0]);
    assert_eq!(of_claims(by(&["exp"], "{}")), ["CLM07"]);
    assert_eq!(
        of_claims(by(&["iss", "tenant", "sub"], "{}")),
        ["CLM14", "CLM10"]
    );
    assert_eq!(of_claims(by(&["tenant"], r#"{"tenant":null}"#)), [""; 0]);
}

#[test]
fn issuer_and_audience_can_be_expected() {
    let by = |issuer: &str, audience: &str, payload: &str| {
        let policy = Policy {
            issuer: Some(issuer.to_owned()),
            audience: Some(audience.to_owned()),
            ..Policy::default()
        };
        let found = findings_by(&policy, &hs256(HS256, payload), SECRET);
        let errors = found
            .iter()
            .filter(|finding| finding.severity == Severity::Error);
        errors.map(|finding| finding.rule.id()).collect::<Vec<_>>()
    };
    let payload = r#"{"iss":"a","aud":["b","c"]}"#;
    assert_eq!(by("a", "c", payload), [""; 0]);
    assert_eq!(by("a/", "d", payload), ["CLM09", "CLM10"]);
    assert_eq!(by("a", "b", r#"{"iss":"a","aud":"b"}"#), [""; 0]);
    let id_token =
        r#"{"iss":"a","sub":"s","aud":"c","azp":"b","nonce":"n","exp":2000000600,"iat":1}"#;
    let policy = Policy {
        audience: Some("c".to_owned()),
        ..Policy::default()
    };
    // Nobody must check "azp" since the errata of 2023.
    let found = findings_by(&policy, &hs256(HS256, id_token), "");
    assert_eq!(find(&found, Rule::Oid02).severity, Severity::Info);
}

#[test]
fn the_policy_is_as_good_as_its_worst_finding() {
    let check = |token: &str, pasted_key: &str| {
        let check = policy_check(&Source::read(token), &findings(token, pasted_key));
        (check.state(), check.code())
    };
    assert_eq!(check("", ""), (State::Idle, "policy.nothing"));
    assert_eq!(check("no token", ""), (State::Idle, "policy.nothing"));
    assert_eq!(
        check("eyJhbGciOiJub25lIn0", ""),
        (State::Idle, "policy.nothing")
    );
    // Infos alone break nothing.
    assert_eq!(check(&claims(""), SECRET), (State::Pass, "policy.kept"));
    // Findings of other checks do not count.
    assert_eq!(
        check(&claims(r#""nbf":1e10"#), SECRET),
        (State::Pass, "policy.kept")
    );
    assert_eq!(
        check(&hs256(HS256, "{}"), SECRET),
        (State::Warn, "policy.warning")
    );
    assert_eq!(check(&claims(""), "secret"), (State::Fail, "policy.broken"));
    let found = findings(&hs256(HS256, "{}"), "secret");
    let of_policy = found
        .iter()
        .filter(|finding| finding.rule.check() == Check::Policy);
    assert_eq!(of_policy.count(), 7);
    assert_eq!(
        policy_check(&Source::read(&claims("")), &found),
        PolicyCheck::Checked {
            errors: 2,
            warnings: 3,
            elsewhere: 0
        }
    );
}

/// Within the tolerance for clocks the rules of time are silent, as the check is.
#[test]
fn the_tolerance_counts_for_rules_too() {
    let source = Source::read(&hs256(
        HS256,
        r#"{"exp":1999999990,"nbf":2000000010,"iat":2000000010}"#,
    ));
    let by = |skew: f64| {
        let subject = Subject {
            source: &source,
            key: &KeyInput::Empty,
            policy: &Policy::default(),
            now: NOW,
            skew,
        };
        let found = jwt_inspector::lint::lint(&subject);
        let of_time = [Rule::Clm03, Rule::Clm04, Rule::Clm05];
        of_time.map(|rule| has(&found, rule))
    };
    assert_eq!(by(0.0), [true; 3]);
    assert_eq!(by(30.0), [false; 3]);
}
