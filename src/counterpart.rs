//! The same thing in the token, in a decoded part and in its bytes: from a place in one to its places in all.

use crate::jose::edit::{Editable, Layout, Shown};
use crate::jose::json::Document;
use crate::jose::octets::character_at;
use crate::jose::{Carrier, Source, Span, written_span};
use crate::lint::Place;
use std::borrow::Cow;

/// Where one thing stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counterpart {
    /// Its characters in the cleaned text, with those that carry bits of its neighbours too.
    pub token: Option<Span>,
    /// Its bytes in the header or the payload.
    pub part: Option<(Editable, Span)>,
    /// The places of the first and the last of its characters, where they carry bits of its neighbours too.
    pub shared: [Option<usize>; 2],
}

/// Where a place stands everywhere. A key stands nowhere in a token.
pub fn counterpart(source: &Source, place: Place) -> Counterpart {
    let mut found = Counterpart::default();
    let (part, octets) = match place {
        Place::Key(_) => return found,
        Place::Token(span) | Place::Signature(span) => {
            found.token = Some(span);
            found.part = octets_in_token(source, span);
            return found;
        }
        Place::Header(span) => (Editable::Header, span),
        Place::Payload(span) => (Editable::Payload, span),
    };
    found.part = Some((part, octets));
    if let Some(carrier) = Carrier::of(source, part) {
        found.token = Some(carrier.characters(octets));
        found.shared = carrier.shared(octets);
    }
    found
}

/// What a stretch of the cleaned text means: the signature, or what its bytes are in the header or the payload, see
/// [`place_of_octets`]. An empty stretch means the character after it.
pub fn place_in_token(source: &Source, characters: Span) -> Option<Place> {
    if let Some((part, octets)) = octets_in_token(source, characters) {
        return place_of_octets(source, part, octets);
    }
    let signature = source.jws()?.signature_part.span;
    let is_inside =
        signature.range().contains(&characters.start) && characters.end <= signature.end;
    is_inside.then_some(Place::Signature(signature))
}

/// What a stretch of the text that [`show`](crate::jose::edit::show) makes of a part means, see [`place_of_octets`].
pub fn place_in_part(
    source: &Source,
    part: Editable,
    shown: &Shown,
    stretch: Span,
) -> Option<Place> {
    let span = match shown.layout {
        // Two digits a byte, and what parts it from the next.
        Layout::Hexadecimal => Span::new(stretch.start / 3, stretch.end.div_ceil(3)),
        Layout::AsWritten | Layout::Indented => {
            let octets = octets_of(source, part)?;
            written_span(std::str::from_utf8(&octets).ok()?, &shown.text, stretch)
        }
    };
    place_of_octets(source, part, span)
}

/// What a stretch of the bytes of a part means: the smallest member or element that all of it is in, else the
/// characters of the text that it is of. An empty stretch means the byte after it; there is none at the end.
pub fn place_of_octets(source: &Source, part: Editable, octets: Span) -> Option<Place> {
    let all = octets_of(source, part)?;
    if octets.start >= all.len() {
        return None;
    }
    let end = octets.end.clamp(octets.start + 1, all.len());
    let stretch = Span::new(octets.start, end);
    let member = document(source, part, &all).and_then(|json| json.innermost(stretch));
    let span = member.unwrap_or_else(|| whole_characters(&all, stretch));
    Some(match part {
        Editable::Header => Place::Header(span),
        Editable::Payload => Place::Payload(span),
    })
}

fn octets_in_token(source: &Source, characters: Span) -> Option<(Editable, Span)> {
    let in_part = |part| Some((part, Carrier::of(source, part)?.octets(characters)?));
    in_part(Editable::Header).or_else(|| in_part(Editable::Payload))
}

fn octets_of(source: &Source, part: Editable) -> Option<Vec<u8>> {
    match part {
        Editable::Header => source.header_bytes(),
        Editable::Payload => source.payload_bytes(),
    }
}

/// The JSON of a part, whose bytes are `octets`: as it was read with the token, where it was.
fn document<'a>(source: &'a Source, part: Editable, octets: &[u8]) -> Option<Cow<'a, Document>> {
    if let Some(jws) = source.jws() {
        if part == Editable::Payload {
            return jws.payload.document().map(Cow::Borrowed);
        }
        if let Ok(header) = &jws.header {
            return Some(Cow::Borrowed(header.document()));
        }
    }
    let text = std::str::from_utf8(octets).ok()?;
    Document::parse(text.to_owned()).ok().map(Cow::Owned)
}

fn whole_characters(octets: &[u8], stretch: Span) -> Span {
    let start = character_at(octets, stretch.start).map_or(stretch.start, |(span, _)| span.start);
    let end = character_at(octets, stretch.end - 1).map_or(stretch.end, |(span, _)| span.end);
    Span::new(start, end)
}
