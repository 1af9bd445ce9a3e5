//! How a step puts its stage together, block by block. Nothing here is generic, and all texts come borrowed: what is
//! written once here is not written again in each of the steps.

use super::block::{Block, Button, Line, Row, Side, Tone};
use super::guessing::Work;
use super::model::Model;
use super::player::{MOMENT, Moment};
use super::tokens;
use crate::jose::Source;
use crate::jose::verdict::{State, format};
use crate::paint;
use crate::words::{self, grouped};

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

/// What the model knows an input by, what it is called, and what is said beside it.
pub type Named = (&'static str, &'static str, &'static str);

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

    /// What a server says of a token: whether it is accepted, and why.
    pub fn verdict(&mut self, holds: bool, accepted: &str, rejected: &str) {
        let (title, sentence) = match holds {
            true => ("Accepted: the signature is that of this content", accepted),
            false => ("Rejected: the signature belongs to other content", rejected),
        };
        self.outcome(Tone::of(holds), title, sentence);
    }

    /// A text to edit, in the colour of a part.
    pub fn text_box(&mut self, model: &Model, named: Named, part: &'static str) {
        let painted = paint::plain(model.get(named.0));
        self.painted_box(model, named, part, painted);
    }

    /// JSON to edit, with what differs from `original` marked.
    pub fn json_box(&mut self, model: &Model, named: Named, part: &'static str, original: &str) {
        let painted = tokens::painted_json(model.get(named.0), original);
        self.painted_box(model, named, part, painted);
    }

    fn painted_box(
        &mut self,
        model: &Model,
        (name, label, hint): Named,
        part: &'static str,
        painted: paint::Painted,
    ) {
        self.blocks.push(Block::Text {
            name,
            label,
            hint,
            text: model.get(name).to_owned(),
            painted,
            part,
        });
    }

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

    /// Buttons that put a value under a name: of each its value and what it says. What was put there is pressed.
    pub fn buttons(
        &mut self,
        model: &Model,
        (name, label): (&'static str, &'static str),
        buttons: &[(&str, &str)],
    ) {
        let mut shown = Vec::new();
        for (value, label) in buttons {
            shown.push(Button {
                name,
                value: (*value).to_owned(),
                label: (*label).to_owned(),
                is_pressed: model.is(name, value),
            });
        }
        self.blocks.push(Block::Buttons {
            label,
            buttons: shown,
        });
    }

    /// Likewise, where each press counts for itself, and none stays pressed.
    pub fn offers(&mut self, named: (&'static str, &'static str), buttons: &[(&str, &str)]) {
        self.buttons(&Model::default(), named, buttons);
    }

    /// One of several, of which one is always chosen: of each its value and what it says.
    pub fn choice(
        &mut self,
        model: &Model,
        (name, label): (&'static str, &'static str),
        options: &[(&'static str, &'static str)],
    ) {
        self.blocks.push(Block::Choice {
            name,
            label,
            options: options.to_vec(),
            chosen: model.get(name).to_owned(),
        });
    }

    /// A number between two others; what the model has is held between them.
    pub fn range(
        &mut self,
        model: &Model,
        (name, label): (&'static str, &'static str),
        (min, max): (usize, usize),
        shown: &str,
    ) {
        self.blocks.push(Block::Range {
            name,
            label,
            min,
            max,
            value: model.number(name).clamp(min, max),
            shown: shown.to_owned(),
        });
    }

    /// A table without rows yet.
    pub fn table(&mut self, label: &'static str, head: &[&'static str]) {
        self.blocks.push(Block::Table {
            label,
            head: head.to_vec(),
            rows: Vec::new(),
        });
    }

    /// A row of the table that came last; the first cell names it.
    pub fn row(&mut self, tone: Tone, cells: &[&str]) {
        if let Some(Block::Table { rows, .. }) = self.blocks.last_mut() {
            let cells = cells.iter().map(|cell| (*cell).to_owned()).collect();
            rows.push(Row { cells, tone });
        }
    }

    /// Likewise, of numbers.
    pub fn numbers(&mut self, tone: Tone, name: &str, numbers: &[usize]) {
        self.row(tone, &[name]);
        if let Some(Block::Table { rows, .. }) = self.blocks.last_mut()
            && let Some(row) = rows.last_mut()
        {
            for number in numbers {
                row.cells.push(grouped(*number as u64));
            }
        }
    }

    /// Code without lines yet, and how it ended.
    pub fn code(&mut self, label: &'static str, tone: Tone, outcome: &str) {
        self.blocks.push(Block::Code {
            label,
            lines: Vec::new(),
            tone,
            outcome: outcome.to_owned(),
        });
    }

    /// A line of the code that came last, and what it came to.
    pub fn line(&mut self, tone: Tone, text: &str, note: &str) {
        if let Some(Block::Code { lines, .. }) = self.blocks.last_mut() {
            lines.push(Line {
                text: text.to_owned(),
                tone,
                note: note.to_owned(),
            });
        }
    }

    pub fn note(&mut self, tone: Tone, text: &str) {
        self.blocks.push(Block::Note {
            tone,
            text: text.to_owned(),
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

    /// The moment of a simulation that was come to, with the player and the log up to it.
    pub fn played(&mut self, label: &'static str, moments: &[Moment], model: &Model) {
        let last = moments.len().saturating_sub(1);
        let at = model.number(MOMENT).min(last);
        let Some(moment) = moments.get(at) else {
            return;
        };
        let lines = moments[..=at].iter().map(|moment| moment.said.clone());
        self.scene(label, moment);
        self.blocks.push(Block::Player { at, last });
        self.blocks.push(Block::Log {
            lines: lines.collect(),
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

    /// How the code that came last ended, where that is known only behind its lines.
    pub fn ended(&mut self, ended: Tone, how: &str) {
        if let Some(Block::Code { tone, outcome, .. }) = self.blocks.last_mut() {
            *tone = ended;
            how.clone_into(outcome);
        }
    }

    /// A button more beside those that came last; what it does need not be what is pressed.
    pub fn button(&mut self, name: &'static str, value: &str, label: &str, is_pressed: bool) {
        if let Some(Block::Buttons { buttons, .. }) = self.blocks.last_mut() {
            buttons.push(Button {
                name,
                value: value.to_owned(),
                label: label.to_owned(),
                is_pressed,
            });
        }
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

    /// A token to edit, in the colours of its parts.
    pub fn token_box(&mut self, model: &Model, named: Named) {
        let token = model.get(named.0);
        let mut pieces = Vec::new();
        for run in tokens::painted(token, token, true) {
            pieces.push(paint::Piece::Text(run));
        }
        let painted = paint::Painted {
            pieces,
            is_whole: true,
        };
        self.painted_box(model, named, "", painted);
    }
}
