//! Another token beside this one: what differs.

use crate::jose::Source;
use crate::jose::versus::differences;
use crate::ui::derived::Derived;
use crate::ui::kept::Kept;
use crate::ui::{change, facts, inspector, words_of};
use crate::words::fact::Fact;
use crate::words::{labels, versus};
use leptos::prelude::*;

#[component]
pub fn Comparison() -> impl IntoView {
    let inspector = inspector();
    let other = Kept::new(String::new());
    let said = Derived::new(move || {
        let other = other.with(|text| Source::read(text));
        other.jws().is_some().then(|| {
            let found = inspector.source.with(|source| differences(source, &other));
            versus::said(&found)
        })
    });
    let sentence = move || {
        said.with(|said| match said {
            Some(said) => said.sentence.clone(),
            None if other.with(String::is_empty) => versus::HINT.to_owned(),
            None => versus::NO_TOKEN.to_owned(),
        })
    };
    let rows = move || {
        said.with(|said| {
            let rows = said.iter().flat_map(|said| &said.rows);
            let facts: Vec<Fact> = rows.map(versus::fact).collect();
            facts::rows(inspector, &facts)
        })
    };
    view! {
        <details class="fold">
            <summary>{versus::TITLE}</summary>
            <label for="other">{labels::OTHER_TOKEN}</label>
            // It is none of what the page undoes: the browser does.
            <textarea
                id="other"
                class="other"
                rows="3"
                spellcheck="false"
                autocomplete="off"
                autocapitalize="off"
                translate="no"
                data-own-undo
                aria-describedby="other-note"
                on:input=change(move |text| other.set(text))
            ></textarea>
            <p class="note" id="other-note" role="status">{words_of(sentence)}</p>
            <dl class="facts">{rows}</dl>
        </details>
    }
}
