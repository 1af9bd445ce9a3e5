//! The lesson of keys that come with the token.

mod support;

use support::learn::stage::{ACCEPTED, FOOLED, REFUSED, outcomes};
use support::learn::{Played, answer_all};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// What a learner puts in, and how the careless verifier ends.
fn judged(played: &mut Played, name: &str, value: &str) -> String {
    let stage = played.act(name, value);
    let [careless, careful] = outcomes(&stage).try_into().expect("two verifiers");
    assert_eq!(careful, REFUSED, "{value}");
    assert_eq!(stage.is_done, careless == FOOLED, "{value}");
    careless.to_owned()
}

#[test]
fn a_key_in_the_header_convinces_the_careless_alone() {
    let mut played = Played::new("own-key", 0);
    assert_eq!(judged(&mut played, "jwk", "yes"), REFUSED, "not signed");
    assert_eq!(judged(&mut played, "with", "own"), FOOLED);
    assert_eq!(
        judged(&mut played, "jwk", "no"),
        REFUSED,
        "not the issuer's"
    );
}

#[test]
fn a_path_leads_to_another_file() {
    let mut played = Played::new("own-key", 1);
    for kid in [
        "2025",
        "",
        "public/robots.txt",
        "../robots.txt",
        "/public/robots.txt",
        "..",
        "\"\n",
    ] {
        assert_eq!(judged(&mut played, "lesson-kid", kid), REFUSED, "{kid}");
    }
    for kid in ["../public/robots.txt", "../keys/.././../public//robots.txt"] {
        assert_eq!(judged(&mut played, "lesson-kid", kid), FOOLED, "{kid}");
    }
}

#[test]
fn a_query_is_ended_and_goes_on() {
    let mut played = Played::new("own-key", 2);
    for kid in [
        "2025",
        "mine",
        "'",
        "x' UNION SELECT mine",
        "x'' UNION SELECT 'mine",
        "x' UNION SELECT 'other",
        "2026' UNION SELECT 'mine",
        "x' UNION SELECT 'mine' OR 'a",
    ] {
        assert_eq!(judged(&mut played, "lesson-kid", kid), REFUSED, "{kid}");
    }
    for kid in ["x' UNION SELECT 'mine", "' union select 'mine' --"] {
        assert_eq!(judged(&mut played, "lesson-kid", kid), FOOLED, "{kid}");
    }
}

#[test]
fn zeros_verify_where_nobody_asks_for_the_range() {
    let mut played = Played::new("own-key", 3);
    assert_eq!(outcomes(&played.stage()), [ACCEPTED, ACCEPTED]);
    assert_eq!(played.stage().facts, [("x", "0".to_owned())]);
    assert_eq!(judged(&mut played, "numbers", "ones"), REFUSED);
    assert_eq!(judged(&mut played, "numbers", "old"), REFUSED);
    assert_eq!(judged(&mut played, "numbers", "zeros"), FOOLED);
}

#[test]
fn the_questions_can_be_answered() {
    answer_all("own-key");
}
