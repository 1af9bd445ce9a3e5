//! The key: how it is read, which algorithm is required, and what an edit does to the signature.

mod exports;
mod generate;
mod segments;
mod signatures;

use super::explained;
use super::facts::Facts;
use super::state::OnEdit;
use super::text_box::TextBox;
use super::{change, if_so, inspector, press, words_of};
use crate::jose::SecretEncoding;
use crate::jose::alg::{Algorithm, SUPPORTED};
use crate::panel::Panel;
use crate::ui::kept::Kept;
use crate::words::{self, labels};
use exports::Exports;
use generate::Generate;
use leptos::prelude::*;
use segments::Segments;
use signatures::Signatures;

#[component]
pub fn KeyPanel() -> impl IntoView {
    let inspector = inspector();
    let is_hidden = Kept::new(false);
    let recognised = words_of(move || {
        inspector.key_input.with(|key| {
            inspector
                .signature
                .with(|check| words::key::recognised_and_used(key, check))
        })
    });
    let remark = move || {
        let from = inspector.from_link.get();
        match () {
            () if from.secret_refused => labels::SECRET_IN_LINK,
            () if from.demo_secret => labels::DEMO_SECRET,
            () if from.key => labels::KEY_FROM_LINK,
            () if inspector.key.with(|key| key.of_example) => labels::KEY_OF_EXAMPLE,
            () => "",
        }
    };
    let signing = move || match inspector.sign_problem.get() {
        _ if inspector.is_signing.get() => labels::SIGNING.to_owned(),
        _ if inspector.is_making.get() => labels::MAKING.to_owned(),
        Some(problem) => problem,
        None => String::new(),
    };
    let text = Signal::derive(move || inspector.key.with(|key| key.text.clone()));
    view! {
        <section class="panel key">
            <header>
                <h2><label for="key">{labels::KEY}</label></h2>
                <p class="hint">{words_of(move || remark().to_owned())}</p>
                <div class="tools">
                    <Generate/>
                    <Exports/>
                    <button on:click=press(move || is_hidden.set(!is_hidden.get_untracked()))>
                        {words_of(move || labels::hide_key(is_hidden.get()).to_owned())}
                    </button>
                    <button on:click=press(move || inspector.clear_key())>
                        {labels::CLEAR} <span class="aside">" " {labels::KEY_NOUN}</span>
                    </button>
                </div>
            </header>
            <div class="secret" class:is-hidden=if_so(move || is_hidden.get())>
                <TextBox
                    id="key"
                    text=text
                    on_type=Callback::new(move |typed| inspector.type_key(typed))
                    described_by="key-note"
                />
            </div>
            <div class="reading">
                <p class="note recognised" id="key-note">{recognised}</p>
                <Encodings/>
            </div>
            <Signatures/>
            <div class="folds">
                <Facts panel=Panel::Key title=labels::EXPLAIN_KEY say=explained::key/>
                <Facts panel=Panel::Signature title=labels::EXPLAIN_SIGNATURE say=explained::signature/>
            </div>
            <div class="choices">
                <OnEditChoice/>
                <RequiredAlgorithm/>
            </div>
            <p class="note" role="status">{words_of(signing)}</p>
        </section>
    }
}

#[component]
fn Encodings() -> impl IntoView {
    let inspector = inspector();
    let choices = SecretEncoding::ALL
        .map(|encoding| (encoding.name(), words::key::encoding_name(encoding)))
        .to_vec();
    view! {
        <Segments
            legend=labels::KEY_ENCODING
            name="key-encoding"
            choices=choices
            chosen=Signal::derive(move || inspector.encoding.get().name())
            on_choose=move |index| inspector.choose_encoding(SecretEncoding::ALL[index])
        />
    }
}

#[component]
fn OnEditChoice() -> impl IntoView {
    let inspector = inspector();
    view! {
        <Segments
            legend=labels::ON_EDIT
            name="on-edit"
            choices=vec![("keep", labels::KEEP), ("resign", labels::RESIGN)]
            chosen=Signal::derive(move || match inspector.on_edit.get() {
                OnEdit::Keep => "keep",
                OnEdit::Resign => "resign",
            })
            on_choose=move |index| {
                inspector.choose_on_edit([OnEdit::Keep, OnEdit::Resign][index]);
            }
        />
    }
}

#[component]
fn RequiredAlgorithm() -> impl IntoView {
    let inspector = inspector();
    let options = SUPPORTED.map(|(name, alg): (&str, Algorithm)| {
        view! { <option value=name>{format!("{name} – {}", words::signature::alg_meaning(alg))}</option> }
    });
    let remark = move || {
        let from = inspector.from_link.get();
        match from.unknown_algorithm {
            Some(name) => format!(
                "{} {}",
                labels::UNKNOWN_ALGORITHM_IN_LINK,
                words::quoted(&name)
            ),
            None if from.algorithm => labels::ALGORITHM_FROM_LINK.to_owned(),
            None => String::new(),
        }
    };
    view! {
        <p class="choice">
            <label for="algorithm">{labels::ALGORITHM}</label>
            <select
                id="algorithm"
                prop:value=words_of(move || inspector.required.get())
                on:change=change(move |name| inspector.choose_algorithm(name))
            >
                <option value="token">{labels::ALGORITHM_OF_TOKEN}</option>
                {options}
            </select>
            <span class="hint">{words_of(remark)}</span>
        </p>
    }
}
