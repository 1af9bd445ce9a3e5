//! A part as groups of four characters and three bytes (RFC 4648 section 5, RFC 7515 section 2), and how its bytes
//! read as text.

mod support;

use jwt_inspector::jose::base64url::{decode_leniently, encode};
use jwt_inspector::jose::edit::Editable;
use jwt_inspector::jose::octets::{Quad, character_at};
use jwt_inspector::jose::{Carrier, Source, Span};
use jwt_inspector::paint::{Reading, readings};
use jwt_inspector::words::octets::said;
use proptest::prelude::*;
use support::{HS256, cases};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// A token with a payload part as it is written.
fn token(part: &str) -> Source {
    Source::read(&format!("{}.{part}.AAAA", encode(HS256.as_bytes())))
}

fn unencoded(payload: &str) -> Source {
    let header = r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#;
    Source::read(&format!("{}.{payload}.AAAA", encode(header.as_bytes())))
}

fn payload(source: &Source) -> Carrier<'_> {
    Carrier::of(source, Editable::Payload).expect("a payload")
}

/// All groups of a payload: their characters, and the bytes they carry.
fn groups(source: &Source) -> Vec<(String, Vec<u8>)> {
    let carrier = payload(source);
    let bytes = source.payload_bytes().expect("a payload");
    let quads = carrier.quads(0, usize::MAX);
    assert_eq!(quads.len(), carrier.quad_count());
    let group = |quad: &Quad| {
        let letters = carrier
            .letters(*quad)
            .iter()
            .map(|letter| letter.1)
            .collect();
        (letters, bytes[quad.octets.range()].to_vec())
    };
    quads.iter().map(group).collect()
}

fn group(letters: &str, bytes: &[u8]) -> (String, Vec<u8>) {
    (letters.to_owned(), bytes.to_vec())
}

/// RFC 4648 section 10.
#[test]
fn four_characters_carry_three_bytes_and_the_last_may_be_fewer() {
    assert_eq!(groups(&token("")), []);
    assert_eq!(groups(&token("Zm9v")), [group("Zm9v", b"foo")]);
    assert_eq!(
        groups(&token("Zm9vYg")),
        [group("Zm9v", b"foo"), group("Yg", b"b")]
    );
    assert_eq!(
        groups(&token("Zm9vYmE")),
        [group("Zm9v", b"foo"), group("YmE", b"ba")]
    );
}

#[test]
fn characters_stand_where_they_stand_in_the_token() {
    let source = token("Zm9vYmE");
    let quads = payload(&source).quads(0, 2);
    let texts: Vec<&str> = quads
        .iter()
        .map(|quad| &source.cleaned.text[quad.characters.range()])
        .collect();
    assert_eq!(texts, ["Zm9v", "YmE"]);
    let start = payload(&source).span().start;
    let places = [(start + 4, 'Y'), (start + 5, 'm'), (start + 6, 'E')];
    assert_eq!(payload(&source).letters(quads[1]), places);
}

#[test]
fn a_window_is_a_part_of_the_groups() {
    let source = token(&encode(&[7; 100]));
    let carrier = payload(&source);
    let all = carrier.quads(0, 1000);
    assert_eq!(all.len(), 34);
    assert_eq!(carrier.quads(5, 3), all[5..8]);
    assert_eq!(carrier.quads(33, 16), all[33..]);
    assert_eq!(carrier.quads(34, 16), []);
    assert_eq!(carrier.quads(usize::MAX, usize::MAX), []);
    assert_eq!(carrier.quads(0, 0), []);
}

/// What can be told is told: what is no base64url is in nobody's way.
#[test]
fn broken_base64url_has_the_groups_of_what_can_be_read() {
    assert_eq!(
        groups(&token("Zm!9vY ä mE=")),
        [group("Zm9v", b"foo"), group("YmE", b"ba")]
    );
    assert_eq!(
        groups(&token("Zm9+/w")),
        [group("Zm9+", b"fo~"), group("/w", &[255])]
    );
    assert_eq!(
        groups(&token("Zm9vY")),
        [group("Zm9v", b"foo"), group("Y", b"")]
    );
    assert_eq!(
        groups(&token("Zm9vYh")),
        [group("Zm9v", b"foo"), group("Yh", b"b")]
    );
    assert_eq!(groups(&token("!?")), []);
}

