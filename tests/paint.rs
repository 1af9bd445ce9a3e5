//! The coloured copies of the boxes are the texts themselves, whatever these hold, and show what cannot be seen.

mod support;

use jwt_inspector::jose::Source;
use jwt_inspector::jose::changes::Changes;
use jwt_inspector::paint::{Invisible, invisible, is_invisible, json, plain, token};
use jwt_inspector::words;
use proptest::prelude::*;
use support::paint::{json_text, painted_token, token_text, told, told_pieces};
use support::{HS256, cases, compact};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const EVERYDAY: &str = r#"{"role":"user"}"#;

#[test]
fn invisible_characters_have_a_run_of_their_own() {
    let text = "\"a\u{202e}\u{200b}b\u{7}\"";
    let wanted = [
        "string \"a",
        "string+invisible \u{202e}\u{200b}",
        "string b",
        "string+invisible \u{7}",
        "string \"",
    ];
    assert_eq!(told_pieces(&json(text, None, &[])), wanted);
    let pasted = "\u{feff}e30.e3\u{200d}0.AAAA";
    assert_eq!(
        told(&painted_token(pasted))[..5],
        [
            "left-out+invisible \u{feff}",
            "header e30",
            "dot .",
            "payload e3",
            "payload+invisible \u{200d}"
        ]
        .map(String::from)
    );
}

#[test]
fn what_cannot_be_seen_is_known() {
    let hidden = "\0\u{1b}\r\u{7f}\u{85}\u{ad}\u{61c}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}\u{202e}\u{2060}\u{2066}\u{2069}\u{feff}\u{e0000}\u{e0041}\u{e007f}";
    for c in hidden.chars() {
        assert!(is_invisible(c), "{c:?}");
        assert_eq!(is_invisible(c), !words::visible(c).contains(c), "{c:?}");
    }
    for c in "\n\t aé😀\u{a0}\u{fe0f}\u{301}\u{fffd}\u{e0100}".chars() {
        assert!(!is_invisible(c), "{c:?}");
    }
}

#[test]
fn invisible_characters_are_listed_with_their_number_and_place() {
    let text = "a\u{200b}\nb\u{202e}\u{200b}";
    let listed = |character, count, line| Invisible {
        character,
        count,
        line,
    };
    assert_eq!(
        invisible(text),
        [listed('\u{200b}', 2, 1), listed('\u{202e}', 1, 2)]
    );
    assert!(invisible("{\n\t\"a\": \"é😀\"}").is_empty());
    let all: String = ('\0'..' ').collect();
    assert_eq!(invisible(&all).len(), 16);
}

/// A mark and a note that do not belong to the text do no harm.
#[test]
fn changes_of_another_text_leave_the_text_as_it_is() {
    let other = compact(HS256, r#"{"role":"somebody else"}"#, "BBBB");
    let original = Source::read(&compact(HS256, EVERYDAY, "AAAA"));
    let changes = Changes::between(&original, &Source::read(&other));
    for text in ["", "é😀.é.é", "e30.e30.AAAA"] {
        let source = Source::read(text);
        let runs = token(text, &source, changes.as_ref(), true).expect("short enough");
        assert_eq!(token_text(&runs), text);
        let runs = token(text, &original, changes.as_ref(), true).expect("short enough");
        assert_eq!(token_text(&runs), text);
        assert_eq!(
            json_text(&json(text, None, &[9000, 1, 0, usize::MAX])),
            text
        );
    }
}

proptest! {
    #![proptest_config(cases(2048))]

    #[test]
    fn any_text_is_painted_as_it_is(text in any::<String>()) {
        prop_assert_eq!(json_text(&json(&text, None, &[])), text.clone());
        prop_assert_eq!(json_text(&plain(&text)), text.clone());
        prop_assert_eq!(token_text(&painted_token(&text)), text);
    }
}
