//! A report as Markdown (CommonMark with tables).

use super::{Content, Report};
use crate::words::findings::said;
use crate::words::moment::on;
use crate::words::{labels, report as words};

/// The report as Markdown. What it quotes of the token is text and cannot become markup.
pub fn markdown(report: &Report) -> String {
    let mut out = String::new();
    out += "# ";
    escape(&report.headline.title, &mut out);
    out += "\n\n";
    if !report.detail().is_empty() {
        escape(report.detail(), &mut out);
        out += "\n\n";
    }
    out += &words::checked(&on(report.now), report.clock);
    out += "\n\n";
    out += words::CHECKS;
    checks(report, &mut out);
    heading(words::FINDINGS, &mut out);
    findings(report, &mut out);
    heading(words::HEADER, &mut out);
    match report.algorithm() {
        Some(algorithm) => {
            out += words::ALGORITHM;
            escape(&algorithm, &mut out);
        }
        None => out += words::NO_ALGORITHM,
    }
    out += "\n\n";
    content(&report.header(), &mut out);
    heading(words::CLAIMS, &mut out);
    content(&report.claims(), &mut out);
    out += "\n";
    out += words::left_out(report.redacted);
    out.push('\n');
    out
}

fn checks(report: &Report, out: &mut String) {
    for (check, label) in report.checks().iter().zip(labels::CHECKS) {
        *out += "| ";
        *out += label;
        *out += " | ";
        *out += labels::state(check.state.name());
        *out += " | ";
        let said = match check.said.sentence.as_str() {
            "" => &check.said.short,
            sentence => sentence,
        };
        escape(said, out);
        *out += " |\n";
    }
}

fn findings(report: &Report, out: &mut String) {
    if report.findings.is_empty() {
        *out += labels::NO_FINDINGS;
        out.push('\n');
    }
    for finding in report.findings {
        let said = said(finding);
        *out += "- **";
        *out += labels::severity(finding.severity.name());
        out.push(' ');
        escape(said.title, out);
        *out += "** (";
        *out += finding.rule.id();
        *out += ")";
        let found = if report.redacted { "" } else { &said.found };
        for sentence in [found, said.why, said.remedy, said.source] {
            if !sentence.is_empty() {
                out.push(' ');
                escape(sentence, out);
            }
        }
        out.push('\n');
    }
}

fn heading(text: &str, out: &mut String) {
    *out += "\n## ";
    *out += text;
    *out += "\n\n";
}

fn content(content: &Content, out: &mut String) {
    match content {
        Content::Json(text) => fenced("json", text, out),
        Content::Text(text) => fenced("text", text, out),
        other => {
            *out += &other.instead();
            out.push('\n');
        }
    }
}

/// A block of code behind a fence that is longer than any run of backticks in it.
fn fenced(language: &str, text: &str, out: &mut String) {
    let (mut longest, mut run) = (2, 0);
    for c in text.chars() {
        run = if c == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    for piece in [&fence, language, "\n", text, "\n", &fence, "\n"] {
        *out += piece;
    }
}

/// Text in which nothing is markup: no link, no picture, no cell of a table, no line of its own.
fn escape(text: &str, out: &mut String) {
    for (at, c) in text.char_indices() {
        // An address that is left alone becomes a link.
        let is_of_address = match c {
            ':' => text.contains("://"),
            '.' => text[..at].ends_with("www"),
            _ => false,
        };
        if is_of_address || "\\`*_[]<>|&~#$@".contains(c) {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
}
