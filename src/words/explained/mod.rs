//! Every member of a header and of a payload, with what it means, where that is written, and what its value says.

mod inner;
mod names;
mod table;
mod value;
mod vendor;

use super::cut;
use super::fact::Fact;
use super::notes::{Clock, Tone};
use crate::jose::Span;
use crate::jose::json::{Document, Duplicate, Member, Type, Value};
use crate::lint::Place;
pub(crate) use names::Names;
use names::inside;
use table::Row;

/// How many facts are told of one part.
pub const MOST: usize = 300;

/// How deep what stands inside is told, counted from the part or from the token inside it.
const DEEPEST: u8 = 4;

/// How many characters of a value are shown.
const LONGEST: usize = 400;

/// Every parameter of a header, with what stands inside it. Without a clock, the times of a token in it are told as
/// dates alone.
pub fn of_header(document: &Document) -> Vec<Fact> {
    let names = Names::of_header(is_encrypted(document));
    let mut walk = Walk::new(document, names, None, &Place::Header);
    walk.members(document.root(), "", 0);
    walk.facts
}

/// Every claim of a payload, with what stands inside it: [`MOST`] facts, and one more where that leaves some out.
pub fn of_payload(document: &Document, clock: &Clock) -> Vec<Fact> {
    let names = Names::of_payload(document);
    let mut walk = Walk::new(document, names, Some(clock), &Place::Payload);
    walk.members(document.root(), "", 0);
    walk.facts
}

/// One way through the members of a JSON text, the outer before the inner.
struct Walk<'a> {
    document: &'a Document,
    names: Names,
    clock: Option<&'a Clock<'a>>,
    place: &'a dyn Fn(Span) -> Place,
    /// The depth of the outermost members: more than 0 in a token inside another.
    shallowest: u8,
    facts: Vec<Fact>,
}

/// A value that is to be told, and what is known of its name.
struct Told<'a> {
    /// The member it stands in; empty for an outermost one.
    around: &'a str,
    /// The member it is, or is an element of.
    name: &'a str,
    depth: u8,
    row: Row,
}

impl<'a> Walk<'a> {
    fn new(
        document: &'a Document,
        names: Names,
        clock: Option<&'a Clock<'a>>,
        place: &'a dyn Fn(Span) -> Place,
    ) -> Self {
        Self {
            document,
            names,
            clock,
            place,
            shallowest: 0,
            facts: Vec::new(),
        }
    }

    /// Tells the members of an object that stands in `around`.
    fn members(&mut self, object: Value, around: &str, depth: u8) {
        for member in object.members() {
            let name = member.name();
            if self.is_repeated(&member) {
                let mut fact = self.fact(&name, member.value, depth);
                fact.meaning = "does not count: the name stands again below".to_owned();
                fact.tone = Tone::Warn;
                fact.source = match self.names.is_header() {
                    true => "RFC 7515 §4",
                    false => "RFC 7519 §4",
                };
                self.push(fact);
            } else {
                self.member(&name, member.value, around, depth);
            }
            if self.is_full() {
                return;
            }
        }
    }

    fn member(&mut self, name: &str, value: Value, around: &str, depth: u8) {
        let mut fact = self.fact(name, value, depth);
        let known = self.names.find(around, name);
        if known.is_none() && around.is_empty() {
            (fact.meaning, fact.source) = self.names.unknown(name);
        }
        let row = known.unwrap_or_default();
        let told = Told {
            around,
            name,
            depth,
            row,
        };
        self.tell(fact, value, &told);
    }

    /// Tells a value, then what stands in it.
    fn tell(&mut self, mut fact: Fact, value: Value, told: &Told) {
        self.explain(&mut fact, value, told);
        let token = self.token_in(value, &mut fact);
        self.push(fact);
        if told.depth < self.shallowest + DEEPEST && self.opens(value, told.name) {
            self.open(value, told);
        }
        self.add_thumbprint(value, told);
        if let Some(token) = token {
            self.open_token(&token, value, told.depth + 1);
        }
    }

    /// Whether there is more to say of what stands in a value: objects, scopes, and arrays of what is not plain.
    fn opens(&self, value: Value, name: &str) -> bool {
        match value.kind() {
            Type::Object => value.members().len() > 0,
            Type::Array => value.elements().take(MOST).any(|element| {
                element.members().len() > 0
                    || element.elements().len() > 0
                    || self.known_value(name, element).is_some()
                    || inner::looks_like_token(element)
            }),
            _ => is_scopes(name, value),
        }
    }

    fn open(&mut self, value: Value, told: &Told) {
        let depth = told.depth + 1;
        if value.kind() == Type::Object {
            return self.members(value, inside(told.around, told.name), depth);
        }
        if is_scopes(told.name, value) {
            return self.scopes(value, told);
        }
        for (index, element) in value.elements().enumerate() {
            if self.is_full() {
                return;
            }
            let fact = self.fact(&format!("{}[{index}]", told.name), element, depth);
            let row = Row::default();
            let told = Told {
                depth,
                row,
                ..*told
            };
            self.tell(fact, element, &told);
        }
    }

    /// The scopes of one string, each with its own place.
    fn scopes(&mut self, value: Value, told: &Told) {
        let mut start = value.span().start + 1;
        let text = value.text().trim_matches('"');
        for (index, scope) in text.split(' ').enumerate() {
            if self.is_full() {
                return;
            }
            let mut fact = Fact::new(format!("{}[{index}]", told.name), cut(scope, LONGEST));
            if let Some(row) = self.names.value("scope", scope) {
                fact = fact.meaning(row.meaning);
                fact.source = row.source;
            }
            fact.depth = told.depth + 1;
            fact.place = Some((self.place)(Span::new(start, start + scope.len())));
            start += scope.len() + 1;
            self.push(fact);
        }
    }

    /// A fact of which nothing is said yet but where it stands.
    fn fact(&self, name: &str, value: Value, depth: u8) -> Fact {
        let mut fact = Fact::new(cut(name, LONGEST), value::shown(value, LONGEST));
        fact.depth = depth;
        fact.place = Some((self.place)(value.span()));
        fact
    }

    /// Whether the name stands again in the same object: then the last counts.
    fn is_repeated(&self, member: &Member) -> bool {
        let repeats = self.document.duplicates();
        let here = member.name_span;
        let before = repeats.iter().find(|repeat| repeat.again == here);
        let first = before.map_or(here, |repeat| repeat.first);
        let same = |repeat: &&Duplicate| repeat.first == first;
        let mut all = repeats.iter().filter(same);
        all.any(|repeat| repeat.again.start > here.start)
    }

    fn is_full(&self) -> bool {
        self.facts.len() > MOST
    }

    /// Adds a fact; in place of the first that is too many one that says so.
    fn push(&mut self, fact: Fact) {
        if self.facts.len() < MOST {
            self.facts.push(fact);
        } else if self.facts.len() == MOST {
            let meaning = format!("what follows is not told: {MOST} lines are the most");
            self.facts.push(Fact::new("…", "").meaning(meaning));
        }
    }
}

/// Whether it is the header of a JWE.
pub(super) fn is_encrypted(header: &Document) -> bool {
    header.root().get("enc").is_some()
}

/// Whether a value is a string of several scopes (RFC 6749 section 3.3), none of it escaped.
fn is_scopes(name: &str, value: Value) -> bool {
    matches!(name, "scope" | "scp")
        && value.kind() == Type::String
        && value.text().contains(' ')
        && !value.text().contains('\\')
}
