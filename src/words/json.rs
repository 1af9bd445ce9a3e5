//! Why a text is not JSON.

use super::{count, visible};
use crate::jose::json::{Error, Problem, Type, Wanted};

/// "line 2, column 5: a comma or a closing brace is expected, but the text ends".
pub fn problem(error: &Error, text: &str) -> String {
    let (line, column) = error.position(text);
    format!("line {line}, column {column}: {}", reason(error))
}

/// The reason without its place.
pub fn reason(error: &Error) -> String {
    match error.problem {
        Problem::End { wanted } => format!("{} is expected, but the text ends", expected(wanted)),
        Problem::Found {
            found,
            wanted: Wanted::Nothing,
        } => {
            format!("the JSON is complete, but {} follows", visible(found))
        }
        Problem::Found {
            found,
            wanted: Wanted::StringCharacter,
        } => {
            format!(
                "{} stands in a string; JSON wants it escaped",
                visible(found)
            )
        }
        Problem::Found { found, wanted } => {
            format!(
                "{} is expected, but {} stands there",
                expected(wanted),
                visible(found)
            )
        }
        Problem::TooDeep { limit } => {
            format!("it nests deeper than {}", count(limit, "level", "levels"))
        }
    }
}

fn expected(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Value => "a value",
        Wanted::Name => "a name in double quotes",
        Wanted::NameOrEnd => "a name in double quotes or a closing brace",
        Wanted::Colon => "a colon",
        Wanted::CommaOrBrace => "a comma or a closing brace",
        Wanted::CommaOrBracket => "a comma or a closing bracket",
        Wanted::Digit => "a digit",
        Wanted::Escape => "an escape such as \\n or \\u00e9",
        Wanted::HexDigit => "a hexadecimal digit",
        Wanted::StringCharacter => "a character of a string",
        Wanted::ClosingQuote => "a closing quote",
        Wanted::Nothing => "the end",
    }
}

/// "a string", "an object".
pub fn a(kind: Type) -> &'static str {
    match kind {
        Type::Null => "null",
        Type::Bool => "true or false",
        Type::Number => "a number",
        Type::String => "a string",
        Type::Array => "an array",
        Type::Object => "an object",
    }
}
