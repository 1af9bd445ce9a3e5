//! Whose the name of a claim is.

use crate::words::explained::Names;

/// The kinds of names.
pub const KIND: [&str; 3] = ["registered", "public", "private"];

/// Those whose names are listed at IANA, by the start of what they publish.
const STANDARDS: [&str; 7] = [
    "RFC ", "OpenID ", "OAuth ", "SD-JWT", "W3C ", "3GPP ", "ETSI ",
];

/// The place in [`KIND`] of a name, what it means, and where that is written.
pub fn kind(names: Names, name: &str) -> (usize, String, &'static str) {
    let (unknown, rule) = names.unknown(name);
    let by_rule = if rule.ends_with("§4.2") { 1 } else { 2 };
    let Some(row) = names.find("", name) else {
        return (by_rule, unknown, rule);
    };
    let kind = match row.source {
        source if source.starts_with("RFC 7519 ") => 0,
        source if STANDARDS.iter().any(|start| source.starts_with(start)) => 1,
        _ => by_rule,
    };
    (kind, row.meaning.to_owned(), row.source)
}
