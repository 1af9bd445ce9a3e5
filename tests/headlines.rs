//! What the headline says first, and that it hides nothing.

mod support;

use jwt_inspector::jose::alg::Hash;
use jwt_inspector::jose::base64url::encode;
use jwt_inspector::jose::crypto::hmac;
use jwt_inspector::jose::{Overall, Source};
use jwt_inspector::lint::policy_check;
use jwt_inspector::words::findings::said;
use jwt_inspector::words::verdict::{Headline, headline};
use support::lint::findings;
use support::{HS256, NOW, SECRET, hs256, input, mac, pasted, secret, verdict};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// What the page says of a token, and all it finds.
fn judged(token: &str, key: &str) -> (Headline, Overall, Vec<&'static str>) {
    let found = findings(token, key);
    let mut verdict = verdict(token, key);
    verdict.policy = policy_check(&Source::read(token), &found);
    let ids = found.iter().map(|finding| finding.rule.id()).collect();
    (headline(&verdict, None, NOW), verdict.overall(), ids)
}

/// A token of any bytes, signed with [`SECRET`].
fn signed(payload: &[u8]) -> String {
    let input = [encode(HS256.as_bytes()), encode(payload)].join(".");
    [&*input, &mac(Hash::Sha256, &input)].join(".")
}

/// What was found by a rule, in one sentence.
fn sentence(token: &str, id: &str) -> String {
    let found = findings(token, SECRET);
    let found = found.iter().find(|finding| finding.rule.id() == id);
    said(found.unwrap_or_else(|| panic!("no {id}"))).found
}

