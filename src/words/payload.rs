//! Why a payload that means to be claims cannot be read.

use super::json::reason;
use crate::jose::json::{Error, Problem};
use crate::jose::payload::Flaw;

/// "it starts like JSON and stops being so at line 1, column 19 (a value is expected, but the text ends)".
pub fn problem(flaw: &Flaw) -> String {
    match flaw {
        Flaw::NotUtf8 { at } => format!("byte {} is not UTF-8", at + 1),
        Flaw::ByteOrderMark => "it starts with a byte-order mark".to_owned(),
        Flaw::NotJson {
            error:
                error @ Error {
                    problem: Problem::TooDeep { .. },
                    ..
                },
            ..
        } => reason(error),
        Flaw::NotJson {
            error,
            position: (line, column),
        } => format!(
            "it starts like JSON and stops being so at line {line}, column {column} ({})",
            reason(error)
        ),
    }
}
