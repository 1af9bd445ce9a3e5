//! How a token differs from the one it was made of: what was edited is told from what base64 merely writes
//! anew.

mod support;

use jwt_inspector::jose::base64url::encode;
use jwt_inspector::jose::changes::{Change, Changes, PartChanges};
use jwt_inspector::jose::{Source, Span};
use proptest::prelude::*;
use support::{HS256, cases, compact};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// RFC 7515 appendix A.1.
const RFC: &str = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

fn between(original: &str, current: &str) -> Changes {
    Changes::between(&Source::read(original), &Source::read(current)).expect("both are JWS")
}

/// What became of a payload, and its marks written under its text: `e` edited, `m` moved.
fn payload(before: &[u8], now: &[u8]) -> (PartChanges, String) {
    let header = encode(HS256.as_bytes());
    let token = |payload: &[u8]| format!("{header}.{}.AAAA", encode(payload));
    let current = token(now);
    let changes = between(&token(before), &current);
    assert!(!changes.header.is_changed && !changes.signature.is_changed);
    let start = header.len() + 1;
    let marks = underlined(&changes.payload, start, encode(now).len());
    (changes.payload, marks)
}

fn underlined(part: &PartChanges, start: usize, length: usize) -> String {
    let mut marks = vec![b'.'; length];
    for (span, change) in &part.marks {
        let sign = match change {
            Change::Edited => b'e',
            Change::Moved => b'm',
        };
        marks[span.start - start..span.end - start].fill(sign);
    }
    String::from_utf8(marks).expect("ASCII")
}

fn marks(before: &str, now: &str) -> String {
    payload(before.as_bytes(), now.as_bytes()).1
}

#[test]
fn the_same_token_has_no_changes() {
    let changes = between(RFC, RFC);
    assert!(!changes.any());
    assert_eq!(changes, Changes::default());
}

#[test]
fn only_two_jws_can_be_compared() {
    for other in ["", "abc", "a.b", "a.b.c.d", "{}"] {
        let (token, other) = (Source::read(RFC), Source::read(other));
        assert_eq!(Changes::between(&token, &other), None);
        assert_eq!(Changes::between(&other, &token), None);
    }
}

#[test]
fn an_edit_of_the_same_length_marks_the_characters_that_differ() {
    let before =
        r#"{"sub":"1234567890","name":"John Doe","role":"user","iat":1795386000,"exp":1795389600}"#;
    let now = before.replace("user", "root");
    let (part, _) = payload(before.as_bytes(), now.as_bytes());
    let token = compact(HS256, &now, "AAAA");
    let found: Vec<&str> = part
        .marks
        .iter()
        .map(|(span, _)| &token[span.range()])
        .collect();
    assert_eq!(found, ["Jvb3Q"]);
    assert_eq!((part.edited, part.moved), (5, 0));
}

#[test]
fn a_change_is_marked_where_it_stands_in_the_token() {
    let now = RFC.replace("OjEzMDA4MTkzODAs", "OjIzMDA4MTkzODAs");
    let changes = between(RFC, &now);
    let at = RFC.find("OjEz").expect("the time") + 2;
    assert_eq!(
        changes.payload.marks,
        [(Span::new(at, at + 1), Change::Edited)]
    );
    assert!(!changes.header.is_changed && !changes.signature.is_changed && changes.any());
}

#[test]
fn edits_far_apart_leave_what_is_between_unmarked() {
    assert_eq!(marks("abcdefghi", "xbcdefghy"), "ee.........e");
}

/// Three bytes are four characters: what follows keeps its alignment, and its characters.
#[test]
fn adding_or_taking_three_bytes_moves_nothing() {
    assert_eq!(marks("abcdefghi", "abcXYZdefghi"), "....eeee........");
    assert_eq!(payload(b"abcdefghi", b"abcdXYZefghi").0.moved, 0);
    assert_eq!(payload(b"abcdXYZefghi", b"abcdefghi").0.moved, 0);
}

#[test]
fn adding_one_or_two_bytes_moves_all_that_follows() {
    assert_eq!(marks("abcdefghi", "abcXdefghi"), "....eemmmmmmmm");
    assert_eq!(marks("abcdefghi", "abcXYdefghi"), "....eeemmmmmmmm");
    let (part, _) = payload(b"abcdefghi", b"abcXYdefghi");
    assert_eq!((part.edited, part.moved), (3, 8));
}

/// Nothing is new, but characters that carry bits of both sides of the gap did not exist before.
#[test]
fn a_deletion_marks_the_character_on_its_border() {
    assert_eq!(marks("abcdXefghi", "abcdefghi"), ".....emmmmmm");
    assert_eq!(marks("abcdXYZefghi", "abcdefghi"), ".....e......");
}

#[test]
fn a_deletion_between_two_groups_has_no_character_to_mark() {
    let (part, marks) = payload(b"abcXYZdef", b"abcdef");
    assert_eq!(marks, "........");
    assert!(part.is_changed);
    assert_eq!((part.edited, part.moved), (0, 0));
}

#[test]
fn the_end_of_a_part_changes_like_any_other_place() {
    assert_eq!(marks("abc", "abcd"), "....ee");
    assert_eq!(marks("ab", "abc"), "..ee");
    assert_eq!(marks("abc", "ab"), "..e");
    assert_eq!(marks("abc", ""), "");
    assert_eq!(marks("", "abc"), "eeee");
}

