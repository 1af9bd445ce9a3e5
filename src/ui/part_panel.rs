//! Header or payload, decoded and editable.

use super::inspector;
use super::text_box::TextBox;
use crate::jose::Payload;
use crate::jose::edit::{Editable, Layout};
use crate::words::{self, labels};
use leptos::prelude::*;

#[component]
pub fn PartPanel(part: Editable) -> impl IntoView {
    let inspector = inspector();
    let (class, id, note, title, hint, rows, shown) = match part {
        Editable::Header => (
            "panel header",
            "header-json",
            "header-note",
            labels::HEADER,
            labels::HEADER_HINT,
            5,
            inspector.header,
        ),
        Editable::Payload => (
            "panel payload",
            "payload-json",
            "payload-note",
            labels::PAYLOAD,
            labels::PAYLOAD_HINT,
            14,
            inspector.payload,
        ),
    };
    let own_draft = move || inspector.draft(part).get();
    let text = Memo::new(move |_| match own_draft() {
        Some(draft) => draft.text,
        None => shown.with(|shown| {
            shown
                .as_ref()
                .map(|shown| shown.text.clone())
                .unwrap_or_default()
        }),
    });
    let problem = Memo::new(move |_| {
        let draft = own_draft()?;
        if draft.lossy {
            return Some(labels::HALF_CHARACTER.to_owned());
        }
        Some(words::edit::edit_problem(
            draft.problem.as_ref()?,
            &draft.text,
        ))
    });
    let is_bytes = move || {
        shown.with(|shown| {
            shown
                .as_ref()
                .is_some_and(|shown| shown.layout == Layout::Hexadecimal)
        })
    };
    let is_editable = move || !is_bytes() && inspector.source.with(|source| source.jws().is_some());
    // Where a payload that is text stops being JSON.
    let not_json = move || match part {
        Editable::Header => None,
        Editable::Payload => inspector
            .source
            .with(|source| match &source.jws()?.payload {
                Payload::Text { text, error } => Some(words::edit::not_json(text, error)),
                _ => None,
            }),
    };
    let remark = move || match problem.get() {
        Some(problem) => problem,
        None if is_bytes() => labels::HEXADECIMAL.to_owned(),
        None => not_json().unwrap_or_default(),
    };
    let text: Signal<String> = text.into();
    view! {
        <section class=class>
            <header>
                <h2><label for=id>{title}</label></h2>
                <p class="hint">{hint}</p>
            </header>
            <TextBox
                id=id
                rows=rows
                text=text
                on_type=move |typed| inspector.type_part(part, typed)
                on_leave=move |()| inspector.leave_part(part)
                read_only=Signal::derive(move || !is_editable())
                invalid=Signal::derive(move || problem.with(Option::is_some))
                described_by=note
            />
            <p class="note" id=note role="status">{remark}</p>
        </section>
    }
}
