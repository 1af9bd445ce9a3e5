//! The key in other forms, for the clipboard.

use crate::jose::alg::Algorithm;
use crate::jose::key::export::{Half, JwkMembers, jwk, pem};
use crate::ui::browser::clipboard;
use crate::ui::menu::Menu;
use crate::ui::notice::Notice;
use crate::ui::state::Inspector;
use crate::ui::{inspector, words_of};
use crate::words::labels;
use leptos::prelude::*;
use zeroize::Zeroizing;

/// How long it is said what came of it, in milliseconds.
const MOMENT: i32 = 4000;

#[component]
pub fn Exports() -> impl IntoView {
    let inspector = inspector();
    let said = Notice::new();
    let copy = move |index: usize| match exported(inspector, index) {
        Some(text) => clipboard::copy(&text, move |done| {
            let words = if done {
                labels::COPIED
            } else {
                labels::NOT_COPIED
            };
            said.say(words, MOMENT);
        }),
        None => said.say(labels::NO_SUCH_FORM, MOMENT),
    };
    view! {
        <Menu label=labels::COPY_KEY_AS id="copy-key" items=labels::KEY_FORMS.map(str::to_owned).to_vec() on_choose=copy/>
        <span class="said" role="status">{words_of(move || said.words().to_owned())}</span>
    }
}

/// The key in the form of an index of [`labels::KEY_FORMS`].
fn exported(inspector: Inspector, index: usize) -> Option<Zeroizing<String>> {
    let half = match index {
        0 | 2 => Half::Public,
        _ => Half::Private,
    };
    inspector.key_input.with_untracked(|input| {
        let key = input.single()?;
        let meta = input.single_meta();
        // Its name and its algorithm go along, as tokens may ask for them.
        let about = JwkMembers {
            alg: meta.and_then(|meta| Algorithm::from_name(meta.alg.as_deref()?)),
            kid: meta.and_then(|meta| meta.kid.as_deref()),
        };
        match index {
            0 | 1 => jwk(key, half, about),
            _ => pem(key, half),
        }
    })
}
