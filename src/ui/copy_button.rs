//! A button that copies a text, and says for a moment that it did.

use super::browser;
use crate::words::labels;
use leptos::prelude::*;

/// How long it is said that something was copied, in milliseconds.
const MOMENT: i32 = 1500;

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
    // What came of pressing it: `copied`, `refused`, or nothing yet.
    let outcome = RwSignal::new("");
    let presses = StoredValue::new(0_u32);
    let press = move |_| {
        presses.update_value(|presses| *presses = presses.wrapping_add(1));
        let this = presses.get_value();
        browser::clipboard::copy(&text.run(()), move |copied| {
            if !copied {
                return outcome.set("refused");
            }
            outcome.set("copied");
            browser::after(MOMENT, move || {
                // Pressed again meanwhile, it is said for another moment.
                if presses.try_get_value() == Some(this) {
                    outcome.set("");
                }
            });
        });
    };
    view! {
        <button
            type="button"
            class="copy"
            aria-label=name
            data-outcome=Signal::derive(move || outcome.get())
            on:click=press
            on:blur=move |_| outcome.set("")
        >
            <span class="label">{label}</span>
            <span class="copied" aria-hidden="true">{labels::COPIED}</span>
        </button>
        <span class="outcome" role="status">{Signal::derive(move || labels::copying(outcome.get()).to_owned())}</span>
    }
}
