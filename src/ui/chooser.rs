//! Which of several tokens that were found in a pasted text.

use super::browser;
use super::state::Inspector;
use super::top::dialog::Dialog;
use super::{inspector, press};
use crate::jose::extract::{Found, UnverifiedSummary};
use crate::words::extract;
use leptos::prelude::*;

const ID: &str = "choose";

/// Shows what there is to choose from, once it is there: the first gets the focus.
pub fn open(inspector: Inspector) {
    browser::after(0, move || {
        browser::dialog::open_then(ID, move || inspector.decline_offer());
    });
}

#[component]
pub fn Chooser() -> impl IntoView {
    let inspector = inspector();
    let rows = move || {
        let now = inspector.now.get();
        let offer = inspector.offer.get();
        let row = |(index, found): (usize, &Found)| {
            let summary = UnverifiedSummary::of(&found.text);
            let about = [
                extract::kind(&summary),
                extract::issuer(&summary),
                extract::expiry(&summary, now),
            ];
            let choose = press(move || {
                browser::dialog::close(ID);
                inspector.take_offered(index);
            });
            view! {
                <li>
                    <button type="button" autofocus=index == 0 on:click=choose>
                        <b>{extract::choice(index, found)}</b>
                        <span>{about.join(" · ")}</span>
                    </button>
                </li>
            }
        };
        let tokens = offer.iter().flat_map(|offer| &offer.extracted.tokens);
        tokens.enumerate().map(row).collect::<Vec<_>>()
    };
    let found = move || {
        let offer = inspector.offer.get();
        offer.map_or_else(String::new, |offer| extract::found(&offer.extracted))
    };
    view! {
        <Dialog id=ID title=extract::CHOOSE>
            <p>{super::words_of(found)} " " {extract::UNVERIFIED}</p>
            <ul class="chooser">{rows}</ul>
        </Dialog>
    }
}
