//! A token in the colours of its parts.

use super::painter::Painter;
use super::{Kind, MAX_PAINTED, Mark, Piece, Run};
use crate::jose::changes::Changes;
use crate::jose::json::Value;
use crate::jose::token::{Jws, SdJwt};
use crate::jose::{Source, Span, Token};

/// The kinds of the parts of a JWE: its header, encrypted key and initialization vector, its ciphertext
/// and its authentication tag.
const JWE: [Kind; 5] = [
    Kind::Header,
    Kind::Plain,
    Kind::Plain,
    Kind::Payload,
    Kind::Signature,
];

/// A stretch of the cleaned text, and what it is.
type Tile = (Span, Kind);

/// The text as it was typed, from which `source` was read. `broken` marks the signature. `None` for a text
/// above [`MAX_PAINTED`], or one that would come to more than [`super::MAX_PIECES`] runs.
pub fn token(
    text: &str,
    source: &Source,
    changes: Option<&Changes>,
    broken: bool,
) -> Option<Vec<Run>> {
    if text.len() > MAX_PAINTED {
        return None;
    }
    let typed = |span| source.cleaned.source_span(span);
    let marks: Vec<(Span, Mark)> = changes
        .into_iter()
        .flat_map(Changes::marks)
        .map(|(span, change)| (typed(span), change.into()))
        .collect();
    let signature = source.jws().filter(|_| broken);
    let signature = signature.map(|jws| jws.signature_part.span);
    let mut painter = Painter::new(text, &marks, &[]);
    for (span, kind) in tiles(source) {
        let mark = (signature == Some(span)).then_some(Mark::Broken);
        let place = typed(span);
        painter.to(place.start, Kind::Aside, None);
        painter.to(place.end, kind, mark);
    }
    painter.to(text.len(), Kind::Aside, None);
    let painted = painter.finish();
    painted.is_whole.then(|| runs(painted.pieces))
}

fn runs(pieces: Vec<Piece>) -> Vec<Run> {
    let run = |piece| match piece {
        Piece::Text(run) => Some(run),
        Piece::Note(_) => None,
    };
    pieces.into_iter().filter_map(run).collect()
}

/// All of the cleaned text: the parts, and what stands between them.
fn tiles(source: &Source) -> Vec<Tile> {
    let text = &source.cleaned.text;
    let mut tiles = Vec::new();
    let mut at = 0;
    for (span, kind) in parts(&source.token) {
        tiles.extend(between(text, at, span.start));
        if !span.is_empty() {
            tiles.push((span, kind));
        }
        at = span.end;
    }
    tiles.extend(between(text, at, text.len()));
    tiles
}

fn between(text: &str, start: usize, end: usize) -> Option<Tile> {
    let kind = match &text[start..end] {
        "" => return None,
        "." | "~" => Kind::Dot,
        _ => Kind::Plain,
    };
    Some((Span::new(start, end), kind))
}

/// The parts in the order of the text.
fn parts(token: &Token) -> Vec<Tile> {
    match token {
        Token::Empty | Token::TooLong { .. } => Vec::new(),
        Token::Jws(jws) => of_jws(jws).into(),
        Token::Jwe(jwe) => jwe.parts.iter().map(|part| part.span).zip(JWE).collect(),
        Token::SdJwt(token) => of_sd_jwt(token),
        Token::Json(token) => {
            let mut parts = Vec::new();
            of_json(token.document.root(), &mut parts);
            parts
        }
        // A text without a dot may be anything.
        Token::Other { parts, .. } if parts.len() < 2 => Vec::new(),
        Token::Other { parts, .. } => {
            let kinds = [Kind::Header, Kind::Payload, Kind::Signature];
            let kinds = kinds.into_iter().chain(std::iter::repeat(Kind::Plain));
            parts.iter().map(|part| part.span).zip(kinds).collect()
        }
    }
}

fn of_jws(jws: &Jws) -> [Tile; 3] {
    [
        (jws.header_part.span, Kind::Header),
        (jws.payload_part.span, Kind::Payload),
        (jws.signature_part.span, Kind::Signature),
    ]
}

/// Disclosures are what the payload leaves out.
fn of_sd_jwt(token: &SdJwt) -> Vec<Tile> {
    let mut parts = Vec::from(of_jws(&token.issuer_signed));
    let disclosures = token.disclosures.iter();
    parts.extend(disclosures.map(|part| (part.span, Kind::Payload)));
    parts.extend(token.key_binding.iter().flat_map(of_jws));
    parts
}

/// The members that hold a part, of the token and of each of its signatures.
fn of_json(object: Value, parts: &mut Vec<Tile>) {
    for member in object.members() {
        let kind = match &*member.name() {
            "protected" => Kind::Header,
            "payload" | "ciphertext" => Kind::Payload,
            "signature" | "tag" => Kind::Signature,
            "signatures" => {
                let signatures = member.value.elements();
                signatures.for_each(|signature| of_json(signature, parts));
                continue;
            }
            _ => continue,
        };
        parts.push((member.value.span(), kind));
    }
}
