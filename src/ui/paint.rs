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

impl Look {
    /// How much room each note needs that stands beside the text, from the start of its line on, in hundredths of an
    /// em of the text. A character of the text takes 0.6 em, one of a note 0.47 even where the face is wide.
    pub fn room(&self) -> Vec<usize> {
        let mut column = 0;
        let mut room = Vec::new();
        let pieces = self.painted.iter().flat_map(|painted| &painted.pieces);
        for piece in pieces {
            match piece {
                Piece::Text(run) => column = column_after(column, &run.text),
                Piece::Note(index) => {
                    let note = self.notes.get(*index);
                    let length = note.map_or(0, |noted| noted.note.text.chars().count());
                    room.push(column * 60 + length * 47);
                }
            }
        }
        room
    }
}

/// The pieces of a text, with the notes that they name by their places.
pub fn paint(look: &Look) -> impl IntoView + use<> {
    let (painted, notes) = (look.painted.as_ref(), &look.notes);
    let is_missing = painted.is_none();
    let pieces = painted.map(|painted| painted.pieces.clone());
    let mut room = look.room().into_iter();
    let spans = pieces.into_iter().flatten().map(|piece| match piece {
        Piece::Text(run) => {
            let mark = run.mark.map(Mark::name);
            span(run.kind.name(), mark, None, run.text)
        }
        Piece::Note(index) => {
            let note = notes.get(index).map(|noted| noted.note.clone());
            let tone = note.as_ref().map(|note| note.tone.name());
            let text = note.map_or_else(String::new, |note| note.text);
            span("note", tone, room.next(), text)
        }
    });
    view! { <div class="paint" aria-hidden="true" hidden=is_missing>{spans.collect::<Vec<_>>()}</div> }
}

/// How many bytes stand before the next one on its line: where it is not ASCII, a character is wider than one column.
fn column_after(column: usize, text: &str) -> usize {
    match text.rsplit_once('\n') {
        Some((_, line)) => line.len(),
        None => column + text.len(),
    }
}

/// `room`: what a note needs, so that the stylesheet knows whether it is there.
fn span(
    class: &'static str,
    mark: Option<&'static str>,
    room: Option<usize>,
    text: String,
) -> impl IntoView {
    let room = room.map(|room| room.to_string());
    view! { <span class=class data-mark=mark style:--room=room>{text}</span> }
}
