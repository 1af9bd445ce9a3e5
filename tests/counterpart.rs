//! Pointing at anything tells where the same thing stands in the token, in the JSON and in its bytes.

mod support;

use jwt_inspector::counterpart::{
    Counterpart, counterpart, place_in_part, place_in_token, place_of_octets,
};
use jwt_inspector::jose::base64url::{decode, encode};
use jwt_inspector::jose::edit::{Editable, Layout, MAX_INDENTED, show};
use jwt_inspector::jose::json::{Document, Value};
use jwt_inspector::jose::{Carrier, Source, Span, shown_span, written_span};
use jwt_inspector::lint::Place;
use proptest::prelude::*;
use support::json::json;
use support::{HS256, cases, compact};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// RFC 7515 appendix A.1: its payload has lines that end in CR LF.
const RFC: &str = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

fn token(payload: &str) -> Source {
    Source::read(&compact(HS256, payload, "AAAA"))
}

fn text(source: &Source, part: Editable) -> String {
    let bytes = match part {
        Editable::Header => source.header_bytes(),
        Editable::Payload => source.payload_bytes(),
    };
    String::from_utf8(bytes.expect("a part")).expect("UTF-8")
}

/// Where a piece stands in a text.
fn find(text: &str, piece: &str) -> Span {
    let start = text.find(piece).expect("a piece");
    Span::new(start, start + piece.len())
}

fn of_payload(source: &Source, piece: &str) -> Counterpart {
    counterpart(
        source,
        Place::Payload(find(&text(source, Editable::Payload), piece)),
    )
}

/// The characters of the token that carry a piece of the payload, and those of them that are shared.
fn characters(source: &Source, piece: &str) -> (String, [Option<char>; 2]) {
    let found = of_payload(source, piece);
    let token = &source.cleaned.text;
    let span = found.token.expect("characters");
    let at = |place: usize| token[place..].chars().next().expect("a character");
    for place in found.shared.into_iter().flatten() {
        assert!(place == span.start || place + 1 == span.end);
    }
    (
        token[span.range()].to_owned(),
        found.shared.map(|place| place.map(at)),
    )
}

/// What a place is of, in words of the part.
fn named(source: &Source, place: Option<Place>) -> String {
    match place {
        Some(Place::Header(span)) => text(source, Editable::Header)[span.range()].to_owned(),
        Some(Place::Payload(span)) => text(source, Editable::Payload)[span.range()].to_owned(),
        Some(Place::Signature(_)) => "signature".to_owned(),
        _ => "nothing".to_owned(),
    }
}

fn pointed_at(source: &Source, at: usize) -> String {
    named(source, place_in_token(source, Span::new(at, at)))
}

/// RFC 4648 section 4: four characters of six bits, three bytes of eight.
#[test]
fn a_piece_has_every_character_that_carries_a_bit_of_it() {
    // `"abcdefgh"` is `ImFi Y2Rl Zmdo Ig`.
    let source = token("\"abcdefgh\"");
    let none = [None, None];
    assert_eq!(characters(&source, "cde"), ("Y2Rl".to_owned(), none));
    assert_eq!(
        characters(&source, "\"abcdefgh\""),
        ("ImFiY2RlZmdoIg".to_owned(), none)
    );
    assert_eq!(
        characters(&source, "c"),
        ("Y2".to_owned(), [None, Some('2')])
    );
    assert_eq!(
        characters(&source, "d"),
        ("2R".to_owned(), [Some('2'), Some('R')])
    );
    assert_eq!(
        characters(&source, "e"),
        ("Rl".to_owned(), [Some('R'), None])
    );
    assert_eq!(
        characters(&source, "de"),
        ("2Rl".to_owned(), [Some('2'), None])
    );
    assert_eq!(
        characters(&source, "bc"),
        ("FiY2".to_owned(), [Some('F'), Some('2')])
    );
}

/// The bits that are left over in the last character belong to nobody.
#[test]
fn the_last_character_of_a_part_is_shared_with_nothing_after_it() {
    let source = token("\"ab\"");
    assert_eq!(
        characters(&source, "b\""),
        ("FiIg".to_owned(), [Some('F'), None])
    );
}

#[test]
fn pointing_at_a_character_finds_the_byte_that_most_of_it_carries() {
    let source = token("abcdefghi");
    let start = Carrier::of(&source, Editable::Payload)
        .expect("a payload")
        .span()
        .start;
    let found: Vec<String> = (0..12).map(|at| pointed_at(&source, start + at)).collect();
    assert_eq!(found.concat(), "abbcdeefghhi");
}

