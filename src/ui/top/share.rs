//! Sharing: what is in a link is shown before anybody gets it.

use super::super::copy_button::CopyButton;
use super::super::state::Inspector;
use super::super::{inspector, words_of};
use super::browser;
use super::dialog::{Dialog, Tick};
use crate::lint::Policy;
use crate::place::{self, Link};
use crate::ui::kept::Kept;
use crate::words::{policy, share};
use leptos::prelude::*;

const ID: &str = "share";

/// What there is to share, taken when the dialog opens: nothing changes under it.
#[derive(Clone, Copy)]
pub struct Sharing {
    inspector: Inspector,
    offer: Kept<Link>,
}

impl Sharing {
    pub fn new() -> Self {
        Self {
            inspector: inspector(),
            offer: Kept::new(Link::default()),
        }
    }

    pub fn open(self) {
        self.offer.set(self.on_the_page());
        browser::dialog::open(ID);
    }

    /// All that a link may hold of what is on the page.
    fn on_the_page(self) -> Link {
        let page = self.inspector;
        let text = page
            .source
            .with_untracked(|source| source.cleaned.text.clone());
        let key = page.key.with_untracked(|key| {
            place::is_public(&key.text).then(|| key.text.as_str().to_owned())
        });
        let has_key = page.key.with_untracked(|key| !key.text.is_empty());
        let algorithm = page.required.get_untracked();
        Link {
            token: Some(text).filter(|text| !text.is_empty()),
            secret_refused: has_key && key.is_none(),
            key,
            now: page.frozen_now.get_untracked(),
            algorithm: Some(algorithm).filter(|name| name != "token"),
            unknown_algorithm: None,
            policy: Some(page.policy.get_untracked()).filter(|policy| *policy != Policy::default()),
        }
    }
}

#[component]
pub fn Share(sharing: Sharing) -> impl IntoView {
    let Sharing { inspector, offer } = sharing;
    let with_key = Kept::new(true);
    let with_clock = Kept::new(true);
    let address = Signal::derive(move || {
        let mut link = offer.get();
        link.key = link.key.filter(|_| with_key.get());
        link.now = link.now.filter(|_| with_clock.get());
        format!("{}#{}", browser::address(), link.to_fragment())
    });
    let key = Signal::derive(move || match offer.with(|link| link.key.is_some()) {
        true => inspector.key_input.with(|input| share::key(input)),
        false => String::new(),
    });
    let nothing = words(offer, |link| match link.token {
        None => Some(share::NOTHING.to_owned()),
        Some(_) => None,
    });
    let not_public = words(offer, |link| {
        link.secret_refused.then(|| share::NOT_PUBLIC.to_owned())
    });
    let algorithm = words(offer, |link| {
        link.algorithm.as_deref().map(share::algorithm)
    });
    let policy = words(offer, |link| {
        link.policy.as_ref().map(|_| policy::IN_LINK.to_owned())
    });
    let clock = words(offer, |link| link.now.map(share::clock));
    let remark = Signal::derive(move || share::remark(address.with(String::len)));
    // What does not apply is empty, and the style shows nothing of it.
    view! {
        <Dialog id=ID title=share::TITLE>
            <p class="nothing">{nothing}</p>
            <div class="offer">
                <h3>{share::CONTENTS}</h3>
                <p>{share::TOKEN}</p>
                <Tick label=key on=with_key/>
                <p>{not_public}</p>
                <p>{algorithm}</p>
                <p>{policy}</p>
                <Tick label=clock on=with_clock/>
                <p>{words_of(move || share::tolerance(inspector.skew.get()).to_owned())}</p>
                <label for="share-link">{share::LINK}</label>
                <textarea
                    id="share-link"
                    rows="4"
                    readonly
                    autocomplete="off"
                    spellcheck="false"
                    translate="no"
                    prop:value=address
                ></textarea>
                <p class="hint">{remark}</p>
                <CopyButton label=share::COPY text=move |()| address.get_untracked()/>
            </div>
        </Dialog>
    }
}

/// What is said of something that is offered; empty where it is not. One type for all: a view is compiled
/// again for every closure of its own.
fn words(offer: Kept<Link>, say: fn(&Link) -> Option<String>) -> Signal<String> {
    Signal::derive(move || offer.with(say).unwrap_or_default())
}
