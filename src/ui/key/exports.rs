//! The key in other forms, for the clipboard.

use crate::jose::KeyInput;
use crate::jose::key::export::{Half, JwkMembers, jwk};
use crate::ui::browser::clipboard;
use crate::ui::menu::Menu;
use crate::ui::state::{Inspector, Shared};
use crate::ui::{inspector, words_of};
use crate::words::labels;
use leptos::prelude::*;
use zeroize::Zeroizing;

/// In the order of their labels.
const HALVES: [Half; 2] = [Half::Public, Half::Private];

#[component]
pub fn Exports() -> impl IntoView {
    let inspector = inspector();
    let said = RwSignal::new("");
    let copy = move |index: usize| match exported(inspector, index) {
        Some(text) => clipboard::copy(&text, move |done| {
            said.set(if done {
                labels::COPIED
            } else {
                labels::NOT_COPIED
            });
        }),
        None => said.set(labels::NO_SUCH_FORM),
    };
    view! {
        <Menu label=labels::COPY_KEY_AS id="copy-key" items=labels::KEY_FORMS.map(str::to_owned).to_vec() on_choose=copy/>
        <span class="aside" role="status">{words_of(move || said.get().to_owned())}</span>
    }
}

fn exported(inspector: Inspector, index: usize) -> Option<Zeroizing<String>> {
    let half = HALVES.get(index)?;
    let copy = |input: &Shared<KeyInput>| jwk(input.single()?, *half, JwkMembers::default());
    inspector.key_input.with_untracked(copy)
}
