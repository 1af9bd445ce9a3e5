//! STR: is the text a token, and does it say one thing to everybody?

use super::facts::Facts;
use super::{Datum, Hit, Place, Severity, hit};
use crate::jose::base64url::Error;
use crate::jose::compact::is_token_like;
use crate::jose::header::HeaderError;
use crate::jose::json::{Document, Type, Value};
use crate::jose::payload::Flaw;
use crate::jose::token::{Jws, Token};
use crate::jose::verdict::{PartName, named_parts};
use crate::jose::{Payload, Span};

/// The greatest whole number that every double holds apart from its neighbours, 2^53 - 1.
const MAX_SAFE: &str = "9007199254740991";

/// STR01, RFC 7519 section 7.2: three parts, five of a JWE, or the form of an SD-JWT.
pub fn parts(facts: &Facts) -> Option<Hit> {
    match &facts.source.token {
        Token::Other { count, .. } => {
            let all = Span::new(0, facts.source.cleaned.text.len());
            Some(hit(Severity::Error).at(Place::Token(all)).number(*count))
        }
        _ => None,
    }
}

/// STR02, RFC 7515 section 7.1: nothing but base64url between the dots.
pub fn strange_characters(facts: &Facts) -> Option<Hit> {
    broken_part(facts, |error| matches!(error, Error::Character { .. }))
}

/// STR03, RFC 7515 section 2: the URL-safe alphabet, and no padding.
pub fn standard_base64(facts: &Facts) -> Option<Hit> {
    broken_part(facts, |error| {
        matches!(error, Error::Padding { .. } | Error::OtherAlphabet { .. })
    })
}

/// STR04, RFC 4648 section 3.5: one text for the same bytes.
pub fn not_canonical(facts: &Facts) -> Option<Hit> {
    broken_part(facts, |error| {
        matches!(error, Error::UnusedBits { .. } | Error::Length { .. })
    })
    // What is cut is no matter of encoding.
    .filter(|hit| !hit.data.contains(&Datum::Part(PartName::Signature)) || !is_cut(facts))
}

fn is_cut(facts: &Facts) -> bool {
    facts.jws.and_then(Jws::cut_signature).is_some()
}

fn broken_part(facts: &Facts, is_this: fn(&Error) -> bool) -> Option<Hit> {
    let parts = named_parts(facts.source).into_iter();
    let mut broken =
        parts.filter_map(|(name, part)| Some((name, part, part.decoded.as_ref().err()?)));
    let (name, part, error) = broken.find(|(.., error)| is_this(error))?;
    let text = part.text(&facts.source.cleaned.text);
    let character = |at: usize| {
        let length = text[at..].chars().next().map_or(0, char::len_utf8);
        Span::new(at, at + length).shifted(part.span.start)
    };
    let span = match error {
        Error::Character { at, .. }
        | Error::OtherAlphabet { at, .. }
        | Error::Padding { at }
        | Error::UnusedBits { at, .. } => character(*at),
        Error::Length { .. } => part.span,
    };
    let hit = hit(Severity::Error).at(Place::Token(span));
    let hit = hit.with(Datum::Part(name));
    Some(hit.with(Datum::Base64url(error.clone())))
}

/// STR05, RFC 7519 section 7.2, RFC 8259 section 8.1: UTF-8 without a byte-order mark. Of a payload only where
/// it means to be JSON: a JWS may carry any bytes.
pub fn not_utf8(facts: &Facts) -> Option<Hit> {
    let jws = facts.jws?;
    if let Err(error @ (HeaderError::NotUtf8 { .. } | HeaderError::ByteOrderMark)) = &jws.header {
        let place = Place::Token(jws.header_part.span);
        return Some(
            hit(Severity::Error)
                .at(place)
                .with(Datum::Header(error.clone())),
        );
    }
    let flaw = jws.payload_flaw()?;
    let place = Place::Token(jws.payload_part.span);
    (!matches!(flaw, Flaw::NotJson { .. }))
        .then(|| hit(Severity::Error).at(place).with(Datum::Payload(flaw)))
}

