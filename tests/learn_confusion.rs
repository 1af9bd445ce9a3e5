//! The lesson of a public key that is used as a secret.

mod support;

use support::learn::stage::{FOOLED, REFUSED, outcomes, rows};
use support::learn::{Played, answer_all};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn the_public_key_signs_for_the_careless_alone() {
    for alg in ["RS256", "HS256"] {
        for signature in ["old", "guess", "public"] {
            let mut played = Played::new("confusion", 0);
            played.act("alg", alg);
            let stage = played.act("signature", signature);
            let is_attack = (alg, signature) == ("HS256", "public");
            let careless = if is_attack { FOOLED } else { REFUSED };
            assert_eq!(outcomes(&stage), [careless, REFUSED], "{alg} {signature}");
            assert_eq!(stage.is_done, is_attack);
            assert_eq!(stage.facts, [("bytes", "451".to_owned())]);
        }
    }
}

#[test]
fn only_the_bytes_of_the_file_fit() {
    let mut played = Played::new("confusion", 1);
    for form in ["jwk", "letters", "trimmed"] {
        let stage = played.act("form", form);
        assert_eq!(outcomes(&stage), [REFUSED, REFUSED], "{form}");
    }
    let stage = played.act("form", "pem");
    assert_eq!(outcomes(&stage), [FOOLED, REFUSED]);
    assert!(stage.is_done);
}

#[test]
fn two_rules_help() {
    let mut played = Played::new("confusion", 2);
    for (rule, forged) in [
        ("hide", "accepted"),
        ("none", "accepted"),
        ("listed", "refused"),
        ("typed", "refused"),
    ] {
        let stage = played.act("rule", rule);
        let answers: Vec<_> = rows(&stage).iter().map(|row| row[1]).collect();
        assert_eq!(answers, ["accepted", forged], "{rule}");
    }
    assert!(played.is_done());
}

#[test]
fn the_questions_can_be_answered() {
    answer_all("confusion");
}
