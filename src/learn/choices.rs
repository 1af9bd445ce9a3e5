//! What several lessons offer to choose from, and how they remember what was tried.

use super::block::{Block, Button};
use super::model::Model;

/// The name under which a step remembers what was tried.
pub const TRIED: &str = "tried";

/// One of several, as a row of buttons.
pub fn buttons(
    model: &Model,
    (name, label): (&'static str, &'static str),
    choices: &[(&str, &str)],
) -> Block {
    let mut buttons = Vec::new();
    for (value, label) in choices {
        buttons.push(Button {
            is_pressed: model.is(name, value),
            ..Button::new(name, *value, *label)
        });
    }
    Block::Buttons { label, buttons }
}

/// One of several, of which one is always chosen.
pub fn choice(
    model: &Model,
    (name, label): (&'static str, &'static str),
    options: &[(&'static str, &'static str)],
) -> Block {
    Block::Choice {
        name,
        label,
        options: options.to_vec(),
        chosen: model.get(name).to_owned(),
    }
}

/// Remembers what an input holds now.
pub fn note_tried(model: &mut Model, name: &str) {
    let value = model.get(name).to_owned();
    note(model, &value);
}

/// Remembers a word.
pub fn note(model: &mut Model, word: &str) {
    if !has_tried(model, word) {
        let tried = [model.get(TRIED), word, " "].concat();
        model.put(TRIED, &tried);
    }
}

pub fn has_tried(model: &Model, word: &str) -> bool {
    let mut tried = model.get(TRIED).split(' ');
    tried.any(|tried| tried == word)
}

pub fn has_tried_all(model: &Model, words: &[&str]) -> bool {
    words.iter().all(|word| has_tried(model, word))
}
