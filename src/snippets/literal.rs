//! A text as a string literal: whatever it holds, it stays inside the quotes, and what cannot be seen is spelled out.

use crate::paint::is_invisible;

/// How a language writes string literals.
#[derive(Clone, Copy)]
pub struct Escapes {
    quote: char,
    /// What would be read as the start of an expression, besides quotes and backslashes.
    also: &'static str,
    code_point: CodePoint,
}

/// How a character is written by its number.
#[derive(Clone, Copy)]
enum CodePoint {
    /// `\u{200B}`.
    Braces,
    /// `\U0000200B`.
    Wide,
    /// `\u200B`, in UTF-16. Java reads these before it looks for the end of a literal or line, so controls are octal.
    Java,
}

impl Escapes {
    pub const JAVASCRIPT: Self = Self::new('\'', "", CodePoint::Braces);
    pub const BRACES: Self = Self::new('"', "", CodePoint::Braces);
    pub const WIDE: Self = Self::new('"', "", CodePoint::Wide);
    pub const JAVA: Self = Self::new('"', "", CodePoint::Java);
    pub const PHP: Self = Self::new('"', "$", CodePoint::Braces);
    pub const RUBY: Self = Self::new('"', "#", CodePoint::Braces);

    const fn new(quote: char, also: &'static str, code_point: CodePoint) -> Self {
        Self {
            quote,
            also,
            code_point,
        }
    }
}

/// The literal, with its quotes.
pub fn literal(text: &str, escapes: Escapes) -> String {
    let mut out = String::from(escapes.quote);
    for c in text.chars() {
        if c == '\n' || c == '\t' || is_invisible(c) {
            spell(c, escapes.code_point, &mut out);
            continue;
        }
        if c == '\\' || c == escapes.quote || escapes.also.contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out.push(escapes.quote);
    out
}

fn spell(c: char, code_point: CodePoint, out: &mut String) {
    let number = u32::from(c);
    match code_point {
        CodePoint::Braces => *out += &format!("\\u{{{number:X}}}"),
        CodePoint::Wide => *out += &format!("\\U{number:08X}"),
        CodePoint::Java if number < 0x80 => *out += &format!("\\{number:03o}"),
        CodePoint::Java => {
            for unit in c.encode_utf16(&mut [0; 2]) {
                *out += &format!("\\u{unit:04X}");
            }
        }
    }
}
