//! The forms in which common software writes the same JSON.

use super::writer;
use crate::jose::json::Document;

/// A way to write the same JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As it is, with a line break at its end.
    FinalLineBreak,
    /// Written anew.
    Json(Style),
}

/// A way to write JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    pub layout: Layout,
    /// Members by name.
    pub sorted: bool,
    pub escapes: Escapes,
}

/// White space between the tokens of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// None.
    Compact,
    /// A space after every comma and colon, as Python's `json.dumps` has it.
    Spaced,
    /// A space on both sides of every colon but the first, as headers by Keycloak have it.
    Keycloak,
    /// A line a member, and so many spaces a level.
    Indented(usize),
}

/// What is escaped in strings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Escapes {
    /// What was escaped before.
    AsWritten,
    /// Nothing that need not be.
    Plain,
    /// Whatever is not ASCII, as Python's `json.dumps` does.
    Ascii,
    /// Whatever is not ASCII, and `/`, as PHP's `json_encode` does.
    AsciiAndSlash,
    /// `<`, `>` and `&`, as Go's `json.Marshal` does.
    Html,
}

const LAYOUTS: [Layout; 5] = [
    Layout::Compact,
    Layout::Spaced,
    Layout::Keycloak,
    Layout::Indented(2),
    Layout::Indented(4),
];

const ESCAPES: [Escapes; 5] = [
    Escapes::AsWritten,
    Escapes::Plain,
    Escapes::Ascii,
    Escapes::AsciiAndSlash,
    Escapes::Html,
];

/// The longest text that is written in other forms, in bytes.
pub const MAX_LENGTH: usize = 16 << 10;

/// Indenting may make it this many times as long.
const MAX_GROWTH: usize = 8;

/// JSON in every other form that differs from it.
pub fn others(document: &Document) -> Vec<(Form, String)> {
    let mut found: Vec<(Form, String)> = Vec::new();
    for form in forms() {
        let Some(written) = write(document, form) else {
            continue;
        };
        let known = found.iter().any(|(_, known)| *known == written);
        if written != document.text() && !known {
            found.push((form, written));
        }
    }
    found
}

/// JSON in a form. `None` where too much would come of it.
pub fn write(document: &Document, form: Form) -> Option<String> {
    let text = document.text();
    match form {
        Form::FinalLineBreak => Some([text, "\n"].concat()),
        Form::Json(style) => writer::write(document, style, (text.len() + 64) * MAX_GROWTH),
    }
}

fn forms() -> impl Iterator<Item = Form> {
    let json = ESCAPES.into_iter().flat_map(|escapes| {
        let orders = [false, true].into_iter();
        orders.flat_map(move |sorted| {
            LAYOUTS.into_iter().map(move |layout| {
                Form::Json(Style {
                    layout,
                    sorted,
                    escapes,
                })
            })
        })
    });
    std::iter::once(Form::FinalLineBreak).chain(json)
}
