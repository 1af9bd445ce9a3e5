//! Tokens on a stage.

use super::Stage;
use crate::jose::Source;
use crate::jose::verdict::{State, format};
use crate::learn::block::{Block, Tone};
use crate::learn::tokens;
use crate::words;

impl Stage {
    /// A token to look at; with the key it can be opened in the inspector.
    pub fn token(&mut self, label: &str, token: &str, key: &str) {
        self.edited_token(label, token, token, key, true);
    }

    /// Likewise, with the characters marked that differ from `original`, and the signature where it does not hold.
    pub fn edited_token(
        &mut self,
        label: &str,
        token: &str,
        original: &str,
        key: &str,
        holds: bool,
    ) {
        self.blocks.push(Block::Token {
            label: label.to_owned(),
            runs: tokens::painted(token, original, holds),
            token: token.to_owned(),
            key: key.to_owned(),
        });
    }

    /// The inspector's own word on the form of a token.
    pub fn form(&mut self, token: &str) {
        let check = format(&Source::read(token));
        let said = words::format::said(&check);
        let tone = match check.state() {
            State::Pass => Tone::Good,
            State::Warn => Tone::Warn,
            _ => Tone::Bad,
        };
        self.outcome(tone, &said.short, &said.sentence);
    }
}
