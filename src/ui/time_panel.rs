//! The clock: what now is, and how far clocks may differ.

use super::{browser, inspector};
use crate::words::{labels, moment};
use leptos::prelude::*;

#[component]
pub fn TimePanel() -> impl IntoView {
    let inspector = inspector();
    let options = labels::SKEWS.map(|(label, seconds)| {
        view! { <option value=seconds.to_string()>{label}</option> }
    });
    let is_frozen = move || inspector.frozen_now.get().is_some();
    let clock = move || {
        let now = moment::utc(inspector.now.get().floor());
        if is_frozen() {
            format!("{} {now}", labels::CLOCK_FROM_LINK)
        } else {
            now
        }
    };
    let back = move |_| {
        inspector.use_real_clock();
        // The button goes; whoever pressed it by keyboard stays near.
        browser::focus("skew");
    };
    view! {
        <section class="panel time">
            <header>
                <h2>{labels::NOW}</h2>
                <p class="hint">{clock}</p>
            </header>
            <p class="choice">
                <label for="skew">{labels::SKEW}</label>
                <select
                    id="skew"
                    prop:value=move || inspector.skew.get().to_string()
                    on:change=move |event| {
                        inspector.skew.set(event_target_value(&event).parse().unwrap_or(0));
                    }
                >
                    {options}
                </select>
                <button hidden=move || !is_frozen() on:click=back>
                    {labels::REAL_CLOCK}
                </button>
            </p>
        </section>
    }
}
