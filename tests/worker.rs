//! Jobs and answers cross to the worker and back as bytes.

mod support;

use jwt_inspector::jose::{Algorithm, SecretEncoding};
use jwt_inspector::learn::{Guessed, Work};
use jwt_inspector::worker::{Answer, Job, run};
use support::{HS256, SECRET, hs256};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use zeroize::Zeroizing;

fn asked(token: &str, key: &str) -> Option<Answer> {
    let job = Job::Sign {
        token: token.to_owned(),
        key: Zeroizing::new(key.to_owned()),
        encoding: SecretEncoding::Utf8,
        seed: Zeroizing::new([0xff; 32]),
    };
    Answer::from_bytes(&run(&job.to_bytes()))
}

#[test]
fn a_token_comes_back_signed() {
    let token = hs256(HS256, r#"{"name":"Zoë"}"#);
    let (input, _) = token.rsplit_once('.').expect("a signature");
    assert_eq!(
        asked(&format!("{input}."), SECRET),
        Some(Answer::Signed(token))
    );
}

#[test]
fn a_token_of_any_length_comes_back_signed() {
    let name = "n".repeat(1 << 20);
    let token = hs256(HS256, &format!(r#"{{"name":"{name}"}}"#));
    assert_eq!(asked(&token, SECRET), Some(Answer::Signed(token)));
}

#[test]
fn what_cannot_be_signed_comes_back_with_the_reason() {
    let answer = asked(&hs256(HS256, "{}"), "");
    assert!(matches!(answer, Some(Answer::Failed(reason)) if !reason.is_empty()));
}

#[test]
fn a_diagnosis_comes_back_in_words() {
    let token = hs256(HS256, "{}");
    let job = Job::Diagnose {
        token: token.clone(),
        key: Zeroizing::new(format!("'{SECRET}'")),
        encoding: SecretEncoding::Utf8,
        required: Algorithm::from_name("HS256"),
    };
    let answer = Answer::from_bytes(&run(&job.to_bytes()));
    let Some(Answer::Diagnosed(told)) = answer else {
        panic!("{answer:?}");
    };
    let remedy = told.cure.expect("a cure");
    let key = remedy.apply.key.expect("a key");
    assert_eq!(key.as_str(), SECRET);
    assert!(remedy.note.sentence.contains("quotes"));
}

#[test]
fn what_is_no_job_has_no_answer() {
    for bytes in [&[][..], &[0], &[0xff; 64], b"{\"Sign\":{}}"] {
        assert_eq!(Answer::from_bytes(&run(bytes)), None, "{bytes:?}");
    }
}

#[test]
fn guesses_come_back_with_the_secret_that_was_found() {
    let guessed = |token: &str, from, count| {
        let token = token.to_owned();
        let job = Job::Guess(Work { token, from, count });
        Answer::from_bytes(&run(&job.to_bytes()))
    };
    let came = |tried, found: Option<&str>| {
        let found = found.map(str::to_owned);
        Some(Answer::Guessed(Guessed { tried, found }))
    };
    let token = hs256(HS256, "{}");
    assert_eq!(guessed(&token, u64::MAX - 1, 7), came(7, None));
    assert_eq!(guessed("no token", 0, 7), came(0, None));
}
