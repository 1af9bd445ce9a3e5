//! What is to be said beyond the verdict: why it fails, the rules that are broken, and every check that does not
//! pass and is not said by a rule already.

use super::checks::{Checked, Checks, Judged};
use super::doctor::Doctor;
use super::inspector;
use super::rules::Rules;
use crate::jose::{Overall, State};
use crate::learn::{Place, about};
use crate::lint::{self, Finding, Severity};
use crate::words::{self, Said, findings::FindingSaid, labels, learn};
use leptos::prelude::*;

/// A finding as it is shown.
struct Row {
    id: &'static str,
    severity: Severity,
    said: Said,
    why: &'static str,
    place: Option<lint::Place>,
}

#[component]
pub fn Findings() -> impl IntoView {
    let inspector = inspector();
    let Checks(judged) = expect_context();
    let list = move || {
        judged.with(|judged| {
            let rows = inspector
                .findings
                .with(|findings| worst_first(judged, findings));
            let nothing = rows.iter().all(Vec::is_empty) && judged.overall != Overall::Empty;
            let group = |rows: Vec<Row>| {
                let rows = rows.into_iter().map(row);
                rows.collect::<Vec<_>>()
            };
            view! {
                <p class="note" hidden=!nothing>{labels::NO_FINDINGS}</p>
                <ul>{rows.into_iter().map(group).collect::<Vec<_>>()}</ul>
            }
        })
    };
    view! {
        <section class="panel findings">
            <header>
                <h2>{labels::FINDINGS}</h2>
            </header>
            <Doctor/>
            {list}
            <Rules/>
        </section>
    }
}

/// The checks that do not pass, unless a rule says the same, and the broken rules: two groups for each severity. A row
/// that comes or goes leaves the other groups as they are in the document.
fn worst_first(judged: &Judged, findings: &[Finding]) -> Vec<Vec<Row>> {
    let is_covered = |code| {
        findings
            .iter()
            .any(|finding| finding.covers().contains(&code))
    };
    // Two checks may fail for one cause.
    let is_repeated = |checked: &Checked| {
        checked.said == judged.checks[0].said && checked.code != judged.checks[0].code
    };
    // The policy is the rules themselves.
    let checks = || judged.checks[..3].iter();
    let mut rows = Vec::new();
    for severity in Severity::ALL {
        let checks = checks().filter(|checked| severity_of(checked.state) == Some(severity));
        let checks = checks.filter(|checked| !is_covered(checked.code) && !is_repeated(checked));
        rows.push(checks.map(|checked| of_check(severity, checked)).collect());
        let findings = findings.iter();
        let findings = findings.filter(|finding| finding.severity == severity);
        rows.push(findings.map(of_finding).collect());
    }
    rows
}

/// How bad a check is; nothing for one that passes, or had nothing to check.
fn severity_of(state: State) -> Option<Severity> {
    match state {
        State::Fail => Some(Severity::Error),
        State::Warn => Some(Severity::Warning),
        State::Unknown => Some(Severity::Info),
        State::Pass | State::Idle => None,
    }
}

fn of_check(severity: Severity, checked: &Checked) -> Row {
    Row {
        id: checked.code,
        severity,
        said: checked.said.clone(),
        why: "",
        place: None,
    }
}

fn of_finding(finding: &Finding) -> Row {
    let FindingSaid {
        title,
        found,
        why,
        remedy,
        source,
    } = words::findings::said(finding);
    Row {
        id: finding.rule.id(),
        severity: finding.severity,
        said: Said {
            short: title.to_owned(),
            sentence: found,
            remedy: remedy.to_owned(),
            source,
        },
        why,
        place: finding.place,
    }
}

fn row(row: Row) -> impl IntoView {
    let Row {
        id,
        severity,
        said,
        why,
        place,
    } = row;
    let lesson = about(id);
    view! {
        <li data-finding=id data-severity=severity.name() data-place=place.map(lint::Place::name)>
            <h3>
                <span class="severity">{labels::severity(severity.name())}</span> " " {said.short}
            </h3>
            <p>{said.sentence} " " {why} " " {said.remedy}</p>
            <p>
                <span class="source">{said.source}</span> " "
                <button type="button" data-show hidden=place.is_none()>
                    {labels::SHOW} <span class="aside">" " {id}</span>
                </button>
                " "
                <a href=lesson.map(Place::to_fragment) hidden=lesson.is_none()>
                    {learn::LEARN_WHY} <span class="aside">" " {id}</span>
                </a>
            </p>
        </li>
    }
}
