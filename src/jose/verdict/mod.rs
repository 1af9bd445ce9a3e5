//! The four answers, kept apart: is it a token, does the signature hold, is it in time, is it wise. Each
//! has a state, a stable code, and the data its words need.

use crate::jose::base64url;
use crate::jose::claims::{NotANumber, UnverifiedTimes};
use crate::jose::clean::Cleaning;
use crate::jose::compact::Part;
use crate::jose::header::HeaderError;
use crate::jose::json_serialization::JsonFlaw;
use crate::jose::payload::Flaw;
use crate::jose::token::{Cut, Jws, MAX_DISCLOSURES, MAX_LENGTH, Source, Token};
pub use crate::jose::verify::SignatureCheck;

mod codes;
mod pieces;

pub use pieces::Pieces;

/// Repeated names that are named.
const MAX_NAMES: usize = 100;

/// The state of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Pass,
    Warn,
    Fail,
    /// Could not be checked.
    Unknown,
    /// Nothing to check.
    Idle,
}

/// What all checks together say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overall {
    Empty,
    Verified,
    Unverified,
    Rejected,
}

/// The four checks.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    pub format: FormatCheck,
    pub signature: SignatureCheck,
    pub time: TimeCheck,
    pub policy: PolicyCheck,
}

/// Is the text a token?
#[derive(Clone, Debug, PartialEq)]
pub enum FormatCheck {
    Empty,
    TooLong {
        length: usize,
        limit: usize,
    },
    /// Not 3 parts, and nothing else that is known.
    Parts {
        count: usize,
        pieces: Pieces,
    },
    Header(HeaderError),
    /// A part is not base64url.
    Part {
        part: PartName,
        error: base64url::Error,
    },
    /// The signature was cut.
    CutSignature(Cut),
    /// JSON that breaks the rules of its serialization.
    Json(JsonFlaw),
    /// A disclosure of an SD-JWT is no JSON array of two or three (RFC 9901 section 4.2).
    Disclosure {
        /// From 0.
        index: usize,
    },
    /// More disclosures than are read.
    ManyDisclosures {
        limit: usize,
    },
    /// Read after cleaning, or with names that stand twice among the claims.
    Flawed {
        kind: Kind,
        cleanings: Vec<Cleaning>,
        twice: Vec<String>,
    },
    Conforming {
        kind: Kind,
    },
}

/// Which serialization a token is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Jws,
    Jwe,
    SdJwt,
    JsonJws,
    JsonJwe,
}

/// A part of a compact token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartName {
    Header,
    Payload,
    Signature,
    EncryptedKey,
    InitializationVector,
    Ciphertext,
    AuthenticationTag,
    /// The key binding JWT of an SD-JWT.
    KeyBinding,
    /// A disclosure of an SD-JWT, from 0.
    Disclosure(usize),
}

/// Is it in time?
#[derive(Clone, Debug, PartialEq)]
pub enum TimeCheck {
    /// No claims, so no times.
    Nothing,
    /// Claims that cannot be read, so no times either.
    Unreadable(Flaw),
    InTime {
        times: UnverifiedTimes,
    },
    NoExpiry {
        times: UnverifiedTimes,
    },
    IssuedInFuture {
        issued_at: f64,
    },
    Expired {
        expiration_time: f64,
    },
    NotYet {
        not_before: f64,
    },
    Malformed(NotANumber),
}

/// Is it wise?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyCheck {
    /// No rule was applied: the core has none.
    NotChecked,
    /// No token, so nothing to judge.
    Nothing,
    /// What the rules found.
    Checked {
        /// Errors and warnings of the policy itself.
        errors: usize,
        warnings: usize,
        /// Errors that belong to another check: the sentence counts them, the state does not.
        elsewhere: usize,
    },
}

/// Whether the text is a token (RFC 7515 section 7.1, RFC 7516 section 7.1, RFC 9901 section 4).
pub fn format(source: &Source) -> FormatCheck {
    let kind = match &source.token {
        Token::Empty => return FormatCheck::Empty,
        Token::TooLong { length } => {
            return FormatCheck::TooLong {
                length: *length,
                limit: MAX_LENGTH,
            };
        }
        Token::Other { count, parts } => {
            return FormatCheck::Parts {
                count: *count,
                pieces: Pieces::of(&source.cleaned.text, parts),
            };
        }
        Token::Jws(_) => Kind::Jws,
        Token::Jwe(_) => Kind::Jwe,
        Token::SdJwt(_) => Kind::SdJwt,
        Token::Json(token) if token.encrypted => Kind::JsonJwe,
        Token::Json(_) => Kind::JsonJws,
    };
    let broken = broken_header(source)
        .or_else(|| broken_part(source))
        .or_else(|| broken_piece(source));
    if let Some(check) = broken {
        return check;
    }
    let cleanings = source.cleaned.cleanings.clone();
    let twice = repeated_names(source);
    if cleanings.is_empty() && twice.is_empty() {
        return FormatCheck::Conforming { kind };
    }
    FormatCheck::Flawed {
        kind,
        cleanings,
        twice,
    }
}

