//! How a step puts its stage together, block by block. Nothing here is generic, and all texts come borrowed: what is
//! written once here is not written again in each of the steps.

mod inputs;
mod rows;
mod tokens;

use super::block::{Block, Side, Tone};
use super::guessing::Work;
use super::model::Model;
use super::player::{MOMENT, Moment};
use crate::words::learn as words;
pub use inputs::Named;

/// All that is shown of a step beside its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stage {
    pub blocks: Vec<Block>,
    /// What stands in the text for `{name}`.
    pub facts: Vec<(&'static str, String)>,
    /// Whether the learner has done what the step asks for.
    pub is_done: bool,
    /// What is to be done away from the page's thread before the stage can go on.
    pub work: Option<Work>,
}

/// One thing of two that are compared: what it is, its text, and whose colour it has.
pub type Beside<'a> = (&'a str, &'a str, &'static str);

impl Stage {
    /// What came of it, in one sentence and its reason.
    pub fn outcome(&mut self, tone: Tone, title: &str, sentence: &str) {
        self.blocks.push(Block::Outcome {
            tone,
            title: title.to_owned(),
            sentence: sentence.to_owned(),
        });
    }

    /// What a server says of a token: whether it is accepted, and why. If not, with a title of its own.
    pub fn verdict(&mut self, holds: bool, accepted: &str, rejected: (&str, &str)) {
        let (title, sentence) = match holds {
            true => (words::THIS_CONTENT, accepted),
            false => rejected,
        };
        self.outcome(Tone::of(holds), title, sentence);
    }

    pub fn note(&mut self, tone: Tone, text: &str) {
        self.blocks.push(Block::Note {
            tone,
            text: text.to_owned(),
        });
    }

    /// Two things beside each other, and how they compare.
    pub fn compare(
        &mut self,
        label: &'static str,
        left: Beside<'_>,
        sign: &'static str,
        right: Beside<'_>,
    ) {
        let side = |(label, text, part): Beside<'_>| Side {
            label: label.to_owned(),
            text: text.to_owned(),
            part,
        };
        self.blocks.push(Block::Compare {
            label,
            left: side(left),
            sign,
            right: side(right),
        });
    }

    /// Who there is, what each has, and what travels between two of them.
    pub fn scene(&mut self, label: &'static str, moment: &Moment) {
        self.blocks.push(Block::Scene {
            label,
            actors: moment.actors.clone(),
            message: moment.message.clone(),
        });
    }

    /// The moment of a simulation that was come to, with the player and the log up to it. The player comes first:
    /// whatever a scene grows to, its buttons stay under the pointer.
    pub fn played(&mut self, label: &'static str, moments: &[Moment], model: &Model) {
        let last = moments.len().saturating_sub(1);
        let at = model.number(MOMENT).min(last);
        let Some(moment) = moments.get(at) else {
            return;
        };
        let lines = moments[..=at].iter().map(|moment| moment.said.clone());
        self.blocks.push(Block::Player { at, last });
        self.scene(label, moment);
        self.blocks.push(Block::Log {
            lines: lines.collect(),
        });
    }

    /// What stands in the text for `{name}`.
    pub fn fact(&mut self, name: &'static str, fact: &str) {
        self.facts.push((name, fact.to_owned()));
    }

    /// Likewise, a number.
    pub fn count(&mut self, name: &'static str, number: usize) {
        self.fact(name, &number.to_string());
    }
}
