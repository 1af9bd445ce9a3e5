//! A text box that shows a signal and tells what is typed. The element is made once and only written to when
//! the text came from elsewhere, so that caret and undo stay with whoever types.

use super::browser::{self, Typed};
use leptos::html::Textarea;
use leptos::prelude::*;

#[component]
pub fn TextBox(
    id: &'static str,
    /// What the box holds, when it is not being typed in.
    #[prop(into)]
    text: Signal<String>,
    /// Lines shown at first.
    rows: usize,
    on_type: impl Fn(Typed) + 'static,
    #[prop(into, optional)] on_leave: Option<Callback<()>>,
    #[prop(into, default = false.into())] read_only: Signal<bool>,
    #[prop(into, default = false.into())] invalid: Signal<bool>,
    #[prop(optional)] described_by: &'static str,
    #[prop(optional)] placeholder: &'static str,
) -> impl IntoView {
    let element = NodeRef::<Textarea>::new();
    let held = StoredValue::new(String::new());
    Effect::new(move || {
        let Some(element) = element.get() else { return };
        text.with(|text| {
            if held.with_value(|held| held != text) {
                element.set_value(text);
                held.set_value(text.clone());
            }
        });
    });
    let typed = move |_| {
        if let Some(element) = element.get_untracked() {
            let typed = browser::typed(&element);
            held.set_value(typed.text.clone());
            on_type(typed);
        }
    };
    view! {
        <textarea
            id=id
            node_ref=element
            rows=rows
            placeholder=placeholder
            spellcheck="false"
            autocomplete="off"
            autocapitalize="off"
            translate="no"
            prop:readOnly=move || read_only.get()
            aria-invalid=move || invalid.get().to_string()
            aria-describedby=described_by
            on:input=typed
            on:blur=move |_| {
                if let Some(leave) = on_leave {
                    leave.run(());
                }
            }
        ></textarea>
    }
}
