//! Another token beside this one: what differs.

use crate::jose::extract::{Paste, kind_of_paste};
use crate::jose::versus::differences;
use crate::jose::{Source, Token};
use crate::ui::browser::Typed;
use crate::ui::derived::Derived;
use crate::ui::shown::shown;
use crate::ui::state::Inspector;
use crate::ui::text_box::TextBox;
use crate::ui::{facts, inspector, words_of};
use crate::words::fact::Fact;
use crate::words::{labels, versus};
use leptos::prelude::*;
use zeroize::Zeroizing;

#[component]
pub fn Comparison() -> impl IntoView {
    let inspector = inspector();
    let said = Derived::new(move || said(inspector));
    let sentence = words_of(move || said.with(|(sentence, _)| sentence.clone()));
    let rows = shown("dl", move || said.with(|(_, facts)| facts::list(facts)));
    view! {
        <details class="fold other">
            <summary>{versus::TITLE}</summary>
            <label for="other">{labels::OTHER_TOKEN}</label>
            <TextBox
                id="other"
                text=Signal::derive(move || Zeroizing::new(inspector.other.get()))
                on_type=Callback::new(move |typed: Typed| inspector.type_other(typed.text))
                described_by="other-note"
            />
            <p class="note" id="other-note" role="status">{sentence}</p>
            {rows}
        </details>
    }
}

/// A sentence, and what differs.
fn said(inspector: Inspector) -> (String, Vec<Fact>) {
    let other = inspector.other.with(|text| read(text));
    let instead = match &other.token {
        Token::Empty => Some(versus::HINT),
        Token::Jwe(_) => Some(versus::ENCRYPTED),
        _ if !is_comparable(&other) => Some(versus::NO_TOKEN),
        _ if !inspector.source.with(|source| is_comparable(source)) => Some(versus::NONE_HERE),
        _ => None,
    };
    if let Some(instead) = instead {
        return (instead.to_owned(), Vec::new());
    }
    let found = inspector.source.with(|source| differences(source, &other));
    let said = versus::said(&found);
    (said.sentence, said.rows.iter().map(versus::fact).collect())
}

/// The token of a text, or the first that is found in it, as in a paste.
fn read(text: &str) -> Source {
    let found = match kind_of_paste(text) {
        Paste::Tokens(found) => found.tokens.into_iter().next(),
        _ => None,
    };
    Source::read(found.as_ref().map_or(text, |found| &found.text))
}

fn is_comparable(source: &Source) -> bool {
    source.jws().is_some_and(|jws| jws.header.is_ok())
}
