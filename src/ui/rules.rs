//! What is a matter of taste in the rules: the kind of token, and what is expected of it.

use super::kept::Kept;
use super::{browser, change as set, inspector, words_of};
use crate::lint::{Policy, Profile, Subject};
use crate::words::{labels, policy};
use leptos::prelude::*;

#[component]
pub fn Rules() -> impl IntoView {
    let inspector = inspector();
    let kinds = Profile::ALL.map(|kind| {
        view! { <option value=kind.name()>{labels::kind(kind)}</option> }
    });
    let is_open = Kept::new(false);
    let looks = words_of(move || {
        if !is_open.get() {
            return String::new();
        }
        let (source, key) = (inspector.source.get(), inspector.key_input.get());
        let subject = Subject {
            source: &source,
            key: &key,
            policy: &Policy::default(),
            now: 0.0,
            skew: 0.0,
        };
        policy::by_looks(subject.profile())
    });
    let chosen = move || inspector.policy.with(|policy| policy.profile);
    view! {
        <details class="rules" on:toggle=move |event| is_open.put(browser::is_open(&event))>
            <summary>{policy::SETTINGS}</summary>
            <div class="fields">
                <label for="kind">{policy::KIND}</label>
                <select
                    id="kind"
                    prop:value=words_of(move || chosen().map_or("", Profile::name).to_owned())
                    on:change=set(move |name| {
                        let kind = Profile::from_name(&name);
                        inspector.change_policy(|policy| policy.profile = kind);
                    })
                >
                    <option value="">{looks}</option>
                    {kinds}
                </select>
                <Field
                    id="lifetime"
                    label=policy::LIFETIME
                    placeholder=policy::DEFAULT_LIFETIME
                    shown=|policy| policy.max_lifetime.map_or_else(String::new, |seconds| seconds.to_string())
                    change=|policy, text| policy.max_lifetime = text.parse().ok()
                />
                <Field
                    id="required"
                    label=policy::REQUIRED
                    shown=|policy| policy.required.join(" ")
                    change=|policy, text| policy.require(text)
                />
                <Field
                    id="issuer"
                    label=policy::ISSUER
                    shown=|policy| policy.issuer.clone().unwrap_or_default()
                    change=|policy, text| policy.issuer = some(text)
                />
                <Field
                    id="audience"
                    label=policy::AUDIENCE
                    shown=|policy| policy.audience.clone().unwrap_or_default()
                    change=|policy, text| policy.audience = some(text)
                />
            </div>
        </details>
    }
}

#[component]
fn Field(
    id: &'static str,
    label: &'static str,
    shown: fn(&Policy) -> String,
    change: fn(&mut Policy, &str),
    /// What holds where it is empty.
    #[prop(optional)]
    placeholder: Option<&'static str>,
) -> impl IntoView {
    let inspector = inspector();
    view! {
        <label for=id>{label}</label>
        <input
            id=id
            type="text"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            placeholder=placeholder
            prop:value=words_of(move || inspector.policy.with(shown))
            on:change=set(move |text| {
                inspector.change_policy(|policy| change(policy, text.trim()));
            })
        />
    }
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
