//! Guessing the secret of a token, as anybody can who has one: secrets that everybody knows first, then all texts of
//! small letters and digits, the short ones first. Every guess has a number, so that the search can be done in pieces.

use crate::jose::alg::{AlgName, Algorithm, Hash};
use crate::jose::crypto::hmac::{self, Secret};
use crate::jose::{Source, Token};
use crate::lint::PUBLISHED;

/// What the worker has to do next for a [`Stage`](super::Stage): `count` guesses at the secret of a token, from the
/// guess of this number on. Whoever did it tells it as an input of the name [`WORKED`], but only as long as the stage
/// asks for this very work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    pub token: String,
    pub from: u64,
    pub count: u64,
}

/// The name of the input that takes what came of some [`Work`]: the text of a [`Worked`].
pub const WORKED: &str = "@worked";

/// What came of some work. Its text is "TRIED MILLISECONDS FOUND": two whole numbers and the secret, each behind one
/// space; nothing stands behind the second space where nothing was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worked {
    /// How many guesses were tried. None at all means that no more can be.
    pub tried: u64,
    pub milliseconds: u64,
    pub found: String,
}

/// What some guesses came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guessed {
    /// With the one that was right.
    pub tried: u64,
    pub found: Option<String>,
}

impl Worked {
    /// Reads its text; a number that is none is 0.
    pub fn read(text: &str) -> Self {
        let mut pieces = text.splitn(3, ' ').map(str::to_owned);
        let mut piece = || pieces.next().unwrap_or_default();
        Self {
            tried: piece().parse().unwrap_or(0),
            milliseconds: piece().parse().unwrap_or(0),
            found: piece(),
        }
    }

    pub fn to_text(&self) -> String {
        let (tried, milliseconds) = (self.tried.to_string(), self.milliseconds.to_string());
        [&tried, " ", &milliseconds, " ", &self.found].concat()
    }

    /// Guesses a second.
    pub fn rate(&self) -> u64 {
        self.tried.saturating_mul(1000) / self.milliseconds.max(1)
    }
}

/// Secrets of documentation that are more than letters and digits.
const PUNCTUATED: [&str; 12] = [
    "your-256-bit-secret",
    "your-384-bit-secret",
    "your-512-bit-secret",
    "a-string-secret-at-least-256-bits-long",
    "keyboard cat",
    "shhhhhhared-secret",
    "my-secret",
    "my-secret-key",
    "secret-key",
    "super-secret",
    "jwt-secret",
    "change-me",
];

/// What the other secrets are spelled with.
const LETTERS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";

/// Each known secret in so many forms: as it is, with a capital, in capitals.
const FORMS: usize = 3;

/// How many guesses there are at secrets that everybody knows.
pub const KNOWN: u64 = (PUNCTUATED.len() + FORMS * PUBLISHED.len()) as u64;

/// How many texts of so many small letters and digits there are, up to twelve.
pub fn texts_of(length: u32) -> u64 {
    (LETTERS.len() as u64).pow(length.min(12))
}

/// The guess of a number.
pub fn secret_at(number: u64) -> String {
    if let Some(number) = number.checked_sub(KNOWN) {
        return spelled(number);
    }
    let number = number as usize;
    if let Some(known) = PUNCTUATED.get(number) {
        return (*known).to_owned();
    }
    let number = number - PUNCTUATED.len();
    let mut known = PUBLISHED[number / FORMS].to_owned();
    match number % FORMS {
        1 => known[..1].make_ascii_uppercase(),
        2 => known.make_ascii_uppercase(),
        _ => {}
    }
    known
}

/// All texts in their order; the first letter changes fastest.
fn spelled(mut number: u64) -> String {
    let size = LETTERS.len() as u64;
    let mut text = String::new();
    loop {
        text.push(char::from(LETTERS[(number % size) as usize]));
        match (number / size).checked_sub(1) {
            Some(rest) => number = rest,
            None => return text,
        }
    }
}

/// Whether a token is under a secret, so that guesses can be tried on it.
pub fn is_guessable(token: &str) -> bool {
    Target::of(&Source::read(token)).is_some()
}

/// Tries `count` guesses on a token, from that of the number `from` on, up to the right one. None on a token that is
/// under no secret.
pub fn guess(token: &str, from: u64, count: u64) -> Guessed {
    let source = Source::read(token);
    let Some(target) = Target::of(&source) else {
        return Guessed::default();
    };
    for at in 0..count {
        let secret = secret_at(from.saturating_add(at));
        if target.is_under(&secret) {
            return Guessed {
                tried: at + 1,
                found: Some(secret),
            };
        }
    }
    Guessed {
        tried: count,
        found: None,
    }
}

/// What a guess is compared with.
struct Target<'a> {
    hash: Hash,
    message: &'a [u8],
    signature: &'a [u8],
}

impl<'a> Target<'a> {
    fn of(source: &'a Source) -> Option<Self> {
        let Token::Jws(jws) = &source.token else {
            return None;
        };
        let Some(AlgName::Supported(Algorithm::Hs(hash))) = jws.header.as_ref().ok()?.alg else {
            return None;
        };
        let signature = jws.signature_part.decoded.as_deref().ok()?;
        (signature.len() == hash.size()).then(|| Self {
            hash,
            message: jws.signing_input(&source.cleaned.text),
            signature,
        })
    }

    fn is_under(&self, secret: &str) -> bool {
        let secret = Secret::new(secret.as_bytes().to_vec().into());
        secret.is_some_and(|secret| hmac::sign(self.hash, &secret, self.message) == self.signature)
    }
}
