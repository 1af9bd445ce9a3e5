//! A menu of things to do: a list of buttons that opens and closes, by mouse and by keyboard.

use super::{browser, press};
use leptos::html::Details;
use leptos::prelude::*;

#[component]
pub fn Menu(
    label: &'static str,
    id: &'static str,
    items: Vec<String>,
    /// Gets the place of the chosen item.
    #[prop(into)]
    on_choose: Callback<usize>,
) -> impl IntoView {
    let details = NodeRef::<Details>::new();
    let close = move || {
        if let Some(details) = details.get_untracked() {
            details.set_open(false);
        }
    };
    let step = move |forward| {
        if let Some(details) = details.get_untracked() {
            details.set_open(true);
            browser::focus_next(&details, forward);
        }
    };
    let item = |(index, label): (usize, String)| {
        let choose = press(move || {
            close();
            browser::focus(id);
            on_choose.run(index);
        });
        view! { <li><button type="button" on:click=choose>{label}</button></li> }
    };
    let items: Vec<_> = items.into_iter().enumerate().map(item).collect();
    view! {
        <details
            class="menu"
            node_ref=details
            on:keydown=move |event| {
                match event.key().as_str() {
                    "Escape" => browser::instead(&event, || {
                        close();
                        browser::focus(id);
                    }),
                    "ArrowDown" => browser::instead(&event, || step(true)),
                    "ArrowUp" => browser::instead(&event, || step(false)),
                    _ => {}
                }
            }
            on:focusout=move |event| {
                if let Some(details) = details.get_untracked()
                    && browser::leaves(&event, &details)
                {
                    details.set_open(false);
                }
            }
        >
            <summary id=id>{label}</summary>
            // Safari gives a pressed button no focus: then the list has it, and it has not left the menu.
            <ul tabindex="-1">{items}</ul>
        </details>
    }
}