/// STR06, RFC 7515 section 5.2, RFC 7519 section 7.2: without a JSON object as its header it is no JWS; without
/// one as its payload it is no JWT, and one that breaks off keeps its claims from being checked.
pub fn not_an_object(facts: &Facts) -> Option<Hit> {
    let jws = facts.jws?;
    if let Err(error @ (HeaderError::NotJson(_) | HeaderError::NotObject { .. })) = &jws.header {
        let place = Place::Token(jws.header_part.span);
        return Some(
            hit(Severity::Error)
                .at(place)
                .with(Datum::Header(error.clone())),
        );
    }
    let place = Place::Token(jws.payload_part.span);
    match jws.payload_flaw() {
        Some(flaw @ Flaw::NotJson { .. }) => {
            Some(hit(Severity::Info).at(place).with(Datum::Payload(flaw)))
        }
        Some(_) => None,
        None => {
            let is_claims = matches!(jws.payload, Payload::Claims(_)) || is_nested(jws);
            (jws.payload_part.decoded.is_ok() && !is_claims).then(|| hit(Severity::Info).at(place))
        }
    }
}

/// STR07, RFC 7515 section 4, RFC 7519 section 4: a name stands once. Of the header's own names a second one is
/// forbidden; elsewhere a reader may refuse, or take the last.
pub fn duplicates(facts: &Facts) -> Option<Hit> {
    let header = facts.header.as_deref();
    repeated(header, true, Place::Header)
        .or_else(|| repeated(facts.claims, false, Place::Payload))
        .or_else(|| repeated(header, false, Place::Header))
}

fn repeated(document: Option<&Document>, outermost: bool, place: fn(Span) -> Place) -> Option<Hit> {
    let document = document?;
    let mut twice = document.duplicates().iter();
    let twice = twice.find(|twice| !outermost || twice.depth == 1)?;
    let severity = if outermost {
        Severity::Error
    } else {
        Severity::Warning
    };
    let name = document.name(twice.again).into_owned();
    Some(hit(severity).at(place(twice.again)).text(name))
}

/// STR08, RFC 8259 section 6: whole numbers that a double does not hold exactly.
pub fn large_integers(facts: &Facts) -> Option<Hit> {
    let of = |document: &Document, place: fn(Span) -> Place| {
        let (span, text) = large(document.root())?;
        Some(hit(Severity::Warning).at(place(span)).text(text))
    };
    let in_header = facts.header.as_deref();
    in_header
        .and_then(|header| of(header, Place::Header))
        .or_else(|| of(facts.claims?, Place::Payload))
}

fn large(value: Value) -> Option<(Span, String)> {
    match value.kind() {
        Type::Number => is_large(value.text()).then(|| (value.span(), value.text().to_owned())),
        Type::Array => value.elements().find_map(large),
        Type::Object => value.members().find_map(|member| large(member.value)),
        _ => None,
    }
}

fn is_large(number: &str) -> bool {
    let digits = number.trim_start_matches('-');
    let by_length = digits.len().cmp(&MAX_SAFE.len());
    let is_whole = || digits.bytes().all(|byte| byte.is_ascii_digit());
    by_length.then_with(|| digits.cmp(MAX_SAFE)).is_gt() && is_whole()
}

/// STR09, RFC 7519 section 1: a JWT is always in compact serialization.
pub fn json_serialization(facts: &Facts) -> Option<Hit> {
    matches!(facts.source.token, Token::Json(_)).then(|| hit(Severity::Warning))
}

/// STR10: what was taken off the pasted text.
pub fn cleaned(facts: &Facts) -> Option<Hit> {
    let is_read = !matches!(facts.source.token, Token::Empty | Token::TooLong { .. });
    let cleanings = &facts.source.cleaned.cleanings;
    (is_read && !cleanings.is_empty())
        .then(|| hit(Severity::Info).with(Datum::Cleanings(cleanings.clone())))
}

/// Whether a payload is a token itself, in compact serialization.
pub fn is_nested(jws: &Jws) -> bool {
    let Payload::Text { text, .. } = &jws.payload else {
        return false;
    };
    is_token_like(text)
}
