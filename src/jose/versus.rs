//! Two tokens side by side: what differs in what they say, and not in how it is written.

use super::Source;
use super::json::{Document, Type, Value};
use super::payload::Payload;

/// Differences that are told one by one.
const MAX_DIFFERENCES: usize = 100;

/// Elements up to which a list is compared as a set.
const MAX_SET: usize = 500;

/// Claims whose elements have no order: lists, or texts with white space between names (RFC 7519 section 4.1.3,
/// RFC 8693 section 4.2).
const SETS: [&str; 3] = ["aud", "scope", "scp"];

/// Claims that hold a time (RFC 7519 section 4.1, OpenID Connect Core sections 2 and 5.1).
const TIMES: [&str; 5] = ["exp", "nbf", "iat", "auth_time", "updated_at"];

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
    /// A time, in seconds: how much later it is in the second token.
    Later {
        one: f64,
        other: f64,
    },
    /// A set: what only one of them has, in no order. Both empty where only order or form differ.
    Set {
        only_one: Vec<String>,
        only_other: Vec<String>,
    },
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
        Some(part.text(&source.cleaned.text).to_owned())
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
        let document = |payload: &Option<Payload>| payload.as_ref()?.document().cloned();
        match (document(&one), document(&other)) {
            (Some(one), Some(other)) => self.documents(part, &one, &other),
            _ => {
                let text = |payload: Option<Payload>| payload?.text().map(str::to_owned);
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

    fn values(&mut self, part: Side, path: &mut String, one: Value, other: Value) {
        if self.has_more || one.text() == other.text() {
            return;
        }
        let length = path.len();
        if part == Side::Payload
            && SETS.contains(&path.as_str())
            && let Some(how) = sets(path == "aud", one, other)
        {
            self.tell_both(part, path, one, other, how);
            return;
        }
        match (one.kind(), other.kind()) {
            (Type::Object, Type::Object) => {
                for (one, other) in one.members_beside(other) {
                    let Some(member) = one.or(other) else {
                        continue;
                    };
                    if length > 0 {
                        path.push('.');
                    }
                    path.push_str(&member.name());
                    self.pair(part, path, one.map(|it| it.value), other.map(|it| it.value));
                    path.truncate(length);
                }
            }
            (Type::Array, Type::Array) => {
                let (mut one, mut other) = (one.elements(), other.elements());
                for index in 0..one.len().max(other.len()) {
                    path.push('[');
                    path.push_str(&index.to_string());
                    path.push(']');
                    self.pair(part, path, one.next(), other.next());
                    path.truncate(length);
                }
            }
            (Type::Number, Type::Number)
                if !one.means(other) && part == Side::Payload && TIMES.contains(&path.as_str()) =>
            {
                let seconds = |value: Value| value.as_f64().unwrap_or_default();
                let (from, to) = (seconds(one), seconds(other));
                self.tell_both(
                    part,
                    path,
                    one,
                    other,
                    How::Later {
                        one: from,
                        other: to,
                    },
                );
            }
            _ if one.means(other) => self.tell_both(part, path, one, other, How::Written),
            _ => self.tell_both(part, path, one, other, How::Otherwise),
        }
    }

    fn pair(&mut self, part: Side, path: &mut String, one: Option<Value>, other: Option<Value>) {
        match (one, other) {
            (Some(one), Some(other)) => self.values(part, path, one, other),
            (one, other) => {
                let text = |value: Option<Value>| value.map(|value| value.text().to_owned());
                self.tell(part, path.clone(), (text(one), text(other)), How::Alone);
            }
        }
    }

    fn tell_both(&mut self, part: Side, path: &str, one: Value, other: Value, how: How) {
        let texts = (Some(one.text().to_owned()), Some(other.text().to_owned()));
        self.tell(part, path.to_owned(), texts, how);
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

/// What only one of two sets has; `None` where either is none. `whole` where a text is one element.
fn sets(whole: bool, one: Value, other: Value) -> Option<How> {
    let (one, other) = (set(whole, one)?, set(whole, other)?);
    let only = |these: &[String], those: &[String]| {
        let alone = these.iter().filter(|item| !those.contains(item));
        alone.cloned().collect()
    };
    Some(How::Set {
        only_one: only(&one, &other),
        only_other: only(&other, &one),
    })
}

/// The elements of a list of texts, or the words of a text.
fn set(whole: bool, value: Value) -> Option<Vec<String>> {
    let mut items = Vec::new();
    match value.as_str() {
        Some(text) if whole => items.push(text.into_owned()),
        Some(text) => items.extend(text.split(' ').map(str::to_owned)),
        None if value.kind() == Type::Array => {
            for element in value.elements().take(MAX_SET + 1) {
                items.push(element.as_str()?.into_owned());
            }
        }
        None => return None,
    }
    (items.len() <= MAX_SET).then_some(items)
}
