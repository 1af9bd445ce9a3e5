//! The lesson on revocation: until when a token is good after it should not be, in each design.

mod support;

use jwt_inspector::learn::{MOMENT, Stage};
use support::learn::stage::{fact, rows, says};
use support::learn::{Played, starts_undone};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const SLUG: &str = "revoke";

const COPY: usize = 0;
const LIST: usize = 1;
const SHORT: usize = 2;
const ROTATION: usize = 3;
const COSTS: usize = 4;

/// A step after these inputs.
fn begun(step: usize, inputs: &[(&str, &str)]) -> Played {
    Played::new(SLUG, step).after(inputs)
}

/// A step after these inputs, and then played to its end.
fn played(step: usize, inputs: &[(&str, &str)]) -> Stage {
    begun(step, inputs).play()
}

#[test]
fn nothing_is_done_at_first() {
    starts_undone(SLUG);
}

#[test]
fn every_step_is_done_by_doing_what_it_asks() {
    assert!(!played(COPY, &[]).is_done);
    assert!(played(COPY, &[("life", "2")]).is_done);
    assert!(!played(LIST, &[]).is_done);
    assert!(played(LIST, &[("event", "rights")]).is_done);
    assert!(!played(SHORT, &[("life", "2")]).is_done);
    assert!(played(SHORT, &[("life", "1")]).is_done);
    let mut rotation = begun(ROTATION, &[]);
    assert!(!rotation.play().is_done);
    rotation.act("rotation", "rotated");
    assert!(!rotation.play().is_done);
    rotation.act("first", "you");
    assert!(rotation.play().is_done);
    let mut costs = begun(COSTS, &[]);
    assert!(!costs.act("life", "5").is_done);
    assert!(costs.act("requests", "2").is_done);
    assert!(begun(5, &[("question-1", "2"), ("question-2", "0")]).is_done());
}

#[test]
fn after_logging_out_a_copy_is_good_until_it_expires() {
    for (life, minutes) in [("6", "29"), ("4", "19"), ("1", "4")] {
        let stage = played(COPY, &[("life", life)]);
        assert_eq!(fact(&stage, "window"), minutes);
        assert!(says(&stage, "The API refuses: the token has expired."));
    }
    assert!(says(
        &played(COPY, &[]),
        "Minute 25: The API answers. Role: editor."
    ));
}

#[test]
fn with_a_list_a_copy_is_refused_at_once() {
    let stage = played(LIST, &[]);
    assert_eq!(fact(&stage, "window"), "0");
    assert!(says(
        &stage,
        "Minute 5: The API refuses: the token is on the list."
    ));
    assert!(!says(&stage, "Minute 5: The API answers"));
}

#[test]
fn with_a_list_changed_rights_hold_at_the_next_request() {
    let stage = played(LIST, &[("event", "rights")]);
    assert!(says(
        &stage,
        "Minute 5: The API refuses: the token is on the list."
    ));
    assert!(says(&stage, "Minute 10: The API answers. Role: reader."));
    assert_eq!(fact(&stage, "signins"), "2");
}

#[test]
fn with_refresh_changed_rights_hold_from_the_next_refresh_and_nobody_signs_in_again() {
    let stage = played(SHORT, &[("life", "2")]);
    assert!(says(&stage, "Minute 5: The API answers. Role: editor."));
    assert!(says(&stage, "Minute 10: The API answers. Role: reader."));
    assert_eq!(fact(&stage, "signins"), "1");
    assert_eq!(fact(&stage, "refreshes"), "6");
}

#[test]
fn with_refresh_a_copy_of_the_access_token_outlives_the_logout() {
    let stage = played(SHORT, &[("event", "logout"), ("life", "2")]);
    assert!(says(&stage, "The issuer revokes the refresh token."));
    assert_eq!(fact(&stage, "window"), "9");
    assert_eq!(fact(&stage, "thief"), "minute 5");
}

#[test]
fn a_stolen_refresh_token_that_stays_the_same_is_good_to_the_end() {
    let stage = played(ROTATION, &[]);
    assert_eq!(fact(&stage, "thief"), "minute 30");
    assert_eq!(fact(&stage, "signins"), "1");
    assert!(!says(&stage, "revoke"));
}

#[test]
fn with_rotation_a_thief_who_comes_first_is_found_out_when_you_refresh() {
    let stage = played(ROTATION, &[("rotation", "rotated")]);
    assert!(says(&stage, "Minute 10: This one was used before"));
    // The access token that was issued to the thief is still good for that minute, and no longer renewed.
    assert_eq!(fact(&stage, "thief"), "minute 10");
    assert!(says(&stage, "Minute 15: This family was revoked."));
    assert_eq!(fact(&stage, "signins"), "2");
}

#[test]
fn with_rotation_a_thief_who_comes_second_gets_nothing() {
    let stage = played(ROTATION, &[("rotation", "rotated"), ("first", "you")]);
    assert!(says(&stage, "Minute 15: This one was used before"));
    assert_eq!(fact(&stage, "thief"), "none");
    assert!(says(&stage, "Minute 20: This family was revoked."));
    assert_eq!(fact(&stage, "signins"), "2");
}

#[test]
fn without_rotation_the_thief_is_served_whoever_comes_first() {
    let stage = played(ROTATION, &[("first", "you")]);
    assert_eq!(fact(&stage, "thief"), "minute 30");
}

#[test]
fn however_often_one_way_is_played_the_others_still_count() {
    let mut rotation = begun(ROTATION, &[]);
    for _ in 0..450 {
        rotation.play();
    }
    rotation.act("rotation", "rotated");
    assert!(!rotation.play().is_done);
    rotation.act("first", "you");
    assert!(rotation.play().is_done);
}

#[test]
fn costs_follow_from_life_and_requests() {
    let stage = begun(COSTS, &[("life", "10"), ("requests", "3")]).stage();
    let rows = rows(&stage);
    let of = |row: usize| rows[row][1..4].join(" ");
    assert_eq!(of(0), "180 1 0", "session");
    assert_eq!(of(1), "0 6 10", "token alone");
    assert_eq!(of(2), "180 6 0", "with a list");
    assert_eq!(of(3), "6 1 10", "with refresh");
    assert_eq!(of(4), "6 1 10", "with rotation");
}

#[test]
fn a_choice_begins_anew() {
    let mut copy = begun(COPY, &[]);
    copy.play();
    copy.act("life", "3");
    assert_eq!(copy.get(MOMENT), "0");
}
