//! The lesson of the times of a token.

mod support;

use support::learn::stage::outcome;
use support::learn::{Played, answer_all};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn title(played: &mut Played, name: &str, value: &str) -> String {
    outcome(&played.act(name, value)).to_owned()
}

#[test]
fn the_clock_goes_through_a_life() {
    let mut played = Played::new("time", 0);
    let at = |seconds: usize| ((seconds + 60) / 10).to_string();
    let mut at = |seconds| title(&mut played, "clock", &at(seconds));
    assert_eq!(at(50), "Time: refused, not yet valid");
    assert_eq!(at(60), "Time: accepted, 14 min left");
    assert_eq!(at(890), "Time: accepted, 10 s left");
    assert_eq!(at(900), "Time: refused, expired");
    assert!(played.is_done());
    let facts = played.stage().facts;
    assert_eq!(facts[0], ("life", "15 minutes".to_owned()));
    assert_eq!(facts[1], ("signature", "holds".to_owned()));
}

#[test]
fn tolerance_covers_a_clock_that_is_behind() {
    let mut played = Played::new("time", 1);
    assert_eq!(
        title(&mut played, "tolerance", "8"),
        "Time: refused, not yet valid"
    );
    assert!(title(&mut played, "tolerance", "10").starts_with("Time: accepted"));
    assert!(!played.is_done(), "more than is needed");
    assert_eq!(
        title(&mut played, "tolerance", "9"),
        "Time: accepted, within tolerance"
    );
    assert!(played.is_done());
    let facts = played.stage().facts;
    assert_eq!(
        facts,
        [
            ("issued", "08:00:00".to_owned()),
            ("behind", "90 s".to_owned()),
            ("until", "08:16:30".to_owned()),
            ("ends", "08:15:00".to_owned()),
        ]
    );
}

#[test]
fn an_edited_end_breaks_the_signature() {
    let mut played = Played::new("time", 2);
    assert_eq!(outcome(&played.stage()), "Time: refused, expired");
    let later = r#"{"iat":1800000000,"exp":1800007200}"#;
    let stage = played.act("lesson-payload", later);
    assert_eq!(outcome(&stage), "Time: accepted, 1 h left");
    assert!(stage.is_done);
    let stage = played.act("lesson-payload", "no JSON");
    assert!(!stage.is_done);
}

#[test]
fn other_ways_to_write_a_time_mean_something_else() {
    let mut played = Played::new("time", 3);
    assert_eq!(outcome(&played.stage()), "Time: refused, expired");
    assert!(title(&mut played, "unit", "milliseconds").starts_with("Time: accepted"));
    assert_eq!(
        title(&mut played, "unit", "text"),
        "Time: refused, exp is no number"
    );
    assert_eq!(
        title(&mut played, "unit", "none"),
        "Time: accepted, no expiry"
    );
    assert!(played.is_done());
    assert_eq!(played.stage().facts, [("left", "56,981 years".to_owned())]);
}

#[test]
fn the_questions_can_be_answered() {
    answer_all("time");
}