#[test]
fn claims_that_cannot_be_read_are_told_above_a_good_signature() {
    let title = "The signature holds, but the payload cannot be read";
    let comma = hs256(HS256, r#"{"iss":"a","exp":1,}"#);
    let (said, overall, ids) = judged(&comma, SECRET);
    assert_eq!((&*said.title, overall), (title, Overall::Verified));
    assert!(
        said.detail.ends_with(
            "The payload cannot be read: it starts like JSON and stops being so at line 1, \
             column 20 (a name in double quotes is expected, but “}” stands there). Its claims, the expiry \
             among them, were not checked."
        ),
        "{}",
        said.detail
    );
    assert!(ids.contains(&"STR06"));
    assert_eq!(
        sentence(&comma, "STR06"),
        "Of the payload: it starts like JSON and stops being so at line 1, column 20 (a name in \
         double quotes is expected, but “}” stands there)."
    );

    let deep = [
        r#"{"exp":1,"d":"#,
        &r#"{"d":"#.repeat(600),
        "1",
        &"}".repeat(601),
    ]
    .concat();
    let (said, ..) = judged(&hs256(HS256, &deep), SECRET);
    assert_eq!(said.title, title);
    assert!(
        said.detail
            .contains("it nests deeper than 512 levels. Its claims")
    );

    let text = hs256(HS256, "hello");
    assert_eq!(judged(&text, SECRET).0.title, "Verified");
    assert_eq!(sentence(&text, "STR06"), "The payload is no JSON object.");
}

#[test]
fn a_payload_that_is_no_utf8_is_named() {
    let title = |payload: &[u8]| judged(&signed(payload), SECRET).0.title;
    assert_eq!(
        title(b"{\"exp\":2000000600,\"a\":\"\xff\"}"),
        "Verified, but the payload is not UTF-8"
    );
    assert_eq!(
        title(b"\xEF\xBB\xBF{\"exp\":2000000600}"),
        "Verified, but the payload has a byte-order mark"
    );
}

#[test]
fn a_broken_rule_of_any_check_is_named() {
    // A public key as the secret breaks a rule of the signature check, which passes.
    let pem = pasted("rsa", "spki");
    let input = input(HS256, r#"{"iss":"a","aud":"b","exp":2000000600}"#);
    let mac = hmac::sign(Hash::Sha256, &secret(&pem), input.as_bytes());
    let token = [&*input, &encode(&mac)].join(".");
    let key = [r#"{"kty":"oct","k":""#, &encode(pem.as_bytes()), r#""}"#].concat();
    assert_eq!(
        judged(&token, &key).0.title,
        "Verified, but one rule is broken"
    );
}

#[test]
fn times_in_milliseconds_are_named_and_not_misread() {
    let both = hs256(
        HS256,
        r#"{"iss":"a","aud":"b","iat":2000000000000,"exp":2003000000000}"#,
    );
    let (said, overall, ids) = judged(&both, SECRET);
    assert_eq!(said.title, "Verified, but its times are in milliseconds");
    assert_eq!(overall, Overall::Verified);
    assert!(ids.contains(&"CLM02"));
    for misread in ["CLM05", "CLM08"] {
        assert!(!ids.contains(&misread), "{misread}");
    }
    assert_eq!(
        sentence(&both, "CLM02"),
        "“iat” and “exp” count milliseconds, by their size; JWT counts seconds."
    );
    let one = hs256(HS256, r#"{"exp":2003000000000}"#);
    assert_eq!(
        sentence(&one, "CLM02"),
        "“exp” counts milliseconds, by its size; JWT counts seconds."
    );
}

/// Whichever of its characters are missing: the encoding is not to blame.
#[test]
fn a_cut_signature_is_called_cut() {
    let whole = hs256(HS256, "{}");
    for missing in [1, 2, 5, 9, 40] {
        let token = &whole[..whole.len() - missing];
        let (said, overall, ids) = judged(token, SECRET);
        let sentence = format!("The signature is cut: {} of 43 characters.", 43 - missing);
        assert_eq!(said.title, "The signature is cut");
        assert!(said.detail.starts_with(&sentence), "{}", said.detail);
        assert_eq!(overall, Overall::Rejected);
        assert!(!ids.contains(&"STR04"), "{missing}");
        let verdict = verdict(token, SECRET);
        let codes = (verdict.format.code(), verdict.signature.code());
        assert_eq!(codes, ("format.base64url", "signature.malformed"));
    }
    // One that has its length breaks a rule of the encoding.
    let bits = [&whole[..whole.len() - 1], "_"].concat();
    assert!(judged(&bits, SECRET).2.contains(&"STR04"));
}

#[test]
fn a_spelling_of_none_without_signature_is_not_signed() {
    let token = support::compact(r#"{"alg":"nOnE"}"#, "{}", "");
    let check = verdict(&token, SECRET).signature;
    assert_eq!(check.code(), "signature.missing");
    let (said, overall, _) = judged(&token, SECRET);
    assert_eq!(said.title, "There is no signature");
    assert_eq!(overall, Overall::Rejected);
    assert_eq!(
        sentence(&token, "ALG03"),
        "“alg” is “nOnE”, which is no algorithm."
    );
    let signed = support::compact(r#"{"alg":"XY256"}"#, "{}", "AAAA");
    assert_eq!(verdict(&signed, SECRET).signature.code(), "alg.unsupported");
}

#[test]
fn what_is_no_whole_token_is_told_by_what_it_is() {
    let token = hs256(HS256, r#"{"iss":"https://issuer.example","aud":"api"}"#);
    let (header, rest) = token.split_once('.').expect("a header");
    let shortened = [header, ".", &rest[..10], "...", &rest[rest.len() - 10..]].concat();
    let cut = [header, ".", &rest[..30]].concat();
    for (text, title, detail) in [
        (
            "hello, this is www.example.com v1.2.3",
            "This is not a token",
            "No token found in this text. One starts with “eyJ”. ",
        ),
        (
            &shortened,
            "This token is not whole",
            "It was shortened: “...” stands in the middle. ",
        ),
        (
            &cut,
            "This token is not whole",
            "It breaks off inside the payload. ",
        ),
        (
            token.rsplit_once('.').expect("a signature").0,
            "This is not a token",
            "It has two parts; the third, the signature, is missing. ",
        ),
    ] {
        let (said, overall, _) = judged(text, SECRET);
        assert_eq!((&*said.title, overall), (title, Overall::Rejected));
        assert!(said.detail.starts_with(detail), "{}", said.detail);
    }
}
