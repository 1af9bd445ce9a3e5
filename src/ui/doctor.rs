//! Why the signature fails, and the change that mends it, at a click.

use super::buttons::{MEND, button};
use super::inspector;
use super::shown::shown;
use super::state::Inspector;
use crate::node::{Node, el};
use crate::words::doctor::Note;
use crate::words::labels;
use leptos::prelude::*;

#[component]
pub fn Doctor() -> impl IntoView {
    let inspector = inspector();
    shown("div", move || {
        el("div")
            .class("doctor")
            .set("role", "status")
            .set("aria-label", labels::DOCTOR)
            .with_all(said(inspector))
    })
}

fn said(inspector: Inspector) -> Vec<Node> {
    let Some(diagnosis) = inspector.diagnosis() else {
        return Vec::new();
    };
    let told = &diagnosis.told;
    let mut said = Vec::new();
    if let Some(cure) = &told.cure {
        said.extend(note(&cure.note));
        said.push(button(MEND).say(&cure.button));
    }
    said.extend(told.explained.iter().flat_map(note));
    // Of what was edited here it is known why it fails.
    if !inspector.differences.explain() {
        said.push(el("p").class("hint").say(&told.tried));
    }
    said
}

fn note(note: &Note) -> [Node; 3] {
    let said = el("p").say(&note.sentence).say(" ").say(&note.advice);
    let source = el("p").class("source").say(&note.source);
    [el("h3").say(&note.title), said, source]
}
