//! Is it a token?

use super::cleaning::{not_base64url, taken_off};
use super::{Said, count, grouped, header, json, quoted};
use crate::jose::header::HeaderError;
use crate::jose::json_serialization::JsonFlaw;
use crate::jose::token::Cut;
use crate::jose::verdict::{FormatCheck, Kind, PartName, Pieces};

/// What is said of the format.
pub fn said(check: &FormatCheck) -> Said {
    match check {
        FormatCheck::Empty => Said::new("nothing yet", "Paste a token."),
        FormatCheck::TooLong { length, limit } => Said::new(
            "too long",
            format!(
                "The text has {} bytes; up to {} are read.",
                grouped(*length),
                grouped(*limit)
            ),
        )
        .remedy("Paste the token alone."),
        FormatCheck::Parts { count, pieces } => parts(*count, *pieces),
        FormatCheck::Header(error) => broken_header(error),
        FormatCheck::Part { part, error } => Said::new(
            "not base64url",
            format!(
                "The {} is not base64url: {}.",
                part_name(*part),
                not_base64url(error)
            ),
        )
        .remedy("Copy the token again, or mend that place.")
        .source("RFC 7515 §2"),
        FormatCheck::CutSignature(cut) => cut_signature(*cut),
        FormatCheck::Json(flaw) => Said::new(
            "broken JSON form",
            format!(
                "It is no token in JSON serialization: {}.",
                json_flaw(*flaw)
            ),
        )
        .source("RFC 7515 §7.2"),
        FormatCheck::ManyDisclosures { limit } => Said::new(
            "too many disclosures",
            format!(
                "It has more disclosures than the {} that are read.",
                grouped(*limit)
            ),
        ),
        FormatCheck::Disclosure { index } => Said::new(
            "broken disclosure",
            format!(
                "Disclosure {} is no JSON array of two or three elements.",
                index + 1
            ),
        )
        .source("RFC 9901 §4.2"),
        FormatCheck::Flawed {
            kind,
            cleanings,
            twice,
        } => flawed(*kind, cleanings, twice),
        FormatCheck::Conforming { kind } => {
            Said::new(short(*kind), sentence(*kind)).source(kind_source(*kind))
        }
    }
}

/// What is said of a signature that was cut.
pub fn cut_signature(cut: Cut) -> Said {
    Said::new(
        "signature cut",
        format!(
            "The signature is cut: {} of {} characters.",
            grouped(cut.found),
            grouped(cut.wanted)
        ),
    )
    .remedy("Copy the whole token again.")
    .source("RFC 7515 §5.2")
}

/// A text that is no header was copied wrongly; a header that breaks a rule was made so.
fn broken_header(error: &HeaderError) -> Said {
    let (short, sentence, remedy) = match error {
        HeaderError::Duplicate { .. } | HeaderError::WrongType { .. } => (
            "bad header",
            "The header breaks a rule",
            "Whoever issues it has to mend its header.",
        ),
        _ => (
            "no header",
            "The first part is no header",
            "Copy the token again, from its first character on.",
        ),
    };
    Said::new(short, format!("{sentence}: {}.", header::problem(error)))
        .remedy(remedy)
        .source("RFC 7515 §4")
}

fn parts(found: usize, pieces: Pieces) -> Said {
    let sentence = match found {
        _ if pieces == Pieces::NoToken => {
            "No token found in this text. One starts with “eyJ”.".to_owned()
        }
        _ if pieces == Pieces::Shortened => {
            "It was shortened: “...” stands in the middle.".to_owned()
        }
        _ if pieces == Pieces::CutPayload => "It breaks off inside the payload.".to_owned(),
        1 => "There is no dot in it; a token has three parts with dots between them.".to_owned(),
        2 => "It has two parts; the third, the signature, is missing.".to_owned(),
        5 => "It has five parts, as an encrypted token has, but the first is no header of one."
            .to_owned(),
        _ => format!(
            "It has {}; a token has three.",
            count(found, "part", "parts")
        ),
    };
    Said::new(count(found, "part", "parts"), sentence)
        .remedy("Copy the whole token, and only the token.")
        .source("RFC 7515 §7.1")
}

