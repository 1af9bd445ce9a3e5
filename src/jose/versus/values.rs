//! Two JSON values side by side, down to those that differ.

use super::{How, Side, Versus};
use crate::jose::json::{Type, Value};

/// Elements up to which a list is compared as a set.
const MAX_SET: usize = 500;

/// Claims whose elements have no order, wherever they stand: lists, or texts with white space between names (RFC 7519
/// section 4.1.3, RFC 8693 section 4.2, RFC 9068 section 2.2.3.1, RFC 8176).
const SETS: [&str; 7] = [
    "aud",
    "scope",
    "scp",
    "roles",
    "groups",
    "permissions",
    "amr",
];

/// Claims that hold a time (RFC 7519 section 4.1, OpenID Connect Core sections 2 and 5.1).
const TIMES: [&str; 5] = ["exp", "nbf", "iat", "auth_time", "updated_at"];

impl Versus {
    /// Tells what differs between two values at a path.
    pub(super) fn values(&mut self, part: Side, path: &mut String, one: Value, other: Value) {
        if self.has_more || one.text() == other.text() {
            return;
        }
        let length = path.len();
        if part == Side::Payload
            && SETS.contains(&path.rsplit('.').next().unwrap_or_default())
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
                    How::Time {
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
