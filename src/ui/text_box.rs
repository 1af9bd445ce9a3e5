//! A text box that shows a signal and tells what is typed. The element is made once and only written to when
//! the text came from elsewhere, so that the caret stays with whoever types. Colours, where there are any, lie
//! under it as its children.

use super::browser::{self, Typed};
use super::derived::Derived;
use super::paint::{Look, paint};
use super::shown::shown;
use super::state::Shared;
use super::{inspector, words_of};
use leptos::html::Textarea;
use leptos::prelude::*;
use zeroize::Zeroizing;

#[component]
pub fn TextBox(
    id: &'static str,
    /// What the box holds, when it is not being typed in.
    text: Signal<Zeroizing<String>>,
    #[prop(into)] on_type: Callback<Typed>,
    #[prop(into, optional)] on_leave: Option<Callback<()>>,
    /// Takes a pasted text, or leaves it to the browser.
    #[prop(into, optional)]
    on_paste: Option<Callback<String, bool>>,
    #[prop(into, default = false.into())] read_only: Signal<bool>,
    #[prop(into, default = false.into())] invalid: Signal<bool>,
    #[prop(optional)] described_by: Option<&'static str>,
    /// The painted copy that lies under the box, and shows the text in its place.
    #[prop(optional)]
    under: Option<Derived<Shared<Look>>>,
) -> impl IntoView {
    let inspector = inspector();
    let element = NodeRef::<Textarea>::new();
    // Wiped when it changes: it may be a key.
    let held = StoredValue::new(Zeroizing::new(String::new()));
    Effect::new(move || {
        let Some(element) = element.get() else { return };
        text.with(|text| {
            if held.with_value(|held| held != text) {
                held.with_value(|held| browser::rewrite(&element, held, text));
                held.set_value(text.clone());
            }
        });
    });
    let typed = move |_| {
        if let Some(element) = element.get_untracked() {
            let typed = browser::typed(&element);
            held.set_value(Zeroizing::new(typed.text.clone()));
            on_type.run(typed);
        }
    };
    view! {
        <div class="field">
            {under.map(|look| shown("div", move || look.with(|look| paint(look))))}
            <textarea
                id=id
                node_ref=element
                rows="1"
                spellcheck="false"
                autocomplete="off"
                autocapitalize="off"
                translate="no"
                prop:readOnly=read_only
                aria-invalid=words_of(move || invalid.get().to_string())
                aria-describedby=described_by
                on:input=typed
                on:beforeinput=move |event| match event.input_type().as_str() {
                    "historyUndo" => browser::instead(&event, || inspector.undo()),
                    "historyRedo" => browser::instead(&event, || inspector.redo()),
                    _ => {}
                }
                on:paste=move |event| {
                    let Some(take) = on_paste else { return };
                    if browser::paste::pasted(&event).is_some_and(|text| take.run(text)) {
                        event.prevent_default();
                    }
                }
                on:mousemove=move |event| {
                    if let Some(at) = browser::pointer::in_box(&event) {
                        inspector.point_in_box(id, at);
                    }
                }
                on:blur=move |_| {
                    if let Some(leave) = on_leave {
                        leave.run(());
                    }
                }
            ></textarea>
        </div>
    }
}
