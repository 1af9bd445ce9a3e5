//! The text of a lesson.

use crate::learn::{Style, paragraphs};
use crate::node::{Node, el, text};

/// A text as paragraphs, with these facts in it.
pub fn said(words: &str, facts: &[(&'static str, String)]) -> Vec<Node> {
    let said = paragraphs(words, facts).into_iter().map(|pieces| {
        el("p").with_all(pieces.into_iter().map(|piece| match piece.style {
            Style::Plain => text(&piece.text),
            Style::Strong => el("strong").say(&piece.text),
            Style::Code => el("code").say(&piece.text),
            // No `output`: whoever listens would be told of each at every letter.
            Style::Live => el("span").class("live").say(&piece.text),
            Style::Source => el("cite").say(&piece.text),
        }))
    });
    said.collect()
}
