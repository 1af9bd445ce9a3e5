//! The lesson on base64url, and on what it does not do.

mod support;

use jwt_inspector::jose::base64url;
use jwt_inspector::learn::{Block, Tone};
use support::learn::stage::{compared, fact, outcome, rows, token};
use support::learn::{asks_for, done, found, has_steps};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const SLUG: &str = "encoded";

#[test]
fn it_has_four_steps() {
    has_steps(SLUG, 4);
}

#[test]
fn three_bytes_are_four_characters() {
    let stage = asks_for(SLUG, 0, &[("lesson-text", "cat!")]);
    let rows = rows(&stage);
    let cat = [
        "c a t",
        "01100011 01100001 01110100",
        "011000 110110 000101 110100",
        "24 54 5 52",
        "Y2F0",
    ];
    assert_eq!(rows[0], cat);
    assert_eq!(rows[1], ["!", "00100001", "001000 010000", "8 16", "IQ"]);
    assert_eq!(compared(&stage), ("Y2F0IQ", "=", "Y2F0IQ"));
    assert_eq!(fact(&stage, "bytes"), "4");
    assert_eq!(fact(&stage, "characters"), "6");
}

#[test]
fn by_hand_is_the_same_as_by_the_inspector_for_every_text() {
    for text in ["", "a", "ab", "Ünï→😀", "\u{0}\u{7f}", "???>>>~~~ÿÿÿ"] {
        let stage = done(SLUG, 0, &[("lesson-text", text)]);
        let encoded = base64url::encode(text.as_bytes());
        assert_eq!(compared(&stage), (&*encoded, "=", &*encoded));
    }
}

#[test]
fn plain_base64_pads_has_other_letters_and_is_refused() {
    assert_eq!(compared(&found(SLUG, 1)), ("Y2F0", "=", "Y2F0"));
    assert_eq!(outcome(&found(SLUG, 1)), "In a token, both would be read");
    let padded = done(SLUG, 1, &[("lesson-text", "cats")]);
    assert_eq!(compared(&padded), ("Y2F0cw", "≠", "Y2F0cw=="));
    let stage = asks_for(SLUG, 1, &[("lesson-text", "cats"), ("lesson-text", "???")]);
    assert_eq!(compared(&stage), ("Pz8_", "≠", "Pz8/"));
    assert_eq!(outcome(&stage), "In a token, the base64 is refused");
}

#[test]
fn what_is_written_into_a_payload_is_read_from_the_token_alone() {
    let stage = asks_for(SLUG, 2, &[("lesson-payload", r#"{ "pin": "4711" }"#)]);
    let part = token(&stage).split('.').nth(1).unwrap_or_default();
    let Some(Block::Code { lines, tone, .. }) = stage.blocks.last() else {
        panic!("code is last");
    };
    let notes: Vec<_> = lines.iter().map(|line| &*line.note).collect();
    assert_eq!(notes, [part, r#"{"pin":"4711"}"#]);
    assert_eq!(*tone, Tone::Warn);
}

#[test]
fn of_an_encrypted_token_only_the_header_can_be_read() {
    let signed = found(SLUG, 3);
    assert_eq!(fact(&signed, "parts"), "3");
    assert_eq!(fact(&signed, "readable"), "2");
    let encrypted = asks_for(SLUG, 3, &[("kind", "encrypted")]);
    assert_eq!(fact(&encrypted, "parts"), "5");
    assert_eq!(fact(&encrypted, "readable"), "1");
    let header = r#"{"alg":"A128KW","enc":"A128CBC-HS256"}"#;
    assert_eq!(rows(&encrypted)[0], ["header", "38", header]);
    assert_eq!(rows(&encrypted)[3], ["ciphertext", "32", "bytes, no text"]);
}
