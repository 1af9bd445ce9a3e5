//! JSON as it was written (RFC 8259): member order, exact number text, duplicates, and where every
//! value stands. Nothing is converted, so nothing is lost.
//!
//! ```
//! use jwt_inspector::jose::json::Document;
//!
//! let json = Document::parse(r#"{"id":100002348117421473,"id":1e400}"#.into()).unwrap();
//! let root = json.root();
//! assert_eq!(root.members().count(), 2);
//! assert_eq!(root.get("id").unwrap().text(), "1e400");
//! assert_eq!(json.duplicates().len(), 1);
//! ```

mod changes;
mod format;
mod innermost;
mod meaning;
mod number;
mod parse;
mod string;

pub use changes::{JsonChanges, ValueChange};
pub use parse::{Error, Problem, Wanted};
pub use string::{quote, unescape};

use super::Span;
use std::borrow::Cow;

/// How deep arrays and objects may nest.
pub const MAX_DEPTH: usize = 512;

/// A JSON text and what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    text: String,
    root: Node,
    duplicates: Vec<Duplicate>,
    white_space: bool,
}

/// A member whose name stood in the same object before (RFC 7515 section 4, RFC 7519 section 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// The name where it stands first, with its quotes.
    pub first: Span,
    /// The name where it stands again, with its quotes.
    pub again: Span,
    /// Objects and arrays around the object: 1 for a member of the outermost object.
    pub depth: usize,
}

#[derive(Clone, Debug, PartialEq)]
struct Node {
    span: Span,
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq)]
enum Kind {
    Null,
    Bool(bool),
    Number,
    String,
    Array(Vec<Node>),
    Object(Vec<Entry>),
}

#[derive(Clone, Debug, PartialEq)]
struct Entry {
    name: Span,
    value: Node,
}

/// The type of a JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    Null,
    Bool,
    Number,
    String,
    Array,
    Object,
}

/// A value inside a [`Document`].
#[derive(Clone, Copy, Debug)]
pub struct Value<'a> {
    document: &'a Document,
    node: &'a Node,
}

/// A name with its value.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    /// Where the name stands, with its quotes.
    pub name_span: Span,
    pub value: Value<'a>,
}

impl Document {
    /// Reads a JSON text.
    ///
    /// # Errors
    /// Where the text stops being JSON, and what was expected there.
    pub fn parse(text: String) -> Result<Self, Error> {
        parse::parse(text)
    }

    /// The text, untouched.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text, for one who means to wipe it.
    pub fn into_text(self) -> String {
        self.text
    }

    /// The outermost value.
    pub fn root(&self) -> Value<'_> {
        Value {
            document: self,
            node: &self.root,
        }
    }

    /// Every name that repeats one of its object, in the order of the text.
    pub fn duplicates(&self) -> &[Duplicate] {
        &self.duplicates
    }

    /// Whether there is no white space between tokens, before or after.
    pub fn is_compact(&self) -> bool {
        !self.white_space
    }

    /// The name at a span, with its escapes resolved.
    pub fn name(&self, span: Span) -> Cow<'_, str> {
        unescape(&self.text[span.range()])
    }
}

impl<'a> Value<'a> {
    /// Where the value stands.
    pub fn span(self) -> Span {
        self.node.span
    }

    /// The value exactly as it was written.
    pub fn text(self) -> &'a str {
        &self.document.text[self.node.span.range()]
    }

    /// Its type.
    pub fn kind(self) -> Type {
        match self.node.kind {
            Kind::Null => Type::Null,
            Kind::Bool(_) => Type::Bool,
            Kind::Number => Type::Number,
            Kind::String => Type::String,
            Kind::Array(_) => Type::Array,
            Kind::Object(_) => Type::Object,
        }
    }

    /// A string with its escapes resolved; a lone surrogate becomes U+FFFD.
    pub fn as_str(self) -> Option<Cow<'a, str>> {
        matches!(self.node.kind, Kind::String).then(|| unescape(self.text()))
    }

    /// `true` or `false`.
    pub fn as_bool(self) -> Option<bool> {
        match self.node.kind {
            Kind::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// A number as a double: the nearest one for whole numbers up to 2^53 and for every time in use, else
    /// off by no more than 2^-48 of it; infinite where it is out of range.
    pub fn as_f64(self) -> Option<f64> {
        matches!(self.node.kind, Kind::Number).then(|| number::to_f64(self.text()))
    }

    /// The elements of an array; none of anything else.
    pub fn elements(self) -> impl ExactSizeIterator<Item = Value<'a>> + Clone {
        let nodes = match &self.node.kind {
            Kind::Array(nodes) => nodes.as_slice(),
            _ => &[],
        };
        let document = self.document;
        nodes.iter().map(move |node| Value { document, node })
    }

    /// The members of an object in their order, duplicates included; none of anything else.
    pub fn members(
        self,
    ) -> impl DoubleEndedIterator<Item = Member<'a>> + ExactSizeIterator + Clone {
        let entries = match &self.node.kind {
            Kind::Object(entries) => entries.as_slice(),
            _ => &[],
        };
        let document = self.document;
        entries.iter().map(move |entry| Member {
            name_span: entry.name,
            value: Value {
                document,
                node: &entry.value,
            },
        })
    }

    /// A member's value: the lexically last, where a name repeats (RFC 7519 section 4).
    pub fn get(self, name: &str) -> Option<Value<'a>> {
        let found = self.members().rev().find(|member| member.name() == name);
        found.map(|member| member.value)
    }
}

impl<'a> Member<'a> {
    /// The name with its escapes resolved.
    pub fn name(&self) -> Cow<'a, str> {
        self.value.document.name(self.name_span)
    }
}
