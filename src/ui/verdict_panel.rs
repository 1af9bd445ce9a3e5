//! One plain sentence, and the four checks.

use super::checks::{Checked, Checks};
use super::inspector;
use crate::jose::State;
use crate::words::{self, labels};
use leptos::prelude::*;

#[component]
pub fn VerdictPanel() -> impl IntoView {
    let inspector = inspector();
    let checks: Checks = expect_context();
    let headline = Memo::new(move |_| {
        let now = inspector.now.get();
        inspector
            .verdict
            .with(|verdict| words::verdict::headline(verdict, now))
    });
    let title = Memo::new(move |_| headline.with(|headline| headline.title.clone()));
    let reservations = move || {
        let from = inspector.from_link.get();
        let verified = inspector
            .signature
            .with(|check| check.state() == State::Pass);
        let said = [
            (inspector.has_unapplied_draft(), labels::NOT_OF_DRAFT),
            (from.key && verified, labels::LINK_CHOSE_KEY),
            (from.clock, labels::LINK_CHOSE_TIME),
        ];
        let said = said.into_iter().filter(|(holds, _)| *holds);
        said.map(|(_, words)| words).collect::<Vec<_>>().join(" ")
    };
    // Only the title is announced: the detail counts seconds.
    view! {
        <section
            id="verdict"
            class="verdict"
            aria-label=labels::VERDICT
            data-state=move || inspector.verdict.with(|verdict| verdict.overall().name())
            aria-busy=move || inspector.is_signing.get().to_string()
        >
            <div>
                <div role="status">
                    <h2>{move || title.get()}</h2>
                </div>
                <p>{move || headline.with(|headline| headline.detail.clone())}</p>
                <p class="reservations">{reservations}</p>
            </div>
            <ul class="checks">
                <Check name="format" label=labels::CHECKS[0] checked=checks.format/>
                <Check name="signature" label=labels::CHECKS[1] checked=checks.signature/>
                <Check name="time" label=labels::CHECKS[2] checked=checks.time/>
                <Check name="policy" label=labels::CHECKS[3] checked=checks.policy/>
            </ul>
        </section>
    }
}

#[component]
fn Check(name: &'static str, label: &'static str, checked: Memo<Checked>) -> impl IntoView {
    let state = move || checked.with(|checked| checked.state.name());
    view! {
        <li
            class="check"
            data-check=name
            data-state=state
            data-code=move || checked.with(|checked| checked.code)
        >
            <span class="name">{label}</span>
            <span class="aside">{move || labels::state(state())}</span>
            <span class="short">{move || checked.with(|checked| checked.said.short.clone())}</span>
        </li>
    }
}
