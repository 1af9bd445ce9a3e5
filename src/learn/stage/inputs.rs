//! What takes input on a stage. What it shows is what the model has under its name.

use super::Stage;
use crate::learn::block::{Block, Button};
use crate::learn::model::Model;
use crate::learn::tokens;
use crate::paint;

/// What the model knows an input by, what it is called, and what is said beside it.
pub type Named = (&'static str, &'static str, &'static str);

impl Stage {
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

    /// Buttons that put a value under a name: of each its value and what it says. What was put there is pressed.
    pub fn buttons(
        &mut self,
        model: &Model,
        (name, label): (&'static str, &'static str),
        buttons: &[(&str, &str)],
    ) {
        self.no_buttons(label);
        for (value, label) in buttons {
            self.add_button(name, value, label, Some(model.is(name, value)));
        }
    }

    /// Likewise, where each press counts for itself, and none stays pressed.
    pub fn offers(
        &mut self,
        (name, label): (&'static str, &'static str),
        buttons: &[(&str, &str)],
    ) {
        self.no_buttons(label);
        for (value, label) in buttons {
            self.add_button(name, value, label, None);
        }
    }

    /// A button more beside those that came last; what it does need not be what is pressed.
    pub fn button(&mut self, name: &'static str, value: &str, label: &str, is_pressed: bool) {
        self.add_button(name, value, label, is_pressed.then_some(true));
    }

    fn no_buttons(&mut self, label: &'static str) {
        self.blocks.push(Block::Buttons {
            label,
            buttons: Vec::new(),
        });
    }

    fn add_button(
        &mut self,
        name: &'static str,
        value: &str,
        label: &str,
        is_pressed: Option<bool>,
    ) {
        if let Some(Block::Buttons { buttons, .. }) = self.blocks.last_mut() {
            buttons.push(Button {
                name,
                value: value.to_owned(),
                label: label.to_owned(),
                is_pressed,
            });
        }
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
}
