//! The lesson on editing a token: why it is rejected is told as it is.

mod support;

use jwt_inspector::learn::{Block, Stage};
use support::learn::stage::outcome;
use support::learn::{Played, done, starts_undone};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const SLUG: &str = "edit";

const OLD_SIGNATURE: usize = 2;
const GUESS: usize = 3;

const OTHER_CONTENT: &str = "Rejected: the signature belongs to other content";

/// The sentence below the title of what came of it.
fn reason(stage: &Stage) -> &str {
    let reason = stage.blocks.iter().find_map(|block| match block {
        Block::Outcome { sentence, .. } => Some(&**sentence),
        _ => None,
    });
    reason.expect("an outcome")
}

#[test]
fn nothing_is_done_at_first() {
    starts_undone(SLUG);
}

#[test]
fn genuine_signatures_belong_to_other_content_and_zeros_to_nothing() {
    for genuine in ["own", "other"] {
        let stage = done(SLUG, OLD_SIGNATURE, &[("signature", genuine)]);
        assert_eq!(outcome(&stage), OTHER_CONTENT);
        assert!(reason(&stage).starts_with("The signature is genuine"));
    }
    let stage = done(SLUG, OLD_SIGNATURE, &[("signature", "zeros")]);
    assert_eq!(
        outcome(&stage),
        "Rejected: the signature belongs to nothing"
    );
    assert_eq!(
        reason(&stage),
        "Nobody made this signature: it fits no text."
    );
}

#[test]
fn however_often_one_signature_is_pressed_the_others_still_count() {
    let mut played = Played::new(SLUG, OLD_SIGNATURE);
    for _ in 0..1100 {
        played.act("signature", "own");
    }
    assert!(!played.act("signature", "other").is_done);
    assert!(played.act("signature", "zeros").is_done);
}

#[test]
fn a_wrong_guess_is_another_key_and_no_guess_no_signature() {
    let guessed = |guess| done(SLUG, GUESS, &[("guess", guess)]);
    assert_eq!(outcome(&guessed("")), "There is no signature yet");
    let wrong = guessed("password");
    assert_eq!(
        outcome(&wrong),
        "Rejected: the signature was made with another key"
    );
    assert!(!wrong.is_done);
    let right = guessed("secret");
    assert!(outcome(&right).starts_with("Accepted"));
    assert!(right.is_done);
}
