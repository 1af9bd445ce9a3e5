//! An explanation that is made only while it is open: a list of facts under a title.

use super::derived::Derived;
use super::kept::Kept;
use super::state::Inspector;
use super::{browser, if_so, inspector};
use crate::learn::{Place, about};
use crate::lint;
use crate::panel::Panel;
use crate::words::fact::Fact;
use crate::words::{labels, learn};
use leptos::prelude::*;

#[component]
pub fn Facts(
    panel: Panel,
    title: &'static str,
    /// What there is to say; asked while it is open.
    say: fn(Inspector) -> Vec<Fact>,
) -> impl IntoView {
    let inspector = inspector();
    let is_open = Kept::new(false);
    let facts = Derived::new(move || match is_open.get() {
        true => say(inspector),
        false => Vec::new(),
    });
    let rows = move || facts.with(|facts| rows(facts));
    let is_empty = if_so(move || is_open.get() && facts.with(Vec::is_empty));
    view! {
        <details class="fold" id=panel.name() on:toggle=move |event| is_open.put(browser::is_open(&event))>
            <summary>{title}</summary>
            <p class="note" hidden=if_so(move || !is_empty.get())>{labels::NOTHING_TO_EXPLAIN}</p>
            <dl class="facts">{rows}</dl>
        </details>
    }
}

/// The rows of a list of facts.
pub fn rows(facts: &[Fact]) -> Vec<impl IntoView + use<>> {
    facts.iter().map(row).collect()
}

fn row(fact: &Fact) -> impl IntoView + use<> {
    let place = fact.place;
    let lesson = about(&fact.name).filter(|_| place.is_some() && fact.depth == 0);
    view! {
        <div
            data-mark=fact.tone.name()
            data-place=place.map(lint::Place::name)
            style:--depth=fact.depth.to_string()
        >
            <dt>{fact.name.clone()}</dt>
            <dd>
                <code>{value(fact)}</code>
                <p>{fact.meaning.clone()}</p>
            </dd>
            <dd class="source">
                {fact.source}
                <button type="button" data-show hidden=place.is_none()>
                    {labels::SHOW} <span class="aside">" " {fact.name.clone()}</span>
                </button>
                " "
                <a href=lesson.map(Place::to_fragment) hidden=lesson.is_none()>
                    {learn::LEARN_WHY} <span class="aside">" " {fact.name.clone()}</span>
                </a>
            </dd>
        </div>
    }
}

/// The value, with the stretch marked that is not as expected.
fn value(fact: &Fact) -> impl IntoView + use<> {
    let (start, end) = fact.differs.map_or((0, 0), |span| (span.start, span.end));
    let (same, rest) = fact
        .value
        .split_at_checked(start)
        .unwrap_or((&fact.value, ""));
    let (differs, rest) = rest
        .split_at_checked(end.saturating_sub(start))
        .unwrap_or((rest, ""));
    let mark = fact.differs.map(|_| "edited");
    view! { {same.to_owned()} <b data-mark=mark>{differs.to_owned()}</b> {rest.to_owned()} }
}
