//! From pasted text to a token: which serialization it is, and its parts.

use super::Span;
use super::alg::AlgName;
use super::base64url;
use super::clean::{self, Cleaned};
use super::compact::{self, Part};
use super::edit::Editable;
use super::header::{HeaderError, UnverifiedHeader};
use super::json_serialization::JsonSerialization;
use super::payload::{Flaw, Payload};

/// The longest text that is read, in bytes.
pub const MAX_LENGTH: usize = 4 << 20;

/// Disclosures that are read of an SD-JWT.
pub const MAX_DISCLOSURES: usize = 1024;

/// Parts that are kept of a text with too many dots.
const MAX_PARTS: usize = 8;

/// A pasted text, cleaned, and what it holds. The cleaned text is what is verified.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// What is left after cleaning.
    pub cleaned: Cleaned,
    /// What it is.
    pub token: Token,
}

/// What a text is.
#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    /// Nothing but what cleaning removes.
    Empty,
    /// Longer than [`MAX_LENGTH`]; not read.
    TooLong { length: usize },
    /// Three parts: a JWS in compact serialization (RFC 7515 section 7.1), if its header can be read.
    Jws(Box<Jws>),
    /// A JWE in compact serialization (RFC 7516 section 7.1): its header is all that can be read.
    Jwe(Box<Jwe>),
    /// An SD-JWT (RFC 9901 section 4).
    SdJwt(Box<SdJwt>),
    /// A JWS or JWE in JSON serialization (RFC 7515 section 7.2, RFC 7516 section 7.2).
    Json(Box<JsonSerialization>),
    /// Not 3 and not 5 parts, or no header at the start: the parts there are.
    Other { parts: Vec<Part>, count: usize },
}

/// Header, payload and signature of a compact JWS.
#[derive(Clone, Debug, PartialEq)]
pub struct Jws {
    pub header_part: Part,
    pub payload_part: Part,
    pub signature_part: Part,
    pub header: Result<UnverifiedHeader, HeaderError>,
    pub payload: Payload,
}

/// How much of a signature there is, in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    pub found: usize,
    pub wanted: usize,
}

/// The five parts of a compact JWE.
#[derive(Clone, Debug, PartialEq)]
pub struct Jwe {
    /// Header, encrypted key, initialization vector, ciphertext, authentication tag.
    pub parts: [Part; 5],
    pub header: Result<UnverifiedHeader, HeaderError>,
}

/// An SD-JWT: the issuer's JWS, the disclosures, and perhaps a key binding JWT.
#[derive(Clone, Debug, PartialEq)]
pub struct SdJwt {
    pub issuer_signed: Jws,
    pub disclosures: Vec<Part>,
    /// How many more there are than [`MAX_DISCLOSURES`].
    pub left_out: usize,
    pub key_binding: Option<Jws>,
}

impl Source {
    /// Reads a pasted text. Never fails: what is no token is told in [`Token::Other`].
    pub fn read(text: &str) -> Self {
        if text.len() > MAX_LENGTH {
            return Self {
                cleaned: Cleaned::default(),
                token: Token::TooLong { length: text.len() },
            };
        }
        let cleaned = clean::clean(text);
        let token = Token::read(&cleaned.text);
        Self { cleaned, token }
    }

    /// The JWS whose signature counts, where the token has one.
    pub fn jws(&self) -> Option<&Jws> {
        match &self.token {
            Token::Jws(jws) => Some(jws),
            Token::SdJwt(token) => Some(&token.issuer_signed),
            _ => None,
        }
    }
}

impl Source {
    /// The part that holds the header or the payload: of a token in compact form, or of the piece of one.
    pub fn part(&self, wanted: Editable) -> Option<&Part> {
        match (&self.token, wanted) {
            (Token::Other { parts, .. }, _) => piece(parts, wanted),
            (Token::Jwe(jwe), Editable::Header) => Some(&jwe.parts[0]),
            (_, Editable::Header) => self.jws().map(|jws| &jws.header_part),
            (_, Editable::Payload) => self.jws().map(|jws| &jws.payload_part),
        }
    }

    /// The bytes of the header, for showing: of a token in any form, or of the piece of one.
    pub fn header_bytes(&self) -> Option<Vec<u8>> {
        match &self.token {
            Token::Json(token) => token.protected.as_ref().map(|json| json.text().into()),
            _ => self.shown_bytes(Editable::Header),
        }
    }

    /// The bytes of the payload, for showing: of a token in any form, or of the piece of one.
    pub fn payload_bytes(&self) -> Option<Vec<u8>> {
        match &self.token {
            Token::Json(token) => token.payload.as_ref()?.text().map(|text| text.into()),
            _ => self.shown_bytes(Editable::Payload),
        }
    }

    fn shown_bytes(&self, wanted: Editable) -> Option<Vec<u8>> {
        let part = self.part(wanted)?;
        Some(part.shown_bytes(&self.cleaned.text))
    }
}

