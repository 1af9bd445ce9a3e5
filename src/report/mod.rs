//! What was found out about a token, to take along: as Markdown for people, as JSON for programs.
//!
//! Neither the token nor a key is ever in it: a report holds no key, and private members of a key that stands within
//! the token are left out too.

mod json;
mod markdown;
mod redact;

pub use json::json;
pub use markdown::markdown;

use crate::jose::json::Type;
use crate::jose::{Payload, Source, State, Verdict};
use crate::lint::Finding;
use crate::words::verdict::Headline;
use crate::words::{Said, format, policy, report as words, signature, time};
use redact::redacted;

/// What a report is made of.
pub struct Report<'a> {
    pub source: &'a Source,
    pub verdict: &'a Verdict,
    pub headline: &'a Headline,
    pub findings: &'a [Finding],
    /// When it was checked, in seconds since 1970-01-01 UTC.
    pub now: f64,
    pub clock: Clock,
    /// Whether the token's values are left out.
    pub redacted: bool,
}

/// Which clock the times were checked by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The computer's.
    Real,
    /// One that somebody set.
    Set,
}

impl Clock {
    /// A stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Real => "real",
            Self::Set => "set",
        }
    }
}

/// One of the four checks.
struct Check {
    name: &'static str,
    state: State,
    code: &'static str,
    said: Said,
}

/// A decoded part as it is told.
enum Content {
    /// The very characters, perhaps with values replaced.
    Json(String),
    Text(String),
    /// How many bytes there are that are no text.
    Bytes(usize),
    /// Text that is not JSON and must not be told: how many characters.
    Hidden(usize),
    Nothing,
}

impl Content {
    /// What is said in place of what cannot or must not be told.
    fn instead(&self) -> String {
        match self {
            Self::Bytes(length) => words::bytes(*length),
            Self::Hidden(length) => words::text(*length),
            _ => words::NOTHING.to_owned(),
        }
    }
}

impl Report<'_> {
    /// The sentence under the title, if it quotes nothing that must not be told.
    fn detail(&self) -> &str {
        if self.redacted || self.may_quote_key() {
            return "";
        }
        &self.headline.detail
    }

    /// Why a key cannot be read is said with the character or the name that is wrong.
    fn may_quote_key(&self) -> bool {
        self.verdict.signature.code() == "key.unreadable"
    }

    /// What the four checks say.
    fn checks(&self) -> [Check; 4] {
        let Verdict {
            format,
            signature,
            time,
            policy,
        } = self.verdict;
        let check = |name, (state, code), mut said: Said| {
            // A sentence may quote the token.
            if self.redacted || (name == "signature" && self.may_quote_key()) {
                said.sentence = String::new();
                said.remedy = String::new();
            }
            Check {
                name,
                state,
                code,
                said,
            }
        };
        [
            check(
                "format",
                (format.state(), format.code()),
                format::said(format),
            ),
            check(
                "signature",
                (signature.state(), signature.code()),
                signature::said(signature),
            ),
            check(
                "time",
                (time.state(), time.code()),
                time::said(time, self.now),
            ),
            check(
                "policy",
                (policy.state(), policy.code()),
                policy::said(*policy),
            ),
        ]
    }

    fn header(&self) -> Content {
        self.content(self.source.header_bytes(), &redact::OF_HEADER)
    }

    fn claims(&self) -> Content {
        self.content(self.source.payload_bytes(), &redact::OF_CLAIMS)
    }

    fn content(&self, bytes: Option<Vec<u8>>, kept: &[(&str, Type)]) -> Content {
        let Some(bytes) = bytes else {
            return Content::Nothing;
        };
        match Payload::read(bytes) {
            Payload::Claims(document) | Payload::OtherJson(document) => {
                Content::Json(redacted(&document, self.redacted.then_some(kept)))
            }
            Payload::Text { text, .. } if self.redacted => Content::Hidden(text.chars().count()),
            Payload::Text { text, .. } => Content::Text(text),
            Payload::Bytes { bytes, .. } => Content::Bytes(bytes.len()),
        }
    }

    /// The algorithm as the header names it.
    fn algorithm(&self) -> Option<String> {
        let header = Payload::read(self.source.header_bytes()?);
        let alg = header.document()?.root().get("alg")?.as_str()?;
        Some(alg.into_owned())
    }
}
