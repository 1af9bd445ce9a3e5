//! What is to be said beyond the verdict: for now, every check that does not pass.

use super::checks::{Checked, Checks};
use super::{inspector, words_of};
use crate::jose::{Overall, State};
use crate::words::labels;
use leptos::prelude::*;

/// How bad a finding is, the worst first.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Severity {
    Error,
    Warning,
    Info,
}

/// A check that does not pass. Its words are read where it is shown: they change with the clock.
#[derive(Clone, Copy, PartialEq)]
struct Finding {
    severity: Severity,
    code: &'static str,
    checked: Memo<Checked>,
}

#[component]
pub fn Findings() -> impl IntoView {
    let inspector = inspector();
    let checks: Checks = expect_context();
    let findings = Memo::new(move |_| {
        let all = [checks.format, checks.signature, checks.time];
        let findings: Vec<Finding> = all.into_iter().filter_map(finding).collect();
        let of = |severity| {
            findings
                .iter()
                .copied()
                .filter(move |finding| finding.severity == severity)
        };
        Severity::ALL.into_iter().flat_map(of).collect::<Vec<_>>()
    });
    let nothing = move || {
        let is_empty = inspector
            .verdict
            .with(|verdict| verdict.overall() == Overall::Empty);
        !is_empty && findings.with(Vec::is_empty)
    };
    view! {
        <section class="panel findings">
            <header>
                <h2>{labels::FINDINGS}</h2>
            </header>
            <p class="note" hidden=move || !nothing()>{labels::NO_FINDINGS}</p>
            <ul>
                <For
                    each=move || findings.get()
                    key=|finding| (finding.code, finding.severity)
                    children=row
                />
            </ul>
        </section>
    }
}

fn finding(checked: Memo<Checked>) -> Option<Finding> {
    let (state, code) = checked.with(|checked| (checked.state, checked.code));
    Some(Finding {
        severity: severity(state)?,
        code,
        checked,
    })
}

/// How bad a check that does not pass is; nothing for one that passes, or had nothing to check.
fn severity(state: State) -> Option<Severity> {
    match state {
        State::Fail => Some(Severity::Error),
        State::Warn => Some(Severity::Warning),
        State::Unknown => Some(Severity::Info),
        State::Pass | State::Idle => None,
    }
}

impl Severity {
    const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Info];

    fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

fn row(finding: Finding) -> impl IntoView {
    let checked = finding.checked;
    view! {
        <li data-finding=finding.code data-severity=finding.severity.name()>
            <h3>
                <span class="severity">{labels::severity(finding.severity.name())}</span> " "
                {words_of(move || checked.with(|checked| checked.said.short.clone()))}
            </h3>
            <p>
                {words_of(move || checked.with(|checked| checked.said.sentence.clone()))} " "
                {words_of(move || checked.with(|checked| checked.said.remedy.clone()))}
            </p>
            <p class="source">{words_of(move || checked.with(|checked| checked.said.source).to_owned())}</p>
        </li>
    }
}
