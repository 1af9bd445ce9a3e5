//! A report as JSON.

use super::{Content, Report};
use crate::jose::json::quote;
use crate::words::findings::said;
use crate::words::moment::absolute;
use crate::words::report as words;

/// The report as JSON. Header and claims stand in it as they are in the token, character by character, where they are
/// JSON.
pub fn json(report: &Report) -> String {
    let mut out = Writer::default();
    out.open("", '{');
    out.text("overall", report.verdict.overall().name());
    out.text("title", &report.headline.title);
    out.some("detail", report.detail());
    out.text("checked", &absolute(report.now));
    out.text("clock", report.clock.name());
    out.open("checks", '[');
    for check in report.checks() {
        out.open("", '{');
        out.text("check", check.name);
        out.text("state", check.state.name());
        out.text("code", check.code);
        out.text("short", &check.said.short);
        out.some("sentence", &check.said.sentence);
        out.some("remedy", &check.said.remedy);
        out.some("source", check.said.source);
        out.close('}');
    }
    out.close(']');
    out.open("findings", '[');
    for finding in report.findings {
        let said = said(finding);
        out.open("", '{');
        out.text("rule", finding.rule.id());
        out.text("severity", finding.severity.name());
        out.text("check", finding.rule.check().name());
        out.text("title", said.title);
        out.some("found", if report.redacted { "" } else { &said.found });
        out.text("why", said.why);
        out.some("remedy", said.remedy);
        out.some("source", said.source);
        out.close('}');
    }
    out.close(']');
    match report.algorithm() {
        Some(algorithm) => out.text("algorithm", &algorithm),
        None => out.raw("algorithm", "null"),
    }
    out.content("header", report.header());
    out.content("claims", report.claims());
    out.raw("redacted", if report.redacted { "true" } else { "false" });
    out.text("left_out", words::left_out(report.redacted));
    out.close('}');
    out.text + "\n"
}

/// JSON as it grows.
#[derive(Default)]
struct Writer {
    text: String,
    /// Whether the next value follows another.
    follows: bool,
    depth: usize,
}

impl Writer {
    /// A value that is JSON already; nameless in a list.
    fn raw(&mut self, name: &str, json: &str) {
        if self.follows {
            self.text += ",\n";
        }
        self.indent();
        if !name.is_empty() {
            self.text += &quote(name);
            self.text += ": ";
        }
        self.text += json;
        self.follows = true;
    }

    fn text(&mut self, name: &str, text: &str) {
        self.raw(name, &quote(text));
    }

    /// A text, if there is any.
    fn some(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.text(name, text);
        }
    }

    fn content(&mut self, name: &str, content: Content) {
        match content {
            Content::Json(json) => self.raw(name, &json),
            Content::Text(text) => self.text(name, &text),
            Content::Nothing => self.raw(name, "null"),
            other => self.text(name, &other.instead()),
        }
    }

    fn open(&mut self, name: &str, bracket: char) {
        self.raw(name, "");
        self.text.push(bracket);
        self.text.push('\n');
        self.follows = false;
        self.depth += 1;
    }

    fn close(&mut self, bracket: char) {
        self.text.push('\n');
        self.depth -= 1;
        self.indent();
        self.text.push(bracket);
        self.follows = true;
    }

    fn indent(&mut self) {
        for _ in 0..self.depth {
            self.text += "  ";
        }
    }
}
