//! Header or payload, decoded and editable, with notes on what its members mean.

use super::copy_button::CopyButton;
use super::explained;
use super::facts::Facts;
use super::octets::Octets;
use super::paint::Look;
use super::part::Part;
use super::shown::shown;
use super::state::{Inspector, Shared};
use super::text_box::TextBox;
use super::{if_so, inspector, press, words_of};
use crate::jose::edit::Editable;
use crate::node::{Node, el};
use crate::panel::Panel;
use crate::ui::derived::Derived;
use crate::words::fact::Fact;
use crate::words::labels;
use crate::words::notes::Noted;
use leptos::prelude::*;
use zeroize::Zeroizing;

#[component]
pub fn PartPanel(part: Editable) -> impl IntoView {
    let inspector = inspector();
    let state = Part::new(inspector, part);
    let (class, id, note, title, hint, copy, copy_as_signed) = match part {
        Editable::Header => (
            "panel part header",
            "header-json",
            "header-note",
            labels::HEADER,
            labels::HEADER_HINT,
            labels::COPY_HEADER,
            labels::COPY_HEADER_AS_SIGNED,
        ),
        Editable::Payload => (
            "panel part payload",
            "payload-json",
            "payload-note",
            labels::PAYLOAD,
            labels::PAYLOAD_HINT,
            labels::COPY_PAYLOAD,
            labels::COPY_PAYLOAD_AS_SIGNED,
        ),
    };
    let (panel, explain, facts): (_, _, fn(Inspector) -> Vec<Fact>) = match part {
        Editable::Header => (Panel::Header, labels::EXPLAIN_HEADER, explained::header),
        Editable::Payload => (Panel::Payload, labels::EXPLAIN_PAYLOAD, explained::payload),
    };
    let text = Signal::derive(move || Zeroizing::new(state.text.get()));
    let look = Derived::new(move || Shared::new(state.look()));
    view! {
        <section class=class>
            <header>
                <h2><label for=id>{title}</label></h2>
                <p class="hint">{hint}</p>
                <div class="tools">
                    <button hidden=if_so(move || !state.can_be_indented()) on:click=press(move || inspector.indent())>
                        {labels::INDENT}
                    </button>
                    <CopyButton label=labels::COPY name=copy text=move |()| state.text.get_untracked()/>
                    <CopyButton
                        label=labels::COPY_AS_SIGNED name=copy_as_signed
                        text=move |()| inspector.text_as_signed(part)
                    />
                </div>
            </header>
            <TextBox
                id=id
                text=text
                on_type=Callback::new(move |typed| inspector.type_part(part, typed))
                on_leave=Callback::new(move |()| inspector.leave_part(part))
                read_only=Signal::derive(move || !state.is_editable())
                invalid=Signal::derive(move || inspector.is_unapplied(part))
                described_by=note
                under=look
            />
            <p class="note" id=note role="status">{words_of(move || look.with(|look| look.remark.clone()))}</p>
            // The notes once more, as a list: for those who listen, and where there is no room beside the text.
            {shown("dl", move || look.with(|look| notes(look)))}
            <div class="folds">
                <Facts panel=panel title=explain say=facts/>
                <Octets part=part/>
            </div>
        </section>
    }
}

fn notes(look: &Look) -> Node {
    let mut room = look.room().into_iter();
    let row = |noted: &Noted| {
        let room = room.next().map(|room| room.to_string());
        let said = el("dd")
            .set_some("--room", room.as_deref())
            .set("data-mark", noted.note.tone.name());
        let name = el("dt").set_some("--room", room.as_deref());
        [name.say(&noted.name), said.say(&noted.note.text)]
    };
    el("dl")
        .class("notes")
        .with_all(look.notes.iter().flat_map(row))
}
