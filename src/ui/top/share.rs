//! Sharing: what is in a link is shown before anybody gets it.

use super::super::copy_button::CopyButton;
use super::super::state::{Inspector, KeyText};
use super::super::{inspector, words_of};
use super::browser;
use super::dialog::{Dialog, Tick};
use crate::jose::SecretEncoding;
use crate::learn::page::embed_code;
use crate::lint::Policy;
use crate::panel::Panel;
use crate::place::{self, DemoSecret, Link};
use crate::ui::change;
use crate::ui::kept::Kept;
use crate::words::{policy, share};
use leptos::prelude::*;

const ID: &str = "share";

/// What there is to share, taken when the dialog opens: nothing changes under it.
#[derive(Clone, Copy)]
pub struct Sharing {
    inspector: Inspector,
    offer: Kept<Link>,
    /// Whether the key is a secret that a link may hold as one for demos. It is read when that is asked for.
    has_secret: Kept<bool>,
    with_secret: Kept<bool>,
}

impl Sharing {
    pub fn new() -> Self {
        Self {
            inspector: inspector(),
            offer: Kept::new(Link::default()),
            has_secret: Kept::new(false),
            with_secret: Kept::new(false),
        }
    }

    /// What was said of the secret that stood there before says nothing of the one that stands there now.
    pub fn open(self) {
        self.with_secret.set(false);
        let is_utf8 = self.inspector.encoding.get_untracked() == SecretEncoding::Utf8;
        let is_secret = |key: &KeyText| is_utf8 && place::is_shared_secret(&key.text);
        let has_secret = self.inspector.key.with_untracked(is_secret);
        self.has_secret.set(has_secret);
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
            secret_refused: has_key && key.is_none() && !self.has_secret.get_untracked(),
            demo_secret: None,
            note: None,
            panel: None,
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
    let Sharing {
        inspector,
        offer,
        has_secret,
        with_secret,
    } = sharing;
    let with_key = Kept::new(true);
    let with_clock = Kept::new(true);
    let note = Kept::new(String::new());
    let panel = Kept::new(None);
    let address = Signal::derive(move || {
        let mut link = offer.get();
        link.key = link.key.filter(|_| with_key.get());
        link.now = link.now.filter(|_| with_clock.get());
        let secret = || inspector.key.with(|key| DemoSecret(key.text.clone()));
        link.demo_secret = with_secret.get().then(secret);
        link.note = Some(note.get()).filter(|note| !note.is_empty());
        link.panel = panel.get();
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
    let not_in_it = words_of(move || {
        let words = match has_secret.get() {
            true => share::SECRET,
            false if offer.with(|link| link.secret_refused) => share::NOT_PUBLIC,
            false => "",
        };
        words.to_owned()
    });
    let algorithm = words(offer, |link| {
        link.algorithm.as_deref().map(share::algorithm)
    });
    let policy = words(offer, |link| {
        link.policy.as_ref().map(|_| policy::IN_LINK.to_owned())
    });
    let clock = words(offer, |link| link.now.map(share::clock));
    let secret = words_of(move || match has_secret.get() {
        true => share::DEMO_SECRET.to_owned(),
        false => String::new(),
    });
    let embed = move |()| {
        let link = address.get_untracked();
        let (address, fragment) = link.split_once('#').unwrap_or((&link, ""));
        embed_code(address, &["#", fragment].concat(), share::EMBEDDED)
    };
    let panels =
        Panel::ALL.map(|panel| view! { <option value=panel.name()>{share::panel(panel)}</option> });
    let remark = Signal::derive(move || share::remark(address.with(String::len)));
    // What does not apply is empty, and the style shows nothing of it.
    view! {
        <Dialog id=ID title=share::TITLE>
            <p class="nothing">{nothing}</p>
            <div class="offer">
                <h3>{share::CONTENTS}</h3>
                <p>{share::TOKEN}</p>
                <Tick label=key on=with_key/>
                <p>{not_in_it}</p>
                <p>{algorithm}</p>
                <p>{policy}</p>
                <Tick label=clock on=with_clock/>
                <Tick label=secret on=with_secret/>
                <p>{words_of(move || share::tolerance(inspector.skew.get()).to_owned())}</p>
                <label for="share-note">{share::NOTE}</label>
                <textarea
                    id="share-note"
                    rows="2"
                    maxlength=place::MAX_NOTE.to_string()
                    on:input=change(move |text| note.set(text))
                ></textarea>
                <label for="share-panel">{share::PANEL}</label>
                <select id="share-panel" on:change=change(move |name| panel.set(Panel::from_name(&name)))>
                    <option value="">{share::NO_PANEL}</option>
                    {panels.into_iter().collect::<Vec<_>>()}
                </select>
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
                <p class="copies">
                    <CopyButton label=share::COPY text=move |()| address.get_untracked()/>
                    <CopyButton label=share::COPY_EMBED text=embed/>
                </p>
            </div>
        </Dialog>
    }
}

/// What is said of something that is offered; empty where it is not. One type for all: a view is compiled
/// again for every closure of its own.
fn words(offer: Kept<Link>, say: fn(&Link) -> Option<String>) -> Signal<String> {
    Signal::derive(move || offer.with(say).unwrap_or_default())
}
