//! One line of an explanation, whatever is explained: a claim, a key, a signature, a difference.

use super::notes::Tone;
use crate::jose::Span;
use crate::lint::Place;

/// What something is, what it says, and what that means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// How deep it stands in what it is a part of; 0 for the outermost.
    pub depth: u8,
    /// What it is called: "exp", "Curve", "r".
    pub name: String,
    /// As it stands in the token or the key.
    pub value: String,
    /// The bytes of `value` that are not what was expected.
    pub differs: Option<Span>,
    /// In plain words; may be empty.
    pub meaning: String,
    pub tone: Tone,
    /// Where that is written: "RFC 7519 §4.1.4", "Microsoft Entra ID"; may be empty.
    pub source: &'static str,
    /// Where it stands.
    pub place: Option<Place>,
}

impl Fact {
    /// One that says nothing yet but its name and value.
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            depth: 0,
            name: name.into(),
            value: value.into(),
            differs: None,
            meaning: String::new(),
            tone: Tone::Plain,
            source: "",
            place: None,
        }
    }

    /// The same, with what it means.
    pub fn meaning(self, meaning: impl Into<String>) -> Self {
        let meaning = meaning.into();
        Self { meaning, ..self }
    }
}
