//! What a part's panel shows, from the token and from what is being typed.

use super::browser;
use super::state::{Inspector, Shared};
use crate::jose::Payload;
use crate::jose::edit::{Editable, Layout};
use crate::jose::json::{Document, JsonChanges};
use crate::paint::{self, MAX_PAINTED, Painted, Piece};
use crate::words::notes::{self, Clock, Noted};
use crate::words::{self, labels};
use leptos::prelude::*;

/// A handle: cheap to copy.
#[derive(Clone, Copy)]
pub struct Part {
    pub text: Memo<String>,
    /// Why what is typed is not in the token.
    pub problem: Memo<Option<String>>,
    pub remark: Memo<String>,
    pub notes: Memo<Vec<Noted>>,
    pub painted: Memo<Option<Painted>>,
    pub is_editable: Memo<bool>,
    pub can_be_indented: Memo<bool>,
}

impl Part {
    pub fn new(inspector: Inspector, part: Editable) -> Self {
        let shown = inspector.shown(part);
        let draft = inspector.draft(part);
        let text = Memo::new(move |_| match draft.get() {
            Some(draft) => draft.text,
            None => shown.with(|shown| {
                shown
                    .as_ref()
                    .map(|shown| shown.text.clone())
                    .unwrap_or_default()
            }),
        });
        let document = Memo::new(move |_| {
            let text = text.get();
            let document = (text.len() <= MAX_PAINTED).then(|| Document::parse(text).ok());
            document.flatten().map(Shared::new)
        });
        let original = Memo::new(move |_| {
            let original = inspector.original.get()?;
            original.document(part).map(Shared::new)
        });
        let changes = Memo::new(move |_| {
            // Without a difference in the token there is none here, and nothing to compare.
            inspector
                .differences
                .changes
                .with(Option::is_some)
                .then_some(())?;
            let changes = JsonChanges::between(&*original.get()?, &*document.get()?);
            Some(Shared::new(changes))
        });
        let notes = Memo::new(move |_| {
            let mut noted = document.with(|document| match (document, part) {
                (None, _) => Vec::new(),
                (Some(document), Editable::Header) => notes::of_header(document),
                (Some(document), Editable::Payload) => notes::of_payload(
                    document,
                    &Clock {
                        now: inspector.now.get(),
                        skew: f64::from(inspector.skew.get()),
                        offset: &browser::minutes_east_of_utc,
                    },
                ),
            });
            if let (Some(document), Some(changes)) = (document.get(), changes.get()) {
                let was_signed = inspector.differences.original_verified.get();
                notes::add_changes(&mut noted, &document, &changes, was_signed);
            }
            noted
        });
        let painted = Memo::new(move |_| {
            let places =
                notes.with(|notes| notes.iter().map(|noted| noted.at.start).collect::<Vec<_>>());
            text.with(|text| {
                if text.len() > MAX_PAINTED {
                    return None;
                }
                let is_json = text.trim_start().starts_with(['{', '[', '"']);
                Some(match is_json {
                    true => changes.with(|changes| paint::json(text, changes.as_deref(), &places)),
                    false => paint::plain(text),
                })
            })
        });
        let layout =
            Memo::new(move |_| shown.with(|shown| shown.as_ref().map(|shown| shown.layout)));
        let problem = Memo::new(move |_| {
            let draft = draft.get()?;
            if draft.lossy {
                return Some(labels::HALF_CHARACTER.to_owned());
            }
            Some(words::edit::edit_problem(
                draft.problem.as_ref()?,
                &draft.text,
            ))
        });
        let remark = Memo::new(move |_| {
            if let Some(problem) = problem.get() {
                return problem;
            }
            if layout.get() == Some(Layout::Hexadecimal) {
                return labels::HEXADECIMAL.to_owned();
            }
            let not_json = not_json(inspector, part);
            let removed = changes.with(|changes| {
                changes
                    .as_ref()
                    .map(|changes| words::edited::removed(&changes.removed))
            });
            let invisible = text.with(|text| words::invisible::said(&paint::invisible(text)));
            let uncoloured =
                painted.with(|painted| painted.as_ref().is_none_or(|painted| !painted.is_whole));
            let said = [
                not_json.unwrap_or_default(),
                removed.unwrap_or_default(),
                invisible,
                if uncoloured {
                    labels::TOO_LONG_TO_COLOUR.to_owned()
                } else {
                    String::new()
                },
            ];
            let said: Vec<String> = said.into_iter().filter(|said| !said.is_empty()).collect();
            said.join(" ")
        });
        Self {
            text,
            problem,
            remark,
            notes,
            painted,
            is_editable: Memo::new(move |_| {
                layout.get() != Some(Layout::Hexadecimal)
                    && inspector.source.with(|source| source.jws().is_some())
            }),
            can_be_indented: Memo::new(move |_| {
                let most = inspector.most_indented.get();
                let is_large = text.with(|text| text.len() > most);
                let compact =
                    |payload: &Payload| payload.document().is_some_and(Document::is_compact);
                is_large
                    && inspector
                        .source
                        .with(|source| source.jws().is_some_and(|jws| compact(&jws.payload)))
            }),
        }
    }

    pub fn pieces(self) -> Vec<Piece> {
        self.painted.with(|painted| {
            painted
                .as_ref()
                .map(|painted| painted.pieces.clone())
                .unwrap_or_default()
        })
    }
}

/// Where a payload that is text stops being JSON.
fn not_json(inspector: Inspector, part: Editable) -> Option<String> {
    if part == Editable::Header {
        return None;
    }
    inspector
        .source
        .with(|source| match &source.jws()?.payload {
            Payload::Text { text, error } => Some(words::edit::not_json(text, error)),
            _ => None,
        })
}
