//! The words of a report.

use super::{count, labels};
use crate::jose::json::{Type, Value};
use crate::report::Clock;

pub const COPY_MARKDOWN: &str = "Copy a report as Markdown";
pub const COPY_JSON: &str = "Copy a report as JSON";
pub const REDACT: &str = "Leave out values";
pub const HEADING: &str = "What is known of this token";
pub const CHECKS: &str = "| Check | State | What it says |\n| --- | --- | --- |\n";
pub const FINDINGS: &str = labels::FINDINGS;
pub const HEADER: &str = labels::HEADER;
pub const CLAIMS: &str = "Claims";
pub const ALGORITHM: &str = "Algorithm as the header names it: ";
pub const NO_ALGORITHM: &str = "The header names no algorithm.";
pub const NOTHING: &str = "None can be read.";

/// In place of a private member of a key, as JSON.
pub const PRIVATE: &str = "\"[private, left out]\"";

/// "Checked on 22 Nov 2026, 22:20:00 UTC by the computer's clock."
pub fn checked(on: &str, clock: Clock) -> String {
    let by = match clock {
        Clock::Real => " by the computer's clock.",
        Clock::Set => " by a clock that was set by hand.",
    };
    ["Checked ", on, by].concat()
}

/// What is not in it.
pub fn left_out(redacted: bool) -> &'static str {
    if redacted {
        "The token, the key and the values of header and claims are not in this report; names, times and how it is signed are."
    } else {
        "The token and the key are not in this report; what the token says is."
    }
}

/// What stands in place of a value, as JSON: "[text, 12 characters]".
pub fn hidden(value: Value) -> String {
    let what = match value.kind() {
        Type::String => text(value.as_str().unwrap_or_default().chars().count()),
        Type::Array => [
            "list, ",
            &count(value.elements().len(), "element", "elements"),
        ]
        .concat(),
        Type::Object => [
            "object, ",
            &count(value.members().len(), "member", "members"),
        ]
        .concat(),
        Type::Number => "number".to_owned(),
        Type::Bool => "true or false".to_owned(),
        Type::Null => "null".to_owned(),
    };
    ["\"[", &what, "]\""].concat()
}

/// "text, 12 characters".
pub fn text(length: usize) -> String {
    ["text, ", &count(length, "character", "characters")].concat()
}

/// "12 bytes that are not text".
pub fn bytes(length: usize) -> String {
    [&count(length, "byte", "bytes"), " that are not text"].concat()
}