fn broken_header(source: &Source) -> Option<FormatCheck> {
    let header = match &source.token {
        Token::Jwe(jwe) => &jwe.header,
        _ => &source.jws()?.header,
    };
    match header {
        // The part says where the base64url breaks.
        Err(HeaderError::Base64(_)) | Ok(_) => None,
        Err(error) => Some(FormatCheck::Header(error.clone())),
    }
}

fn broken_part(source: &Source) -> Option<FormatCheck> {
    named_parts(source).into_iter().find_map(|(part, found)| {
        let error = found.decoded.as_ref().err()?.clone();
        let cut = source.jws().and_then(Jws::cut_signature);
        Some(match cut.filter(|_| part == PartName::Signature) {
            Some(cut) => FormatCheck::CutSignature(cut),
            None => FormatCheck::Part { part, error },
        })
    })
}

/// What only one serialization has.
fn broken_piece(source: &Source) -> Option<FormatCheck> {
    match &source.token {
        Token::Json(token) => token.flaw.map(FormatCheck::Json),
        Token::SdJwt(token) if token.left_out > 0 => Some(FormatCheck::ManyDisclosures {
            limit: MAX_DISCLOSURES,
        }),
        Token::SdJwt(token) => {
            let index = token
                .disclosures
                .iter()
                .position(|part| !is_disclosure(part))?;
            Some(FormatCheck::Disclosure { index })
        }
        _ => None,
    }
}

fn is_disclosure(part: &Part) -> bool {
    let json = part.json();
    json.is_some_and(|json| [2, 3].contains(&json.root().elements().len()))
}

/// The parts of a compact token or an SD-JWT, with their names.
pub fn named_parts(source: &Source) -> Vec<(PartName, &Part)> {
    let mut parts = Vec::new();
    if let Some(jws) = source.jws() {
        parts.push((PartName::Header, &jws.header_part));
        parts.push((PartName::Payload, &jws.payload_part));
        parts.push((PartName::Signature, &jws.signature_part));
    }
    if let Token::SdJwt(token) = &source.token {
        if let Some(binding) = &token.key_binding {
            parts.push((PartName::KeyBinding, &binding.header_part));
            parts.push((PartName::KeyBinding, &binding.payload_part));
            parts.push((PartName::KeyBinding, &binding.signature_part));
        }
        let disclosures = token.disclosures.iter().enumerate();
        parts.extend(disclosures.map(|(index, part)| (PartName::Disclosure(index), part)));
    }
    if let Token::Jwe(jwe) = &source.token {
        let names = [
            PartName::Header,
            PartName::EncryptedKey,
            PartName::InitializationVector,
            PartName::Ciphertext,
            PartName::AuthenticationTag,
        ];
        parts.extend(names.into_iter().zip(&jwe.parts));
    }
    parts
}

fn repeated_names(source: &Source) -> Vec<String> {
    let document = match &source.token {
        Token::Json(token) => Some(&token.document),
        _ => source.jws().and_then(|jws| jws.payload.document()),
    };
    let Some(document) = document else {
        return Vec::new();
    };
    let repeated = document.duplicates().iter().take(MAX_NAMES);
    repeated
        .map(|twice| document.name(twice.again).into_owned())
        .collect()
}

/// Whether the token is in time at `now`, in seconds since 1970-01-01 UTC, with a tolerance of `skew`
/// seconds (RFC 7519 sections 4.1.4 to 4.1.6).
pub fn time(source: &Source, now: f64, skew: f64) -> TimeCheck {
    let times = match UnverifiedTimes::of(source) {
        None => {
            let flaw = source.jws().and_then(Jws::payload_flaw);
            return flaw.map_or(TimeCheck::Nothing, TimeCheck::Unreadable);
        }
        Some(Err(error)) => return TimeCheck::Malformed(error),
        Some(Ok(times)) => times,
    };
    match times {
        UnverifiedTimes {
            expiration_time: Some(expiration_time),
            ..
        } if now >= expiration_time + skew => TimeCheck::Expired { expiration_time },
        UnverifiedTimes {
            not_before: Some(not_before),
            ..
        } if now < not_before - skew => TimeCheck::NotYet { not_before },
        UnverifiedTimes {
            issued_at: Some(issued_at),
            ..
        } if issued_at > now + skew => TimeCheck::IssuedInFuture { issued_at },
        UnverifiedTimes {
            expiration_time: None,
            ..
        } => TimeCheck::NoExpiry { times },
        _ => TimeCheck::InTime { times },
    }
}

impl Verdict {
    /// What the four say together.
    pub fn overall(&self) -> Overall {
        let states = [
            self.format.state(),
            self.signature.state(),
            self.time.state(),
        ];
        if self.format == FormatCheck::Empty {
            Overall::Empty
        } else if states.contains(&State::Fail) {
            Overall::Rejected
        } else if self.signature.state() == State::Pass {
            Overall::Verified
        } else {
            Overall::Unverified
        }
    }
}
