//! What is said of findings: every rule has words, in whole sentences, with what was found in them.

mod support;

use jwt_inspector::jose::verdict::PolicyCheck;
use jwt_inspector::jose::{KeyInput, SecretEncoding, Source};
use jwt_inspector::lint::{Datum, Finding, Policy, Subject, lint, policy_check};
use jwt_inspector::words::findings::{FindingSaid, said};
use jwt_inspector::words::policy;
use jwt_inspector::words::verdict::headline;
use support::lint::{claims, findings, findings_by, header, sized};
use support::lint_cases::cases;
use support::{HS256, NOW, SECRET, compact, hs256, verdict};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn every_finding() -> Vec<Finding> {
    let mut all: Vec<Finding> = Vec::new();
    for case in cases() {
        for pasted in case.bad.iter().chain(&case.good) {
            all.extend(findings(&pasted.token, &pasted.key));
        }
    }
    let policy = Policy {
        required: vec!["tenant".to_owned()],
        issuer: Some("a".to_owned()),
        audience: Some("b".to_owned()),
        ..Policy::default()
    };
    let id_token = claims(r#""nonce":"a","sub":"b","azp":"c""#);
    all.extend(findings_by(&policy, &id_token, SECRET));
    all
}

fn of(findings: &[Finding], id: &str) -> FindingSaid {
    let found = findings.iter().find(|finding| finding.rule.id() == id);
    said(found.unwrap_or_else(|| panic!("no {id}")))
}

#[test]
fn sentences_are_whole() {
    for finding in every_finding() {
        let said = said(&finding);
        let id = finding.rule.id();
        assert!(!said.title.is_empty() && !said.title.ends_with('.'), "{id}");
        assert!(said.title.len() <= 50, "{id}: {}", said.title);
        for sentence in [&*said.found, said.why] {
            assert!(
                sentence.ends_with('.') && !sentence.ends_with(".."),
                "{id}: {sentence}"
            );
            assert!(
                sentence.starts_with(|c: char| c.is_uppercase() || "“r".contains(c)),
                "{id}: {sentence}"
            );
        }
        assert!(said.remedy.is_empty() || said.remedy.ends_with('.'), "{id}");
        assert!(
            said.source.is_empty()
                || said.source.contains(['§', 'A'])
                || said.source.starts_with("RFC "),
            "{id}: {}",
            said.source
        );
    }
}

/// Each gap of a sentence has its piece, and each piece its gap.
#[test]
fn what_was_found_is_in_the_sentence() {
    for finding in every_finding() {
        let empty = Finding {
            data: Vec::new(),
            ..finding.clone()
        };
        let said = said(&finding).found;
        let is_empty =
            |datum: &&Datum| matches!(datum, Datum::Json(text) | Datum::Text(text) if text == "{}");
        let empty_objects = finding.data.iter().filter(is_empty).count();
        assert_eq!(said.matches("{}").count(), empty_objects, "{said}");
        assert!(
            finding.data.is_empty() || said != crate::said(&empty).found,
            "{said}"
        );
        for hole in ["  ", "is .", "is ;", "has  "] {
            assert!(!said.contains(hole), "{}: {said}", finding.rule.id());
        }
    }
}

/// A finding judges the token, not the one who verifies it.
#[test]
fn nothing_is_called_safe_or_vulnerable() {
    for finding in every_finding() {
        let said = said(&finding);
        let all = [said.title, said.why, said.remedy].concat().to_lowercase();
        for word in ["vulnerable", " safe", "unsafe", "secure."] {
            assert!(!all.contains(word), "{}: {all}", finding.rule.id());
        }
    }
}

#[test]
fn values_are_quoted() {
    let found = findings(&header(r#""jku":"http://a.example/\u200b""#), "");
    assert_eq!(
        of(&found, "HDR01").found,
        "“jku” is “http://a.example/\\u{200B}”."
    );
    let found = findings(&claims(""), "secret");
    assert_eq!(
        of(&found, "KEY01").found,
        "The secret has 48 bits; this algorithm wants 256 or more."
    );
    let found = findings(&hs256(HS256, r#"{"nonce":"n","iss":"a","exp":1}"#), "");
    assert_eq!(
        of(&found, "OID01").found,
        "It lacks “sub”, “aud” and “iat”."
    );
    let found = findings(&hs256(HS256, r#"{"iat":2000000600,"exp":2000000600}"#), "");
    assert!(of(&found, "CLM06").why.contains("one of the two is wrong"));
    let found = findings(
        &compact(HS256, "{}", "").replacen(".e30.", ".e30AA.", 1),
        "",
    );
    assert_eq!(of(&found, "STR04").title, "A part was cut");
    for (alg, source) in [
        ("HS256", "RFC 7518 §3"),
        ("EdDSA", "RFC 8037 §3.1"),
        ("Ed448", "RFC 8037 §3.1"),
        ("ML-DSA-44", "RFC 9964"),
    ] {
        let said = of(&findings(&sized(alg, 9), ""), "SIG01");
        assert_eq!(said.source, source);
        assert!(said.found.contains(&format!("of “{alg}” and this key")));
    }
    let long = claims(&format!(
        r#""password":"x","iss":"{}: y""#,
        "a".repeat(1000)
    ));
    assert!(of(&findings(&long, ""), "CLM13").found.len() < 200);
}

#[test]
fn the_headline_names_broken_rules() {
    let title = |token: &str, key: &str| {
        let source = Source::read(token);
        let mut verdict = verdict(token, key);
        verdict.policy = policy_check(&source, &findings(token, key));
        headline(&verdict, None, NOW)
    };
    let fine = claims("");
    assert_eq!(title(&fine, SECRET).title, "Verified and in time");
    let wrong = claims(r#""sub":1,"jti":1"#);
    assert_eq!(
        title(&wrong, SECRET).title,
        "Verified, but one rule is broken"
    );
    assert!(
        title(&wrong, SECRET)
            .detail
            .ends_with(" One rule is broken.")
    );
    let endless = hs256(HS256, r#"{"iss":1}"#);
    assert_eq!(
        title(&endless, SECRET).title,
        "Verified, but it never expires, and one rule is broken"
    );
    assert_eq!(title("", "").detail, "");
}

#[test]
fn the_policy_counts() {
    let said = |errors, warnings| {
        policy::said(PolicyCheck::Checked {
            errors,
            warnings,
            elsewhere: 0,
        })
    };
    assert_eq!(said(0, 0).short, "no objections");
    assert_eq!(said(0, 1).sentence, "The policy gives 1 warning.");
    assert_eq!(said(2, 0).short, "2 rules broken");
    assert_eq!(
        said(2, 3).sentence,
        "Two rules are broken, and there is reason for 3 warnings."
    );
    assert_eq!(said(12, 0).sentence, "12 rules are broken.");
}

/// Reading a long token costs as much as before: every rule looks at it once.
#[test]
fn many_claims_are_judged() {
    let claims: String = (0..5000)
        .map(|n| format!(r#""claim{n}":{{"a":[{n}]}},"#))
        .collect();
    let token = hs256(HS256, &format!("{{{claims}\"exp\":1}}"));
    let subject = Subject {
        source: &Source::read(&token),
        key: &KeyInput::read(SECRET, SecretEncoding::Utf8),
        policy: &Policy::default(),
        now: NOW,
        skew: 0.0,
    };
    assert_eq!(lint(&subject)[0].rule.id(), "CLM03");
}

#[test]
fn every_claim_that_is_nobodys_business_is_named() {
    let found = findings(
        &claims(r#""ssn":"1","a":{"password":"b"},"credit_card":"2","pin":"North""#),
        "",
    );
    assert_eq!(
        of(&found, "CLM12").found,
        "By their names or forms, secrets or a person’s data: “ssn”, “password” and “credit_card”."
    );
}

/// 256 random bits are short of what HS512 wants, and nobody guesses them.
#[test]
fn a_secret_is_called_guessable_only_where_it_is() {
    let token = hs256(r#"{"alg":"HS512"}"#, "{}");
    let why = |key: &str| of(&findings(&token, key), "KEY01").why;
    assert!(why("fifteen letters").ends_with("can be guessed."));
    assert!(why("sixteen letters!").contains("long enough against guessing"));
}

/// What does harm is in the sentence, however far behind it stands.
#[test]
fn a_dangerous_name_is_quoted_where_it_is_dangerous() {
    let kid = "K".repeat(300) + "'../x";
    let found = findings(&header(&format!(r#""kid":"{kid}""#)), "");
    let quoted = of(&found, "HDR03").found;
    assert!(quoted.starts_with("“kid” is “…KKK"), "{quoted}");
    assert!(quoted.ends_with("KKK'../x”."), "{quoted}");
}
