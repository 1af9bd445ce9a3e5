//! Two tokens side by side, in words.

use super::fact::Fact;
use super::moment::{absolute, duration};
use super::{count, labels, listed, shortened};
use crate::jose::versus::{Difference, How, Likeness, Side, Versus};

pub const TITLE: &str = "Two tokens side by side";
pub const HINT: &str =
    "Paste another token, and see what differs by meaning: order and white space do not count.";
pub const NO_TOKEN: &str = "No token was found in that.";
pub const NONE_HERE: &str = "There is no token above to compare it with.";
pub const ENCRYPTED: &str = "That token is encrypted: what it says cannot be compared.";

/// What differs: a sentence for all of it, and a row for each value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersusSaid {
    pub sentence: String,
    pub rows: Vec<Row>,
}

/// One value as it is in both tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// "Payload exp".
    pub name: String,
    /// As the first token writes it; empty where it has none.
    pub one: String,
    /// As the second does.
    pub other: String,
    /// In plain words.
    pub meaning: String,
}

/// What is said of two tokens.
pub fn said(versus: &Versus) -> VersusSaid {
    let mut sentence = of_content(versus);
    sentence += of_signature(versus);
    if versus.has_more {
        sentence += " There are more differences than are listed.";
    }
    VersusSaid {
        sentence,
        rows: versus.differences.iter().map(row).collect(),
    }
}

fn of_content(versus: &Versus) -> String {
    let is = |likeness| versus.header == likeness || versus.payload == likeness;
    if is(Likeness::Different) {
        let written = |it: &&Difference| !it.how.is_only_written();
        let number = versus.differences.iter().filter(written).count();
        return ["They differ in ", &count(number, "value", "values"), "."].concat();
    }
    let same = if is(Likeness::SameMeaning) {
        "They say the same; only order, white space or the way it is written differ."
    } else if is(Likeness::Same) {
        "Header and payload are the same, byte by byte."
    } else {
        "Neither has a header or a payload that can be read."
    };
    same.to_owned()
}

/// The signature, and what it tells beside what is signed.
fn of_signature(versus: &Versus) -> &'static str {
    let same_content = versus.header == Likeness::Same && versus.payload == Likeness::Same;
    match (versus.signature, same_content) {
        (Likeness::Same, true) => " The signatures are the same, too.",
        (Likeness::Same, false) => {
            " Yet the signatures are the same: with one key, the two can hardly both hold."
        }
        (Likeness::Different, true) => {
            " The signatures differ: made with other keys, or by an algorithm that may make another one each time (PS, ES)."
        }
        (Likeness::Different, false) => " The signatures differ, as they must.",
        _ => "",
    }
}

fn row(difference: &Difference) -> Row {
    let part = match difference.part {
        Side::Header => labels::HEADER,
        Side::Payload => labels::PAYLOAD,
    };
    let shown = |text: &Option<String>| text.as_deref().map(shortened).unwrap_or_default();
    let (mut one, mut other) = (shown(&difference.one), shown(&difference.other));
    let meaning = match &difference.how {
        How::Alone if difference.one.is_some() => "only in the first".to_owned(),
        How::Alone => "only in the second".to_owned(),
        How::Otherwise if difference.one.is_none() && difference.other.is_none() => {
            "bytes that are not text".to_owned()
        }
        How::Otherwise => String::new(),
        How::Written => "the same value, written otherwise".to_owned(),
        How::Time {
            one: from,
            other: to,
        } => {
            one = [&one, " · ", &absolute(*from)].concat();
            other = [&other, " · ", &absolute(*to)].concat();
            later(to - from)
        }
        How::Set {
            only_one,
            only_other,
        } => of_set(only_one, only_other),
    };
    Row {
        name: [part, " ", &shortened(&difference.name)]
            .concat()
            .trim_end()
            .to_owned(),
        one,
        other,
        meaning,
    }
}

/// A row as a fact: what each token says, one below the other.
pub fn fact(row: &Row) -> Fact {
    let missing = |text: &str| match text {
        "" => "–",
        _ => "",
    };
    let value = [
        "1  ",
        &row.one,
        missing(&row.one),
        "\n2  ",
        &row.other,
        missing(&row.other),
    ];
    Fact::new(row.name.clone(), value.concat()).meaning(row.meaning.clone())
}

/// "1 hour later".
fn later(seconds: f64) -> String {
    let direction = if seconds < 0.0 { " earlier" } else { " later" };
    [&duration(seconds), direction].concat()
}

fn of_set(only_one: &[String], only_other: &[String]) -> String {
    let mut out = Vec::new();
    if !only_one.is_empty() {
        out.push(["only in the first: ", &some(only_one)].concat());
    }
    if !only_other.is_empty() {
        out.push(["only in the second: ", &some(only_other)].concat());
    }
    if out.is_empty() {
        return "the same ones, in another order or form".to_owned();
    }
    out.join("; ")
}

/// As many as a row holds.
fn some(items: &[String]) -> String {
    const MOST: usize = 10;
    let mut out = listed(&items[..items.len().min(MOST)]);
    if items.len() > MOST {
        out += ", …";
    }
    out
}
