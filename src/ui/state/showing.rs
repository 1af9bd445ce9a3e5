//! Where something stands: it is selected in its box.

use super::Inspector;
use crate::jose::edit::Editable;
use crate::jose::{Span, shown_span};
use crate::lint::Place;
use crate::ui::browser;

impl Inspector {
    /// Selects what stands at a place of this name.
    pub fn show_place(self, name: &str) {
        let Some(place) = Place::from_name(name) else {
            return;
        };
        match place {
            Place::Token(span) | Place::Signature(span) => self.show_in_token(span),
            Place::Header(span) => self.show_in_part(Editable::Header, "header-json", span),
            Place::Payload(span) => self.show_in_part(Editable::Payload, "payload-json", span),
            Place::Key(_) => browser::focus("key"),
        }
    }

    /// `span` is one of the cleaned text.
    fn show_in_token(self, span: Span) {
        let span = self
            .source
            .with_untracked(|source| source.cleaned.source_span(span));
        self.token
            .with_untracked(|text| browser::select("token", text, span));
    }

    /// `span` is one of the decoded text. While it is being edited the box holds another one.
    fn show_in_part(self, part: Editable, id: &str, span: Span) {
        if self.draft(part).with_untracked(Option::is_some) {
            return browser::focus(id);
        }
        let decoded = self.text_as_signed(part);
        self.shown(part).with_untracked(|shown| {
            if let Some(shown) = shown {
                let span = shown_span(&decoded, &shown.text, span);
                browser::select(id, &shown.text, span);
            }
        });
    }
}
