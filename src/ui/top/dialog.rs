//! What every dialog has: a title, a button that closes it, and Esc.

use crate::ui::kept::Kept;
use crate::ui::{browser, change, if_so, press};
use crate::words::labels;
use leptos::children::TypedChildren;
use leptos::prelude::*;

#[component]
pub fn Dialog<T>(
    id: &'static str,
    title: &'static str,
    /// Not `Children`: a view whose type is forgotten is several times as heavy.
    children: TypedChildren<T>,
) -> impl IntoView
where
    T: IntoView,
{
    view! {
        <dialog id=id aria-label=title>
            <header>
                <h2>{title}</h2>
                <button type="button" on:click=press(move || browser::dialog::close(id))>
                    {labels::CLOSE}
                </button>
            </header>
            <div class="content">{children.into_inner()()}</div>
        </dialog>
    }
}

/// A choice that is made or not.
#[component]
pub fn Tick(#[prop(into)] label: Signal<String>, on: Kept<bool>) -> impl IntoView {
    view! {
        <label class="tick">
            <input
                type="checkbox"
                prop:checked=if_so(move || on.get())
                on:change=change(move |_| on.set(!on.get_untracked()))
            />
            <span>{label}</span>
        </label>
    }
}
