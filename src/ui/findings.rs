//! What is to be said beyond the verdict: for now, every check that does not pass.

use super::checks::{Checked, Checks, Judged};
use crate::jose::{Overall, State};
use crate::words::labels;
use leptos::prelude::*;

#[component]
pub fn Findings() -> impl IntoView {
    let Checks(judged) = expect_context();
    let list = move || {
        judged.with(|judged| {
            let rows: Vec<_> = worst_first(judged).map(row).collect();
            let nothing = rows.is_empty() && judged.overall != Overall::Empty;
            view! {
                <p class="note" hidden=!nothing>{labels::NO_FINDINGS}</p>
                <ul>{rows}</ul>
            }
        })
    };
    view! {
        <section class="panel findings">
            <header>
                <h2>{labels::FINDINGS}</h2>
            </header>
            {list}
        </section>
    }
}

/// The checks that do not pass, with how bad each is. What had nothing to check is not among them.
fn worst_first(judged: &Judged) -> impl Iterator<Item = (&'static str, &Checked)> {
    let severities = [
        (State::Fail, "error"),
        (State::Warn, "warning"),
        (State::Unknown, "info"),
    ];
    severities.into_iter().flat_map(|(state, severity)| {
        // The policy is not judged yet.
        let checks = judged.checks[..3].iter();
        checks
            .filter(move |checked| checked.state == state)
            .map(move |checked| (severity, checked))
    })
}

fn row((severity, checked): (&'static str, &Checked)) -> impl IntoView + use<> {
    let said = checked.said.clone();
    view! {
        <li data-finding=checked.code data-severity=severity>
            <h3>
                <span class="severity">{labels::severity(severity)}</span> " " {said.short}
            </h3>
            <p>{said.sentence} " " {said.remedy}</p>
            <p class="source">{said.source}</p>
        </li>
    }
}
