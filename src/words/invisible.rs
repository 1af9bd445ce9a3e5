//! Characters in a text that cannot be seen.

use super::{grouped, listed};
use crate::paint::Invisible;

/// "Characters that cannot be seen are in it: U+202E (line 3) and 2 of U+200B (line 4)."; empty where there are none.
pub fn said(found: &[Invisible]) -> String {
    if found.is_empty() {
        return String::new();
    }
    let each = |found: &Invisible| {
        let code = format!("U+{:04X}", u32::from(found.character));
        let often = match found.count {
            1 => code,
            many => format!("{} of {code}", grouped(many)),
        };
        format!("{often} (line {})", found.line)
    };
    let each: Vec<String> = found.iter().map(each).collect();
    format!(
        "Characters that cannot be seen are in it: {}.",
        listed(&each)
    )
}
