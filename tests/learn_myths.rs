//! True or false: each statement is settled by what the core computes.

mod support;

use jwt_inspector::learn::{Block, Stage, Tone};
use support::learn::stage::{FOOLED, REFUSED, compared, outcomes, rows, tone_and_outcome};
use support::learn::{Played, find};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const SLUG: &str = "myths";

/// A step that was judged, after these inputs.
fn judged(step: usize, acts: &[(&str, &str)]) -> Stage {
    let played = Played::changing(SLUG, step).after(&[("judged", "1")]);
    played.after(acts).stage()
}

fn tone(stage: &Stage) -> Tone {
    tone_and_outcome(stage).0
}

#[test]
fn each_statement_waits_for_a_judgement_and_is_then_settled() {
    let mut right = Vec::new();
    for step in 0..find(SLUG).steps.len() {
        let stage = Played::changing(SLUG, step).stage();
        assert_eq!(stage.blocks.len(), 1, "nothing gives the answer away");
        let stage = judged(step, &[]);
        assert!(stage.is_done);
        assert!(stage.blocks.len() > 1);
        let Block::Question { is_right, why, .. } = &stage.blocks[0] else {
            panic!("{:?}", stage.blocks[0]);
        };
        assert!(!why.is_empty());
        right.push(*is_right);
    }
    let false_ = [true, true, true, true, false, true, false];
    assert_eq!(right, false_);
}

#[test]
fn a_payload_is_read_without_a_key() {
    let stage = judged(0, &[("lesson-payload", "{\"sub\":\"Zoë\"}")]);
    let (encoded, _, read) = compared(&stage);
    assert_eq!(encoded, "eyJzdWIiOiJab8OrIn0");
    assert_eq!(read, "{\"sub\":\"Zoë\"}");
}

#[test]
fn another_text_has_another_signature_by_the_same_secret() {
    let (alice, bob) = (judged(1, &[]), judged(1, &[("sub", "bob")]));
    assert_eq!(compared(&alice).0, compared(&bob).0);
    assert_ne!(compared(&alice).2, compared(&bob).2);
}

#[test]
fn a_signature_is_as_long_for_any_payload() {
    for (letters, payload) in [("1", "11 characters"), ("2000", "2,010 characters")] {
        let stage = judged(2, &[("letters", letters)]);
        let (input, _, signature) = compared(&stage);
        assert_eq!((input, signature.len()), (payload, 43));
    }
}

#[test]
fn the_copy_of_the_thief_is_accepted_still() {
    let stage = judged(3, &[]);
    let came: Vec<_> = rows(&stage).iter().map(|row| row[1..].join(", ")).collect();
    assert_eq!(
        came,
        ["holds, in time, accepted", "holds, expired, refused"]
    );
}

#[test]
fn a_server_with_the_key_accepts_what_it_never_saw() {
    assert_eq!(tone(&judged(4, &[])), Tone::Good);
    assert_eq!(tone(&judged(4, &[("key-of", "other")])), Tone::Bad);
}

#[test]
fn who_obeys_the_header_accepts_what_nobody_signed() {
    let stage = judged(5, &[]);
    assert_eq!(outcomes(&stage), [FOOLED, REFUSED]);
}

#[test]
fn a_secret_signs_and_a_public_key_does_not() {
    assert_eq!(tone(&judged(6, &[])), Tone::Good);
    assert_eq!(tone(&judged(6, &[("signed-by", "ES256")])), Tone::Bad);
}
