//! What changed between two JSON texts, value by value. White space and the order of members do not
//! count; a number or string is another as soon as it is written in another way.

use super::{Document, Member, Type, Value};
use crate::jose::Span;
use std::borrow::Cow;
use std::collections::HashMap;

/// Changes that are told one by one.
const MAX_CHANGES: usize = 100;

/// Characters of a name that stand in a path.
const MAX_NAME: usize = 100;

/// What changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JsonChanges {
    /// New values and values that were replaced, in the order of the current text. Of objects and arrays
    /// that are still such, only what changed inside.
    pub changed: Vec<ValueChange>,
    /// Paths to the values that are gone, such as `address.city` or `roles[2]`.
    pub removed: Vec<String>,
    /// There are more changes than are told.
    pub has_more: bool,
}

/// One value that is new or another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueChange {
    /// Where it stands in the current text.
    pub span: Span,
    /// What was written in its place before; `None` where it is new.
    pub was: Option<String>,
}

impl JsonChanges {
    /// Compares members by their name, the n-th of a name with the n-th, and elements by their index.
    pub fn between(original: &Document, current: &Document) -> Self {
        let mut comparison = Comparison {
            path: Vec::new(),
            found: Self::default(),
        };
        comparison.values(original.root(), current.root());
        comparison.found
    }
}

struct Comparison<'a> {
    path: Vec<Step<'a>>,
    found: JsonChanges,
}

enum Step<'a> {
    Name(Cow<'a, str>),
    Index(usize),
}

impl<'a> Comparison<'a> {
    fn values(&mut self, before: Value<'a>, now: Value<'a>) {
        if self.found.has_more || before.text() == now.text() {
            return;
        }
        match (before.kind(), now.kind()) {
            (Type::Object, Type::Object) => self.objects(before, now),
            (Type::Array, Type::Array) => self.arrays(before, now),
            _ => self.changed(now, Some(before)),
        }
    }

    fn objects(&mut self, before: Value<'a>, now: Value<'a>) {
        let before: Vec<Member> = before.members().collect();
        let now: Vec<Member> = now.members().collect();
        let mut is_gone = vec![true; before.len()];
        for (member, paired) in now.iter().zip(pairs(&before, &now)) {
            let Some(index) = paired else {
                self.changed(member.value, None);
                continue;
            };
            is_gone[index] = false;
            self.path.push(Step::Name(member.name()));
            self.values(before[index].value, member.value);
            self.path.pop();
        }
        for (member, _) in before.iter().zip(is_gone).filter(|(_, is_gone)| *is_gone) {
            self.removed(Step::Name(member.name()));
        }
    }

    fn arrays(&mut self, before: Value<'a>, now: Value<'a>) {
        let mut now = now.elements();
        for (index, before) in before.elements().enumerate() {
            let Some(now) = now.next() else {
                self.removed(Step::Index(index));
                continue;
            };
            self.path.push(Step::Index(index));
            self.values(before, now);
            self.path.pop();
        }
        for added in now {
            self.changed(added, None);
        }
    }

    fn changed(&mut self, now: Value, before: Option<Value>) {
        if self.has_room() {
            self.found.changed.push(ValueChange {
                span: now.span(),
                was: before.map(|before| before.text().to_owned()),
            });
        }
    }

    fn removed(&mut self, last: Step<'a>) {
        if self.has_room() {
            self.path.push(last);
            self.found.removed.push(written(&self.path));
            self.path.pop();
        }
    }

    fn has_room(&mut self) -> bool {
        let told = self.found.changed.len() + self.found.removed.len();
        self.found.has_more |= told == MAX_CHANGES;
        !self.found.has_more
    }
}

/// For every member the index of the one it was before.
pub(super) fn pairs<'a>(before: &[Member<'a>], now: &[Member<'a>]) -> Vec<Option<usize>> {
    let mut names = before.iter().zip(now);
    if before.len() == now.len() && names.all(|(before, now)| before.name() == now.name()) {
        return (0..now.len()).map(Some).collect();
    }
    // Of each name the first member that has no pair yet, and for each member the next of its name.
    let mut first = HashMap::with_capacity(before.len());
    let mut next = vec![None; before.len()];
    for (index, member) in before.iter().enumerate().rev() {
        next[index] = first.insert(member.name(), index);
    }
    let pair = |member: &Member<'a>| {
        let slot = first.remove(&member.name())?;
        if let Some(later) = next[slot] {
            first.insert(member.name(), later);
        }
        Some(slot)
    };
    now.iter().map(pair).collect()
}

fn written(path: &[Step]) -> String {
    let mut out = String::new();
    for step in path {
        match step {
            Step::Name(name) => {
                if !out.is_empty() {
                    out.push('.');
                }
                out.extend(name.chars().take(MAX_NAME));
                if name.chars().nth(MAX_NAME).is_some() {
                    out.push('…');
                }
            }
            Step::Index(index) => {
                out.push('[');
                out.push_str(&index.to_string());
                out.push(']');
            }
        }
    }
    out
}
