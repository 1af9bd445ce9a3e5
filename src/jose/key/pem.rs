//! PEM as people paste it (RFC 7468, more leniently): text around it, indentation, one line, CRLF, line
//! breaks written as `\n`, quotes.

use super::{Entry, KeyError, KeyInput, MAX_KEYS, Meta, RingForm, der, secret};
use base64::Engine;
use base64::alphabet;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use zeroize::Zeroizing;

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
const DASHES: &str = "-----";

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Reads the blocks of a text that has any.
pub fn recognise(text: &str) -> Option<KeyInput> {
    if text.contains(BEGIN) {
        return Some(read_all(text));
    }
    text.contains(END)
        .then_some(KeyInput::Unreadable(KeyError::PemWithoutBegin))
}

/// PEM that was encoded in base64 once more, as configuration often has it.
pub fn recognise_encoded(text: &str) -> Option<KeyInput> {
    if !text.trim_start().starts_with("LS0tLS1CRUdJTi") {
        return None;
    }
    let bytes = secret::base64(text).ok()?;
    recognise(std::str::from_utf8(&bytes).ok()?)
}

fn read_all(text: &str) -> KeyInput {
    let blocks = text.split(BEGIN).skip(1);
    let keys = blocks.filter(|block| !is_parameters(block));
    let left_out = keys.clone().skip(MAX_KEYS).count();
    let mut entries: Vec<Entry> = keys.take(MAX_KEYS).map(read_block).collect();
    match entries.as_mut_slice() {
        [] => KeyInput::Unreadable(KeyError::PemLabel {
            label: PARAMETERS.to_owned(),
        }),
        [
            Entry {
                key: Err(error), ..
            },
        ] => KeyInput::Unreadable(error.clone()),
        _ => KeyInput::ring(RingForm::Pem, entries, left_out),
    }
}

/// OpenSSL writes the name of the curve in a block of its own before an EC key.
const PARAMETERS: &str = "EC PARAMETERS";

fn is_parameters(block: &&str) -> bool {
    block.starts_with(PARAMETERS)
}

fn read_block(block: &str) -> Entry {
    match der_of(block).and_then(|(label, bytes)| der::read(&bytes, der::expected(&label))) {
        Ok((key, meta)) => Entry { key: Ok(key), meta },
        Err(error) => Entry {
            key: Err(error),
            meta: Meta::default(),
        },
    }
}

fn der_of(block: &str) -> Result<(String, Zeroizing<Vec<u8>>), KeyError> {
    let unfinished = || {
        let line = block.lines().next().unwrap_or_default();
        // What follows the dashes is the key.
        let label = line.split("--").next().unwrap_or_default();
        let label = label.chars().take(40).collect();
        KeyError::PemWithoutEnd { label }
    };
    let (label, rest) = block.split_once(DASHES).ok_or_else(unfinished)?;
    let end = rest.find(END).ok_or_else(unfinished)?;
    let (label, body) = (label.to_owned(), &rest[..end]);
    if label.contains("ENCRYPTED") || body.contains("ENCRYPTED") {
        return Err(KeyError::Encrypted);
    }
    if !(label.ends_with("KEY") || label.ends_with("CERTIFICATE")) || label.contains("OPENSSH") {
        return Err(KeyError::PemLabel { label });
    }
    let letters = letters(&label, body)?;
    match BASE64.decode(&*letters) {
        Ok(bytes) => Ok((label, Zeroizing::new(bytes))),
        Err(_) => Err(KeyError::PemBase64 { label }),
    }
}

/// The base64 of a body: without white space, quotes and written-out line breaks.
fn letters(label: &str, body: &str) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    let mut letters = Zeroizing::new(Vec::with_capacity(body.len()));
    let mut line = 1;
    let mut chars = body.chars();
    while let Some(found) = chars.next() {
        match found {
            '+' | '/' | '=' | 'A'..='Z' | 'a'..='z' | '0'..='9' => letters.push(found as u8),
            '\n' => line += 1,
            '\\' if matches!(chars.as_str().chars().next(), Some('n' | 'r')) => {
                line += usize::from(chars.next() == Some('n'));
            }
            '"' | '\'' | ',' | '\\' => {}
            _ if found.is_whitespace() => {}
            _ => {
                return Err(KeyError::PemCharacter {
                    label: label.to_owned(),
                    line,
                    found,
                });
            }
        }
    }
    Ok(letters)
}
