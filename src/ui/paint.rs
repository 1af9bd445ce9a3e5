//! The coloured copy of a text that lies under its box, character on character, with notes at the ends of
//! lines. Nobody listens to it: the box says the same text, and a list the same notes.

use crate::paint::{Mark, Painted, Piece};
use crate::words::notes::Noted;
use leptos::prelude::*;

/// A text with its colours, and what is said of it.
#[derive(Default)]
pub struct Look {
    /// Without them the box shows its text itself.
    pub painted: Option<Painted>,
    pub notes: Vec<Noted>,
    pub remark: String,
}

/// The pieces of a text, with the notes that they name by their places.
pub fn paint(look: &Look) -> impl IntoView + use<> {
    let (painted, notes) = (look.painted.as_ref(), &look.notes);
    let is_missing = painted.is_none();
    let pieces = painted.map(|painted| painted.pieces.clone());
    let mut column = 0;
    let spans = pieces.into_iter().flatten().map(|piece| match piece {
        Piece::Text(run) => {
            column = column_after(column, &run.text);
            let mark = run.mark.map(Mark::name);
            span(run.kind.name(), mark, None, run.text)
        }
        Piece::Note(index) => {
            let note = notes.get(index).map(|noted| noted.note.clone());
            let tone = note.as_ref().map(|note| note.tone.name());
            let text = note.map_or_else(String::new, |note| note.text);
            span("note", tone, Some(column), text)
        }
    });
    view! { <div class="paint" aria-hidden="true" hidden=is_missing>{spans.collect::<Vec<_>>()}</div> }
}

/// How many characters stand before the next one on its line.
fn column_after(column: usize, text: &str) -> usize {
    match text.rsplit_once('\n') {
        Some((_, line)) => line.chars().count(),
        None => column + text.chars().count(),
    }
}

/// `column`: where a note begins, so that the stylesheet knows how much room there is for it.
fn span(
    class: &'static str,
    mark: Option<&'static str>,
    column: Option<usize>,
    text: String,
) -> impl IntoView {
    let column = column.map(|column| column.to_string());
    view! { <span class=class data-mark=mark style:--column=column>{text}</span> }
}
