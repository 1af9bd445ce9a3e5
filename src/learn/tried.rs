//! How a step remembers what was tried.

use super::model::Model;

/// The name under which a step remembers what was tried.
pub const TRIED: &str = "tried";

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
