//! Strict base64url (RFC 7515 section 2, RFC 4648 sections 3.5 and 5): what bends the rule is told with its place.

mod support;

use jwt_inspector::jose::base64url::Error::{
    Character, Length, OtherAlphabet, Padding, UnusedBits,
};
use jwt_inspector::jose::base64url::{decode, decode_leniently, encode};
use proptest::prelude::*;
use support::cases;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// RFC 4648 section 10, without the padding; RFC 7515 appendix C.
#[test]
fn the_vectors_of_the_standard() {
    let vectors = [
        ("", ""),
        ("f", "Zg"),
        ("fo", "Zm8"),
        ("foo", "Zm9v"),
        ("foob", "Zm9vYg"),
        ("fooba", "Zm9vYmE"),
    ];
    for (bytes, text) in vectors.into_iter().chain([("foobar", "Zm9vYmFy")]) {
        assert_eq!(encode(bytes.as_bytes()), text);
        assert_eq!(decode(text), Ok(bytes.as_bytes().to_vec()));
    }
    assert_eq!(encode(&[3, 236, 255, 224, 193]), "A-z_4ME");
}

#[test]
fn padding_is_refused_where_it_stands() {
    assert_eq!(decode("Zg=="), Err(Padding { at: 2 }));
    assert_eq!(decode("Zm8="), Err(Padding { at: 3 }));
    assert_eq!(decode("Zm9v="), Err(Padding { at: 4 }));
    assert_eq!(decode("="), Err(Padding { at: 0 }));
    assert_eq!(decode("Zg==Zg"), Err(Padding { at: 2 }));
}

#[test]
fn the_other_alphabet_is_named() {
    assert_eq!(decode("A+z_"), Err(OtherAlphabet { at: 1, found: '+' }));
    assert_eq!(decode("A-z/"), Err(OtherAlphabet { at: 3, found: '/' }));
}

#[test]
fn a_stranger_is_named_at_its_byte() {
    assert_eq!(decode("Zm 8"), Err(Character { at: 2, found: ' ' }));
    assert_eq!(decode("Zm9v\n"), Err(Character { at: 4, found: '\n' }));
    assert_eq!(decode("é"), Err(Character { at: 0, found: 'é' }));
    assert_eq!(
        decode("Zm9v\u{200b}Zm9v"),
        Err(Character {
            at: 4,
            found: '\u{200b}'
        })
    );
    assert_eq!(decode("Zm\0v"), Err(Character { at: 2, found: '\0' }));
    assert_eq!(decode("Z.g"), Err(Character { at: 1, found: '.' }));
}

#[test]
fn the_first_of_several_flaws_is_told() {
    assert_eq!(decode("Z+ ="), Err(OtherAlphabet { at: 1, found: '+' }));
    assert_eq!(decode("Zm9v =="), Err(Character { at: 4, found: ' ' }));
    assert_eq!(decode("Z="), Err(Padding { at: 1 }));
}

#[test]
fn one_character_too_many_carries_no_byte() {
    for characters in [1, 5, 9] {
        assert_eq!(decode(&"A".repeat(characters)), Err(Length { characters }));
    }
}

#[test]
fn unused_bits_are_told_with_what_an_encoder_writes() {
    assert_eq!(
        decode("Zh"),
        Err(UnusedBits {
            at: 1,
            found: 'h',
            canonical: 'g'
        })
    );
    assert_eq!(
        decode("Zm9"),
        Err(UnusedBits {
            at: 2,
            found: '9',
            canonical: '8'
        })
    );
    assert_eq!(
        decode("Zm9v__"),
        Err(UnusedBits {
            at: 5,
            found: '_',
            canonical: 'w'
        })
    );
}

#[test]
fn what_is_shown_of_a_flawed_part_is_what_it_most_likely_says() {
    for flawed in ["Zm9vYg==", "Zm9v Yg", "Zm9vYh", "Zm9vYgAAA"] {
        assert_eq!(&decode_leniently(flawed)[..4], b"foob", "{flawed}");
    }
    assert_eq!(decode_leniently("A+z/"), decode_leniently("A-z_"));
    assert_eq!(decode_leniently("!"), b"");
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn decoding_undoes_encoding(bytes: Vec<u8>) {
        prop_assert_eq!(decode(&encode(&bytes)), Ok(bytes.clone()));
        prop_assert_eq!(decode_leniently(&encode(&bytes)), bytes);
    }

    /// No two texts decode to the same bytes: a signed text cannot be respelt.
    #[test]
    fn every_text_is_the_only_one_of_its_bytes(text in "[A-Za-z0-9_-]{0,12}") {
        if let Ok(bytes) = decode(&text) {
            prop_assert_eq!(encode(&bytes), text);
        }
    }

    #[test]
    fn what_is_not_base64url_is_refused_at_a_character(text: String) {
        let strange = |c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_');
        let wanted = text.char_indices().find(|(_, c)| strange(*c)).map(|(at, _)| at);
        let found = match decode(&text) {
            Err(Character { at, .. } | OtherAlphabet { at, .. } | Padding { at }) => Some(at),
            Ok(_) | Err(_) => None,
        };
        prop_assert_eq!(found, wanted);
    }
}
