//! An explanation that is made only while it is open: a list of facts under a title.

use super::derived::Derived;
use super::kept::Kept;
use super::shown::shown;
use super::state::Inspector;
use super::{browser, if_so, inspector};
use crate::learn::{Place, about};
use crate::lint;
use crate::node::{Node, el, text};
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
    let rows = shown("dl", move || facts.with(|facts| list(facts)));
    let is_empty = if_so(move || is_open.get() && facts.with(Vec::is_empty));
    view! {
        <details class="fold" id=panel.name() on:toggle=move |event| is_open.put(browser::is_open(&event))>
            <summary>{title}</summary>
            <p class="note" hidden=if_so(move || !is_empty.get())>{labels::NOTHING_TO_EXPLAIN}</p>
            {rows}
        </details>
    }
}

/// A list of facts.
pub fn list(facts: &[Fact]) -> Node {
    el("dl").class("facts").with_all(facts.iter().map(row))
}

fn row(fact: &Fact) -> Node {
    let lesson = about(&fact.name).filter(|_| fact.place.is_some() && fact.depth == 0);
    let meaning = el("dd").with(value(fact)).with(el("p").say(&fact.meaning));
    let source = el("dd")
        .class("source")
        .say(fact.source)
        .with_all(ways(fact.place, lesson, &fact.name));
    el("div")
        .set("data-mark", fact.tone.name())
        .set_some("data-place", fact.place.map(lint::Place::name).as_deref())
        .set("--depth", &fact.depth.to_string())
        .with(el("dt").say(&fact.name))
        .with(meaning)
        .with(source)
}

/// From what is said of something to where it stands, and to the lesson on it.
pub fn ways(place: Option<lint::Place>, lesson: Option<Place>, name: &str) -> Vec<Node> {
    let aside = || el("span").class("aside").say(" ").say(name);
    let show = el("button")
        .set("type", "button")
        .set("data-show", "")
        .set_if(place.is_none(), "hidden")
        .say(labels::SHOW)
        .with(aside());
    let mut ways = vec![show];
    if let Some(lesson) = lesson {
        let learn = el("a")
            .set("href", &lesson.to_fragment())
            .say(learn::LEARN_WHY)
            .with(aside());
        ways.extend([text(" "), learn]);
    }
    ways
}

/// The value, with the stretch marked that is not as expected.
fn value(fact: &Fact) -> Node {
    let (start, end) = fact.differs.map_or((0, 0), |span| (span.start, span.end));
    let (same, rest) = fact
        .value
        .split_at_checked(start)
        .unwrap_or((&fact.value, ""));
    let (differs, rest) = rest
        .split_at_checked(end.saturating_sub(start))
        .unwrap_or((rest, ""));
    marked(same, differs, rest)
}

/// A value of which a stretch is marked, if there is one.
pub fn marked(before: &str, stretch: &str, after: &str) -> Node {
    let mark = Some("edited").filter(|_| !stretch.is_empty());
    el("code")
        .say(before)
        .with(el("b").set_some("data-mark", mark).say(stretch))
        .say(after)
}
