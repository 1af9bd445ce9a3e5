//! The lesson on HMAC: by hand it is what the core makes.

mod support;

use jwt_inspector::jose::alg::Hash;
use jwt_inspector::jose::crypto::hmac::{Secret, sign};
use jwt_inspector::learn::{Block, Line, Stage};
use support::learn::stage::{compared, fact, rows, token};
use support::learn::{asks_for, done, found, has_steps};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const SLUG: &str = "hmac";

fn code(stage: &Stage) -> (&[Line], &str) {
    let found = stage.blocks.iter().find_map(|block| match block {
        Block::Code { lines, outcome, .. } => Some((&**lines, &**outcome)),
        _ => None,
    });
    found.expect("there is code")
}

#[test]
fn it_has_four_steps() {
    has_steps(SLUG, 4);
}

#[test]
fn another_text_has_another_hash() {
    let stage = asks_for(SLUG, 0, &[("lesson-text", "abc")]);
    let (before, sign, after) = compared(&stage);
    assert_eq!(sign, "≠");
    assert_ne!(before, after);
    // FIPS 180-4, the example of one block.
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(after, abc);
}

#[test]
fn a_key_beyond_a_block_is_hashed_first() {
    let short = done(SLUG, 1, &[("lesson-key", "Jefe")]);
    assert_eq!(fact(&short, "length"), "4");
    assert_eq!(fact(&short, "differing"), "256");
    let [filled, inner, outer] = [0, 1, 2].map(|row| rows(&short)[row][1].to_owned());
    assert_eq!(filled, "4a656665".to_owned() + &"00".repeat(60));
    assert_eq!(inner, "7c535053".to_owned() + &"36".repeat(60));
    assert_eq!(outer, "16393a39".to_owned() + &"5c".repeat(60));
    assert!(!done(SLUG, 1, &[("lesson-key", &"k".repeat(64))]).is_done);
    let long = "k".repeat(65);
    let long = asks_for(SLUG, 1, &[("lesson-key", &long)]);
    assert_eq!(rows(&long)[0][0], "SHA-256 of the key, filled up");
    assert!(rows(&long)[0][1].ends_with(&"00".repeat(32)));
}

#[test]
fn two_hashes_by_hand_are_the_signature_of_the_core() {
    let long = "a long key ".repeat(9);
    for key in ["k", "a key of the learner", &long] {
        let inputs = [("lesson-key", key), ("lesson-payload", r#"{"a":"ü"}"#)];
        let stage = done(SLUG, 2, &inputs);
        assert!(stage.is_done);
        let (text, signature) = token(&stage).rsplit_once('.').unwrap_or_default();
        let (lines, outcome) = code(&stage);
        assert_eq!(outcome, "The same as in the token");
        assert_eq!(lines[3].note, signature);
        let secret = Secret::new(key.as_bytes().to_vec().into()).expect("a key");
        let mac = sign(Hash::Sha256, &secret, text.as_bytes());
        let digits: String = mac.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(lines[2].note, digits);
    }
    asks_for(SLUG, 2, &[("lesson-payload", "{}")]);
}

#[test]
fn with_an_empty_key_nothing_is_signed() {
    let stage = done(SLUG, 2, &[("lesson-key", "")]);
    assert!(!stage.is_done);
    assert!(token(&stage).ends_with('.'));
}

#[test]
fn one_bit_flips_about_half_of_the_signature() {
    assert_eq!(fact(&found(SLUG, 3), "flipped"), "0");
    let stage = asks_for(SLUG, 3, &[("bit", "17")]);
    let (lines, outcome) = code(&stage);
    let crosses = |line: &Line| line.text.matches('X').count();
    let flipped: usize = lines.iter().map(crosses).sum();
    assert_eq!(fact(&stage, "flipped"), flipped.to_string());
    assert_eq!(outcome, format!("{flipped} of 256 bits flip"));
    assert_eq!(lines.len(), 8);
    assert_eq!(lines[0].note, format!("{} of 32", crosses(&lines[0])));
    assert_eq!(fact(&stage, "tried"), "80", "ten bytes");
    let number = |name: &str| fact(&stage, name).parse::<usize>().expect("a number");
    assert!((118..=138).contains(&number("average")));
    assert!(number("least") <= flipped && flipped <= number("most"));
    assert!(number("least") > 80 && number("most") < 176);
}

#[test]
fn any_text_can_be_flipped_even_none() {
    for text in ["", "ü", &"long ".repeat(900)] {
        for bit in ["0", "1", "8", "99999", "-1"] {
            done(SLUG, 3, &[("lesson-text", text), ("bit", bit)]);
        }
    }
}
