//! What was taken off a pasted text, and why text is not base64url.

use super::{count, grouped, listed, visible};
use crate::jose::Cleaning;
use crate::jose::base64url::Error;

/// "white space, quotes and “Bearer”".
pub fn taken_off(cleanings: &[Cleaning]) -> String {
    let words: Vec<&str> = cleanings.iter().map(|cleaning| word(*cleaning)).collect();
    listed(&words)
}

fn word(cleaning: Cleaning) -> &'static str {
    match cleaning {
        Cleaning::WhiteSpace => "white space around it",
        Cleaning::Quotes => "quotes",
        Cleaning::Bearer => "“Bearer”",
        Cleaning::ZeroWidth => "zero-width characters",
        Cleaning::ByteOrderMark => "a byte-order mark",
        Cleaning::LineBreaks => "line breaks",
        Cleaning::PercentEncoding => "percent-encoding",
    }
}

/// "character 5 is “+”, of the standard alphabet; base64url writes “-”".
pub fn not_base64url(error: &Error) -> String {
    let place = |at: &usize| grouped(at + 1);
    match error {
        Error::Character { at, found } => {
            format!(
                "character {} is {}, which base64url does not have",
                place(at),
                visible(*found)
            )
        }
        Error::OtherAlphabet { at, found } => {
            let right = if *found == '+' { '-' } else { '_' };
            format!(
                "character {} is “{found}”, of the standard base64 alphabet; base64url writes “{right}”",
                place(at)
            )
        }
        Error::Padding { at } => {
            format!(
                "character {} is “=”, padding, which JOSE leaves out",
                place(at)
            )
        }
        Error::Length { characters } => format!(
            "its length, {}, is wrong: after groups of four, a single character is left over",
            count(*characters, "character", "characters")
        ),
        Error::UnusedBits {
            found, canonical, ..
        } => format!(
            "the last character is “{found}”, with bits set that belong to no byte; an encoder writes “{canonical}”"
        ),
    }
}
