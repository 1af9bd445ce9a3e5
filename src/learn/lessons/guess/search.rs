//! A search for the secret of a token, as far as it has come: the worker does its work, and the model counts it.

use crate::learn::block::Tone;
use crate::learn::guessing::{KNOWN, is_guessable, secret_at, texts_of};
use crate::learn::{Model, Stage, WORKED, Work, Worked};
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

    /// What came of it, start and cancel, the figures, and what is to be done next.
    pub fn show(&self, model: &Model, stage: &mut Stage) {
        let is_guessable = is_guessable(&self.token);
        let is_on = self.is_running && is_guessable;
        self.came_to(stage, is_on, is_guessable);
        let start = match self.so_far.tried {
            0 => "Start",
            _ if self.has_found() => "Start again",
            _ => "Go on",
        };
        stage.buttons(model, (RUN, "The search"), &[]);
        stage.button(RUN, "on", start, is_on);
        stage.button(RUN, "", "Cancel", false);
        self.figures(stage);
        if is_on {
            stage.work = Some(self.work());
        }
    }

    /// A piece takes about a quarter of a second, so that cancelling is quick.
    fn work(&self) -> Work {
        Work {
            token: self.token.clone(),
            from: self.so_far.tried,
            count: match self.so_far.milliseconds {
                0 => FIRST,
                _ => (self.so_far.rate() / 4).clamp(FIRST, LARGEST),
            },
        }
    }

    fn came_to(&self, stage: &mut Stage, is_on: bool, is_guessable: bool) {
        if self.has_found() {
            let title = ["Found: ", &self.so_far.found].concat();
            let sentence = "Whoever has it signs tokens that pass for the server’s own.";
            return stage.outcome(Tone::Bad, &title, sentence);
        }
        let (tone, title, sentence) = if self.so_far.tried >= all_up_to(LONGEST) {
            (
                Tone::Good,
                "Not found",
                "It is no known secret, and none of up to six small letters and digits.",
            )
        } else if !is_guessable {
            (
                Tone::Plain,
                "Nothing to guess",
                "No token with HS256, HS384 or HS512 and a signature is here.",
            )
        } else {
            (
                Tone::Plain,
                if is_on { "Searching" } else { "Not running" },
                "Each guess: compute the signature with it, and compare. No server is asked.",
            )
        };
        stage.outcome(tone, title, sentence);
    }

    fn figures(&self, stage: &mut Stage) {
        let tried = self.so_far.tried;
        let (length, done) = reached(tried);
        let at = match length {
            0 => "known secrets".to_owned(),
            length => count(length, "character", "characters"),
        };
        stage.table("How far it is", &["Figure", "Value"]);
        for (name, figure) in [
            ("tried", grouped(tried)),
            ("seconds", grouped(self.so_far.milliseconds / 1000)),
            ("a second", grouped(self.so_far.rate())),
            ("at", [&at, ", ", &done.to_string(), "%"].concat()),
            ("next guess", secret_at(tried)),
        ] {
            stage.row(Tone::Plain, &[name, &figure]);
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
