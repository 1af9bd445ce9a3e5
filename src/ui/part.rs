//! What a part's panel shows, from the token and from what is being typed.

use super::paint::Look;
use super::state::{Draft, Inspector, Shared};
use crate::jose::Payload;
use crate::jose::edit::{Editable, Layout};
use crate::jose::json::{Document, JsonChanges};
use crate::paint::{self, MAX_PAINTED, Painted};
use crate::ui::derived::Derived;
use crate::words::notes::{self, Noted};
use crate::words::{self, labels};

/// A handle: cheap to copy.
#[derive(Clone, Copy)]
pub struct Part {
    inspector: Inspector,
    part: Editable,
    pub text: Derived<String>,
    read: Derived<Shared<Read>>,
}

/// What does not change with the clock.
struct Read {
    document: Option<Document>,
    /// Against the original.
    changes: Option<JsonChanges>,
}

impl Part {
    pub fn new(inspector: Inspector, part: Editable) -> Self {
        let shown = inspector.shown(part);
        let draft = inspector.draft(part);
        let text = Derived::new(move || match draft.get() {
            Some(draft) => draft.text,
            None => shown.with(|shown| {
                let text = shown.as_ref().map(|shown| shown.text.clone());
                text.unwrap_or_default()
            }),
        });
        let original = Derived::new(move || {
            let original = inspector.original.get()?;
            original.document(part).map(Shared::new)
        });
        let read = Derived::new(move || {
            let document = text.with(|text| {
                let is_paintable = text.len() <= MAX_PAINTED;
                is_paintable.then(|| Document::parse(text.clone()).ok())
            });
            let document = document.flatten();
            // Without a difference in the token there is none here, and nothing to compare.
            let differs = inspector.differences.changes.with(Option::is_some);
            let original = differs.then(|| original.get()).flatten();
            let changes = original
                .zip(document.as_ref())
                .map(|(original, document)| JsonChanges::between(&original, document));
            Shared::new(Read { document, changes })
        });
        Self {
            inspector,
            part,
            text,
            read,
        }
    }

    pub fn is_editable(self) -> bool {
        self.layout() != Some(Layout::Hexadecimal)
            && self.inspector.source.with(|source| source.jws().is_some())
    }

    /// Whether it is a compact payload that was too large to be indented unasked.
    pub fn can_be_indented(self) -> bool {
        let most = self.inspector.most_indented.get();
        let is_large = |document: &Document| document.is_compact() && document.text().len() > most;
        self.part == Editable::Payload
            && self.layout() == Some(Layout::AsWritten)
            && self.inspector.source.with(|source| {
                let document = source.jws().and_then(|jws| jws.payload.document());
                document.is_some_and(is_large)
            })
    }

    pub fn look(self) -> Look {
        let read = self.read.get();
        let notes = self.notes(&read);
        let painted = self.text.with(|text| painted(text, &read, &notes));
        Look {
            remark: self.remark(&read, painted.as_ref()),
            painted,
            notes,
        }
    }

    fn layout(self) -> Option<Layout> {
        let shown = self.inspector.shown(self.part);
        shown.with(|shown| shown.as_ref().map(|shown| shown.layout))
    }

    fn notes(self, read: &Read) -> Vec<Noted> {
        let Some(document) = &read.document else {
            return Vec::new();
        };
        let mut noted = match self.part {
            Editable::Header => notes::of_header(document),
            Editable::Payload => notes::of_payload(document, &self.inspector.calendar()),
        };
        if let Some(changes) = &read.changes {
            let was_signed = self.inspector.differences.original_verified.get();
            notes::add_changes(&mut noted, document, changes, was_signed);
        }
        noted
    }

    fn remark(self, read: &Read, painted: Option<&Painted>) -> String {
        let draft = self.inspector.draft(self.part);
        if let Some(problem) = draft.with(|draft| problem(draft.as_ref()?)) {
            return problem;
        }
        if self.layout() == Some(Layout::Hexadecimal) {
            return labels::HEXADECIMAL.to_owned();
        }
        let changes = read.changes.as_ref();
        let removed = changes.map(|changes| words::edited::removed(&changes.removed));
        let has_more = changes.is_some_and(|changes| changes.has_more);
        let invisible = self
            .text
            .with(|text| words::invisible::said(&paint::invisible(text)));
        let uncoloured = painted.is_none_or(|painted| !painted.is_whole);
        let said = [
            self.not_json().unwrap_or_default(),
            removed.unwrap_or_default(),
            invisible,
            said_if(has_more, words::edited::HAS_MORE),
            said_if(uncoloured, labels::TOO_LONG_TO_COLOUR),
        ];
        let said: Vec<String> = said.into_iter().filter(|said| !said.is_empty()).collect();
        said.join(" ")
    }

    /// Where a payload that is text stops being JSON.
    fn not_json(self) -> Option<String> {
        if self.part == Editable::Header {
            return None;
        }
        self.inspector
            .source
            .with(|source| match &source.jws()?.payload {
                Payload::Text { text, error } => Some(words::edit::not_json(text, error)),
                _ => None,
            })
    }
}

fn painted(text: &str, read: &Read, notes: &[Noted]) -> Option<Painted> {
    if text.len() > MAX_PAINTED {
        return None;
    }
    if !text.trim_start().starts_with(['{', '[', '"']) {
        return Some(paint::plain(text));
    }
    let places: Vec<_> = notes.iter().map(|noted| noted.at.start).collect();
    Some(paint::json(text, read.changes.as_ref(), &places))
}

fn said_if(holds: bool, words: &str) -> String {
    if holds {
        words.to_owned()
    } else {
        String::new()
    }
}

/// Why what is typed is not in the token.
fn problem(draft: &Draft) -> Option<String> {
    if draft.lossy {
        return Some(labels::HALF_CHARACTER.to_owned());
    }
    let problem = draft.problem.as_ref()?;
    Some(words::edit::edit_problem(problem, &draft.text))
}
