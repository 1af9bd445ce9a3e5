//! Every rule speaks of tokens that break it, and of no token that keeps it. CLM14 waits for the person's policy.

use crate::support::lint::{claims, findings, ids, payload};
use crate::support::lint_cases::cases;
use crate::support::{SECRET, compact, pasted};
use jwt_inspector::lint::{Check, Rule};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn every_rule_has_a_token_that_breaks_it_and_one_that_keeps_it() {
    let cases = cases();
    for rule in Rule::ALL {
        let own: Vec<_> = cases.iter().filter(|case| case.id == rule.id()).collect();
        let wanted = usize::from(*rule != Rule::Clm14);
        assert_eq!(own.len(), wanted, "{}", rule.id());
        assert!(
            own.iter()
                .all(|case| !case.bad.is_empty() && !case.good.is_empty())
        );
    }
}

#[test]
fn a_rule_speaks_of_what_breaks_it_and_of_nothing_else() {
    let mut wrong = Vec::new();
    for case in cases() {
        for (wanted, pasted) in [(true, &case.bad), (false, &case.good)] {
            for (index, pasted) in pasted.iter().enumerate() {
                let found = findings(&pasted.token, &pasted.key);
                if ids(&found).contains(&case.id) != wanted {
                    wrong.push(format!(
                        "{} {wanted} {index}: {:?} {}",
                        case.id,
                        ids(&found),
                        pasted.token
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn ids_are_those_of_their_groups_and_stand_once() {
    let all: Vec<&str> = Rule::ALL.iter().map(|rule| rule.id()).collect();
    for (index, id) in all.iter().enumerate() {
        assert!(!all[..index].contains(id), "{id}");
        let group = id.trim_end_matches(|c: char| c.is_ascii_digit());
        assert!(["STR", "ALG", "SIG", "KEY", "HDR", "CLM", "OID", "AT", "DP"].contains(&group));
        assert_eq!(id.len(), group.len() + 2);
    }
    assert_eq!(all.len(), 70);
}

#[test]
fn a_rule_belongs_to_one_check() {
    let of = |rule: Rule| rule.check();
    assert_eq!(of(Rule::Str04), Check::Format);
    assert_eq!(of(Rule::Alg10), Check::Signature);
    assert_eq!(of(Rule::Alg05), Check::Policy);
    assert_eq!(of(Rule::Clm06), Check::Time);
    assert_eq!(of(Rule::Clm07), Check::Policy);
}

/// A typed token with all its claims, signed with a fresh key pair, is told nothing.
#[test]
fn of_a_token_that_does_all_right_nothing_is_found() {
    let header = r#"{"alg":"ES256","typ":"at+jwt","kid":"1"}"#;
    let payload = payload(r#""sub":"a","client_id":"b","jti":"c""#);
    let signature = jwt_inspector::jose::base64url::encode(&[0x11; 64]);
    let token = compact(header, &payload, &signature);
    assert_eq!(ids(&findings(&token, &pasted("p-256", "spki"))), [""; 0]);
    assert_eq!(ids(&findings("", "")), [""; 0]);
    assert_eq!(ids(&findings(&claims(""), SECRET)), ["ALG05", "HDR08"]);
}
