//! The characters of the token that carry a piece of it, and those that two pieces share.

use crate::support::HS256;
use crate::{characters, named, of_payload, pointed_at, token};
use jwt_inspector::counterpart::place_in_token;
use jwt_inspector::jose::base64url::encode;
use jwt_inspector::jose::edit::Editable;
use jwt_inspector::jose::{Carrier, Source};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

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
