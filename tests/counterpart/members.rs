//! Pointing at a character finds the whole claim, in whatever part and form of a token.

use crate::support::{HS256, compact};
use crate::{named, of_payload, pointed_at, text, token};
use jwt_inspector::counterpart::{Counterpart, counterpart, place_in_token, place_of_octets};
use jwt_inspector::jose::base64url::encode;
use jwt_inspector::jose::edit::Editable;
use jwt_inspector::jose::{Source, Span};
use jwt_inspector::lint::Place;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

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
