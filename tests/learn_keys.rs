//! The lesson of secrets and key pairs.

mod support;

use jwt_inspector::learn::{Block, Stage};
use support::learn::stage::outcome;
use support::learn::{Played, answer_all};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// What each service can do, and what it says of the token.
fn said(stage: &Stage) -> Vec<String> {
    let scene = stage.blocks.iter().find_map(|block| match block {
        Block::Scene { actors, .. } => Some(actors),
        _ => None,
    });
    let actors = scene.expect("a scene").iter();
    actors.map(|actor| actor.lines[1..].join(", ")).collect()
}

#[test]
fn whoever_has_the_secret_forges() {
    let mut played = Played::new("keys", 0);
    let stage = played.act("signer", "Mail");
    assert_eq!(
        said(&stage),
        [
            "can sign and verify, accepts this token",
            "can sign and verify, accepts this token",
            "can sign and verify, made this token",
        ]
    );
    assert_eq!(stage.facts, [("signers", "3".to_owned())]);
    assert!(stage.is_done);
}

#[test]
fn the_public_key_verifies_and_cannot_sign() {
    let mut played = Played::new("keys", 1);
    let honest = said(&played.stage());
    assert_eq!(
        honest,
        [
            "can sign and verify, made this token",
            "can only verify, accepts this token",
            "can only verify, accepts this token",
        ]
    );
    for signer in ["Mail", "own"] {
        assert!(!played.is_done());
        let stage = played.act("signer", signer);
        assert_eq!(
            said(&stage),
            [
                "can sign and verify, refuses this token",
                "can only verify, refuses this token",
                "can only verify, made this token",
            ]
        );
        assert_eq!(stage.facts, [("signers", "1".to_owned())]);
    }
    assert!(played.is_done());
}

#[test]
fn each_token_has_its_key() {
    let mut played = Played::new("keys", 2);
    let kinds = ["hs", "es", "rs"];
    for token in kinds {
        for key in kinds {
            played.act("taken", token);
            let stage = played.act("with", key);
            let fits = outcome(&stage) == "The key fits";
            assert_eq!(fits, token == key, "{token} {key}");
        }
    }
    assert!(played.is_done());
    for (token, bytes) in kinds.into_iter().zip(["32", "64", "256"]) {
        let stage = played.act("taken", token);
        assert_eq!(stage.facts, [("bytes", bytes.to_owned())]);
    }
}

#[test]
fn the_questions_can_be_answered() {
    answer_all("keys");
}