#[test]
fn the_header_and_the_signature_are_compared_too() {
    let (rest, _) = RFC.rsplit_once('.').expect("a signature");
    let header = encode(br#"{"alg":"none"}"#);
    let (_, payload) = rest.split_once('.').expect("a payload");
    let changes = between(RFC, &[&header, payload, ""].join("."));
    assert!(changes.header.edited > 0);
    assert_eq!(changes.payload, PartChanges::default());
    assert!(changes.signature.is_changed && changes.signature.marks.is_empty());
}

/// A line break is no part of a token: places are those of the cleaned text.
#[test]
fn how_a_token_was_pasted_does_not_count() {
    let pasted = format!("Bearer {}\r\n", RFC.replace('.', "\r\n.\r\n"));
    assert!(!between(RFC, &pasted).any());
    let now = RFC.replace("dBjf", "dBjg");
    assert_eq!(between(&pasted, &now), between(RFC, &now));
}

#[test]
fn what_is_not_base64url_is_compared_by_its_characters() {
    let before = "e30.e3!0.AAAA";
    assert_eq!(between(before, "e30.e3!!0.AAAA").payload.edited, 1);
    let emoji = between(before, "e30.e3😀!0.AAAA").payload;
    assert_eq!((emoji.edited, emoji.moved), (1, 0));
    assert_eq!(emoji.marks, [(Span::new(6, 10), Change::Edited)]);
    assert!(between("e30.é.", "e30.è.").payload.is_changed);
}

/// RFC 7797: the payload is its own text, and base64 does not move it.
#[test]
fn an_unencoded_payload_is_compared_by_its_characters() {
    let header = encode(br#"{"alg":"HS256","b64":false,"crit":["b64"]}"#);
    let token = |payload: &str| format!("{header}.{payload}.AAAA");
    let part = between(&token("pay $5"), &token("pay $50")).payload;
    assert_eq!((part.edited, part.moved), (1, 0));
    let encoded = format!("{}.e30e.AAAA", encode(HS256.as_bytes()));
    assert!(!between(&encoded, &token("e30e")).payload.is_changed);
    assert_eq!(between(&encoded, &token("e30")).payload.moved, 0);
}

/// The bytes that a character of base64 carries bits of.
fn carried(at: usize, bytes: &[u8]) -> &[u8] {
    let end = (at * 6 + 5) / 8 + 1;
    &bytes[at * 6 / 8..end.min(bytes.len())]
}

proptest! {
    #![proptest_config(cases(1024))]

    /// What has no mark is the same character as before, counted from the start or from the end; what was
    /// moved carries bytes that were there before.
    #[test]
    fn every_character_that_differs_is_marked(
        start in prop::collection::vec(any::<u8>(), 0..12),
        taken in prop::collection::vec(0..3u8, 0..8),
        put in prop::collection::vec(0..3u8, 0..8),
        end in prop::collection::vec(any::<u8>(), 0..12),
    ) {
        let before = [start.as_slice(), &taken, &end].concat();
        let now = [start.as_slice(), &put, &end].concat();
        let (part, marks) = payload(&before, &now);
        prop_assert_eq!(part.is_changed, before != now);
        let (old, new) = (encode(&before), encode(&now));
        let behind = new.len() as isize - old.len() as isize;
        for (at, sign) in marks.bytes().enumerate() {
            let same = |from: isize| {
                usize::try_from(from).ok().and_then(|from| old.as_bytes().get(from)) == new.as_bytes().get(at)
            };
            let here = at as isize;
            match sign {
                b'.' => prop_assert!(same(here) || same(here - behind)),
                b'm' => {
                    prop_assert_ne!(before.len() % 3, now.len() % 3);
                    let bytes = carried(at, &now);
                    prop_assert!(before.windows(bytes.len()).any(|window| window == bytes));
                }
                _ => {}
            }
        }
        let count = |wanted: u8| marks.bytes().filter(|sign| *sign == wanted).count();
        prop_assert_eq!((part.edited, part.moved), (count(b'e'), count(b'm')));
    }

    /// Marks lie within their part, in order, on whole characters, and neighbours are of different kinds.
    #[test]
    fn marks_are_stretches_of_their_part(before in "[a-c.é😀~]{0,12}", now in "[a-c.é😀~]{0,12}") {
        let read = |text: &str| Source::read(&format!("{}.{text}.", encode(HS256.as_bytes())));
        let (before, now) = (read(&before), read(&now));
        let Some(changes) = Changes::between(&before, &now) else { return Ok(()) };
        let jws = now.jws().expect("a JWS");
        let text = &now.cleaned.text;
        for (part, changes) in [
            (&jws.header_part, &changes.header),
            (&jws.payload_part, &changes.payload),
            (&jws.signature_part, &changes.signature),
        ] {
            let mut last = (part.span.start, None);
            for (span, change) in &changes.marks {
                prop_assert!(last.0 <= span.start && span.start < span.end && span.end <= part.span.end);
                prop_assert!(last.0 < span.start || last.1 != Some(*change));
                prop_assert!(text.get(span.range()).is_some());
                last = (span.end, Some(*change));
            }
        }
    }
}
