//! Pointing at anything tells where the same thing stands in the token, in the JSON and in its bytes.

#[path = "../support/mod.rs"]
mod support;

mod anything;
mod characters;
mod members;
mod shown;

use jwt_inspector::counterpart::{Counterpart, counterpart, place_in_token};
use jwt_inspector::jose::edit::Editable;
use jwt_inspector::jose::{Source, Span};
use jwt_inspector::lint::Place;
use support::{HS256, compact};

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
