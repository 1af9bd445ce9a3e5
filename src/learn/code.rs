//! A verifier as code that runs line by line, and what came of it.

use super::block::{Block, Line, Tone};
use super::tokens;
use crate::jose::Algorithm;

/// What a line comes to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// The next line runs.
    Go,
    /// This line does not run: its condition does not hold.
    Skip,
    Accept,
    Refuse,
}

/// Lines that ran, up to one that ended it.
pub struct Run {
    label: &'static str,
    lines: Vec<Line>,
    end: Option<bool>,
}

impl Run {
    pub fn careless() -> Self {
        Self::new("A careless verifier")
    }

    /// One that asks for an algorithm, and has its key from somewhere else than the token.
    pub fn careful(token: &str, key: &str, required: Algorithm) -> Self {
        let (alg, name) = (alg(token), required.name());
        let is_verified = tokens::is_verified(&tokens::check(token, key, Some(required)));
        Self::new("A careful verifier")
            .refuse_if(
                ["if header.alg != \"", name, "\": refuse"].concat(),
                alg != name,
                &alg,
            )
            .verify(&["verify_", name, "(my_key)"].concat(), is_verified)
    }

    pub fn new(label: &'static str) -> Self {
        Self {
            label,
            lines: Vec::new(),
            end: None,
        }
    }

    /// A line, what it found, and what it comes to; behind the end no line runs.
    pub fn line(mut self, text: impl Into<String>, note: &str, then: Then) -> Self {
        let (tone, note) = match then {
            _ if self.end.is_some() => (Tone::Plain, ""),
            Then::Skip => (Tone::Plain, ""),
            Then::Go | Then::Accept => (Tone::Good, note),
            Then::Refuse => (Tone::Bad, note),
        };
        self.lines.push(Line {
            text: text.into(),
            tone,
            note: note.to_owned(),
        });
        self.end = self.end.or(match then {
            Then::Accept => Some(true),
            Then::Refuse => Some(false),
            Then::Go | Then::Skip => None,
        });
        self
    }

    pub fn refuse_if(self, text: impl Into<String>, refuses: bool, note: &str) -> Self {
        self.line(text, note, if refuses { Then::Refuse } else { Then::Go })
    }

    /// The last lines of a verifier: whether the signature holds, computed as `how` says.
    pub fn verify(self, how: &str, holds: bool) -> Self {
        let note = if holds {
            "it holds"
        } else {
            "it does not hold"
        };
        self.refuse_if(["if not ", how, ": refuse"].concat(), !holds, note)
            .line("return payload", "", Then::Accept)
    }

    pub fn has_accepted(&self) -> bool {
        self.end == Some(true)
    }

    pub fn block(self, is_forged: bool) -> Block {
        let (tone, outcome) = match (self.has_accepted(), is_forged) {
            (true, false) => (Tone::Good, "Accepted."),
            (true, true) => (Tone::Warn, "Accepted, and it is forged."),
            (false, _) => (Tone::Bad, "Refused."),
        };
        Block::Code {
            label: self.label,
            lines: self.lines,
            tone,
            outcome: outcome.to_owned(),
        }
    }
}

impl super::Stage {
    /// A verifier that ran, over a token that is forged or not.
    pub fn run(&mut self, run: Run, is_forged: bool) {
        let block = run.block(is_forged);
        self.blocks.push(block);
    }

    /// What a verifier says of several tokens: of each its name, whether it is genuine, and whether it was accepted.
    pub fn judged(&mut self, tokens: &[(&str, bool, bool)]) {
        self.table("What comes of it", &["Token", "Verifier"]);
        for (name, is_genuine, is_accepted) in tokens {
            let word = if *is_accepted { "accepted" } else { "refused" };
            self.row(Tone::of(is_genuine == is_accepted), &[name, word]);
        }
    }
}

/// What the header of a token names as its algorithm.
pub fn alg(token: &str) -> String {
    let [header, ..] = tokens::parts(token);
    tokens::member(&tokens::decoded(header), "alg").unwrap_or_default()
}
