//! One plain sentence, and the four checks.

use super::inspector;
use crate::jose::State;
use crate::words::{self, labels};
use leptos::prelude::*;

/// A check as it is shown.
#[derive(Clone, PartialEq)]
struct Shown {
    state: State,
    code: &'static str,
    short: String,
}

#[component]
pub fn VerdictPanel() -> impl IntoView {
    let inspector = inspector();
    let headline = Memo::new(move |_| {
        inspector
            .verdict
            .with(|verdict| words::verdict::headline(verdict, inspector.now.get()))
    });
    let format = Memo::new(move |_| {
        inspector.format.with(|check| Shown {
            state: check.state(),
            code: check.code(),
            short: words::format::said(check).short,
        })
    });
    let signature = Memo::new(move |_| {
        inspector.signature.with(|check| Shown {
            state: check.state(),
            code: check.code(),
            short: words::signature::said(check).short,
        })
    });
    let time = Memo::new(move |_| {
        inspector.time.with(|check| Shown {
            state: check.state(),
            code: check.code(),
            short: words::time::said(check, inspector.now.get()).short,
        })
    });
    let policy = Memo::new(move |_| {
        inspector.verdict.with(|verdict| Shown {
            state: verdict.policy.state(),
            code: verdict.policy.code(),
            short: labels::POLICY_NOT_CHECKED.to_owned(),
        })
    });
    view! {
        <section
            id="verdict"
            class="verdict"
            aria-label=labels::VERDICT
            data-state=move || inspector.verdict.with(|verdict| verdict.overall().name())
            aria-busy=move || inspector.is_signing.get().to_string()
        >
            <div role="status">
                <h2>{move || headline.get().title}</h2>
                <p>{move || headline.get().detail}</p>
            </div>
            <ul class="checks">
                <Check name="format" label=labels::CHECKS[0] shown=format/>
                <Check name="signature" label=labels::CHECKS[1] shown=signature/>
                <Check name="time" label=labels::CHECKS[2] shown=time/>
                <Check name="policy" label=labels::CHECKS[3] shown=policy/>
            </ul>
        </section>
    }
}

#[component]
fn Check(name: &'static str, label: &'static str, shown: Memo<Shown>) -> impl IntoView {
    let state = move || shown.with(|shown| shown.state.name());
    view! {
        <li
            class="check"
            data-check=name
            data-state=state
            data-code=move || shown.with(|shown| shown.code)
        >
            <span class="name">{label}</span>
            <span class="aside">{move || labels::state(state())}</span>
            <span class="short">{move || shown.with(|shown| shown.short.clone())}</span>
        </li>
    }
}
