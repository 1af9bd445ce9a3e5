//! The coloured copy of a text that lies under its box, character on character, with notes at the ends of
//! lines. Nobody listens to it: the box says the same text, and a list the same notes.

use crate::paint::{Mark, Piece, Run};
use crate::words::notes::Noted;
use leptos::prelude::*;

/// The pieces of a text, with the notes that they name by their places. Without pieces the box shows its text
/// itself.
pub fn paint(pieces: Option<Vec<Piece>>, notes: &[Noted]) -> impl IntoView + use<> {
    let is_missing = pieces.is_none();
    let spans = pieces.into_iter().flatten().map(|piece| span(piece, notes));
    view! { <div class="paint" aria-hidden="true" hidden=is_missing>{spans.collect::<Vec<_>>()}</div> }
}

fn span(piece: Piece, notes: &[Noted]) -> impl IntoView + use<> {
    let (class, mark, text) = match piece {
        Piece::Text(Run { kind, mark, text }) => (kind.name(), mark.map(Mark::name), text),
        Piece::Note(index) => {
            let note = notes.get(index).map(|noted| noted.note.clone());
            let tone = note.as_ref().map(|note| note.tone.name());
            (
                "note",
                tone,
                note.map_or_else(String::new, |note| note.text),
            )
        }
    };
    view! { <span class=class data-mark=mark>{text}</span> }
}
