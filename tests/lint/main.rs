//! The linter: its rules, kinds of tokens, the person's policy, order, places, and that nothing is told twice.

#[path = "../support/mod.rs"]
mod support;

mod kinds;
mod places;
mod policy;
mod rules;
mod told_once;
mod weight;

use jwt_inspector::lint::{Finding, Rule};
use support::lint::ids;

fn find(findings: &[Finding], rule: Rule) -> &Finding {
    let found = findings.iter().find(|finding| finding.rule == rule);
    found.unwrap_or_else(|| panic!("{} among {:?}", rule.id(), ids(findings)))
}

fn has(findings: &[Finding], rule: Rule) -> bool {
    findings.iter().any(|finding| finding.rule == rule)
}
