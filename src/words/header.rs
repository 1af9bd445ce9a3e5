//! Why a header is none, and what `crit` asks for.

use super::cleaning::not_base64url;
use super::json::{a, reason};
use super::quoted;
use crate::jose::header::{CritError, HeaderError};

/// "it is not JSON (…)".
pub fn problem(error: &HeaderError) -> String {
    match error {
        HeaderError::Base64(error) => format!("it is not base64url ({})", not_base64url(error)),
        HeaderError::NotUtf8 { at } => format!("byte {} is not UTF-8", at + 1),
        HeaderError::ByteOrderMark => "it starts with a byte-order mark".to_owned(),
        HeaderError::NotJson(error) => {
            format!(
                "it is not JSON (at byte {}, {})",
                error.at + 1,
                reason(error)
            )
        }
        HeaderError::NotObject { found } => {
            format!("it is {}, where an object is expected", a(*found))
        }
        HeaderError::Duplicate { name } => format!("{} stands in it twice", quoted(name)),
        HeaderError::WrongType {
            name,
            found,
            wanted,
        } => {
            format!(
                "“{name}” is {}, where {} is expected",
                a(*found),
                a(*wanted)
            )
        }
    }
}

/// What is wrong with `crit`.
pub fn crit(error: &CritError) -> String {
    match error {
        CritError::NotNames => "“crit” is not a list of names.".to_owned(),
        CritError::Empty => "“crit” is empty.".to_owned(),
        CritError::Repeated { name } => format!("“crit” names {} twice.", quoted(name)),
        CritError::Registered { name } => {
            format!(
                "“crit” names {}, which every verifier knows; that is forbidden.",
                quoted(name)
            )
        }
        CritError::Absent { name } => {
            format!("“crit” names {}, which is not in the header.", quoted(name))
        }
        CritError::NotUnderstood { name } => {
            format!(
                "“crit” demands the extension {}, which is not known here.",
                quoted(name)
            )
        }
        CritError::B64NotCritical => "“b64” is false, and “crit” does not say so.".to_owned(),
    }
}
