//! Notes beside header parameters and claims: what each means, and what a time is on a calendar.

pub(super) mod header;
pub(super) mod times;

use super::explained::{Names, is_encrypted};
use super::{edited, signature};
use crate::jose::Span;
use crate::jose::json::{Document, JsonChanges, Member, Value};

/// How many members get a note.
const MOST: usize = 200;

/// How many members are looked at.
const LOOKED_AT: usize = 5_000;

/// How good what is noted is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Good,
    Warn,
    Bad,
}

impl Tone {
    /// The name it has in the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
        }
    }
}

/// A few words beside a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub text: String,
    pub tone: Tone,
}

impl Note {
    fn new(tone: Tone, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { text, tone }
    }

    fn plain(text: impl Into<String>) -> Self {
        Self::new(Tone::Plain, text)
    }
}

/// A note and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// Where the value stands in the document's text.
    pub at: Span,
    /// The name of the member, with its escapes resolved.
    pub name: String,
    pub note: Note,
}

/// What the clock says, and how this place writes it.
pub struct Clock<'a> {
    /// Seconds since 1970-01-01 UTC.
    pub now: f64,
    /// Tolerance for clocks that differ, in seconds.
    pub skew: f64,
    /// Minutes east of UTC at a time in seconds since 1970.
    pub offset: &'a dyn Fn(f64) -> i32,
}

/// Notes beside the parameters of a header (RFC 7515 section 4.1, RFC 7516 section 4.1, RFC 7797).
pub fn of_header(document: &Document) -> Vec<Noted> {
    let encrypted = is_encrypted(document);
    each(document, &|name, value| {
        header::note(name, value, encrypted)
    })
}

/// Notes beside the claims of a payload: of the registry, and of those who issue such tokens.
pub fn of_payload(document: &Document, clock: &Clock) -> Vec<Noted> {
    let names = Names::of_payload(document);
    each(document, &|name, value| {
        let meaning = || Some(Note::plain(names.find("", name)?.meaning));
        times::note(name, value, clock).or_else(meaning)
    })
}

/// Puts notes beside the values that were edited, in place of those that stand there.
pub fn add_changes(
    notes: &mut Vec<Noted>,
    document: &Document,
    changes: &JsonChanges,
    was_verified: bool,
) {
    for change in &changes.changed {
        let note = Note::new(
            Tone::Warn,
            match &change.was {
                Some(was) => edited::was(was, was_verified),
                None => edited::new(was_verified).to_owned(),
            },
        );
        match notes.iter_mut().find(|noted| noted.at == change.span) {
            Some(noted) => noted.note = note,
            None => {
                let place = notes.partition_point(|noted| noted.at.start < change.span.start);
                let name = member_around(document, change.span);
                let at = change.span;
                notes.insert(place, Noted { at, name, note });
            }
        }
    }
}

/// The name of the outermost member that a value belongs to.
fn member_around(document: &Document, span: Span) -> String {
    let around = |member: &Member| {
        member.value.span().start <= span.start && span.end <= member.value.span().end
    };
    let member = document.root().members().find(around);
    member
        .map(|member| member.name().into_owned())
        .unwrap_or_default()
}

/// Notes beside the outermost members; of two with the same name the last one counts (RFC 7519 section 4).
fn each(document: &Document, note: &dyn Fn(&str, Value) -> Option<Note>) -> Vec<Noted> {
    let repeats = !document.duplicates().is_empty();
    let mut all: Vec<Noted> = Vec::new();
    for member in document.root().members().take(LOOKED_AT) {
        let name = member.name();
        if repeats && let Some(before) = all.iter_mut().rfind(|noted| noted.name == name) {
            before.note = Note::new(Tone::Warn, "does not count: the name stands again below");
        }
        if all.len() < MOST
            && let Some(note) = note(&name, member.value)
        {
            all.push(Noted {
                at: member.value.span(),
                name: name.into_owned(),
                note,
            });
        }
    }
    all
}
