//! A verifier as code that runs line by line, and what came of it.

use super::block::{Block, Line, Tone};
use super::tokens;
use crate::jose::Algorithm;
use crate::words::learn as words;

/// What a line comes to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// The next line runs.
    Go,
    /// This line does not run: its condition does not hold.
    Skip,
    Refuse,
}

/// Lines that ran, up to one that refused. What no line refuses is accepted.
pub struct Run {
    label: &'static str,
    lines: Vec<Line>,
    is_refused: bool,
}

impl Run {
    pub fn careless() -> Self {
        Self::new(words::CARELESS)
    }

    /// One that asks for an algorithm, and has its key from somewhere else than the token.
    pub fn careful(token: &str, key: &str, required: Algorithm) -> Self {
        let (alg, name) = (alg(token), required.name());
        let is_verified = tokens::is_verified(&tokens::check(token, key, Some(required)));
        Self::new(words::CAREFUL)
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
            is_refused: false,
        }
    }

    /// A line, what it found, and what it comes to; behind one that refused none runs.
    pub fn line(mut self, text: impl Into<String>, note: &str, then: Then) -> Self {
        let (tone, note) = match then {
            _ if self.is_refused => (Tone::Plain, ""),
            Then::Skip => (Tone::Plain, ""),
            Then::Go => (Tone::Good, note),
            Then::Refuse => (Tone::Bad, note),
        };
        self.lines.push(Line {
            text: text.into(),
            tone,
            note: note.to_owned(),
        });
        self.is_refused |= then == Then::Refuse;
        self
    }

    pub fn refuse_if(self, text: impl Into<String>, refuses: bool, note: &str) -> Self {
        self.line(text, note, if refuses { Then::Refuse } else { Then::Go })
    }

    /// The last lines of a verifier: whether the signature holds, computed as `how` says.
    pub fn verify(self, how: &str, holds: bool) -> Self {
        let text = ["if not ", how, ": refuse"].concat();
        self.refuse_if(text, !holds, words::holds(holds))
            .line("return payload", "", Then::Go)
    }

    pub fn has_accepted(&self) -> bool {
        !self.is_refused
    }

    pub fn block(self, is_forged: bool) -> Block {
        let (tone, outcome) = ended(self.has_accepted(), is_forged);
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

    /// A server that ran over a forged token: conditions that have to hold, and whether they do.
    pub fn run_all(&mut self, label: &'static str, conditions: &[(&str, bool)]) {
        let mut run = Run::new(label);
        for (condition, holds) in conditions {
            run = run.refuse_if(*condition, !holds, words::holds(*holds));
        }
        self.run(run, true);
    }

    /// What a verifier says of several tokens: of each its name, whether it is genuine, and whether it was accepted.
    pub fn judged(&mut self, tokens: &[(&str, bool, bool)]) {
        self.table(words::COMES_OF_IT, &words::JUDGED);
        for (name, is_genuine, is_accepted) in tokens {
            let said = words::accepted(*is_accepted);
            self.row(Tone::of(is_genuine == is_accepted), &[name, said]);
        }
    }
}

/// How a verifier ends, over a token that is forged or not.
pub fn ended(is_accepted: bool, is_forged: bool) -> (Tone, &'static str) {
    match (is_accepted, is_forged) {
        (true, false) => (Tone::Good, words::ACCEPTED),
        (true, true) => (Tone::Warn, words::FOOLED),
        (false, _) => (Tone::Bad, words::REFUSED),
    }
}

/// What the header of a token names as its algorithm.
pub fn alg(token: &str) -> String {
    let [header, ..] = tokens::parts(token);
    tokens::member(&tokens::decoded(header), "alg").unwrap_or_default()
}
