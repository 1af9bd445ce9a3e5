//! A shared secret as it was written.

use crate::jose::crypto::hmac::Secret;
use base64::Engine;
use base64::alphabet;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use zeroize::Zeroizing;

/// How a secret is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SecretEncoding {
    /// The text itself, every character of it, white space too.
    #[default]
    Utf8,
    /// RFC 4648 section 4.
    Base64,
    /// RFC 4648 section 5.
    Base64url,
    /// RFC 4648 section 8.
    Hex,
}

impl SecretEncoding {
    pub const ALL: [Self; 4] = [Self::Utf8, Self::Base64, Self::Base64url, Self::Hex];

    /// A stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf8",
            Self::Base64 => "base64",
            Self::Base64url => "base64url",
            Self::Hex => "hex",
        }
    }

    /// The one of a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

/// Why a text is no secret in its encoding. `at` counts bytes from the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecretError {
    /// No bytes at all.
    Empty,
    /// A character that is none of the encoding.
    Character { at: usize, found: char },
    /// The text ends in the middle of a byte.
    Incomplete,
}

/// Base64 of either alphabet once `-` and `_` are translated, with or without padding.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Reads a secret.
///
/// # Errors
/// See [`SecretError`].
pub fn read(text: &str, encoding: SecretEncoding) -> Result<Secret, SecretError> {
    let bytes = match encoding {
        SecretEncoding::Utf8 => Zeroizing::new(text.as_bytes().to_vec()),
        SecretEncoding::Base64 | SecretEncoding::Base64url => base64(text)?,
        SecretEncoding::Hex => hex(text)?,
    };
    Secret::new(bytes).ok_or(SecretError::Empty)
}

/// Either alphabet, whichever was chosen: 62 and 63 are the only letters that differ, and no text means
/// two things. White space carries nothing.
pub fn base64(text: &str) -> Result<Zeroizing<Vec<u8>>, SecretError> {
    let mut letters = Zeroizing::new(Vec::with_capacity(text.len()));
    for (at, found) in text.char_indices() {
        match found {
            '-' => letters.push(b'+'),
            '_' => letters.push(b'/'),
            '+' | '/' | '=' | 'A'..='Z' | 'a'..='z' | '0'..='9' => letters.push(found as u8),
            _ if found.is_whitespace() => {}
            _ => return Err(SecretError::Character { at, found }),
        }
    }
    let bytes = BASE64
        .decode(&*letters)
        .map_err(|_| SecretError::Incomplete)?;
    Ok(Zeroizing::new(bytes))
}

/// Hexadecimal digits of either case; white space and colons may separate them, and `0x` stand first.
fn hex(text: &str) -> Result<Zeroizing<Vec<u8>>, SecretError> {
    let mut digits = Zeroizing::new(Vec::with_capacity(text.len()));
    let start = text.trim_start();
    let start = text.len() - start.strip_prefix("0x").unwrap_or(start).len();
    for (at, found) in text.char_indices().skip_while(|(at, _)| *at < start) {
        match found.to_digit(16) {
            Some(digit) => digits.push(digit as u8),
            None if found == ':' || found.is_whitespace() => {}
            None => return Err(SecretError::Character { at, found }),
        }
    }
    if digits.len() % 2 == 1 {
        return Err(SecretError::Incomplete);
    }
    let pairs = digits.chunks_exact(2);
    Ok(Zeroizing::new(
        pairs.map(|pair| pair[0] << 4 | pair[1]).collect(),
    ))
}
