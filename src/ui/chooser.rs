//! Which of several tokens that were found in a pasted text.

use super::browser;
use super::buttons::{CHOOSE, button};
use super::shown::shown;
use super::state::Inspector;
use super::top::dialog::Dialog;
use super::{inspector, words_of};
use crate::jose::extract::{Found, UnverifiedSummary};
use crate::node::{Node, el};
use crate::words::extract;
use leptos::prelude::*;

const ID: &str = "choose";

/// Shows what there is to choose from, once it is there: the first gets the focus.
pub fn open(inspector: Inspector) {
    browser::after(0, move || {
        browser::dialog::open_then(ID, move || inspector.decline_offer());
    });
}

/// Takes one of them, by its place in the list.
pub fn choose(inspector: Inspector, index: &str) {
    browser::dialog::close(ID);
    if let Ok(index) = index.parse() {
        inspector.take_offered(index);
    }
}

#[component]
pub fn Chooser() -> impl IntoView {
    let inspector = inspector();
    let found = move || {
        let offer = inspector.offer.get();
        offer.map_or_else(String::new, |offer| extract::found(&offer.extracted))
    };
    view! {
        <Dialog id=ID title=extract::CHOOSE>
            <p>{words_of(found)} " " {extract::UNVERIFIED}</p>
            {shown("ul", move || choices(inspector))}
        </Dialog>
    }
}

fn choices(inspector: Inspector) -> Node {
    let offer = inspector.offer.get();
    let tokens = offer.iter().flat_map(|offer| &offer.extracted.tokens);
    let choices = tokens.enumerate().map(|(index, found)| {
        let choice = choice(index, found, inspector.now.get());
        el("li").with(choice)
    });
    el("ul").class("chooser").with_all(choices)
}

fn choice(index: usize, found: &Found, now: f64) -> Node {
    let summary = UnverifiedSummary::of(&found.text);
    let about = [
        extract::kind(&summary),
        extract::issuer(&summary),
        extract::expiry(&summary, now),
    ];
    button(CHOOSE)
        .set("value", &index.to_string())
        .set_if(index == 0, "autofocus")
        .with(el("b").say(&extract::choice(index, found)))
        .with(el("span").say(&about.join(" · ")))
}
