//! One of a few, side by side.

use crate::ui::{change, if_so};
use leptos::prelude::*;

#[component]
pub fn Segments(
    legend: &'static str,
    name: &'static str,
    /// Each with its value and its label.
    choices: Vec<(&'static str, &'static str)>,
    /// The value of the one that is chosen.
    chosen: Signal<&'static str>,
    /// Gets the place of the one that is chosen now.
    #[prop(into)]
    on_choose: Callback<usize>,
) -> impl IntoView {
    let radio = |(index, (value, label)): (usize, (&'static str, &'static str))| {
        view! {
            <label>
                <input
                    type="radio"
                    name=name
                    value=value
                    prop:checked=if_so(move || chosen.get() == value)
                    on:change=change(move |_| on_choose.run(index))
                />
                <span>{label}</span>
            </label>
        }
    };
    let radios: Vec<_> = choices.into_iter().enumerate().map(radio).collect();
    view! {
        <fieldset class="choice">
            <legend>{legend}</legend>
            <div class="segments">{radios}</div>
        </fieldset>
    }
}
