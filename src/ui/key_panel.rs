//! The key, how it is read, which algorithm is required, and what an edit does to the signature.

use super::inspector;
use super::state::{KeyText, OnEdit};
use super::text_box::TextBox;
use crate::jose::alg::{Algorithm, SUPPORTED};
use crate::jose::verdict::SignatureCheck;
use crate::jose::{SecretEncoding, base64url};
use crate::words::{self, labels};
use leptos::prelude::*;

#[component]
pub fn KeyPanel() -> impl IntoView {
    let inspector = inspector();
    let remark = move || inspector.key_input.with(|key| words::key::recognised(key));
    let from_link = move || {
        let from = inspector.from_link.get();
        if from.secret_refused {
            labels::SECRET_IN_LINK
        } else if from.key {
            labels::KEY_FROM_LINK
        } else {
            ""
        }
    };
    let text: Signal<KeyText> = inspector.key.into();
    view! {
        <section class="panel key">
            <header>
                <h2><label for="key">{labels::KEY}</label></h2>
                <p class="hint" id="key-note">{remark}</p>
            </header>
            <TextBox
                id="key"
                rows=4
                text=text
                on_type=move |typed| inspector.type_key(typed)
                described_by="key-note"
            />
            <p class="note">{from_link}</p>
            <Encodings/>
            <RequiredAlgorithm/>
            <Signatures/>
            <OnEditChoice/>
        </section>
    }
}

#[component]
fn Encodings() -> impl IntoView {
    let inspector = inspector();
    let radios = SecretEncoding::ALL.map(|encoding| {
        view! {
            <label>
                <input
                    type="radio"
                    name="key-encoding"
                    value=encoding.name()
                    prop:checked=move || inspector.encoding.get() == encoding
                    on:change=move |_| inspector.choose_encoding(encoding)
                />
                {words::key::encoding_name(encoding)}
            </label>
        }
    });
    view! {
        <fieldset class="choice">
            <legend>{labels::KEY_ENCODING}</legend>
            {radios}
        </fieldset>
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
                prop:value=move || inspector.required.get()
                on:change=move |event| inspector.choose_algorithm(event_target_value(&event))
            >
                <option value="token">{labels::ALGORITHM_OF_TOKEN}</option>
                {options}
            </select>
            <span class="hint">
                {remark}
            </span>
        </p>
    }
}

/// The right signature above the one in the token, where the right one can be computed.
#[component]
fn Signatures() -> impl IntoView {
    let inspector = inspector();
    let pair = Memo::new(move |_| match inspector.signature.get() {
        SignatureCheck::Mismatch(mismatch) => mismatch.expected.map(|expected| {
            (
                base64url::encode(&expected),
                base64url::encode(&mismatch.found),
            )
        }),
        _ => None,
    });
    let side = move |carried: bool| {
        let pair = pair.get().unwrap_or_default();
        if carried { pair.1 } else { pair.0 }
    };
    view! {
        <dl class="signatures" hidden=move || pair.with(Option::is_none)>
            <dt>{labels::COMPUTED}</dt>
            <dd><code>{move || side(false)}</code></dd>
            <dt>{labels::CARRIED}</dt>
            <dd><code>{move || side(true)}</code></dd>
        </dl>
    }
}

#[component]
fn OnEditChoice() -> impl IntoView {
    let inspector = inspector();
    let choices = [
        (OnEdit::Keep, "keep", labels::KEEP),
        (OnEdit::Resign, "resign", labels::RESIGN),
    ];
    let radios = choices.map(|(choice, value, label)| {
        view! {
            <label>
                <input
                    type="radio"
                    name="on-edit"
                    value=value
                    prop:checked=move || inspector.on_edit.get() == choice
                    on:change=move |_| inspector.choose_on_edit(choice)
                />
                {label}
            </label>
        }
    });
    let remark = move || match inspector.sign_problem.get() {
        _ if inspector.is_signing.get() => labels::SIGNING.to_owned(),
        Some(problem) => problem,
        None => String::new(),
    };
    view! {
        <fieldset class="choice">
            <legend>{labels::ON_EDIT}</legend>
            {radios}
        </fieldset>
        <p class="note" role="status">{remark}</p>
    }
}
