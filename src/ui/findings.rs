//! What is to be said beyond the verdict: for now, every check that does not pass.

use super::inspector;
use crate::jose::State;
use crate::words::{self, Said, labels};
use leptos::prelude::*;

#[derive(Clone, PartialEq)]
struct Finding {
    code: &'static str,
    severity: &'static str,
    said: Said,
}

#[component]
pub fn Findings() -> impl IntoView {
    let inspector = inspector();
    let findings = Memo::new(move |_| {
        let verdict = inspector.verdict.get();
        let checks = [
            (
                verdict.format.state(),
                verdict.format.code(),
                words::format::said(&verdict.format),
            ),
            (
                verdict.signature.state(),
                verdict.signature.code(),
                words::signature::said(&verdict.signature),
            ),
            (
                verdict.time.state(),
                verdict.time.code(),
                words::time::said(&verdict.time, inspector.now.get()),
            ),
        ];
        let findings = checks.into_iter().filter_map(|(state, code, said)| {
            let severity = severity(state)?;
            Some(Finding {
                code,
                severity,
                said,
            })
        });
        let mut findings: Vec<Finding> = findings.collect();
        findings.sort_by_key(|finding| {
            ["error", "warning", "info"]
                .iter()
                .position(|known| *known == finding.severity)
        });
        findings
    });
    let rows = move || findings.get().into_iter().map(row).collect_view();
    view! {
        <section class="panel findings">
            <header>
                <h2>{labels::FINDINGS}</h2>
            </header>
            <p class="note" hidden=move || !findings.with(Vec::is_empty)>{labels::NO_FINDINGS}</p>
            <ul>{rows}</ul>
        </section>
    }
}

/// How bad a check that does not pass is; nothing for one that passes, or had nothing to check.
fn severity(state: State) -> Option<&'static str> {
    match state {
        State::Fail => Some("error"),
        State::Warn => Some("warning"),
        State::Unknown => Some("info"),
        State::Pass | State::Idle => None,
    }
}

fn row(finding: Finding) -> impl IntoView {
    view! {
        <li data-finding=finding.code data-severity=finding.severity>
            <h3>{finding.said.short}</h3>
            <p>{finding.said.sentence} " " {finding.said.remedy}</p>
            <p class="source">{finding.said.source}</p>
        </li>
    }
}
