//! What a value says: a time, a length of time, or one of the values that a name is known to have.

use super::table::Row;
use super::{Told, Walk, is_encrypted};
use crate::jose::json::{Type, Value};
use crate::jose::key::PRIVATE_MEMBERS;
use crate::words::fact::Fact;
use crate::words::moment::duration;
use crate::words::notes::{Tone, header, times};
use crate::words::{count, cut};
use std::ops::Range;

/// Members that hold a length of time in seconds.
const DURATIONS: [&str; 9] = [
    "cdniets",
    "exi",
    "expires_in",
    "ext_expires_in",
    "max_age",
    "pwd_exp",
    "refresh_expires_in",
    "ttl",
    "uptime",
];

/// How the names of members end that hold a time, if their number can be one.
const TIMES: [&str; 13] = [
    "_at",
    "At",
    "expires",
    "expiry",
    "time",
    "Time",
    "date",
    "Date",
    "stamp",
    "tcdt",
    "warnafter",
    "_until",
    "exp",
];

/// Numbers that such a member holds as seconds since 1970: from 2001 to 2286.
const SECONDS: Range<f64> = 1e9..1e10;

impl Walk<'_> {
    /// Adds the meaning of the name, then what the value says.
    pub(super) fn explain(&self, fact: &mut Fact, value: Value, told: &Told) {
        if !told.row.meaning.is_empty() {
            fact.meaning = told.row.meaning.to_owned();
            fact.source = told.row.source;
        }
        // Elements of an array have no row.
        let is_outermost = told.around.is_empty() && !told.row.meaning.is_empty();
        if is_outermost && self.names.is_header() {
            self.explain_by_note(fact, value, told.name);
        }
        if told.around == "jwk" && PRIVATE_MEMBERS.contains(&told.name) {
            fact.tone = Tone::Bad;
        }
        if let Some(row) = self.known_value(told.name, value) {
            add(fact, row.meaning);
            if fact.source.is_empty() {
                fact.source = row.source;
            }
        }
        match value.kind() {
            _ if is_outermost && self.explain_time(fact, value, told.name) => {}
            Type::Number => self.explain_number(fact, value, told.name),
            Type::Array if value.elements().len() > 1 => {
                add(fact, &count(value.elements().len(), "value", "values"));
            }
            _ => {}
        }
    }

    /// Says of a parameter what the note beside it says.
    fn explain_by_note(&self, fact: &mut Fact, value: Value, name: &str) {
        if let Some(note) = header::note(name, value, is_encrypted(self.document)) {
            fact.meaning = note.text;
            fact.tone = note.tone;
        }
    }

    /// Says of a claim that is about time what the note beside it says; whether it is one.
    fn explain_time(&self, fact: &mut Fact, value: Value, name: &str) -> bool {
        let clock = self.clock.filter(|_| !self.names.is_header());
        let Some(note) = clock.and_then(|clock| times::note(name, value, clock)) else {
            return false;
        };
        add(fact, &note.text);
        fact.tone = note.tone;
        true
    }

    fn explain_number(&self, fact: &mut Fact, value: Value, name: &str) {
        let number = value.as_f64().unwrap_or_default();
        let is_time = TIMES.iter().any(|end| name.ends_with(end));
        if DURATIONS.contains(&name) && number >= 0.0 {
            add(fact, &duration(number));
        } else if is_time && SECONDS.contains(&number) {
            add(fact, &times::moment(number, self.clock));
        } else if is_time && SECONDS.contains(&(number / 1000.0)) {
            let moment = times::moment(number / 1000.0, self.clock);
            add(fact, &format!("in milliseconds · {moment}"));
        }
    }

    /// What a plain value means for the member it stands in.
    pub(super) fn known_value(&self, name: &str, value: Value) -> Option<Row> {
        match value.kind() {
            Type::String => self.names.value(name, &value.as_str()?),
            Type::Number | Type::Bool => self.names.value(name, value.text()),
            _ => None,
        }
    }
}

/// Adds to what is said.
pub(super) fn add(fact: &mut Fact, more: &str) {
    if !fact.meaning.is_empty() {
        fact.meaning.push_str(" · ");
    }
    fact.meaning.push_str(more);
}

/// A value for one line: as it was written, `most` characters of it; of what opens only that it does.
pub(super) fn shown(value: Value, most: usize) -> String {
    let holds_more = |value: Value| value.members().len() + value.elements().len() > 0;
    if value.members().len() > 0 {
        return "{…}".to_owned();
    }
    if value.elements().any(holds_more) {
        return "[…]".to_owned();
    }
    if value.kind() != Type::Array {
        return cut(value.text(), most);
    }
    let mut text = String::from("[");
    for element in value.elements() {
        if text.len() > 1 {
            text.push_str(", ");
        }
        if text.len() > most {
            break;
        }
        text.push_str(element.text());
    }
    text.push(']');
    cut(&text, most)
}
