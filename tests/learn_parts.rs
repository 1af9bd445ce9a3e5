//! The lesson of the three parts.

mod support;

use jwt_inspector::jose::base64url::decode;
use support::learn::stage::{compared, fact, outcome, rows, token};
use support::learn::{asks_for, done, found, has_steps};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const SLUG: &str = "parts";

#[test]
fn it_has_four_steps() {
    has_steps(SLUG, 4);
}

#[test]
fn each_part_is_opened() {
    let opens = [
        ("part", "header"),
        ("part", "payload"),
        ("part", "signature"),
    ];
    asks_for(SLUG, 0, &opens);
    let stage = done(SLUG, 0, &opens[..1]);
    let header = r#"{"alg":"HS256","typ":"JWT"}"#;
    let encoded = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9";
    assert_eq!(compared(&stage), (encoded, "→", header));
    let stage = done(SLUG, 0, &opens);
    assert_eq!(compared(&stage).2.len(), 64, "32 bytes, two digits each");
    assert_eq!(fact(&stage, "bytes"), "32");
}

#[test]
fn a_name_in_the_payload_changes_payload_and_signature() {
    let stage = asks_for(
        SLUG,
        1,
        &[("lesson-payload", r#"{"sub":"1","name":"Ada"}"#)],
    );
    let payload = token(&stage).split('.').nth(1).map(decode);
    assert_eq!(payload, Some(Ok(br#"{"sub":"1","name":"Ada"}"#.to_vec())));
    let changed: Vec<_> = rows(&stage).iter().map(|row| row[3]).collect();
    assert_eq!(changed, ["as before", "changed", "changed"]);
    assert_eq!(
        fact(&stage, "length"),
        token(&stage).chars().count().to_string()
    );
}

#[test]
fn a_token_needs_both_dots() {
    let whole = token(&found(SLUG, 0)).to_owned();
    assert_eq!(outcome(&found(SLUG, 2)), "JWS, 3 parts");
    assert_eq!(
        done(SLUG, 2, &[("lesson-token", &whole)]),
        found(SLUG, 2),
        "the token to edit is the one of the first step"
    );
    let stage = asks_for(SLUG, 2, &[("lesson-token", &whole.replacen('.', "", 1))]);
    assert_eq!(outcome(&stage), "2 parts");
    assert_eq!(fact(&stage, "parts"), "2");
}

#[test]
fn the_token_to_edit_is_one_that_the_lesson_signs() {
    let unedited = [("lesson-header", r#"{"alg":"HS256","typ":"JWT"}"#)];
    assert_eq!(token(&done(SLUG, 3, &unedited)), token(&found(SLUG, 0)));
}

#[test]
fn a_space_in_the_header_is_another_beginning() {
    let header = r#"{ "alg": "HS256" }"#;
    let stage = asks_for(SLUG, 3, &[("lesson-header", header)]);
    assert_eq!(fact(&stage, "start"), "eyA");
    assert_eq!(outcome(&stage), "JWS, 3 parts");
    let broken = done(SLUG, 3, &[("lesson-header", "{ alg")]);
    assert!(!broken.is_done);
    assert_eq!(outcome(&broken), "no header");
}
