//! What is wrong or unwise about a token, rule by rule: each rule is one function with one id and one section
//! of a standard. They judge the token, its key and nothing else: no rule knows what a verifier does with it.
//!
//! ```
//! use jwt_inspector::jose::{KeyInput, Source};
//! use jwt_inspector::lint::{Policy, Subject, lint};
//!
//! let subject = Subject {
//!     source: &Source::read("eyJhbGciOiJub25lIn0.e30."),
//!     key: &KeyInput::Empty,
//!     policy: &Policy::default(),
//!     now: 2_000_000_000.0,
//!     skew: 0.0,
//! };
//! assert_eq!(lint(&subject)[0].rule.id(), "ALG02");
//! ```

mod alg;
mod asked_for;
mod at;
mod clm;
mod covers;
mod dp;
mod facts;
mod finding;
mod format;
mod hdr;
mod key;
mod oid;
mod policy;
mod profile;
mod published;
mod rule;
mod secret;
mod sig;
mod time;
mod uri;

pub use finding::{Datum, Finding, Place, Severity};
pub use policy::{DEFAULT_REQUIRED, Policy};
pub use profile::Profile;
pub use published::PUBLISHED;
pub use rule::{Check, Rule};

use crate::jose::token::Token;
use crate::jose::verdict::PolicyCheck;
use crate::jose::{KeyInput, Source};
use facts::Facts;
use finding::{Hit, hit};

/// What is judged, and by what.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    pub source: &'a Source,
    pub key: &'a KeyInput,
    pub policy: &'a Policy,
    /// Seconds since 1970-01-01 UTC.
    pub now: f64,
    /// Tolerance for clocks that differ, in seconds.
    pub skew: f64,
}

impl Subject<'_> {
    /// What kind of token it is: the one the person chose, or the one it looks like. `None` without claims.
    pub fn profile(&self) -> Option<Profile> {
        let facts = Facts::of(self);
        facts.claims.map(|_| facts.profile)
    }
}

/// Every finding of a token, the worst first, those of one severity in the order of the rules. A rule finds one
/// thing at most: the worst, or the first. Nothing for no text, and for one too long to read.
pub fn lint(subject: &Subject) -> Vec<Finding> {
    let facts = Facts::of(subject);
    let mut found = [const { Vec::new() }; Severity::ALL.len()];
    for rule in Rule::ALL {
        if let Some(hit) = rule.apply(&facts) {
            found[hit.severity as usize].push(Finding {
                rule: *rule,
                severity: hit.severity,
                place: hit.place,
                data: hit.data,
            });
        }
    }
    found.into_iter().flatten().collect()
}

/// The policy check: how many of the findings that belong to it are errors, and how many warnings.
pub fn policy_check(source: &Source, findings: &[Finding]) -> PolicyCheck {
    if let Token::Empty | Token::TooLong { .. } | Token::Other { .. } = source.token {
        return PolicyCheck::Nothing;
    }
    let count = |of_policy, severity| {
        let findings = findings.iter().filter(|f| f.severity == severity);
        findings
            .filter(|f| (f.rule.check() == Check::Policy) == of_policy)
            .count()
    };
    PolicyCheck::Checked {
        errors: count(true, Severity::Error),
        warnings: count(true, Severity::Warning),
        elsewhere: count(false, Severity::Error),
    }
}