/// The part that is most likely the header or the payload of what is not a whole token: a JSON object,
/// and a header if it stands first among several or has an `alg`.
fn piece(parts: &[Part], wanted: Editable) -> Option<&Part> {
    let first = parts.first()?;
    let object = first.object();
    let has_alg = object
        .as_ref()
        .is_some_and(|object| object.root().get("alg").is_some());
    let first_is_header = object.is_some() && (has_alg || parts.len() > 1);
    let found = match wanted {
        Editable::Header if first_is_header => first,
        Editable::Payload if first_is_header => parts.get(1)?,
        Editable::Payload if object.is_some() => first,
        _ => return None,
    };
    found.decoded.is_ok().then_some(found)
}

impl Token {
    fn read(text: &str) -> Self {
        if text.is_empty() {
            return Self::Empty;
        }
        if text.starts_with('{')
            && let Some(token) = JsonSerialization::read(text)
        {
            return Self::Json(Box::new(token));
        }
        if text.contains('~')
            && let Some(token) = SdJwt::read(text)
        {
            return Self::SdJwt(Box::new(token));
        }
        match compact::cut(text, MAX_PARTS) {
            (spans, 3) => Self::Jws(Box::new(Jws::read(text, spans[0], spans[1], spans[2]))),
            (spans, 5) => Self::jwe(text, &spans),
            (spans, count) => Self::other(text, &spans, count),
        }
    }

    fn jwe(text: &str, spans: &[Span]) -> Self {
        let header = Part::read(text, spans[0]);
        let Some(document) = header.object() else {
            return Self::other(text, spans, 5);
        };
        if document.root().get("enc").is_none() {
            return Self::other(text, spans, 5);
        }
        let parts = [0, 1, 2, 3, 4].map(|index| Part::read(text, spans[index]));
        let header = read_header(&header);
        Self::Jwe(Box::new(Jwe { parts, header }))
    }

    fn other(text: &str, spans: &[Span], count: usize) -> Self {
        let parts = spans.iter().map(|span| Part::read(text, *span)).collect();
        Self::Other { parts, count }
    }
}

fn read_header(part: &Part) -> Result<UnverifiedHeader, HeaderError> {
    let bytes = part
        .decoded
        .as_ref()
        .map_err(|error| HeaderError::Base64(error.clone()))?;
    UnverifiedHeader::read(bytes)
}

impl Jws {
    fn read(text: &str, header: Span, payload: Span, signature: Span) -> Self {
        let header_part = Part::read(text, header);
        let header = read_header(&header_part);
        let encoded = header.as_ref().map_or(true, |header| header.b64);
        let payload_part = if encoded {
            Part::read(text, payload)
        } else {
            Part::unencoded(text, payload)
        };
        Self {
            payload: Payload::read(payload_part.shown_bytes(text)),
            signature_part: Part::read(text, signature),
            header_part,
            payload_part,
            header,
        }
    }

    /// Why a payload that means to be claims cannot be read, of one that is base64url.
    pub fn payload_flaw(&self) -> Option<Flaw> {
        self.payload_part.decoded.as_ref().ok()?;
        self.payload.flaw()
    }

    /// How much of a cut signature there is: one that breaks off within a byte, short of its algorithm's length. Of
    /// RSA the length is not known here.
    pub fn cut_signature(&self) -> Option<Cut> {
        let part = &self.signature_part;
        let cut_within_byte = matches!(
            part.decoded,
            Err(base64url::Error::Length { .. } | base64url::Error::UnusedBits { .. })
        );
        let Some(AlgName::Supported(alg)) = self.header.as_ref().ok()?.alg else {
            return None;
        };
        let cut = Cut {
            found: part.span.len(),
            wanted: (alg.signature_size()? * 8).div_ceil(6),
        };
        (cut_within_byte && cut.found < cut.wanted).then_some(cut)
    }

    /// What the signature is over: header, dot and payload as they were written (RFC 7515 section 5.2,
    /// RFC 7797 section 3).
    pub fn signing_input<'a>(&self, text: &'a str) -> &'a [u8] {
        &text.as_bytes()[self.header_part.span.start..self.payload_part.span.end]
    }
}

impl SdJwt {
    fn read(text: &str) -> Option<Self> {
        let (issuer, rest) = text.split_once('~')?;
        let (parts, count) = compact::cut(issuer, 3);
        if count != 3 {
            return None;
        }
        let (disclosures, binding) = match rest.rsplit_once('~') {
            Some((disclosures, binding)) => (Some(disclosures), binding),
            None => (None, rest),
        };
        let mut start = issuer.len() + 1;
        let mut spans = Vec::new();
        let mut left_out = 0;
        for piece in disclosures.into_iter().flat_map(|pieces| pieces.split('~')) {
            if spans.len() == MAX_DISCLOSURES {
                left_out += 1;
                continue;
            }
            spans.push(Span::new(start, start + piece.len()));
            start += piece.len() + 1;
        }
        let disclosures = spans.iter().map(|span| Part::read(text, *span)).collect();
        let key_binding = match compact::cut(binding, 3) {
            _ if binding.is_empty() => None,
            (parts, 3) => {
                let start = text.len() - binding.len();
                let [header, payload, signature] =
                    [0, 1, 2].map(|index: usize| parts[index].shifted(start));
                Some(Jws::read(text, header, payload, signature))
            }
            _ => return None,
        };
        Some(Self {
            issuer_signed: Jws::read(text, parts[0], parts[1], parts[2]),
            disclosures,
            left_out,
            key_binding,
        })
    }
}