#[test]
fn pointing_at_a_claim_in_the_token_finds_all_of_the_claim() {
    let source = token(r#"{"sub":"ada","roles":["admin",{"of":"x"}],"n":1}"#);
    for member in [r#""sub":"ada""#, "\"admin\"", r#""of":"x""#, r#""n":1"#] {
        let span = of_payload(&source, member).token.expect("characters");
        assert_eq!(named(&source, place_in_token(&source, span)), member);
        assert_eq!(pointed_at(&source, span.start + 2), member);
    }
    let whole = of_payload(&source, r#""admin",{"of""#)
        .token
        .expect("characters");
    let roles = r#""roles":["admin",{"of":"x"}]"#;
    assert_eq!(named(&source, place_in_token(&source, whole)), roles);
}

#[test]
fn every_part_of_a_token_answers_for_itself() {
    let source = token(r#"{"sub":"ada"}"#);
    let jws = source.jws().expect("a JWS");
    let (header, payload, signature) = (
        jws.header_part.span,
        jws.payload_part.span,
        jws.signature_part.span,
    );
    assert_eq!(pointed_at(&source, 8), r#""alg":"HS256""#);
    assert_eq!(pointed_at(&source, header.end), "nothing");
    assert_eq!(pointed_at(&source, payload.end), "nothing");
    assert_eq!(pointed_at(&source, signature.start), "signature");
    assert_eq!(pointed_at(&source, signature.end), "nothing");
    assert_eq!(place_in_token(&source, Span::new(3, payload.end)), None);
    let found = counterpart(&source, Place::Signature(signature));
    assert_eq!((found.token, found.part), (Some(signature), None));
    assert_eq!(counterpart(&source, Place::Key(0)), Counterpart::default());
}

/// A finding may be about a part as such.
#[test]
fn a_stretch_of_the_token_has_its_bytes() {
    let source = token(r#"{"sub":"ada"}"#);
    let span = source.jws().expect("a JWS").payload_part.span;
    let found = counterpart(&source, Place::Token(span));
    assert_eq!(found.token, Some(span));
    assert_eq!(found.part, Some((Editable::Payload, Span::new(0, 13))));
    assert_eq!(found.shared, [None, None]);
    let all = Span::new(0, source.cleaned.text.len());
    assert_eq!(counterpart(&source, Place::Token(all)).part, None);
}

/// RFC 7519 section 4 lets the last one count; each is still where it is.
#[test]
fn members_of_one_name_are_told_apart() {
    let source = token(r#"{"a":1,"a":2}"#);
    let all = text(&source, Editable::Payload);
    let at = |offset| {
        named(
            &source,
            place_of_octets(&source, Editable::Payload, Span::new(offset, offset)),
        )
    };
    assert_eq!(at(2), r#""a":1"#);
    assert_eq!(at(8), r#""a":2"#);
    assert_eq!(at(6), ",");
    assert_eq!(at(all.len()), "nothing");
    let header = Source::read(&compact(r#"{"alg":"HS256","kid":"a","kid":"b"}"#, "{}", ""));
    assert_eq!(pointed_at(&header, 24), r#""kid":"a""#);
}

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

#[test]
fn broken_base64url_has_places_as_far_as_it_can_be_read() {
    let written = encode(br#"{"sub":"ada","n":1}"#);
    let broken = [&written[..5], "!!", &written[5..], "="].concat();
    let source = Source::read(&[&encode(HS256.as_bytes()), ".", &broken, ".AAAA"].concat());
    let found = of_payload(&source, r#""sub":"ada""#);
    let span = found.token.expect("characters");
    assert_eq!(&source.cleaned.text[span.range()], &broken[1..18]);
    assert_eq!(
        named(&source, place_in_token(&source, span)),
        r#""sub":"ada""#
    );
    let start = Carrier::of(&source, Editable::Payload)
        .expect("a payload")
        .span()
        .start;
    assert_eq!(pointed_at(&source, start + 5), "nothing");
    assert_eq!(pointed_at(&source, start + 9), r#""sub":"ada""#);
    assert_eq!(pointed_at(&source, start + broken.len() - 1), "nothing");
}

/// RFC 4648 section 4: six bits alone are no byte.
#[test]
fn a_character_that_is_one_too_many_carries_nothing() {
    let source = Source::read(&[&encode(HS256.as_bytes()), ".Zm9vY.A"].concat());
    let end = source.jws().expect("a JWS").payload_part.span.end;
    assert_eq!(pointed_at(&source, end - 1), "nothing");
    assert_eq!(pointed_at(&source, end - 2), "o");
    assert_eq!(
        characters(&source, "foo"),
        ("Zm9v".to_owned(), [None, None])
    );
}

/// RFC 7797 section 3.
#[test]
fn an_unencoded_payload_shares_nothing() {
    let header = encode(br#"{"alg":"HS256","b64":false,"crit":["b64"]}"#);
    let source = Source::read(&format!(r#"{header}.{{"sub":"ada","n":1}}.AAAA"#));
    let (found, shared) = characters(&source, r#""sub":"ada""#);
    assert_eq!((found.as_str(), shared), (r#""sub":"ada""#, [None, None]));
    assert_eq!(pointed_at(&source, header.len() + 4), r#""sub":"ada""#);
}

#[test]
fn the_header_of_a_jwe_and_the_parts_of_a_token_as_json_have_places() {
    let header = encode(br#"{"alg":"dir","enc":"A256GCM"}"#);
    let jwe = Source::read(&format!("{header}.A.A.A.A"));
    assert_eq!(pointed_at(&jwe, 30), r#""enc":"A256GCM""#);
    assert_eq!(pointed_at(&jwe, header.len() + 1), "nothing");
    let payload = encode(br#"{"sub":"ada"}"#);
    let json = Source::read(&format!(
        r#"{{"payload":"{payload}","protected":"{}","signature":"AA"}}"#,
        encode(HS256.as_bytes())
    ));
    assert_eq!(pointed_at(&json, 16), r#""sub":"ada""#);
    assert_eq!(pointed_at(&json, 3), "nothing");
    let alg = counterpart(&json, Place::Header(Span::new(1, 14)));
    let carried = &json.cleaned.text[alg.token.expect("characters").range()];
    assert_eq!(carried, &encode(HS256.as_bytes())[1..19]);
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
