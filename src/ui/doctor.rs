//! Why the signature fails, and the change that mends it, at a click.

use super::{inspector, press};
use crate::words::doctor::Note;
use crate::words::labels;
use leptos::prelude::*;

#[component]
pub fn Doctor() -> impl IntoView {
    let inspector = inspector();
    let said = move || {
        let diagnosis = inspector.diagnosis();
        let told = diagnosis.as_ref().map(|diagnosis| &diagnosis.told);
        let cure = told.and_then(|told| told.cure.clone());
        let explained = told.into_iter().flat_map(|told| &told.explained);
        let explained: Vec<_> = explained.map(note).collect();
        // Of what was edited here it is known why it fails.
        let told = told.filter(|_| !inspector.differences.explain());
        let tried = told.map_or_else(String::new, |told| told.tried.clone());
        view! {
            {cure.map(|cure| view! {
                {note(&cure.note)}
                <button type="button" on:click=press(move || inspector.apply_cure(cure.clone()))>{cure.button.clone()}</button>
            })}
            {explained}
            <p class="hint">{tried}</p>
        }
    };
    view! {
        <div class="doctor" role="status" aria-label=labels::DOCTOR>{said}</div>
    }
}

fn note(note: &Note) -> impl IntoView + use<> {
    let note = note.clone();
    view! {
        <h3>{note.title}</h3>
        <p>{note.sentence} " " {note.advice}</p>
        <p class="source">{note.source}</p>
    }
}
