//! A part as base64url characters, bytes and text, one above the other: four characters carry three bytes.

use super::derived::Derived;
use super::kept::Kept;
use super::shown::shown;
use super::state::{Inspector, Shared};
use super::{browser, if_so, inspector, press, words_of};
use crate::jose::edit::Editable;
use crate::jose::octets::Quad;
use crate::jose::{Carrier, Span};
use crate::lint::Place;
use crate::node::{Node, el};
use crate::paint::{Reading, readings};
use crate::panel::Panel;
use crate::words::{labels, octets};
use leptos::prelude::*;

/// Groups of four characters that are shown at first, and added by "more".
const STEP: usize = 96;

/// What is shown of a group.
struct Group {
    letters: Vec<(Place, char)>,
    octets: Vec<(Place, u8, Reading)>,
}

#[component]
pub fn Octets(part: Editable) -> impl IntoView {
    let inspector = inspector();
    let panel = match part {
        Editable::Header => Panel::HeaderBytes,
        Editable::Payload => Panel::PayloadBytes,
    };
    let is_open = Kept::new(false);
    let most = Kept::new(STEP);
    let groups = Derived::new(move || {
        let count = if is_open.get() { most.get() } else { 0 };
        Shared::new(groups(inspector, part, count))
    });
    let cells = shown("ol", move || {
        let cells = groups.with(|groups| groups.iter().map(cell).collect::<Vec<_>>());
        el("ol").class("octets").with_all(cells)
    });
    let has_more = move || {
        is_open.get()
            && inspector.source.with(|source| {
                Carrier::of(source, part).is_some_and(|carrier| carrier.quad_count() > most.get())
            })
    };
    let said = move || {
        let octets = inspector.pointed_octets(part);
        let said = octets.and_then(|octets| {
            let said = |carrier: Carrier| octets::said(&carrier, octets);
            inspector
                .source
                .with(|source| Carrier::of(source, part).map(said))
        });
        said.unwrap_or_else(|| octets::HINT.to_owned())
    };
    view! {
        <details class="fold" id=panel.name() on:toggle=move |event| is_open.put(browser::is_open(&event))>
            <summary>{octets::TITLE}</summary>
            <p class="note">{words_of(said)}</p>
            {cells}
            <button hidden=if_so(move || !has_more()) on:click=press(move || most.set(most.get_untracked() + STEP))>
                {labels::MORE}
            </button>
        </details>
    }
}

fn groups(inspector: Inspector, part: Editable, count: usize) -> Vec<Group> {
    inspector.source.with(|source| {
        let octets = match part {
            Editable::Header => source.header_bytes(),
            Editable::Payload => source.payload_bytes(),
        };
        let octets = octets.unwrap_or_default();
        let Some(carrier) = Carrier::of(source, part) else {
            return Vec::new();
        };
        let quads = carrier.quads(0, count);
        let quads = quads.into_iter();
        quads
            .map(|quad| group(&carrier, part, &octets, quad))
            .collect()
    })
}

fn group(carrier: &Carrier, part: Editable, octets: &[u8], quad: Quad) -> Group {
    let place = |at| {
        let span = Span::new(at, at + 1);
        match part {
            Editable::Header => Place::Header(span),
            Editable::Payload => Place::Payload(span),
        }
    };
    let letters = carrier.letters(quad).into_iter();
    let read = quad.octets.range().zip(readings(octets, quad.octets));
    Group {
        letters: letters
            .map(|(at, letter)| (Place::Token(Span::new(at, at + 1)), letter))
            .collect(),
        octets: read
            .filter_map(|(at, reading)| Some((place(at), *octets.get(at)?, reading)))
            .collect(),
    }
}

fn cell(group: &Group) -> Node {
    let letters = group.letters.iter();
    let letters = letters.map(|(place, letter)| span("letter", *place, &letter.to_string()));
    let octets = group.octets.iter();
    let octets = octets.flat_map(|(place, octet, reading)| {
        [
            span("octet", *place, &format!("{octet:02x}")),
            span(reading.name(), *place, &reading.sign().to_string()),
        ]
    });
    el("li").with_all(letters.chain(octets))
}

fn span(class: &'static str, place: Place, text: &str) -> Node {
    el("span")
        .class(class)
        .set("data-place", &place.name())
        .say(text)
}
