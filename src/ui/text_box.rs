//! A text box that shows a signal and tells what is typed. The element is made once and only written to when
//! the text came from elsewhere, so that caret and undo stay with whoever types.

use super::browser::{self, Typed};
use leptos::html::Textarea;
use leptos::prelude::*;
use zeroize::Zeroizing;

#[component]
pub fn TextBox<T>(
    id: &'static str,
    /// What the box holds, when it is not being typed in.
    text: Signal<T>,
    /// Lines shown at first.
    rows: usize,
    on_type: impl Fn(Typed) + 'static,
    #[prop(into, optional)] on_leave: Option<Callback<()>>,
    #[prop(into, default = false.into())] read_only: Signal<bool>,
    #[prop(into, default = false.into())] invalid: Signal<bool>,
    #[prop(optional)] described_by: Option<&'static str>,
) -> impl IntoView
where
    T: AsRef<str> + Send + Sync + 'static,
{
    let element = NodeRef::<Textarea>::new();
    // Wiped when it changes: it may be a key.
    let held = StoredValue::new(Zeroizing::new(String::new()));
    Effect::new(move || {
        let Some(element) = element.get() else { return };
        text.with(|text| {
            let text = text.as_ref();
            if held.with_value(|held| held.as_str() != text) {
                element.set_value(text);
                held.set_value(Zeroizing::new(text.to_owned()));
            }
        });
    });
    let typed = move |_| {
        if let Some(element) = element.get_untracked() {
            let typed = browser::typed(&element);
            held.set_value(Zeroizing::new(typed.text.clone()));
            on_type(typed);
        }
    };
    view! {
        <textarea
            id=id
            node_ref=element
            rows=rows
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
