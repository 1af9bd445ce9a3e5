//! One plain sentence, the four checks, and what can be done about an edited token at a click.

use super::checks::{Checked, Checks};
use super::state::Inspector;
use super::{browser, if_so, inspector, press, words_of};
use crate::jose::State;
use crate::jose::sign::Signer;
use crate::words::labels;
use leptos::prelude::*;

/// Moves the focus to the verdict: on a narrow page, where it has no box of its own, to its detail.
pub fn focus() {
    browser::focus("verdict-detail");
    browser::focus("verdict");
}

#[component]
pub fn VerdictPanel() -> impl IntoView {
    let inspector = inspector();
    let Checks(judged) = expect_context();
    let strip = move || {
        judged.with(|judged| {
            view! {
                <div role="status">
                    <h2>{judged.headline.title.clone()}</h2>
                </div>
                <ul class="checks">{judged.checks.each_ref().map(check)}</ul>
            }
        })
    };
    let detail = move || {
        let from = inspector.from_link.get();
        let is_frozen = inspector.frozen_now.with(Option::is_some);
        let diagnosis = inspector.unexplained();
        let found = diagnosis.as_ref().and_then(|diagnosis| diagnosis.note());
        let (detail, verified) = judged.with(|judged| {
            let verified = judged.checks[1].state == State::Pass;
            (
                judged.detail(found.map(|note| note.sentence.as_str())),
                verified,
            )
        });
        let reservations = [
            (from.key && verified, labels::LINK_CHOSE_KEY),
            (from.clock, labels::LINK_CHOSE_TIME),
            (is_frozen && !from.clock, labels::YOU_CHOSE_TIME),
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
            tabindex="-1"
            aria-label=labels::VERDICT
            data-state=words_of(move || judged.with(|judged| judged.overall.name()).to_owned())
            aria-busy=words_of(move || inspector.is_signing.get().to_string())
        >
            <div class="strip">{strip}</div>
            <div class="detail" id="verdict-detail" tabindex="-1">
                <p><b aria-live="polite">{words_of(move || inspector.done.get())}</b> " " {detail}</p>
                <Remedies/>
            </div>
        </section>
    }
}

fn check(checked: &Checked) -> impl IntoView + use<> {
    view! {
        <li
            class="check"
            data-check=checked.name
            data-state=checked.state.name()
            data-code=checked.code
        >
            <span class="name">{checked.label}</span>
            <span class="aside">{labels::state(checked.state.name())}</span>
            <span class="short">{checked.said.short.clone()}</span>
        </li>
    }
}

/// What mends it, back from there, back to the original, or under a new signature: one click each, where it can be done.
#[component]
fn Remedies() -> impl IntoView {
    let inspector = inspector();
    let cure = move || inspector.unexplained()?.told.cure.clone();
    let mend = move || {
        if let Some(cure) = untrack(cure) {
            inspector.apply_cure(cure);
        }
    };
    let mended = move || inspector.done.with(|done| !done.is_empty());
    let differs = move || inspector.differences.changes.with(Option::is_some);
    let can_sign = move || {
        let holds = inspector
            .signature
            .with(|check| check.state() == State::Pass);
        !holds
            && inspector.source.with(|source| {
                inspector
                    .key_input
                    .with(|key| Signer::new(source, key).is_ok())
            })
    };
    // The button goes; whoever pressed it by keyboard stays with what it was for.
    let then_stay = move |act: fn(Inspector)| {
        act(inspector);
        focus();
    };
    view! {
        <p class="remedies">
            <button hidden=if_so(move || cure().is_none()) on:click=press(mend)>
                {words_of(move || cure().map_or_else(String::new, |cure| cure.button))}
            </button>
            <button hidden=if_so(move || !mended()) on:click=press(move || then_stay(Inspector::undo))>
                {labels::UNDO}
            </button>
            <button hidden=if_so(move || !differs()) on:click=press(move || then_stay(Inspector::restore_original))>
                {labels::RESTORE}
            </button>
            <button hidden=if_so(move || !can_sign()) on:click=press(move || then_stay(Inspector::sign_now))>
                {labels::SIGN_NOW}
            </button>
        </p>
    }
}
