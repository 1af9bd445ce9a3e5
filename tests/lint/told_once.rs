//! What a check or another rule says already is not said again.

use crate::has;
use crate::support::lint::{claims, findings, header, ids};
use crate::support::{HS256, SECRET, compact, hs256, verdict};
use jwt_inspector::lint::{Finding, Rule};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// The code of a check that fails is covered wherever a rule says the same.
#[test]
fn what_a_check_says_already_is_told_once() {
    let covered = [
        ("a.b", "format.parts"),
        (&*(claims("") + "="), "format.base64url"),
        (&*(claims("") + "="), "signature.malformed"),
        (&*format!("Bearer {}", claims("")), "format.cleaned"),
        (&*claims(r#""iss":"b""#), "format.duplicate"),
        (
            &*hs256(r#"{"alg":"HS256","alg":"x"}"#, "{}"),
            "header.duplicate",
        ),
        (&*hs256("[]", "{}"), "format.header"),
        (&*hs256("{}", "{}"), "alg.missing"),
        (&*hs256(r#"{"alg":1}"#, "{}"), "header.malformed"),
        (&*hs256(r#"{"alg":"none"}"#, "{}"), "alg.none"),
        (&*compact(HS256, "{}", ""), "signature.missing"),
        (&*hs256(r#"{"alg":"hs256"}"#, "{}"), "alg.unsupported"),
        (&*compact(HS256, "{}", "AAAA"), "signature.malformed"),
        (&*header(r#""crit":[]"#), "header.crit"),
        (&*hs256(HS256, r#"{"exp":"1"}"#), "time.malformed"),
        (&*hs256(HS256, r#"{"exp":1}"#), "time.expired"),
        (&*hs256(HS256, r#"{"nbf":3000000000}"#), "time.not-yet"),
        (
            &*hs256(HS256, r#"{"iat":3000000000}"#),
            "time.issued-in-future",
        ),
        (&*hs256(HS256, "{}"), "time.no-expiry"),
        (&*hs256(HS256, r#"{"nonce":"a"}"#), "time.no-expiry"),
    ];
    for (token, code) in covered {
        let verdict = verdict(token, SECRET);
        let codes = [
            verdict.format.code(),
            verdict.signature.code(),
            verdict.time.code(),
        ];
        assert!(codes.contains(&code), "{code} not among {codes:?}");
        let found = findings(token, SECRET);
        let covers = |finding: &Finding| finding.covers().contains(&code);
        assert!(found.iter().any(covers), "{code}: {:?}", ids(&found));
    }
}

/// What no rule says stays with its check.
#[test]
fn a_check_that_says_more_is_not_covered() {
    let uncovered = [
        (
            hs256(r#"{"alg":"HS256","kid":1}"#, "{}"),
            "header.malformed",
        ),
        (hs256(r#"{"kid":1}"#, "{}"), "header.malformed"),
        (hs256(r#"{"alg":"Ed448"}"#, "{}"), "alg.unsupported"),
        (claims("") + "AAAA", "signature.mismatch"),
    ];
    for (token, code) in uncovered {
        let found = findings(&token, SECRET);
        assert!(
            !found.iter().any(|finding| finding.covers().contains(&code)),
            "{code}"
        );
    }
}

/// What a token's kind is defined without is not asked of it, and what one rule asks for is not asked for again.
#[test]
fn rules_do_not_repeat_each_other() {
    let id_token = findings(&hs256(HS256, r#"{"nonce":"a"}"#), SECRET);
    assert!(has(&id_token, Rule::Oid01));
    assert!(
        ![Rule::Clm07, Rule::Clm09, Rule::Clm10]
            .iter()
            .any(|rule| has(&id_token, *rule))
    );
    let private = header(r#""typ":"dpop+jwt","jwk":{"d":"a"}"#);
    let proof = findings(&private.replace("HS256", "ES256"), SECRET);
    assert!(has(&proof, Rule::Dp01) && !has(&proof, Rule::Key07));
}
