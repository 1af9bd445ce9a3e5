//! A search for the secret of a token, as far as it has come: the worker does its work, and the model counts it.

use crate::learn::block::{Block, Button, Row, Tone};
use crate::learn::guessing::{KNOWN, is_guessable, secret_at, texts_of};
use crate::learn::{Model, WORKED, Work, Worked};
use crate::words::{count, grouped};

/// Whether it runs: "on", or nothing.
pub const RUN: &str = "run";
/// All work so far, as the text of a [`Worked`].
pub const SO_FAR: &str = "so-far";
/// What a search holds at first.
pub const NOTHING: &str = "0 0 ";

/// The texts that are tried before it gives up have up to so many characters.
const LONGEST: u32 = 6;

/// Guesses of the first piece of work, and of the largest.
const FIRST: u64 = 500;
const LARGEST: u64 = 100_000;

/// What an input does: work is counted; a token that is another one is searched from the start.
pub fn act(model: &mut Model, name: &str) {
    match name {
        WORKED if model.is(RUN, "on") => {
            let [done, new] = [SO_FAR, WORKED].map(|name| Worked::read(model.get(name)));
            let so_far = Worked {
                tried: done.tried.saturating_add(new.tried),
                milliseconds: done.milliseconds.saturating_add(new.milliseconds),
                found: new.found,
            };
            if new.tried == 0 || !so_far.found.is_empty() {
                model.put(RUN, "");
            }
            model.put(SO_FAR, &so_far.to_text());
        }
        WORKED => {}
        RUN if model.is(RUN, "") || Worked::read(model.get(SO_FAR)).found.is_empty() => {}
        _ => {
            model.put(SO_FAR, NOTHING);
            if name != RUN {
                model.put(RUN, "");
            }
        }
    }
}

/// A search on a token.
pub struct Search {
    token: String,
    pub so_far: Worked,
    is_running: bool,
}

impl Search {
    pub fn of(model: &Model, token: String) -> Self {
        let so_far = Worked::read(model.get(SO_FAR));
        Self {
            is_running: model.is(RUN, "on") && so_far.tried < all_up_to(LONGEST),
            token,
            so_far,
        }
    }

    pub fn has_found(&self) -> bool {
        !self.so_far.found.is_empty()
    }

    /// What is to be done next. A piece takes about a quarter of a second, so that cancelling is quick.
    pub fn work(&self) -> Option<Work> {
        (self.is_running && is_guessable(&self.token)).then(|| Work {
            token: self.token.clone(),
            from: self.so_far.tried,
            count: match self.so_far.milliseconds {
                0 => FIRST,
                _ => (self.so_far.rate() / 4).clamp(FIRST, LARGEST),
            },
        })
    }

    /// What came of it, start and cancel, and the figures.
    pub fn blocks(&self) -> Vec<Block> {
        let is_on = self.is_running && is_guessable(&self.token);
        let start = match self.so_far.tried {
            0 => "Start",
            _ if self.has_found() => "Start again",
            _ => "Go on",
        };
        let start = Button {
            is_pressed: is_on,
            ..Button::new(RUN, "on", start)
        };
        vec![
            self.outcome(is_on),
            Block::Buttons {
                label: "The search",
                buttons: vec![start, Button::new(RUN, "", "Cancel")],
            },
            self.figures(),
        ]
    }

    fn outcome(&self, is_on: bool) -> Block {
        let Worked { tried, found, .. } = &self.so_far;
        let (tone, title, sentence) = if self.has_found() {
            let title = ["Found: ", found].concat();
            let sentence = "Whoever has it signs tokens that the server cannot tell from its own.";
            (Tone::Bad, title, sentence)
        } else if *tried >= all_up_to(LONGEST) {
            let sentence =
                "The secret is no known one, and none of up to six small letters and digits.";
            (Tone::Good, "Not found".to_owned(), sentence)
        } else if !is_guessable(&self.token) {
            let sentence = "There is no token here with HS256, HS384 or HS512 and a signature.";
            (Tone::Plain, "Nothing to guess".to_owned(), sentence)
        } else {
            let title = if is_on { "Searching" } else { "Not running" };
            let sentence =
                "Each guess: compute the signature with it, and compare. No server is asked.";
            (Tone::Plain, title.to_owned(), sentence)
        };
        Block::Outcome {
            tone,
            title,
            sentence: sentence.to_owned(),
        }
    }

    fn figures(&self) -> Block {
        let Worked {
            tried,
            milliseconds,
            ..
        } = self.so_far;
        let (length, done) = reached(tried);
        let stage = match length {
            0 => "known secrets".to_owned(),
            length => count(length, "character", "characters"),
        };
        let row = |name: &str, value: String| Row {
            cells: vec![name.to_owned(), value],
            tone: Tone::Plain,
        };
        Block::Table {
            label: "How far it is",
            head: vec!["Figure", "Value"],
            rows: vec![
                row("tried", grouped(tried)),
                row("seconds", grouped(milliseconds / 1000)),
                row("a second", grouped(self.so_far.rate())),
                row("at", [&stage, ", ", &done.to_string(), "%"].concat()),
                row("next guess", secret_at(tried)),
            ],
        }
    }
}

/// How many guesses there are up to texts of this length; up to none, those at known secrets.
pub fn all_up_to(length: u32) -> u64 {
    (1..=length).fold(KNOWN, |sum, length| sum + texts_of(length))
}

/// Which length is being tried after so many guesses, and how much of it is, in percent.
fn reached(tried: u64) -> (u32, u64) {
    let mut length = 0;
    while length < LONGEST && tried >= all_up_to(length) {
        length += 1;
    }
    let (before, of) = match length {
        0 => (0, KNOWN),
        length => (all_up_to(length - 1), texts_of(length)),
    };
    (length, (tried - before) * 100 / of)
}