/// RFC 7797 section 5.2: a payload that is not encoded.
#[test]
fn an_unencoded_payload_has_groups_of_three_bytes_that_are_themselves() {
    let source = unencoded("$02:é");
    let quads = groups(&source);
    assert_eq!(quads, [group("$02", b"$02"), group(":é", ":é".as_bytes())]);
    for quad in payload(&source).quads(0, 9) {
        let start = payload(&source).span().start;
        assert_eq!(quad.characters, quad.octets.shifted(start));
    }
    let cut = unencoded("aaé");
    assert_eq!(
        groups(&cut),
        [group("aaé", &[97, 97, 0xC3]), group("", &[0xA9])]
    );
}

/// A token in JSON serialization (RFC 7515 section 7.2) carries its parts in strings.
#[test]
fn a_token_as_json_has_groups_too() {
    let source =
        Source::read(r#"{"payload":"Zm9vYg","signatures":[{"protected":"e30","signature":"AA"}]}"#);
    assert_eq!(groups(&source), [group("Zm9v", b"foo"), group("Yg", b"b")]);
    let header = Carrier::of(&source, Editable::Header).expect("a header");
    assert_eq!(&source.cleaned.text[header.span().range()], "e30");
    let escaped = Source::read(r#"{"payload":"\u005am9v","signature":"AA"}"#);
    assert_eq!(escaped.payload_bytes().as_deref(), Some(&b"foo"[..]));
    assert_eq!(Carrier::of(&escaped, Editable::Payload), None);
}

#[test]
fn a_piece_of_a_token_and_a_jwe_have_what_can_be_read_of_them() {
    let piece = Source::read(&encode(br#"{"sub":"ada"}"#));
    assert_eq!(payload(&piece).length(), 13);
    assert_eq!(Carrier::of(&piece, Editable::Header), None);
    let jwe = Source::read(&format!(
        "{}.A.A.A.A",
        encode(br#"{"alg":"dir","enc":"A256GCM"}"#)
    ));
    assert_eq!(
        Carrier::of(&jwe, Editable::Header).map(|part| part.length()),
        Some(29)
    );
    assert_eq!(Carrier::of(&jwe, Editable::Payload), None);
    assert_eq!(Carrier::of(&Source::read(""), Editable::Header), None);
}

fn signs(bytes: &[u8]) -> String {
    let readings = readings(bytes, Span::new(0, bytes.len()));
    readings.into_iter().map(Reading::sign).collect()
}

#[test]
fn a_byte_reads_as_its_character_or_as_a_sign_for_it() {
    assert_eq!(signs(b"{\"a\": 1}\r\n\x7f"), "{\"a\":␣1}␍␊␡");
    assert_eq!(signs("é€😀".as_bytes()), "é…€……😀………");
    assert_eq!(signs(&[0, 9, 31]), "␀␉␟");
}

/// Marks of direction would turn around what stands beside them.
#[test]
fn what_cannot_be_seen_has_a_sign() {
    assert_eq!(signs("\u{202E}\u{A0}\u{85}".as_bytes()), "◌……◌…◌…");
    let unseen = readings("\u{202E}".as_bytes(), Span::new(0, 3));
    assert_eq!(
        unseen,
        [
            Reading::Unseen('\u{202E}'),
            Reading::Continued,
            Reading::Continued
        ]
    );
}

/// RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF, nothing cut short.
#[test]
fn bytes_that_are_not_utf_8_are_marked_one_by_one() {
    assert_eq!(signs(&[b'a', 0xFF, b'b']), "a·b");
    assert_eq!(signs(&[0xC0, 0xAF]), "··");
    assert_eq!(signs(&[0xED, 0xA0, 0x80]), "···");
    assert_eq!(signs(&[0xF4, 0x90, 0x80, 0x80]), "····");
    assert_eq!(signs(&[0xE2, 0x82, b'a']), "··a");
    assert_eq!(signs(&[0xC3, 0xA9, 0xA9]), "é…·");
    assert_eq!(signs(&[0xF0, 0x9F, 0x98]), "···");
}

#[test]
fn a_character_at_the_edge_of_a_window_is_whole() {
    let text = "a😀b".as_bytes();
    assert_eq!(
        readings(text, Span::new(3, 6)),
        [
            Reading::Continued,
            Reading::Continued,
            Reading::Character('b')
        ]
    );
    assert_eq!(readings(text, Span::new(1, 2)), [Reading::Character('😀')]);
    assert_eq!(readings(text, Span::new(9, 12)), []);
}

#[test]
fn how_many_characters_carry_bytes_is_said() {
    let source = token(&encode(br#"{"role": "user"}"#));
    let carrier = payload(&source);
    let cases = [
        ((0, 3), "3 bytes, in 4 characters."),
        ((0, 16), "16 bytes, in 22 characters."),
        (
            (1, 15),
            "14 bytes, in 19 characters; the first character also carries bits of its neighbour.",
        ),
        (
            (0, 1),
            "1 byte, in 2 characters; the last character also carries bits of its neighbour.",
        ),
        (
            (1, 2),
            "1 byte, in 2 characters; the first and the last character also carry bits of their neighbours.",
        ),
        ((15, 16), "1 byte, in 2 characters."),
        ((3, 3), ""),
        ((90, 99), ""),
    ];
    for ((start, end), wanted) in cases {
        assert_eq!(said(&carrier, Span::new(start, end)), wanted);
    }
    let plain = unencoded("$02");
    assert_eq!(
        said(&payload(&plain), Span::new(0, 2)),
        "2 bytes, written as they are: the payload is not encoded."
    );
}

proptest! {
    #![proptest_config(cases(256))]

    /// Whatever is written for a payload.
    #[test]
    fn every_byte_is_in_exactly_one_group(part in "[A-Za-z0-9_+/=! é-]{0,40}") {
        let source = token(&part);
        let read: Vec<u8> = groups(&source).into_iter().flat_map(|group| group.1).collect();
        prop_assert_eq!(Some(read), source.payload_bytes());
    }

    #[test]
    fn a_group_carries_what_its_characters_decode_to(part in "[A-Za-z0-9_+/=! é-]{0,40}") {
        for (letters, bytes) in groups(&token(&part)) {
            prop_assert!(letters.len() <= 4 && bytes.len() <= 3);
            prop_assert_eq!(decode_leniently(&letters), bytes);
        }
    }

    /// A character is shared where the byte before or after the stretch needs it too.
    #[test]
    fn bytes_and_their_characters_are_each_others(
        part in "[A-Za-z0-9_+/=! é-]{0,40}",
        start in 0..30_usize,
        length in 1..9_usize,
    ) {
        let source = token(&part);
        let carrier = payload(&source);
        let octets = carrier.within(Span::new(start, start + length));
        if octets.is_empty() {
            prop_assert_eq!(carrier.shared(octets), [None, None]);
            return Ok(());
        }
        let characters = carrier.characters(octets);
        prop_assert_eq!(carrier.octets(characters), Some(octets));
        let before = octets.start.checked_sub(1).map(|at| carrier.characters(Span::new(at, at + 1)));
        let first = before.filter(|before| before.end > characters.start).map(|_| characters.start);
        let after = carrier.characters(Span::new(octets.end, octets.end + 1));
        let last = (!after.is_empty() && after.start < characters.end).then(|| characters.end - 1);
        prop_assert_eq!(carrier.shared(octets), [first, last]);
    }

    #[test]
    fn text_reads_as_itself(text in any::<String>()) {
        let read = readings(text.as_bytes(), Span::new(0, usize::MAX));
        let characters: String = read
            .into_iter()
            .filter_map(|reading| match reading {
                Reading::Character(c) | Reading::Unseen(c) => Some(c),
                Reading::Continued | Reading::Invalid => None,
            })
            .collect();
        prop_assert_eq!(characters, text);
    }

    /// The places of what is not UTF-8 are those that the standard library finds.
    #[test]
    fn what_is_not_utf_8_is_found_in_any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..24)) {
        let mut at = 0;
        for chunk in bytes.utf8_chunks() {
            for _ in chunk.valid().bytes() {
                prop_assert!(character_at(&bytes, at).is_some());
                at += 1;
            }
            for _ in chunk.invalid() {
                prop_assert_eq!(character_at(&bytes, at), None);
                at += 1;
            }
        }
        prop_assert_eq!(character_at(&bytes, at), None);
    }
}
