//! The lesson of published keys, and the rotation of one.

mod support;

use jwt_inspector::learn::{Block, Stage};
use support::learn::stage::{log, outcome};
use support::learn::{Played, answer_all};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Plays a rotation to its end; what failed, and how many requests there were.
fn rotated(order: &str, pace: &str) -> (Vec<String>, usize, bool) {
    let mut played = Played::new("jwks", 2);
    played.act("order", order);
    played.act("pace", pace);
    assert!(!played.is_done(), "nothing was played yet");
    let stage = played.act("moment", "1000");
    let lines = log(&stage);
    let failed: Vec<_> = lines
        .iter()
        .filter(|line| line.contains("failed"))
        .cloned()
        .collect();
    let requests = lines.iter().filter(|line| line.contains(" sends ")).count();
    let facts = [
        ("failed", failed.len().to_string()),
        ("requests", requests.to_string()),
    ];
    assert_eq!(stage.facts, facts);
    (failed, requests, stage.is_done)
}

#[test]
fn a_key_pair_without_its_private_number_can_be_published() {
    let mut played = Played::new("jwks", 0);
    let Block::Text { text, .. } = &played.stage().blocks[1] else {
        panic!("a text box");
    };
    let lines: Vec<_> = text
        .lines()
        .filter(|line| !line.contains("\"d\""))
        .collect();
    let stage = played.act("lesson-jwk", &lines.join("\n"));
    assert_eq!(outcome(&stage), "Verifies, and cannot sign: publish it");
    assert!(stage.is_done);
    let without_x: Vec<_> = lines
        .into_iter()
        .filter(|line| !line.contains("\"x\""))
        .collect();
    for broken in ["", "{", "secret", &without_x.join("\n")] {
        let stage = played.act("lesson-jwk", broken);
        assert_eq!(outcome(&stage), "This key does not verify the token");
        assert!(!stage.is_done);
    }
}

#[test]
fn a_name_chooses_among_the_published_keys() {
    let mut played = Played::new("jwks", 1);
    let mut title = |kid| outcome(&played.act("kid", kid)).to_owned();
    assert_eq!(title("a"), "Not verified");
    assert_eq!(title("b"), "Verified");
    assert_eq!(title("c"), "Not verified");
    assert_eq!(title("none"), "Verified");
    assert!(played.is_done());
    assert_eq!(played.stage().facts, [("tried", "2".to_owned())]);
}

#[test]
fn one_order_alone_rotates_without_a_failed_request() {
    for order in ["0", "1", "2", "3", "4", "5"] {
        let (failed, requests, is_done) = rotated(order, "60");
        assert_eq!(requests, 12);
        assert_eq!(failed.is_empty(), order == "3", "{order}: {failed:?}");
        assert_eq!(is_done, order == "3");
    }
}

#[test]
fn without_waiting_every_order_fails() {
    for order in ["0", "1", "2", "3", "4", "5"] {
        let (failed, requests, is_done) = rotated(order, "1");
        assert_eq!(requests, 4);
        assert!(!failed.is_empty() && !is_done, "{order}");
    }
}

#[test]
fn what_fails_is_the_key_that_the_api_does_not_have() {
    let (failed, ..) = rotated("3", "1");
    assert_eq!(
        failed,
        [
            "08:03 Ben sends a token of the new key: failed, the API does not have this key.",
            "08:12 Ann sends a token of the old key: failed, the API does not have this key.",
        ]
    );
    let (failed, ..) = rotated("0", "60");
    assert_eq!(
        failed[0],
        "08:01 Ben sends a token of the new key: failed, the API does not have this key."
    );
}

#[test]
fn another_choice_starts_again() {
    let mut played = Played::new("jwks", 2);
    let lines = |stage: &Stage| log(stage).len();
    assert_eq!(lines(&played.act("moment", "3")), 4);
    assert_eq!(lines(&played.act("moment", "2")), 3);
    assert_eq!(lines(&played.act("order", "3")), 1);
}

#[test]
fn the_questions_can_be_answered() {
    answer_all("jwks");
}
