//! The lesson of `alg: none`.

mod support;

use support::learn::stage::{ACCEPTED, FOOLED, REFUSED, outcomes, rows};
use support::learn::{Played, answer_all};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const ROOT: &str = r#"{"sub":"1234567890","role":"root"}"#;

#[test]
fn no_signature_convinces_the_careless_alone() {
    let mut played = Played::new("none", 0);
    assert_eq!(outcomes(&played.stage()), [ACCEPTED, ACCEPTED]);
    let stage = played.act("lesson-payload", ROOT);
    assert_eq!(outcomes(&stage), [REFUSED, REFUSED]);
    let stage = played.act("alg", "none");
    assert_eq!(
        outcomes(&stage),
        [REFUSED, REFUSED],
        "none wants no signature"
    );
    assert!(!played.is_done());
    let stage = played.act("signature", "left-out");
    assert_eq!(outcomes(&stage), [FOOLED, REFUSED]);
    assert!(played.is_done());
    let stage = played.act("alg", "HS256");
    assert_eq!(outcomes(&stage), [REFUSED, REFUSED]);
}

#[test]
fn another_spelling_passes_a_rule_that_forbids() {
    let mut played = Played::new("none", 1);
    assert_eq!(outcomes(&played.stage()), [REFUSED, REFUSED]);
    for other in ["HS256", "", "\"", "no ne", "ＮＯＮＥ"] {
        let stage = played.act("lesson-alg", other);
        assert_eq!(outcomes(&stage), [REFUSED, REFUSED], "{other}");
    }
    for spelling in ["None", "NONE", "nOnE"] {
        let stage = played.act("lesson-alg", spelling);
        assert_eq!(outcomes(&stage), [FOOLED, REFUSED], "{spelling}");
        assert!(stage.is_done);
    }
}

#[test]
fn only_the_rule_that_allows_is_right() {
    let mut played = Played::new("none", 2);
    let answers = |played: &Played| -> Vec<_> {
        let stage = played.stage();
        rows(&stage).iter().map(|row| row[1].to_owned()).collect()
    };
    assert_eq!(answers(&played), ["accepted", "accepted", "accepted"]);
    played.act("rule", "forbidden");
    assert_eq!(answers(&played), ["accepted", "refused", "accepted"]);
    assert!(!played.is_done());
    played.act("rule", "listed");
    assert_eq!(answers(&played), ["accepted", "refused", "refused"]);
    assert!(played.is_done());
}

#[test]
fn the_questions_can_be_answered() {
    answer_all("none");
}
