//! Two tokens side by side: what differs in what they say, and not in how it is written.

mod values;

use super::Source;
use super::json::Document;
use super::payload::Payload;

/// Differences that are told one by one.
const MAX_DIFFERENCES: usize = 100;

/// What two tokens have in common, and what not.
#[derive(Clone, Debug, PartialEq)]
pub struct Versus {
    pub header: Likeness,
    pub payload: Likeness,
    pub signature: Likeness,
    /// Those of the header, then those of the payload.
    pub differences: Vec<Difference>,
    /// There are more than are told.
    pub has_more: bool,
}

/// How much two parts are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// Neither token has it.
    Absent,
    /// The same, byte by byte.
    Same,
    /// The same but for order, white space, escapes or how a number is written.
    SameMeaning,
    Different,
}

/// Which part of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Header,
    Payload,
}

/// A value that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub part: Side,
    /// Its path, such as `address.city` or `roles[2]`; empty for a part as a whole.
    pub name: String,
    /// As it is written in the first token.
    pub one: Option<String>,
    /// As it is written in the second.
    pub other: Option<String>,
    pub how: How,
}

/// How a value differs.
#[derive(Clone, Debug, PartialEq)]
pub enum How {
    /// Only one token has it.
    Alone,
    Otherwise,
    /// The same value, written otherwise.
    Written,
    /// A time, in seconds since 1970-01-01 UTC.
    Time {
        one: f64,
        other: f64,
    },
    /// A set: what only one of them has, in no order. Both empty where only order or form differ.
    Set {
        only_one: Vec<String>,
        only_other: Vec<String>,
    },
}

impl How {
    /// Whether the meaning is the same.
    pub fn is_only_written(&self) -> bool {
        match self {
            Self::Written => true,
            Self::Set {
                only_one,
                only_other,
            } => only_one.is_empty() && only_other.is_empty(),
            _ => false,
        }
    }
}

/// Compares two tokens, in any serialization, as far as they can be read.
pub fn differences(one: &Source, other: &Source) -> Versus {
    let mut found = Versus {
        header: Likeness::Absent,
        payload: Likeness::Absent,
        signature: signature(one, other),
        differences: Vec::new(),
        has_more: false,
    };
    found.header = found.part(Side::Header, one.header_bytes(), other.header_bytes());
    found.payload = found.part(Side::Payload, one.payload_bytes(), other.payload_bytes());
    found
}

fn signature(one: &Source, other: &Source) -> Likeness {
    let text = |source: &Source| {
        let part = &source.jws()?.signature_part;
        let text = part.text(&source.cleaned.text);
        (!text.is_empty()).then(|| text.to_owned())
    };
    match (text(one), text(other)) {
        (None, None) => Likeness::Absent,
        (one, other) if one == other => Likeness::Same,
        _ => Likeness::Different,
    }
}

impl Versus {
    fn part(&mut self, part: Side, one: Option<Vec<u8>>, other: Option<Vec<u8>>) -> Likeness {
        if one == other {
            return match one {
                None => Likeness::Absent,
                Some(_) => Likeness::Same,
            };
        }
        let (one, other) = (one.map(Payload::read), other.map(Payload::read));
        let (one, other) = (one.as_ref(), other.as_ref());
        match (
            one.and_then(Payload::document),
            other.and_then(Payload::document),
        ) {
            (Some(one), Some(other)) => self.documents(part, one, other),
            _ => {
                let text = |payload: Option<&Payload>| payload?.text().map(str::to_owned);
                self.tell(
                    part,
                    String::new(),
                    (text(one), text(other)),
                    How::Otherwise,
                );
                Likeness::Different
            }
        }
    }

    fn documents(&mut self, part: Side, one: &Document, other: &Document) -> Likeness {
        let before = self.differences.len();
        self.values(part, &mut String::new(), one.root(), other.root());
        let told = &self.differences[before..];
        let is_other = |difference: &Difference| match &difference.how {
            How::Written => false,
            How::Set {
                only_one,
                only_other,
            } => !only_one.is_empty() || !only_other.is_empty(),
            _ => true,
        };
        match self.has_more || told.iter().any(is_other) {
            true => Likeness::Different,
            false => Likeness::SameMeaning,
        }
    }

    fn tell(
        &mut self,
        part: Side,
        name: String,
        texts: (Option<String>, Option<String>),
        how: How,
    ) {
        self.has_more |= self.differences.len() == MAX_DIFFERENCES;
        if !self.has_more {
            let (one, other) = texts;
            self.differences.push(Difference {
                part,
                name,
                one,
                other,
                how,
            });
        }
    }
}
