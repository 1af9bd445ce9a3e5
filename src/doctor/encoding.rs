//! The token's characters: those that no token has, and a signature over base64 as JOSE does not write it.

use super::Finding;
use super::change::{Change, Explanation, Inputs, Stray};
use super::given::Given;
use super::trials::Trials;
use crate::jose::base64url;

type Step = fn(&str) -> String;

/// The token without the characters that keep it from being read, where it has any.
pub fn tidied(given: &Given) -> Option<(Change, Inputs)> {
    let text = &given.source.cleaned.text;
    let unencoded = given
        .jws()
        .is_some_and(|jws| jws.header.as_ref().is_ok_and(|header| !header.b64));
    if unencoded || text.starts_with('{') || text.contains('~') {
        return None;
    }
    let steps: [(Stray, Step); 5] = [
        (Stray::Blank, without_blanks),
        (Stray::Percent, percent_decoded),
        (Stray::Around, trimmed),
        (Stray::Standard, |text| {
            text.replace('+', "-").replace('/', "_")
        }),
        (Stray::Padding, |text| text.replace('=', "")),
    ];
    let mut tidy = text.clone();
    let mut strays = Vec::new();
    for (stray, step) in steps {
        let after = step(&tidy);
        if after != tidy {
            strays.push(stray);
            tidy = after;
        }
    }
    (!strays.is_empty()).then(|| (Change::Characters(strays), Inputs::token(tidy)))
}

fn without_blanks(text: &str) -> String {
    let text = text.replace("\\n", "").replace("\\r", "");
    let kept = text.chars().filter(|c| !is_blank(*c));
    kept.collect()
}

/// White space, what is not seen at all, and the backslash that ends a line of a shell.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '\\' | '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{00AD}'
        )
}

fn percent_decoded(text: &str) -> String {
    let escapes = [
        ("%2B", "+"),
        ("%2F", "/"),
        ("%3D", "="),
        ("%2b", "+"),
        ("%2f", "/"),
        ("%3d", "="),
    ];
    escapes
        .into_iter()
        .fold(text.to_owned(), |text, (escape, plain)| {
            text.replace(escape, plain)
        })
}

/// Without what stands before and after, such as brackets or the comma of a list, and the full stop of a sentence.
fn trimmed(text: &str) -> String {
    let stranger = |c: char| !(c.is_ascii_alphanumeric() || "-_+/=.".contains(c));
    let text = text.trim_matches(stranger);
    let text = match text.matches('.').count() {
        0..=2 => text,
        _ => text.trim_matches('.'),
    };
    text.to_owned()
}

/// Whether the signature is over the base64 of header and payload with padding, in the standard alphabet, or both.
pub fn signed_over(given: &Given, trials: &mut Trials) -> Option<Finding> {
    let (parts, alg) = (given.parts()?, given.alg()?);
    let (_, signature) = given.signed()?;
    let right = [parts.header, parts.payload].join(".");
    for (standard, padding) in [(false, true), (true, false), (true, true)] {
        let message = [parts.header, parts.payload]
            .map(|part| written(part, standard, padding))
            .join(".");
        // Where padding or alphabet change nothing, another way to write it, or the right one, is meant.
        let same = message == right || (standard && padding && !right.contains(['-', '_']));
        if same {
            continue;
        }
        for key in given.keys().filter(|key| key.key_type() == alg.key_type()) {
            if trials.holds(key, alg, message.as_bytes(), signature) {
                return Some(Finding::Proven(Explanation::SignedOver {
                    standard,
                    padding,
                }));
            }
        }
    }
    None
}

fn written(part: &str, standard: bool, padding: bool) -> String {
    let mut part = if standard {
        part.replace('-', "+").replace('_', "/")
    } else {
        part.to_owned()
    };
    while padding && part.len() % 4 != 0 {
        part.push('=');
    }
    part
}

/// How many characters bytes take in base64url.
pub fn characters(bytes: usize) -> usize {
    (bytes * 4).div_ceil(3)
}

/// The text of a secret or signature in base64, whatever its alphabet, as bytes.
pub fn bytes(text: &str) -> Vec<u8> {
    base64url::decode_leniently(text)
}
