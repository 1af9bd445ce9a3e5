//! Any JSON, any text and any place, whether they exist or not.

use crate::support::json::json;
use crate::support::{HS256, cases};
use crate::{RFC, named, of_payload, token};
use jwt_inspector::counterpart::{counterpart, place_in_part, place_in_token, place_of_octets};
use jwt_inspector::jose::base64url::{decode, encode};
use jwt_inspector::jose::edit::{Editable, MAX_INDENTED, show};
use jwt_inspector::jose::json::{Document, Value};
use jwt_inspector::jose::{Carrier, Source, Span};
use jwt_inspector::lint::Place;
use proptest::prelude::*;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn a_long_token_has_places_too() {
    let stranger = "!".repeat(1 << 16);
    let payload = encode(format!(r#"{{"a":"{}","b":1}}"#, "x".repeat(1 << 16)).as_bytes());
    let source =
        Source::read(&[&encode(HS256.as_bytes()), ".", &payload, &stranger, ".A"].concat());
    let found = of_payload(&source, r#""b":1"#).token.expect("characters");
    assert_eq!(named(&source, place_in_token(&source, found)), r#""b":1"#);
    let carrier = Carrier::of(&source, Editable::Payload).expect("a payload");
    let quads = carrier.quads(carrier.quad_count() - 2, 100);
    assert_eq!(quads.len(), 2);
    assert_eq!(quads[1].octets.end, carrier.length());
}

#[test]
fn places_that_do_not_exist_are_nowhere() {
    let strange = [
        Span::new(usize::MAX, usize::MAX),
        Span::new(usize::MAX, 0),
        Span::new(5, 2),
        Span::new(0, usize::MAX),
        Span::new(0, 0),
    ];
    for pasted in [
        "",
        "abc",
        "..",
        RFC,
        "{}",
        "a~b",
        r#"{"payload":"","signature":""}"#,
    ] {
        let source = Source::read(pasted);
        for span in strange {
            let _ = place_in_token(&source, span);
            for place in [
                Place::Header(span),
                Place::Payload(span),
                Place::Token(span),
            ] {
                let _ = counterpart(&source, place);
            }
            for part in [Editable::Header, Editable::Payload] {
                let _ = place_of_octets(&source, part, span);
                for bytes in [b"".as_slice(), b"{\"a\":1}", b"\xFF"] {
                    let shown = show(bytes, MAX_INDENTED);
                    let _ = place_in_part(&source, part, &shown, span);
                }
                let Some(carrier) = Carrier::of(&source, part) else {
                    continue;
                };
                let _ = (
                    carrier.octets(span),
                    carrier.shared(span),
                    carrier.characters(span),
                );
            }
        }
    }
}

/// Every member and element in which an offset lies.
fn members_around(value: Value, at: usize, found: &mut Vec<Span>) {
    let elements = value.elements().map(|element| (element.span(), element));
    let members = value.members().map(|member| {
        let span = Span::new(member.name_span.start, member.value.span().end);
        (span, member.value)
    });
    for (span, value) in elements.chain(members) {
        if span.range().contains(&at) {
            found.push(span);
        }
        members_around(value, at, found);
    }
}

proptest! {
    #![proptest_config(cases(256))]

    /// From a byte to its member, to the characters, to the groups around them, and back to the bytes.
    #[test]
    fn the_groups_of_a_member_decode_to_it(json in json(), number in any::<prop::sample::Index>()) {
        let source = token(&json);
        let at = number.index(json.len());
        let place = place_of_octets(&source, Editable::Payload, Span::new(at, at));
        let Some(Place::Payload(member)) = place else {
            return Err(TestCaseError::fail("no place"));
        };
        prop_assert!(member.range().contains(&at));
        let characters = counterpart(&source, place.expect("a place")).token.expect("characters");
        prop_assert_eq!(place_in_token(&source, characters), place);
        let carrier = Carrier::of(&source, Editable::Payload).expect("a payload");
        let quads = carrier.quads(0, usize::MAX);
        let (mut around, mut before) = (String::new(), 0);
        for quad in quads {
            if quad.characters.end <= characters.start {
                before = quad.octets.end;
            } else if quad.characters.start < characters.end {
                around += &source.cleaned.text[quad.characters.range()];
            }
        }
        let bytes = decode(&around).expect("base64url");
        let inside = member.start - before..member.end - before;
        prop_assert_eq!(&bytes[inside], json[member.range()].as_bytes());
    }

    #[test]
    fn the_member_that_is_found_is_the_smallest(json in json(), number in any::<prop::sample::Index>()) {
        let document = Document::parse(json.clone()).expect("JSON");
        let at = number.index(json.len());
        let mut around = Vec::new();
        members_around(document.root(), at, &mut around);
        let smallest = around.into_iter().min_by_key(|span| span.len());
        prop_assert_eq!(document.innermost(Span::new(at, at + 1)), smallest);
    }

    #[test]
    fn anything_pasted_has_places_or_none(pasted in any::<String>(), start in 0..40_usize, length in 0..9_usize) {
        for text in [pasted.clone(), format!("{}.{pasted}.", encode(HS256.as_bytes())), format!("{pasted}.e30.")] {
            let source = Source::read(&text);
            let span = Span::new(start, start + length);
            if let Some(place) = place_in_token(&source, span) {
                prop_assert!(counterpart(&source, place).token.is_some());
            }
        }
    }
}
