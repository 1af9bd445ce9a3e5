//! A part is shown indented or without the CR of its lines: places lead from what was written to what is shown, and
//! back.

mod support;

use jwt_inspector::jose::edit::{MAX_INDENTED, show};
use jwt_inspector::jose::{Span, shown_span, written_span};
use proptest::prelude::*;
use support::cases;
use support::json::json;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn line_ends_of_every_kind_find_their_way_back() {
    let written = "a\r\r\n\rb\n\n\r\rc";
    let shown = show(written.as_bytes(), MAX_INDENTED).text;
    assert_eq!(shown, "a\n\n\nb\n\n\n\nc");
    let back = |start| written_span(written, &shown, Span::new(start, start + 1)).range();
    let found: Vec<&str> = (0..shown.len()).map(|at| &written[back(at)]).collect();
    assert_eq!(
        found,
        ["a", "\r", "\r\n", "\r", "b", "\n", "\n", "\r", "\r", "c"]
    );
    assert_eq!(
        shown_span(written, &shown, Span::new(4, 5)),
        Span::new(3, 4)
    );
}

/// What only lays out stands for what comes after it; after the last character there is nothing.
#[test]
fn white_space_that_was_not_written_leads_to_what_follows() {
    let written = r#"{"a":[1],"b":"x  y"}"#;
    let shown = show(written.as_bytes(), MAX_INDENTED).text;
    assert_eq!(shown, "{\n  \"a\": [\n    1\n  ],\n  \"b\": \"x  y\"\n}");
    let back = |start, end| &written[written_span(written, &shown, Span::new(start, end)).range()];
    assert_eq!(back(1, 4), "\"");
    assert_eq!(back(8, 17), "[1");
    assert_eq!(back(10, 14), "1");
    assert_eq!(back(31, 33), "  ");
    assert_eq!(back(0, shown.len()), written);
    assert_eq!(back(shown.len(), shown.len()), "");
    assert_eq!(back(shown.len() - 2, shown.len() - 2), "}");
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn what_is_shown_of_json_and_what_was_written_are_each_others(json in json()) {
        let shown = show(json.as_bytes(), MAX_INDENTED).text;
        for (at, c) in json.char_indices() {
            let span = Span::new(at, at + c.len_utf8());
            let there = shown_span(&json, &shown, span);
            prop_assert_eq!(&shown[there.range()], &json[span.range()]);
            prop_assert_eq!(written_span(&json, &shown, there), span);
        }
    }

    #[test]
    fn what_is_shown_of_text_and_what_was_written_are_each_others(text in "[ab \r\né]{0,12}x") {
        let shown = show(text.as_bytes(), MAX_INDENTED).text;
        let mut at = 0;
        while at < text.len() {
            let line_end = text[at..].starts_with("\r\n");
            let length = if line_end { 2 } else { text[at..].chars().next().map_or(1, char::len_utf8) };
            let span = Span::new(at, at + length);
            let there = shown_span(&text, &shown, span);
            prop_assert_eq!(written_span(&text, &shown, there), span);
            at += length;
        }
    }
}
