//! Every word for people, in one place: to read, to correct, to translate. From an answer of the core to a
//! short label, a sentence, what to do, and the section of the standard.

pub mod axis;
pub mod cleaning;
pub mod doctor;
pub mod edit;
pub mod edited;
pub mod examples;
pub mod explained;
pub mod extract;
pub mod fact;
pub mod findings;
pub mod format;
pub mod header;
pub mod help;
pub mod invisible;
pub mod json;
pub mod key;
pub mod labels;
pub mod learn;
pub mod moment;
pub mod notes;
pub mod octets;
pub mod opened;
pub mod payload;
pub mod policy;
pub mod report;
pub mod share;
pub mod signature;
pub mod snippets;
pub mod time;
pub mod verdict;
pub mod versus;

use crate::paint::is_invisible;

/// What is said of one answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// A few words for a small place.
    pub short: String,
    /// One plain sentence, or two.
    pub sentence: String,
    /// What to do about it; empty where there is nothing to do.
    pub remedy: String,
    /// Where the rule is written; empty where no standard speaks of it.
    pub source: &'static str,
}

impl Said {
    fn new(short: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self {
            short: short.into(),
            sentence: sentence.into(),
            ..Self::default()
        }
    }

    fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = remedy.into();
        self
    }

    fn source(mut self, source: &'static str) -> Self {
        self.source = source;
        self
    }
}

/// "1 key", "2 keys".
pub fn count(number: impl TryInto<u64>, one: &str, many: &str) -> String {
    let number = number.try_into().unwrap_or(u64::MAX);
    format!(
        "{} {}",
        grouped(number),
        if number == 1 { one } else { many }
    )
}

/// Thousands parted by commas.
pub fn grouped(number: impl TryInto<u64>) -> String {
    let digits = number.try_into().unwrap_or(u64::MAX).to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A character so that it can be seen: invisible ones by their code point.
pub fn visible(c: char) -> String {
    match c {
        ' ' => "a space".to_owned(),
        '\n' | '\r' => "a line break".to_owned(),
        '\t' => "a tab".to_owned(),
        c if c.is_whitespace() || is_unclear(c) => {
            format!("U+{:04X}", u32::from(c))
        }
        c => format!("“{c}”"),
    }
}

/// Whether a character has to be told by its code point. What stands for characters that could not be read
/// looks the same for all of them.
fn is_unclear(c: char) -> bool {
    c.is_control() || is_invisible(c) || c == char::REPLACEMENT_CHARACTER
}

/// "a, b and c", each shortened.
pub fn listed<T: AsRef<str>>(words: &[T]) -> String {
    let words: Vec<String> = words.iter().map(|word| shortened(word.as_ref())).collect();
    match words.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

/// A text of the token's, cut where it grows too long for a sentence, invisible characters shown.
pub fn shortened(text: &str) -> String {
    cut(text, 60)
}

/// A text of the token's, its first characters if there are more than `most`, invisible ones shown.
pub fn cut(text: &str, most: usize) -> String {
    let mut out = String::new();
    for c in text.chars().take(most) {
        match is_unclear(c) {
            true => out += &format!("\\u{{{:X}}}", u32::from(c)),
            false => out.push(c),
        }
    }
    if text.chars().nth(most).is_some() {
        out.push('…');
    }
    out
}

/// A text of the token's, in quotes.
pub fn quoted(text: &str) -> String {
    format!("“{}”", shortened(text))
}

/// Bytes by two digits each, in small letters.
pub fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from(b"0123456789abcdef"[usize::from(value)]);
    let mut out = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        out.push(digit(byte >> 4));
        out.push(digit(byte & 15));
    }
    out
}
