//! A button that copies a text, and says for a moment that it did.

use super::notice::Notice;
use super::{browser, press, words_of};
use crate::words::labels;
use leptos::prelude::*;

/// How long it is said that something was copied, in milliseconds.
const MOMENT: i32 = 1500;
/// And that it was not, which takes reading.
const LONG_MOMENT: i32 = 10_000;

#[component]
pub fn CopyButton(
    label: &'static str,
    /// What to copy, asked when the button is pressed.
    #[prop(into)]
    text: Callback<(), String>,
    /// For those who do not see what the button stands beside: "Copy the header".
    #[prop(optional)]
    name: Option<&'static str>,
) -> impl IntoView {
    // What came of pressing it: `copied`, `refused`, `nothing` to copy, or none of it yet.
    let outcome = Notice::new();
    let copy = press(move || {
        let text = text.run(());
        if text.is_empty() {
            return outcome.say("nothing", LONG_MOMENT);
        }
        browser::clipboard::copy(&text, move |copied| match copied {
            true => outcome.say("copied", MOMENT),
            false => outcome.say("refused", LONG_MOMENT),
        });
    });
    view! {
        <button
            type="button"
            class="copy"
            aria-label=name
            data-outcome=words_of(move || outcome.words().to_owned())
            on:click=copy
            on:blur=move |_| outcome.end()
        >
            <span class="label">{label}</span>
            <span class="copied" aria-hidden="true">{labels::COPIED}</span>
        </button>
        <span class="outcome" role="status">{words_of(move || labels::copying(outcome.words()).to_owned())}</span>
    }
}
