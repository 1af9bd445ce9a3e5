//! The characters a pasted text stands for, one at a time, and the ends of lines a token may go on after.

use crate::jose::Cleaning;
use crate::jose::base64url;
use crate::jose::clean::strippable;

/// How many times percent-encoding is undone.
const MAX_TIMES: u8 = 3;

/// Backslashes before an escape: JSON within JSON doubles them.
const MAX_BACKSLASHES: usize = 4;

/// One character, and where it stands in the pasted text.
#[derive(Clone, Copy, Debug)]
pub struct Character {
    pub is: char,
    pub start: usize,
    pub end: usize,
    pub written: Written,
}

/// How a character is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    Plain,
    /// Percent-encoded so many times (RFC 3986 section 2.1).
    Percent(u8),
    /// As an escape of JSON, JavaScript or quoted-printable.
    Escape,
}

/// The character at a place, with its escape resolved.
pub fn next(text: &str, at: usize) -> Option<Character> {
    let rest = &text[at..];
    let first = rest.chars().next()?;
    let resolved = match first {
        '%' => percent(rest),
        '\\' => escape(rest),
        // Quoted-printable (RFC 2045 section 6.7): the one escape that an address in an e-mail has.
        '=' if rest.starts_with("=3D") => Some(('=', 3, Written::Escape)),
        '\u{1b}' => colour(rest),
        _ => None,
    };
    let (is, length, written) = resolved.unwrap_or((first, first.len_utf8(), Written::Plain));
    Some(Character {
        is,
        start: at,
        end: at + length,
        written,
    })
}

fn percent(rest: &str) -> Option<(char, usize, Written)> {
    let (mut length, mut times) = (1, 1);
    while times < MAX_TIMES
        && rest[length..].starts_with("25")
        && hexadecimal(&rest[length + 2..], 2).is_some()
    {
        length += 2;
        times += 1;
    }
    let c = hexadecimal(&rest[length..], 2)?;
    Some((c, length + 2, Written::Percent(times)))
}

fn escape(rest: &str) -> Option<(char, usize, Written)> {
    let first = rest.bytes().take(MAX_BACKSLASHES);
    let backslashes = first.take_while(|byte| *byte == b'\\').count();
    let letter = &rest[backslashes..];
    let (c, length) = match letter.chars().next()? {
        'n' => ('\n', 1),
        'r' => ('\r', 1),
        't' | 'b' | 'f' => (' ', 1),
        'u' => (hexadecimal(&letter[1..], 4)?, 5),
        'x' => (hexadecimal(&letter[1..], 2)?, 3),
        _ => return None,
    };
    Some((c, backslashes + length, Written::Escape))
}

fn hexadecimal(text: &str, digits: usize) -> Option<char> {
    let digits = text.get(..digits)?;
    let all = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| all)?;
    char::from_u32(number)
}

/// What colours a log in a terminal (ECMA-48 section 8.3.117): no letter of it is one of a token.
fn colour(rest: &str) -> Option<(char, usize, Written)> {
    let parameters = rest.strip_prefix("\u{1b}[")?;
    let end = parameters.find(|c: char| !c.is_ascii_digit() && c != ';')?;
    parameters[end..]
        .starts_with('m')
        .then_some(('\u{1b}', end + 3, Written::Plain))
}

/// Whether a character is of base64url.
pub fn is_letter(c: char) -> bool {
    c.is_ascii() && base64url::is_alphabet(c as u8)
}

/// Whether a character takes no place, and may have got between any two others.
pub fn is_zero_width(c: char) -> bool {
    matches!(
        strippable(c),
        Some(Cleaning::ZeroWidth | Cleaning::ByteOrderMark)
    )
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'')
}

/// Where a token may go on, if a line ends here: past the line break with the indent, the signs of
/// quoted mail (RFC 3676 section 4.5), and the signs with which shells, quoted-printable and code go on with a
/// line.
pub fn line_break(text: &str, at: usize) -> Option<usize> {
    let mut at = at;
    let mut broken = false;
    let mut quote = None;
    while let Some(character) = next(text, at) {
        match character.is {
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => broken = true,
            ' ' | '\t' | '\u{a0}' => {}
            '>' | '|' if broken => {}
            '\\' | '^' | '`' | '+' if !broken => {}
            '=' if text[character.end..].starts_with(['\r', '\n']) => {}
            c if is_quote(c) && !broken && quote.is_none() => quote = Some(c),
            c if broken && quote == Some(c) => quote = None,
            _ => break,
        }
        at = character.end;
    }
    (broken && quote.is_none()).then_some(at)
}
