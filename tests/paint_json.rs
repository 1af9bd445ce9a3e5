//! The coloured copies of JSON: words, changes and notes stand in them where they belong, also half typed.

mod support;

use jwt_inspector::jose::Span;
use jwt_inspector::jose::json::{Document, JsonChanges, ValueChange};
use jwt_inspector::paint::{Kind, MAX_PAINTED, MAX_PIECES, Piece, json, plain};
use proptest::prelude::*;
use support::cases;
use support::paint::{anything, json_text, neighbours_differ, told_pieces};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn changed_json(before: &str, now: &str) -> Vec<String> {
    let read = |text: &str| Document::parse(text.to_owned()).expect("JSON");
    let changes = JsonChanges::between(&read(before), &read(now));
    told_pieces(&json(now, Some(&changes), &[]))
}

#[test]
fn the_words_of_json_have_their_kinds() {
    let text = "{\n  \"a\" : \"x:\\\"\",\n  \"b\": [-1.5e+3, true, null]\n}";
    assert_eq!(
        told_pieces(&json(text, None, &[])),
        [
            "punctuation {\n  ",
            "name \"a\"",
            "punctuation  : ",
            "string \"x:\\\"\"",
            "punctuation ,\n  ",
            "name \"b\"",
            "punctuation : [",
            "number -1.5e+3",
            "punctuation , ",
            "literal true",
            "punctuation , ",
            "literal null",
            "punctuation ]\n}",
        ]
    );
}

/// While a member is typed, the others keep their colours.
#[test]
fn half_typed_json_keeps_its_colours() {
    let text = "{\n  \"a\": \"us\\\n  \"b\": tru\n  \"c";
    assert_eq!(
        told_pieces(&json(text, None, &[])),
        [
            "punctuation {\n  ",
            "name \"a\"",
            "punctuation : ",
            "string \"us\\",
            "punctuation \n  ",
            "name \"b\"",
            "punctuation : ",
            "plain tru",
            "punctuation \n  ",
            "string \"c",
        ]
    );
}

#[test]
fn text_that_is_not_json_is_plain() {
    assert_eq!(told_pieces(&plain("it's \"1\"")), ["plain it's \"1\""]);
    assert!(plain("").pieces.is_empty() && plain("").is_whole);
}

#[test]
fn a_changed_value_is_marked() {
    assert_eq!(
        changed_json(r#"{"role":"user"}"#, r#"{"role":"root"}"#)[3..],
        ["string+edited \"root\"", "punctuation }"].map(String::from)
    );
}

#[test]
fn a_new_object_is_marked_from_brace_to_brace() {
    assert_eq!(
        changed_json("{}", r#"{"a": {"b":1}}"#),
        [
            "punctuation {",
            "name \"a\"",
            "punctuation : ",
            "punctuation+edited {",
            "name+edited \"b\"",
            "punctuation+edited :",
            "number+edited 1",
            "punctuation+edited }",
            "punctuation }",
        ]
    );
}

#[test]
fn a_note_stands_at_the_end_of_the_line_on_which_its_value_starts() {
    let text = "{\n  \"a\": 1,\n  \"b\": [\n  ], \"c\": 2}";
    let noted: Vec<usize> = ["1", "[", "2"]
        .iter()
        .filter_map(|value| text.find(value))
        .collect();
    assert_eq!(
        told_pieces(&json(text, None, &noted)),
        [
            "punctuation {\n  ",
            "name \"a\"",
            "punctuation : ",
            "number 1",
            "punctuation ,",
            "note 0",
            "punctuation \n  ",
            "name \"b\"",
            "punctuation : [",
            "note 1",
            "punctuation \n  ], ",
            "name \"c\"",
            "punctuation : ",
            "number 2",
            "punctuation }",
            "note 2",
        ]
    );
}

#[test]
fn where_a_line_has_two_notes_none_stands_beside_the_text() {
    let notes = |text: &str, noted: &[usize]| {
        let painted = json(text, None, noted);
        let is_note = |piece: &&Piece| matches!(piece, Piece::Note(_));
        painted.pieces.iter().filter(is_note).count()
    };
    assert_eq!(notes("{\"a\":1,\n\"b\":2}", &[5, 12]), 2);
    assert_eq!(notes("{\"a\":1,\"b\":2,\n\"c\":3}", &[5, 11, 18]), 0);
}

#[test]
fn a_long_text_has_its_colours_end() {
    let long = format!("\"{}\"", "é".repeat(MAX_PAINTED));
    let painted = json(&long, None, &[0]);
    assert!(!painted.is_whole);
    assert_eq!(json_text(&painted), long);
    assert_eq!(painted.pieces.len(), 2);

    let list = format!("[{}]", vec!["1"; MAX_PIECES].join(","));
    let painted = json(&list, None, &[1]);
    assert!(!painted.is_whole);
    assert_eq!(json_text(&painted), list);
    assert_eq!(painted.pieces.len(), MAX_PIECES + 1);
    let Some(Piece::Text(last)) = painted.pieces.last() else {
        panic!("text comes last");
    };
    assert_eq!((last.kind, last.mark), (Kind::Plain, None));

    let short = format!("[{}]", vec!["1"; 100].join(","));
    assert!(json(&short, None, &[]).is_whole);
}

proptest! {
    #![proptest_config(cases(2048))]

    #[test]
    fn painted_json_is_the_json(
        text in anything(),
        noted in prop::collection::vec(0..99usize, 0..5),
        spans in prop::collection::vec((0..40usize, 0..40usize), 0..4),
    ) {
        let mut changes = JsonChanges::default();
        for (start, length) in spans {
            changes.changed.push(ValueChange {
                span: Span::new(start, start + length),
                was: None,
            });
        }
        let painted = json(&text, Some(&changes), &noted);
        prop_assert!(painted.is_whole);
        prop_assert!(neighbours_differ(&painted.pieces));
        prop_assert_eq!(json_text(&painted), text);
        let notes = painted.pieces.iter().filter(|piece| matches!(piece, Piece::Note(_))).count();
        prop_assert!(notes == noted.len() || notes == 0);
    }
}
