//! The lesson on sessions and tokens: what each design does when servers come and go and the store is lost.

mod support;

use jwt_inspector::learn::{Block, MOMENT, Stage};
use support::learn::stage::{log, rows, says};
use support::learn::{Played, find, starts_undone};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const SLUG: &str = "sessions";

/// A step after these inputs.
fn begun(step: usize, inputs: &[(&str, &str)]) -> Played {
    Played::new(SLUG, step).after(inputs)
}

/// Likewise after these events, each a letter, and then played to its end.
fn events(step: usize, events: &str) -> Stage {
    let letters: Vec<_> = events.chars().map(String::from).collect();
    let inputs: Vec<_> = letters.iter().map(|letter| ("event", &**letter)).collect();
    begun(step, &inputs).play()
}

/// The cells of the table: a row for each design, without its name.
fn table(stage: &Stage) -> Vec<Vec<String>> {
    let without_name = |row: Vec<&str>| row[1..].iter().map(|cell| cell.to_string()).collect();
    rows(stage).into_iter().map(without_name).collect()
}

/// Answered and refused requests by design: in each server, sticky, in a store, token.
fn outcomes(happened: &str) -> Vec<(String, String)> {
    let table = table(&events(2, happened));
    table
        .into_iter()
        .map(|row| (row[0].clone(), row[1].clone()))
        .collect()
}

fn expected(of: [(u32, u32); 4]) -> Vec<(String, String)> {
    of.map(|(answered, refused)| (answered.to_string(), refused.to_string()))
        .to_vec()
}

#[test]
fn nothing_is_done_at_first() {
    starts_undone(SLUG);
}

#[test]
fn every_step_is_done_by_doing_what_it_asks() {
    assert!(events(0, "R").is_done);
    assert!(events(1, "RKRLR").is_done);
    assert!(events(2, "KALR").is_done);
    assert!(begun(3, &[("people", "6"), ("requests", "4")]).is_done());
    let last = find(SLUG).steps.len();
    assert!(begun(last, &[("question-1", "1"), ("question-2", "0")]).is_done());
}

#[test]
fn a_step_is_done_only_when_it_was_played_to_its_end() {
    let mut played = begun(0, &[]);
    assert!(!played.act("event", "R").is_done);
    assert!(played.play().is_done);
}

#[test]
fn nothing_is_counted_before_it_was_played() {
    let mut played = begun(0, &[]);
    let sign_ins = |stage: &Stage| rows(stage)[0][3].to_owned();
    assert_eq!(sign_ins(&played.stage()), "0");
    let stage = played.act("event", "R");
    assert_eq!(sign_ins(&stage), "1");
    assert!(stage.facts.contains(&("signins", "1".to_owned())));
    assert_eq!(sign_ins(&played.play()), "2");
    assert_eq!(sign_ins(&played.act(MOMENT, "0")), "0");
}

#[test]
fn a_session_in_the_memory_of_one_server_is_unknown_to_the_others() {
    let stage = events(0, "R");
    assert!(says(&stage, "no such session"));
    assert!(stage.facts.contains(&("signins", "2".to_owned())));
    assert_eq!(outcomes("RRR")[0], ("0".to_owned(), "3".to_owned()));
}

#[test]
fn all_others_answer_as_long_as_nothing_happens() {
    assert_eq!(
        outcomes("RRR")[1..],
        expected([(0, 3), (3, 0), (3, 0), (3, 0)])[1..]
    );
}

#[test]
fn a_killed_server_costs_only_sticky_sessions() {
    assert_eq!(
        outcomes("KRR")[1..],
        expected([(0, 0), (1, 1), (2, 0), (2, 0)])[1..]
    );
}

#[test]
fn a_lost_store_costs_only_sessions_in_the_store() {
    assert_eq!(
        outcomes("LRR")[1..],
        expected([(0, 0), (2, 0), (1, 1), (2, 0)])[1..]
    );
}

#[test]
fn an_added_server_answers_by_token_and_by_store() {
    // Enough requests that the fourth server has its turn.
    assert_eq!(
        outcomes("ARRRR")[1..],
        expected([(0, 0), (4, 0), (4, 0), (4, 0)])[1..]
    );
    let by_token = events(2, "ARRRR");
    assert!(
        log(&by_token)
            .iter()
            .any(|line| line.starts_with("Server D verifies"))
    );
    let by_memory = events(0, "ARRRR");
    assert!(
        log(&by_memory)
            .iter()
            .any(|line| line.starts_with("Server D finds no such"))
    );
}

#[test]
fn without_a_server_nothing_is_answered_in_any_design() {
    assert_eq!(outcomes("KKKR"), expected([(0, 1); 4]));
    assert_eq!(outcomes("KKKKR"), expected([(0, 1); 4]));
}

#[test]
fn look_ups_memory_and_bytes_are_counted() {
    let table = table(&events(2, "RR"));
    let of = |design: usize| table[design][3..].to_vec();
    let entry = 22 + r#"{"sub":"42","name":"Ada","role":"editor"}"#.len();
    let cookie = 2 * ("Cookie: sid=".len() + 22);
    assert_eq!(
        of(1),
        ["0".to_owned(), entry.to_string(), cookie.to_string()]
    );
    assert_eq!(
        of(2),
        ["2".to_owned(), entry.to_string(), cookie.to_string()]
    );
    assert_eq!(of(3)[..2], ["0", "0"]);
    assert!(of(3)[2].parse::<usize>().expect("a number") > cookie);
}

#[test]
fn costs_grow_with_people_or_with_requests() {
    let costs =
        |people, requests| table(&begun(3, &[("people", people), ("requests", requests)]).stage());
    let few = costs("0", "0");
    let many = costs("1", "0");
    assert_eq!(few[0][0], many[0][0], "look-ups do not grow with people");
    assert_ne!(few[0][1], many[0][1]);
    assert_eq!(few[1], many[1], "a token costs nothing for people");
    assert_ne!(few[1][3], costs("0", "1")[1][3]);
}

#[test]
fn another_design_begins_anew_with_the_same_events() {
    let played = begun(1, &[("event", "K"), ("design", "store")]);
    assert_eq!((played.get("events"), played.get(MOMENT)), ("K", "0"));
}

#[test]
fn events_have_an_end() {
    let many = "RKAL".repeat(20);
    let stage = events(1, &many);
    assert!(log(&stage).len() < 100);
}

#[test]
fn messages_travel_between_actors_that_are_there() {
    for step in 0..3 {
        let mut played = begun(step, &[]);
        for event in ["R", "K", "A", "R", "L", "A", "A", "R", "K", "K", "R"] {
            played.act("event", event);
        }
        for moment in 0..80 {
            for block in played.act(MOMENT, &moment.to_string()).blocks {
                if let Block::Scene {
                    actors,
                    message: Some(message),
                    ..
                } = block
                {
                    assert!(message.from.max(message.to) < actors.len());
                    assert_ne!(message.from, message.to);
                }
            }
        }
    }
}
