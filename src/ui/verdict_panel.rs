//! One plain sentence, the four checks, and what can be done about an edited token at a click.

use super::checks::{Checked, Checks};
use super::{inspector, words_of};
use crate::jose::State;
use crate::jose::sign::Signer;
use crate::words::{self, labels};
use leptos::prelude::*;

#[component]
pub fn VerdictPanel() -> impl IntoView {
    let inspector = inspector();
    let checks: Checks = expect_context();
    let headline = Memo::new(move |_| {
        let now = inspector.now.get();
        let edited = checks.edited.get();
        inspector
            .verdict
            .with(|verdict| words::verdict::headline(verdict, edited.as_ref(), now))
    });
    let title = Memo::new(move |_| headline.with(|headline| headline.title.clone()));
    let detail = move || {
        let detail = headline.with(|headline| headline.detail.clone());
        let from = inspector.from_link.get();
        let verified = inspector
            .signature
            .with(|check| check.state() == State::Pass);
        let reservations = [
            (inspector.has_unapplied_draft(), labels::NOT_OF_DRAFT),
            (from.key && verified, labels::LINK_CHOSE_KEY),
            (from.clock, labels::LINK_CHOSE_TIME),
        ];
        let said = reservations.into_iter().filter(|(holds, _)| *holds);
        view! {
            {said.map(|(_, words)| view! { <strong>{words} " "</strong> }).collect::<Vec<_>>()}
            {detail}
        }
    };
    // Only the title is announced: the detail counts seconds.
    view! {
        <section
            id="verdict"
            class="verdict"
            aria-label=labels::VERDICT
            data-state=words_of(move || inspector.verdict.with(|verdict| verdict.overall().name()).to_owned())
            aria-busy=words_of(move || inspector.is_signing.get().to_string())
        >
            <div class="strip">
                <div role="status">
                    <h2>{words_of(move || title.get())}</h2>
                </div>
                <ul class="checks">
                    <Check name="format" label=labels::CHECKS[0] checked=checks.format/>
                    <Check name="signature" label=labels::CHECKS[1] checked=checks.signature/>
                    <Check name="time" label=labels::CHECKS[2] checked=checks.time/>
                    <Check name="policy" label=labels::CHECKS[3] checked=checks.policy/>
                </ul>
            </div>
            <div class="detail">
                <p>{detail}</p>
                <Remedies/>
            </div>
        </section>
    }
}

#[component]
fn Check(name: &'static str, label: &'static str, checked: Memo<Checked>) -> impl IntoView {
    let state = words_of(move || checked.with(|checked| checked.state.name()).to_owned());
    view! {
        <li
            class="check"
            data-check=name
            data-state=state
            data-code=words_of(move || checked.with(|checked| checked.code).to_owned())
        >
            <span class="name">{label}</span>
            <span class="aside">{words_of(move || labels::state(&state.get()).to_owned())}</span>
            <span class="short">{words_of(move || checked.with(|checked| checked.said.short.clone()))}</span>
        </li>
    }
}

/// Back to the original, or under a new signature: one click each, where it can be done.
#[component]
fn Remedies() -> impl IntoView {
    let inspector = inspector();
    let differs = move || inspector.differences.changes.with(Option::is_some);
    let can_sign = Memo::new(move |_| {
        let holds = inspector
            .signature
            .with(|check| check.state() == State::Pass);
        !holds
            && inspector.source.with(|source| {
                inspector
                    .key_input
                    .with(|key| Signer::new(source, key).is_ok())
            })
    });
    view! {
        <p class="remedies">
            <button hidden=move || !differs() on:click=move |_| inspector.restore_original()>
                {labels::RESTORE}
            </button>
            <button hidden=move || !can_sign.get() on:click=move |_| inspector.sign_now()>
                {labels::SIGN_NOW}
            </button>
        </p>
    }
}
