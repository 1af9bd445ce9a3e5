//! The coloured copy of a text that lies under its box, character on character, with notes at the ends of
//! lines. Nobody listens to it: the box says the same text, and a list the same notes.

use crate::paint::{Mark, Piece};
use crate::words::notes::Noted;
use leptos::prelude::*;

#[component]
pub fn Paint(
    #[prop(into)] pieces: Signal<Vec<Piece>>,
    #[prop(into, default = Vec::new().into())] notes: Signal<Vec<Noted>>,
) -> impl IntoView {
    let spans = move || {
        let pieces = pieces.get();
        notes.with(|notes| {
            let spans = pieces.into_iter().map(|piece| span(piece, notes));
            spans.collect::<Vec<_>>()
        })
    };
    view! { <div class="paint" aria-hidden="true">{spans}</div> }
}

fn span(piece: Piece, notes: &[Noted]) -> impl IntoView + use<> {
    let (class, mark, text) = match piece {
        Piece::Text(run) => (run.kind.name(), run.mark.map(Mark::name), run.text),
        Piece::Note(index) => match notes.get(index) {
            Some(noted) => (
                "note",
                Some(noted.note.tone.name()),
                noted.note.text.clone(),
            ),
            None => ("note", None, String::new()),
        },
    };
    view! { <span class=class data-mark=mark>{text}</span> }
}
