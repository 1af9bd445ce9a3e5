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
mod at;
mod clm;
mod covers;
mod dp;
mod facts;
mod format;
mod hdr;
mod key;
mod oid;
mod policy;
mod profile;
mod rule;
mod secrets;
mod sig;
mod time;
mod uri;

pub use policy::{DEFAULT_REQUIRED, Policy};
pub use profile::Profile;
pub use rule::{Check, Rule};

use crate::jose::alg::KeyType;
use crate::jose::header::{CritError, HeaderError};
use crate::jose::json::Value;
use crate::jose::verdict::{PartName, PolicyCheck};
use crate::jose::{Cleaning, KeyInput, Source, Span, base64url};
use facts::Facts;

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

/// How bad a finding is, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// A rule of a standard is broken, or nothing would be kept safe.
    Error,
    /// Bad practice, or a mistake more likely than not.
    Warning,
    /// Good to know.
    Info,
}

impl Severity {
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Info];

    /// The word for it in `data-severity`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// A rule that speaks up.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub rule: Rule,
    pub severity: Severity,
    /// Where; `None` for what is not there.
    pub place: Option<Place>,
    /// What was found, in the order of the sentence about it. Never key material.
    pub data: Vec<Datum>,
}

/// Where a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A stretch of the cleaned text.
    Token(Span),
    /// A stretch of the decoded header.
    Header(Span),
    /// A stretch of the decoded payload.
    Payload(Span),
    /// The signature: its stretch of the cleaned text.
    Signature(Span),
    /// A key, by its place among the pasted ones, from 0.
    Key(usize),
}

/// A piece of what was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Datum {
    /// A text of the token's.
    Text(String),
    /// Names of members.
    Names(Vec<String>),
    /// A member of the header's `jwk`.
    Member(&'static str),
    Number(u64),
    /// Seconds since 1970-01-01 UTC.
    Time(f64),
    /// A length of time in seconds.
    Duration(f64),
    Part(PartName),
    KeyType(KeyType),
    Base64url(base64url::Error),
    Header(HeaderError),
    Crit(CritError),
    Cleanings(Vec<Cleaning>),
}

/// What a rule finds: a [`Finding`] without the rule.
struct Hit {
    severity: Severity,
    place: Option<Place>,
    data: Vec<Datum>,
}

fn hit(severity: Severity) -> Hit {
    Hit {
        severity,
        place: None,
        data: Vec::new(),
    }
}

impl Hit {
    fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    fn in_header(self, value: Value) -> Self {
        self.at(Place::Header(value.span()))
    }

    fn in_payload(self, value: Value) -> Self {
        self.at(Place::Payload(value.span()))
    }

    fn with(mut self, datum: Datum) -> Self {
        self.data.push(datum);
        self
    }

    fn text(self, text: impl Into<String>) -> Self {
        self.with(Datum::Text(text.into()))
    }

    fn number(self, number: usize) -> Self {
        self.with(Datum::Number(number as u64))
    }
}

/// Every finding of a token, the worst first, those of one severity in the order of the rules. A rule finds one
/// thing at most: the worst, or the first. Nothing for no text, and for one too long to read.
pub fn lint(subject: &Subject) -> Vec<Finding> {
    let facts = Facts::of(subject);
    let found: Vec<Finding> = Rule::ALL
        .iter()
        .filter_map(|rule| {
            let hit = rule.apply(&facts)?;
            Some(Finding {
                rule: *rule,
                severity: hit.severity,
                place: hit.place,
                data: hit.data,
            })
        })
        .collect();
    let of = |severity| found.iter().filter(move |f| f.severity == severity);
    Severity::ALL.into_iter().flat_map(of).cloned().collect()
}

/// The policy check: how many of the findings that belong to it are errors, and how many warnings.
pub fn policy_check(source: &Source, findings: &[Finding]) -> PolicyCheck {
    if source.header_bytes().is_none() {
        return PolicyCheck::Nothing;
    }
    let count = |severity| {
        let of_policy = findings.iter().filter(|f| f.rule.check() == Check::Policy);
        of_policy.filter(|f| f.severity == severity).count()
    };
    PolicyCheck::Checked {
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
    }
}
