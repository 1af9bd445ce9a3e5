//! What takes input on a stage, in few words.

use super::block::Block;
use super::model::Model;
use crate::paint;

/// A text to edit, without colours.
pub fn text_box(
    (name, label, hint): (&'static str, &'static str, &'static str),
    text: &str,
) -> Block {
    Block::Text {
        name,
        label,
        hint,
        text: text.to_owned(),
        painted: paint::plain(text),
        part: "",
    }
}

/// A number between two others; what the model has is held between them.
pub fn range(
    (name, label): (&'static str, &'static str),
    (min, max): (usize, usize),
    model: &Model,
    shown: String,
) -> Block {
    Block::Range {
        name,
        label,
        min,
        max,
        value: model.number(name).clamp(min, max),
        shown,
    }
}
