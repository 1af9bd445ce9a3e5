//! How much a finding weighs, which comes first, and that none repeats a secret.

use crate::support::lint::{claims, findings, header};
use crate::support::lint_cases::cases;
use crate::support::{fixtures, hs256, pasted};
use crate::{find, has};
use jwt_inspector::lint::{Datum, Finding, Rule, Severity};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn the_worst_comes_first_and_equals_keep_the_order_of_the_rules() {
    for case in cases() {
        for pasted in case.bad.iter().chain(&case.good) {
            let found = findings(&pasted.token, &pasted.key);
            let place = |finding: &Finding| {
                let severity = Severity::ALL.iter().position(|s| *s == finding.severity);
                (severity, finding.rule as usize)
            };
            assert!(
                found
                    .windows(2)
                    .all(|pair| place(&pair[0]) < place(&pair[1]))
            );
        }
    }
}

/// A key that everybody can use is worse than an HMAC that proves nothing.
#[test]
fn the_private_key_in_a_proof_is_told_first() {
    let header = r#"{"typ":"dpop+jwt","alg":"HS256","jwk":{"d":"a"}}"#;
    let found = findings(&hs256(header, "{}"), "");
    assert_eq!(find(&found, Rule::Dp01).data, [Datum::Member("d")]);
}

#[test]
fn addresses_of_keys_are_judged_by_their_host() {
    let severity = |address: &str| {
        let token = header(&format!(r#""jku":"{address}""#));
        find(&findings(&token, ""), Rule::Hdr01).severity
    };
    for public in [
        "https://a.example/keys",
        "HTTPS://a.example:8443",
        "https://172.32.0.1/",
        "https://[2001:db8::1]/k",
    ] {
        assert_eq!(severity(public), Severity::Warning, "{public}");
    }
    for internal in [
        "http://a.example",
        "file:///etc/passwd",
        "a.example",
        "https://",
        "https://localhost/k",
        "https://LOCALHOST:1",
        "https://x.internal/k",
        "https://127.0.0.1",
        "https://10.1.2.3/k",
        "https://172.16.0.1",
        "https://192.168.0.1",
        "https://169.254.169.254/latest",
        "https://2130706433/",
        "https://127.1/",
        "https://0x7f.1/",
        "https://0177.0.0.1/",
        "https://[::1]/",
        "https://[fd00::1]/",
        "https://a.example@127.0.0.1/",
    ] {
        assert_eq!(severity(internal), Severity::Error, "{internal}");
    }
}

/// A secret is judged without being repeated.
#[test]
fn findings_hold_no_key_material() {
    let found = findings(&claims(""), "your-256-bit-secret");
    assert!(has(&found, Rule::Key02));
    assert!(!format!("{found:?}").contains("your-256"));
    let jwk = pasted("p-256", "private_jwk");
    let found = findings(&header(&format!(r#""jwk":{jwk}"#)), "");
    let scalar = fixtures()["keys"]["p-256"]["private_jwk"]["d"].as_str();
    assert!(!format!("{:?}", find(&found, Rule::Key07)).contains(scalar.expect("a scalar")));
}
