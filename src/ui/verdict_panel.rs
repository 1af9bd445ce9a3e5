//! One plain sentence, the four checks, and what can be done about an edited token at a click.

use super::buttons::{MEND, RESTORE, SIGN, UNDO, button};
use super::checks::{Checked, Checks};
use super::shown::shown;
use super::state::Inspector;
use super::{browser, inspector, words_of};
use crate::jose::State;
use crate::jose::sign::Signer;
use crate::node::{Node, el};
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
    let checks: Checks = expect_context();
    let Checks(judged) = checks;
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
            {shown("div", move || strip(checks))}
            <div class="detail" id="verdict-detail" tabindex="-1">
                {shown("p", move || detail(inspector, checks))}
                {shown("p", move || remedies(inspector))}
            </div>
        </section>
    }
}

fn strip(Checks(judged): Checks) -> Node {
    judged.with(|judged| {
        let title = el("h2").say(&judged.headline.title);
        let checks = judged.checks.iter().map(check);
        el("div")
            .class("strip")
            .with(el("div").set("role", "status").with(title))
            .with(el("ul").class("checks").with_all(checks))
    })
}

fn check(checked: &Checked) -> Node {
    let state = checked.state.name();
    el("li")
        .class("check")
        .set("data-check", checked.name)
        .set("data-state", state)
        .set("data-code", checked.code)
        .with(el("span").class("name").say(checked.label))
        .with(el("span").class("aside").say(labels::state(state)))
        .with(el("span").class("short").say(&checked.said.short))
}

fn detail(inspector: Inspector, Checks(judged): Checks) -> Node {
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
        (
            (from.key || from.demo_secret) && verified,
            labels::LINK_CHOSE_KEY,
        ),
        (from.clock, labels::LINK_CHOSE_TIME),
        (is_frozen && !from.clock, labels::YOU_CHOSE_TIME),
    ];
    let said = reservations.into_iter().filter(|(holds, _)| *holds);
    let done = inspector.done.get();
    el("p")
        .with(el("b").set("aria-live", "polite").say(&done))
        .say(" ")
        .with_all(said.map(|(_, words)| el("strong").say(words).say(" ")))
        .say(&detail)
}

/// What mends it, back from there, back to the original, or under a new signature: one click each, where it can be done.
fn remedies(inspector: Inspector) -> Node {
    let diagnosis = inspector.unexplained();
    let cure = diagnosis
        .as_ref()
        .and_then(|diagnosis| diagnosis.told.cure.as_ref());
    let mend = cure.map_or("", |cure| &cure.button);
    let mended = inspector.done.with(|done| !done.is_empty());
    let differs = inspector.differences.changes.with(Option::is_some);
    let buttons = [
        (cure.is_some(), MEND, mend),
        (mended, UNDO, labels::UNDO),
        (differs, RESTORE, labels::RESTORE),
        (can_sign(inspector), SIGN, labels::SIGN_NOW),
    ];
    let buttons =
        buttons.map(|(holds, name, words)| button(name).set_if(!holds, "hidden").say(words));
    el("p").class("remedies").with_all(buttons)
}

fn can_sign(inspector: Inspector) -> bool {
    let holds = inspector
        .signature
        .with(|check| check.state() == State::Pass);
    !holds
        && inspector.source.with(|source| {
            inspector
                .key_input
                .with(|key| Signer::new(source, key).is_ok())
        })
}
