//! What is to be said beyond the verdict: why it fails, the rules that are broken, and every check that does not
//! pass and is not said by a rule already.

use super::checks::{Checked, Checks, Judged};
use super::doctor::Doctor;
use super::facts::ways;
use super::inspector;
use super::rules::Rules;
use super::shown::shown;
use crate::jose::{Overall, State};
use crate::learn::about;
use crate::lint::{self, Finding, Severity};
use crate::node::{Node, el};
use crate::words::{self, Said, findings::FindingSaid, labels};
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
            let nothing = rows.is_empty() && judged.overall != Overall::Empty;
            let note = el("p").class("note").set_if(!nothing, "hidden");
            el("div")
                .with(note.say(labels::NO_FINDINGS))
                .with(el("ul").with_all(rows.iter().map(row)))
        })
    };
    view! {
        <section class="panel findings">
            <header>
                <h2>{labels::FINDINGS}</h2>
            </header>
            <Doctor/>
            {shown("div", list)}
            <Rules/>
        </section>
    }
}

/// The checks that do not pass, unless a rule says the same, and the broken rules.
fn worst_first(judged: &Judged, findings: &[Finding]) -> Vec<Row> {
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
        rows.extend(checks.map(|checked| of_check(severity, checked)));
        let findings = findings.iter();
        let findings = findings.filter(|finding| finding.severity == severity);
        rows.extend(findings.map(of_finding));
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

fn row(row: &Row) -> Node {
    let said = &row.said;
    let title = el("h3")
        .with(
            el("span")
                .class("severity")
                .say(labels::severity(row.severity.name())),
        )
        .say(" ")
        .say(&said.short);
    let sentences = el("p")
        .say(&said.sentence)
        .say(" ")
        .say(row.why)
        .say(" ")
        .say(&said.remedy);
    let source = el("p")
        .with(el("span").class("source").say(said.source))
        .say(" ")
        .with_all(ways(row.place, about(row.id), row.id));
    el("li")
        .set("data-finding", row.id)
        .set("data-severity", row.severity.name())
        .set_some("data-place", row.place.map(lint::Place::name).as_deref())
        .with(title)
        .with(sentences)
        .with(source)
}
