//! The coloured copy of a text that lies under its box, character on character, with notes at the ends of
//! lines. Nobody listens to it: the box says the same text, and a list the same notes.

use crate::node::{Node, el};
use crate::paint::{Mark, Painted, Piece};
use crate::words::notes::Noted;

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
pub fn paint(look: &Look) -> Node {
    let mut room = look.room().into_iter();
    let pieces = look.painted.iter().flat_map(|painted| &painted.pieces);
    let spans = pieces.map(|piece| match piece {
        Piece::Text(run) => el("span")
            .class(run.kind.name())
            .set_some("data-mark", run.mark.map(Mark::name))
            .say(&run.text),
        Piece::Note(index) => {
            // What it needs, so that the stylesheet knows whether it is there.
            let room = room.next().map(|room| room.to_string());
            let span = el("span").class("note");
            let span = span.set_some("--room", room.as_deref());
            match look.notes.get(*index) {
                Some(Noted { note, .. }) => span.set("data-mark", note.tone.name()).say(&note.text),
                None => span,
            }
        }
    });
    el("div")
        .class("paint")
        .set("aria-hidden", "true")
        .set_if(look.painted.is_none(), "hidden")
        .with_all(spans)
}

/// How many bytes stand before the next one on its line: where it is not ASCII, a character is wider than one column.
fn column_after(column: usize, text: &str) -> usize {
    match text.rsplit_once('\n') {
        Some((_, line)) => line.len(),
        None => column + text.len(),
    }
}