fn flawed(kind: Kind, cleanings: &[crate::jose::Cleaning], twice: &[String]) -> Said {
    let mut sentences = Vec::new();
    if !twice.is_empty() {
        let names: Vec<String> = twice.iter().take(5).map(|name| quoted(name)).collect();
        let more = match twice.len().saturating_sub(5) {
            0 => String::new(),
            more => format!(" and {} more", grouped(more)),
        };
        sentences.push(format!(
            "{}{more} {} there more than once: receivers may take the last one, or refuse.",
            names.join(", "),
            if twice.len() == 1 { "is" } else { "are" }
        ));
    }
    if !cleanings.is_empty() {
        sentences.push(format!("Left out to read it: {}.", taken_off(cleanings)));
    }
    let short = if twice.is_empty() {
        short(kind).to_owned() + ", cleaned"
    } else {
        "duplicate names".to_owned()
    };
    let source = if twice.is_empty() { "" } else { "RFC 7519 §4" };
    Said::new(short, sentences.join(" ")).source(source)
}

fn short(kind: Kind) -> &'static str {
    match kind {
        Kind::Jws => "JWS, 3 parts",
        Kind::Jwe => "JWE, encrypted",
        Kind::SdJwt => "SD-JWT",
        Kind::JsonJws => "JWS as JSON",
        Kind::JsonJwe => "JWE as JSON",
    }
}

fn sentence(kind: Kind) -> &'static str {
    match kind {
        Kind::Jws => "It is a JSON Web Signature: header, payload, signature.",
        Kind::Jwe => "It is encrypted (JWE). Only its header can be read without the key.",
        Kind::SdJwt => {
            "It is an SD-JWT: a signed token with parts that can be disclosed one by one."
        }
        Kind::JsonJws => "It is a signature in JSON serialization, not a JWT.",
        Kind::JsonJwe => "It is encrypted, in JSON serialization, and not a JWT.",
    }
}

fn kind_source(kind: Kind) -> &'static str {
    match kind {
        Kind::Jws => "RFC 7515 §7.1",
        Kind::Jwe => "RFC 7516 §7.1",
        Kind::SdJwt => "RFC 9901 §4",
        Kind::JsonJws => "RFC 7515 §7.2",
        Kind::JsonJwe => "RFC 7516 §7.2",
    }
}

fn json_flaw(flaw: JsonFlaw) -> String {
    match flaw {
        JsonFlaw::WrongType { name, wanted } => format!("“{name}” is not {}", json::a(wanted)),
        JsonFlaw::Missing { name } => format!("“{name}” is missing"),
        JsonFlaw::Base64url { name } => format!("“{name}” is not base64url"),
        JsonFlaw::Protected => "“protected” is not a JSON object in base64url".to_owned(),
        JsonFlaw::NoSignatures => "“signatures” is empty".to_owned(),
        JsonFlaw::BothForms => "“signature” and “signatures” stand together".to_owned(),
    }
}

/// "encrypted key".
pub fn part_name(part: PartName) -> String {
    match part {
        PartName::KeyBinding => "key binding".to_owned(),
        PartName::Header => "header".to_owned(),
        PartName::Payload => "payload".to_owned(),
        PartName::Signature => "signature".to_owned(),
        PartName::EncryptedKey => "encrypted key".to_owned(),
        PartName::InitializationVector => "initialization vector".to_owned(),
        PartName::Ciphertext => "ciphertext".to_owned(),
        PartName::AuthenticationTag => "authentication tag".to_owned(),
        PartName::Disclosure(index) => format!("disclosure {}", index + 1),
    }
}
