//! The examples that are printed in the RFCs: a conforming verifier accepts each as it stands, and none with any
//! one character changed.

mod support;

use jwt_inspector::jose::edit::{MAX_INDENTED, show};
use jwt_inspector::jose::{Overall, Policy, Source, State, verify};
use serde_json::Value;
use support::{key, signature, text, with_other_character};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// The payload of RFC 7515 appendix A, which breaks its lines with CR and LF.
const JOE: &str =
    "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}";

fn examples() -> Vec<Value> {
    let file: Value = serde_json::from_str(include_str!("fixtures/rfc.json")).expect("JSON");
    file["examples"].as_array().expect("a list").clone()
}

fn example(name: &str) -> (String, String) {
    let found = examples()
        .into_iter()
        .find(|e| e["name"].as_str().is_some_and(|n| n.starts_with(name)));
    let found = found.expect("an example of that name");
    (text(&found["token"]), text(&found["key"]))
}

/// The characters of a part that are tried: all in a short part, some of a long one.
fn tried(length: usize) -> impl Iterator<Item = usize> {
    let most = if cfg!(target_arch = "wasm32") { 8 } else { 40 };
    (0..length).step_by(length.div_ceil(most).max(1))
}

#[test]
fn every_printed_example_verifies() {
    let examples = examples();
    assert_eq!(examples.len(), 10);
    for example in examples {
        let found = signature(&text(&example["token"]), &text(&example["key"]));
        assert_eq!(
            found,
            (State::Pass, "signature.verified"),
            "{}",
            example["name"]
        );
    }
}

#[test]
fn every_printed_example_names_its_algorithm() {
    for example in examples() {
        let source = Source::read(&text(&example["token"]));
        let jws = source.jws().expect("a JWS");
        let header = jws.header.as_ref().expect("a header");
        let alg = header.get("alg").and_then(|alg| alg.as_str());
        assert_eq!(
            alg.as_deref(),
            example["alg"].as_str(),
            "{}",
            example["name"]
        );
    }
}

/// A last character may also turn into one with unused bits set, which is no base64url: no pass either.
#[test]
fn no_printed_example_verifies_with_one_character_changed() {
    for example in examples() {
        let (token, key) = (text(&example["token"]), text(&example["key"]));
        let mut start = 0;
        for part in token.split('.') {
            let last = part.len().checked_sub(1);
            for at in tried(part.len()).chain(last) {
                let changed = with_other_character(&token, start + at);
                let (state, code) = signature(&changed, &key);
                assert_ne!(
                    state,
                    State::Pass,
                    "{} at {}: {code}",
                    example["name"],
                    start + at
                );
            }
            start += part.len() + 1;
        }
    }
}

#[test]
fn no_printed_example_verifies_with_a_character_added_or_taken_away() {
    for example in examples() {
        let (token, key) = (text(&example["token"]), text(&example["key"]));
        let ends = token
            .match_indices('.')
            .map(|(at, _)| at)
            .chain([token.len()]);
        for end in ends {
            let longer = [&token[..end], "A", &token[end..]].concat();
            let shorter = [&token[..end - 1], &token[end..]].concat();
            for changed in [longer, shorter] {
                assert_ne!(
                    signature(&changed, &key).0,
                    State::Pass,
                    "{}: {changed}",
                    example["name"]
                );
            }
        }
    }
}

/// RFC 7515 A.1 breaks lines in header and payload with CR LF: they are part of what is signed, and are shown as a
/// text box shows them.
#[test]
fn rfc_7515_a1_keeps_its_carriage_returns() {
    let source = Source::read(&example("RFC 7515 A.1").0);
    let jws = source.jws().expect("a JWS");
    assert_eq!(jws.payload_part.decoded.as_deref(), Ok(JOE.as_bytes()));
    let header = jws.header_part.decoded.as_deref();
    assert_eq!(
        header,
        Ok(b"{\"typ\":\"JWT\",\r\n \"alg\":\"HS256\"}".as_slice())
    );
    assert_eq!(
        show(JOE.as_bytes(), MAX_INDENTED).text,
        JOE.replace('\r', "")
    );
}

