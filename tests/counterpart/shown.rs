//! Pointing at what is shown: indented, as it was written, as text or in hexadecimal.

use crate::support::HS256;
use crate::{RFC, find, named, of_payload, text, token};
use jwt_inspector::counterpart::{place_in_part, place_in_token, place_of_octets};
use jwt_inspector::jose::base64url::encode;
use jwt_inspector::jose::edit::{Editable, Layout, MAX_INDENTED, show};
use jwt_inspector::jose::{Source, Span, shown_span, written_span};
use jwt_inspector::lint::Place;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn text_that_is_no_json_is_told_by_its_characters() {
    let source = token("aé€😀");
    let bytes = text(&source, Editable::Payload).len();
    let at = |offset| {
        named(
            &source,
            place_of_octets(&source, Editable::Payload, Span::new(offset, offset)),
        )
    };
    let found: String = (0..bytes).map(at).collect();
    assert_eq!(found, "aéé€€€😀😀😀😀");
    let member = token(r#"{"name":"é€😀"}"#);
    let span = of_payload(&member, r#""name":"é€😀""#)
        .token
        .expect("characters");
    assert_eq!(
        named(&member, place_in_token(&member, span)),
        r#""name":"é€😀""#
    );
}

#[test]
fn bytes_that_are_no_text_are_found_in_hexadecimal() {
    let bytes = [0xFF, 0x61, 0xC3, 0xA9, 0x80];
    let source = Source::read(&[&encode(HS256.as_bytes()), ".", &encode(&bytes), ".A"].concat());
    let shown = show(&bytes, MAX_INDENTED);
    assert_eq!(shown.layout, Layout::Hexadecimal);
    let at = |start, end| place_in_part(&source, Editable::Payload, &shown, Span::new(start, end));
    assert_eq!(at(0, 2), Some(Place::Payload(Span::new(0, 1))));
    assert_eq!(at(12, 12), Some(Place::Payload(Span::new(4, 5))));
    assert_eq!(at(15, 15), None);
}

/// What the person sees is indented; what was written is not.
#[test]
fn pointing_at_what_is_shown_finds_what_was_written() {
    let source = token(r#"{"sub":"ada","list":[1,{"a b":2}]}"#);
    let shown = show(text(&source, Editable::Payload).as_bytes(), MAX_INDENTED);
    assert_eq!(shown.layout, Layout::Indented);
    let at = |piece: &str| {
        let start = find(&shown.text, piece).start;
        let place = place_in_part(&source, Editable::Payload, &shown, Span::new(start, start));
        named(&source, place)
    };
    assert_eq!(at("ada"), r#""sub":"ada""#);
    assert_eq!(at("  \"sub\""), r#""sub":"ada""#);
    assert_eq!(at(" \"ada"), r#""sub":"ada""#);
    assert_eq!(at("1,"), "1");
    assert_eq!(at("b\": 2"), r#""a b":2"#);
    assert_eq!(at("{\n      "), r#"{"a b":2}"#);
    assert_eq!(at("{\n  \"sub"), "{");
}

#[test]
fn line_ends_of_two_characters_are_counted() {
    let source = Source::read(RFC);
    let written = text(&source, Editable::Payload);
    let shown = show(written.as_bytes(), MAX_INDENTED);
    assert_eq!(shown.layout, Layout::AsWritten);
    assert!(written.contains("\r\n") && !shown.text.contains('\r'));
    for piece in [
        r#""iss":"joe""#,
        r#""exp":1300819380"#,
        r#""http://example.com/is_root":true"#,
    ] {
        let span = find(&shown.text, piece);
        let place = place_in_part(&source, Editable::Payload, &shown, span);
        assert_eq!(place, Some(Place::Payload(find(&written, piece))));
        assert_eq!(
            shown_span(&written, &shown.text, find(&written, piece)),
            span
        );
    }
    let line_end = find(&shown.text, "\n");
    assert_eq!(
        written_span(&written, &shown.text, line_end),
        find(&written, "\r\n")
    );
}
