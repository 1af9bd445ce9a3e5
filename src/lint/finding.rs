//! What a rule finds: how bad, where, and what.

use super::Rule;
use crate::jose::alg::KeyType;
use crate::jose::header::{CritError, HeaderError};
use crate::jose::json::Value;
use crate::jose::payload::Flaw;
use crate::jose::verdict::PartName;
use crate::jose::{Cleaning, Span, base64url};

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

impl Place {
    /// As the page writes it: "payload 12 20".
    pub fn name(self) -> String {
        let (kind, span) = match self {
            Self::Token(span) => ("token", span),
            Self::Header(span) => ("header", span),
            Self::Payload(span) => ("payload", span),
            Self::Signature(span) => ("signature", span),
            Self::Key(index) => ("key", Span::new(index, index)),
        };
        format!("{kind} {} {}", span.start, span.end)
    }

    /// The way back from [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        let mut words = name.split(' ');
        let kind = words.next()?;
        let mut number = || words.next()?.parse().ok();
        let span = Span::new(number()?, number()?);
        Some(match kind {
            "token" => Self::Token(span),
            "header" => Self::Header(span),
            "payload" => Self::Payload(span),
            "signature" => Self::Signature(span),
            "key" => Self::Key(span.start),
            _ => return None,
        })
    }
}

/// A piece of what was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Datum {
    /// A text of the token's.
    Text(String),
    /// A value as the token writes it.
    Json(String),
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
    Payload(Flaw),
    Crit(CritError),
    Cleanings(Vec<Cleaning>),
}

/// What a rule finds: a [`Finding`] without the rule.
pub(super) struct Hit {
    pub severity: Severity,
    pub place: Option<Place>,
    pub data: Vec<Datum>,
}

/// A finding of nowhere and nothing, to begin with.
pub(super) fn hit(severity: Severity) -> Hit {
    Hit {
        severity,
        place: None,
        data: Vec::new(),
    }
}

impl Hit {
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    pub fn in_header(self, value: Value) -> Self {
        self.at(Place::Header(value.span()))
    }

    pub fn in_payload(self, value: Value) -> Self {
        self.at(Place::Payload(value.span()))
    }

    pub fn with(mut self, datum: Datum) -> Self {
        self.data.push(datum);
        self
    }

    pub fn text(self, text: impl Into<String>) -> Self {
        self.with(Datum::Text(text.into()))
    }

    /// A value as it is written, so that a string is told from a number.
    pub fn json(self, value: Value) -> Self {
        self.with(Datum::Json(value.text().to_owned()))
    }

    /// A string by what it says, anything else as it is written.
    pub fn value(self, value: Value) -> Self {
        match value.as_str() {
            Some(text) => self.text(text),
            None => self.json(value),
        }
    }

    pub fn number(self, number: usize) -> Self {
        self.with(Datum::Number(number as u64))
    }
}