/// RFC 7515 A.1 expired in 2011: the signature still holds, and the token is refused all the same.
#[test]
fn rfc_7515_a1_says_both_that_it_holds_and_that_it_is_expired() {
    let (token, pasted) = example("RFC 7515 A.1");
    let policy = Policy::default();
    let at = |now| verify(&Source::read(&token), &key(&pasted), &policy, now);
    let late = at(1_300_819_380.0);
    assert_eq!(late.signature.code(), "signature.verified");
    assert_eq!(late.time.code(), "time.expired");
    assert_eq!(late.overall(), Overall::Rejected);
    assert_eq!(at(1_300_819_379.9).overall(), Overall::Verified);
}

/// RFC 7515 A.5, RFC 7519 section 6.1: an unsecured JWS is a token, but nothing about it is verified.
#[test]
fn the_unsecured_example_is_well_formed_and_never_verified() {
    let payload = Source::read(&example("RFC 7515 A.1").0);
    let jws = payload.jws().expect("a JWS");
    let payload = jws.payload_part.text(&payload.cleaned.text);
    let token = format!("eyJhbGciOiJub25lIn0.{payload}.");
    assert_eq!(support::format(&token), (State::Pass, "format.conforming"));
    for pasted in ["", "a secret", &example("RFC 7515 A.2").1] {
        assert_eq!(signature(&token, pasted), (State::Fail, "alg.none"));
    }
}

/// RFC 7515 appendix E: `crit` names an extension that nobody understands, so every verifier rejects.
#[test]
fn the_critical_extension_of_appendix_e_is_rejected() {
    let token = "eyJhbGciOiJub25lIiwNCiAiY3JpdCI6WyJodHRwOi8vZXhhbXBsZS5jb20vVU5ERUZJTkVEIl0sDQogImh0dHA6Ly9leGFtcGxlLmNvbS9VTkRFRklORUQiOnRydWUNCn0.RkFJTA.";
    let source = Source::read(token);
    assert_eq!(source.jws().expect("a JWS").payload.text(), Some("FAIL"));
    assert_eq!(signature(token, ""), (State::Fail, "header.crit"));
}

/// RFC 8037 appendix A.3 prints the thumbprint's input of this key; A.4 its signature, which is deterministic.
#[test]
fn rfc_8037_a4_is_signed_to_the_letter() {
    let (token, pasted) = example("RFC 8037");
    signs_to_the_letter(&token, &pasted);
}

/// HMAC and RSASSA-PKCS1-v1_5 are deterministic: signing gives the printed signature (RFC 7515 A.1 and A.2).
#[test]
fn rfc_7515_a1_and_a2_are_signed_to_the_letter() {
    for name in ["RFC 7515 A.1", "RFC 7515 A.2"] {
        let (token, pasted) = example(name);
        signs_to_the_letter(&token, &pasted);
    }
}

fn signs_to_the_letter(token: &str, pasted: &str) {
    let input = &token[..token.rfind('.').expect("three parts")];
    let unsigned = format!("{input}.");
    let (source, key) = (Source::read(&unsigned), key(pasted));
    let signer = jwt_inspector::jose::sign::Signer::new(&source, &key).expect("a key that signs");
    assert_eq!(
        signer.sign(&unsigned, support::seed()).as_deref(),
        Ok(token)
    );
}

/// RFC 7797 section 4.2: the same header with `b64` false over the same payload, unencoded. The dot of `$.02` cannot
/// stand in a compact token, so the printed example is detached; over a payload without one it is attached.
#[test]
fn rfc_7797_signs_the_payload_as_it_stands() {
    let (_, pasted) = example("RFC 7797");
    let header = "eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19";
    let unsigned = format!("{header}.$02 not base64url!.");
    let (source, key) = (Source::read(&unsigned), key(&pasted));
    let signer = jwt_inspector::jose::sign::Signer::new(&source, &key).expect("a key that signs");
    let token = signer.sign(&unsigned, support::seed()).expect("a token");
    assert_eq!(
        signature(&token, &pasted),
        (State::Pass, "signature.verified")
    );
    let changed = token.replace("02", "03");
    assert_eq!(
        signature(&changed, &pasted),
        (State::Fail, "signature.mismatch")
    );
}
