//! base64url without padding, as RFC 7515 section 2 and RFC 4648 section 5 define it: strict, and
//! when text is not that, saying where and why.

use base64::Engine;
use base64::alphabet;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig, URL_SAFE_NO_PAD};

/// Decodes leniently: any padding, any unused bits.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::URL_SAFE,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The first thing that makes a text other than strict base64url. `at` counts bytes from the start
/// of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// A character that is in no base64 alphabet.
    Character { at: usize, found: char },
    /// `+` or `/`, which are of the standard alphabet (RFC 4648 section 4).
    OtherAlphabet { at: usize, found: char },
    /// `=`: JOSE wants none (RFC 7515 section 2).
    Padding { at: usize },
    /// One character more than a multiple of four carries no whole byte.
    Length { characters: usize },
    /// The last character has bits set that belong to no byte (RFC 4648 section 3.5); `canonical`
    /// is the one an encoder writes.
    UnusedBits {
        at: usize,
        found: char,
        canonical: char,
    },
}

/// Bytes to base64url without padding.
///
/// ```
/// assert_eq!(jwt_inspector::jose::base64url::encode(&[3, 236, 255]), "A-z_");
/// ```
pub fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Strict base64url to bytes (RFC 7515 section 2).
///
/// ```
/// use jwt_inspector::jose::base64url::{decode, Error};
/// assert_eq!(decode("A-z_"), Ok(vec![3, 236, 255]));
/// assert_eq!(decode("A-z_="), Err(Error::Padding { at: 4 }));
/// ```
///
/// # Errors
/// The first deviation from the standard, see [`Error`].
pub fn decode(text: &str) -> Result<Vec<u8>, Error> {
    URL_SAFE_NO_PAD.decode(text).map_err(|_| locate(text))
}

/// What a text that is not strict most likely says: for showing, never for verifying.
pub fn decode_leniently(text: &str) -> Vec<u8> {
    let mut kept: Vec<u8> = text
        .bytes()
        .filter(|byte| is_read_leniently(*byte))
        .map(|byte| match byte {
            b'+' => b'-',
            b'/' => b'_',
            byte => byte,
        })
        .collect();
    if kept.len() % 4 == 1 {
        kept.pop();
    }
    LENIENT.decode(kept).unwrap_or_default()
}

/// Whether [`decode_leniently`] reads six bits from a byte of a text; the others it leaves out.
pub fn is_read_leniently(byte: u8) -> bool {
    is_alphabet(byte) || matches!(byte, b'+' | b'/')
}

/// Whether a byte is one of the 64 characters of base64url.
pub fn is_alphabet(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

fn locate(text: &str) -> Error {
    let stranger = text
        .char_indices()
        .find(|(_, c)| !c.is_ascii() || !is_alphabet(*c as u8));
    match stranger {
        Some((at, '=')) => Error::Padding { at },
        Some((at, found @ ('+' | '/'))) => Error::OtherAlphabet { at, found },
        Some((at, found)) => Error::Character { at, found },
        None if text.len() % 4 == 1 => Error::Length {
            characters: text.len(),
        },
        None => unused_bits(text),
    }
}

fn unused_bits(text: &str) -> Error {
    let canonical = encode(&decode_leniently(text));
    let last = |s: &str| s.chars().next_back().unwrap_or('A');
    Error::UnusedBits {
        at: text.len().saturating_sub(1),
        found: last(text),
        canonical: last(&canonical),
    }
}
