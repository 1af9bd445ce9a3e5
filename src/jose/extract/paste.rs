//! One answer to what was pasted or dropped: what goes where.

use super::{Extracted, extract};
use crate::jose::key::KeyError;
use crate::jose::verdict::{self, State};
use crate::jose::{KeyInput, SecretEncoding, Source, base64url};

/// What was pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paste {
    /// A token and nothing else: the text goes into the token box as it is.
    Token,
    /// There are tokens in it, one or more.
    Tokens(Extracted),
    /// A key: PEM, a JWK, a set of them, or what means to be one and cannot be read. It goes into the key box
    /// as it is.
    Key,
    /// None of these.
    Nothing,
}

/// Tells tokens from keys. A text is a key only where there is no token in it.
pub fn kind_of_paste(text: &str) -> Paste {
    let found = extract(text);
    // Before it is read as a token: of a key that would leave a copy in memory.
    if found.tokens.is_empty() && is_key(text) {
        return Paste::Key;
    }
    let source = Source::read(text);
    let is_token = matches!(verdict::format(&source).state(), State::Pass | State::Warn);
    match found.tokens.as_slice() {
        _ if is_token => Paste::Token,
        [token] if token.text == source.cleaned.text => Paste::Token,
        // One that was cut: in its box it is told what it lacks.
        [] if is_start_of_token(text) => Paste::Token,
        [] => Paste::Nothing,
        _ => Paste::Tokens(found),
    }
}

/// Whether a text is one word that starts as a token does: with JSON in base64url that names an algorithm.
fn is_start_of_token(text: &str) -> bool {
    let text = text.trim();
    let header = text.split('.').next().unwrap_or_default();
    let is_word = text.starts_with("eyJ") && !text.contains(char::is_whitespace);
    is_word
        && base64url::decode_leniently(header)
            .windows(5)
            .any(|name| name == b"\"alg\"")
}

fn is_key(text: &str) -> bool {
    match KeyInput::read(text, SecretEncoding::Utf8) {
        KeyInput::Keys(_) => true,
        KeyInput::Unreadable(error) => !matches!(error, KeyError::TooLong { .. }),
        KeyInput::Empty | KeyInput::Secret { .. } => false,
    }
}
