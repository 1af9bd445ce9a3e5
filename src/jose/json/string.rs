//! JSON strings with their escapes resolved.

use std::borrow::Cow;

/// The text of a JSON string, given with its quotes. A lone surrogate, which no text can hold,
/// becomes U+FFFD.
///
/// ```
/// assert_eq!(jwt_inspector::jose::json::unescape(r#""a\u0062\ud83d\ude00""#), "ab😀");
/// ```
pub fn unescape(quoted: &str) -> Cow<'_, str> {
    let raw = inner(quoted);
    if !raw.contains('\\') {
        return Cow::Borrowed(raw);
    }
    let units = units(raw);
    Cow::Owned(
        units
            .map(|unit| char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect(),
    )
}

/// A text as a JSON string, with its quotes (RFC 8259 section 7).
pub fn quote(text: &str) -> String {
    // It may be of a key: growing would leave pieces of it behind. An escape has six characters.
    let mut out = String::with_capacity(6 * text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\0'..='\u{1F}' => out += &format!("\\u{:04x}", u32::from(c)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether two JSON strings, given with their quotes, are the same; lone surrogates are told apart.
pub fn same(a: &str, b: &str) -> bool {
    let (a, b) = (inner(a), inner(b));
    if a.contains('\\') || b.contains('\\') {
        units(a).eq(units(b))
    } else {
        a == b
    }
}

/// What tells one JSON string, given with its quotes, from others: its text, in which a backslash is doubled, as
/// one stands before a lone surrogate, which no text can hold.
pub fn identity(quoted: &str) -> Cow<'_, str> {
    let raw = inner(quoted);
    if !raw.contains('\\') {
        return Cow::Borrowed(raw);
    }
    let mut out = String::new();
    for unit in units(raw) {
        match char::from_u32(unit) {
            Some('\\') => out.push_str("\\\\"),
            Some(c) => out.push(c),
            None => out += &format!("\\{unit}"),
        }
    }
    Cow::Owned(out)
}

fn inner(quoted: &str) -> &str {
    quoted
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or(quoted)
}

/// Code points of the inside of a JSON string; surrogates stay where they have no partner.
fn units(raw: &str) -> impl Iterator<Item = u32> {
    let mut rest = raw;
    std::iter::from_fn(move || {
        let (unit, after) = next_unit(rest)?;
        rest = after;
        if (0xD800..0xDC00).contains(&unit)
            && let Some((low, after)) = next_unit(after)
            && (0xDC00..0xE000).contains(&low)
        {
            rest = after;
            return Some(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
        }
        Some(unit)
    })
}

fn next_unit(text: &str) -> Option<(u32, &str)> {
    let mut chars = text.chars();
    let first = chars.next()?;
    if first != '\\' {
        return Some((first as u32, chars.as_str()));
    }
    let escape = chars.next()?;
    let after = chars.as_str();
    let unit = match escape {
        'b' => 0x08,
        'f' => 0x0C,
        'n' => 0x0A,
        'r' => 0x0D,
        't' => 0x09,
        'u' => return Some((u32::from_str_radix(after.get(..4)?, 16).ok()?, &after[4..])),
        other => other as u32,
    };
    Some((unit, after))
}
