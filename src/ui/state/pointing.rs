//! What is pointed at, by the mouse or the caret, in any box or row: its counterparts light up everywhere.

use super::Inspector;
use crate::counterpart::{
    Counterpart, counterpart, place_in_part, place_in_token, place_of_octets,
};
use crate::jose::edit::{Editable, Shown};
use crate::jose::{Source, Span, shown_span};
use crate::lint::Place;
use crate::paint::MAX_PAINTED;
use crate::ui::browser::highlight::{Stretch, light_up, mark_places};
use leptos::prelude::*;

impl Inspector {
    /// Something is pointed at that has a place of this name, or nothing any more.
    pub fn point_at(self, name: Option<String>) {
        let place = name.and_then(|name| Place::from_name(&name));
        let place = place.map(|place| self.source.with_untracked(|source| whole(source, place)));
        self.pointed.put(place);
    }

    /// The mouse or the caret stands before a character of a box, counted in UTF-16 units.
    pub fn point_in_box(self, id: &str, unit: usize) {
        let place = match id {
            "token" => self.place_in_token_box(unit),
            "header-json" => self.place_in_part_box(Editable::Header, unit),
            "payload-json" => self.place_in_part_box(Editable::Payload, unit),
            _ => None,
        };
        self.pointed.put(place);
    }

    /// The bytes of a part that are pointed at.
    pub fn pointed_octets(self, part: Editable) -> Option<Span> {
        let place = self.pointed.get()?;
        let found = self.source.with(|source| counterpart(source, place)).part?;
        (found.0 == part).then_some(found.1)
    }

    /// Lights up what is pointed at, from now on.
    pub(super) fn light_up_what_is_pointed_at(self) {
        Effect::new(move || {
            let pointed = self.pointed.get();
            untrack(|| self.show_counterparts(pointed));
        });
    }

    fn place_in_token_box(self, unit: usize) -> Option<Place> {
        let at = self.token.with_untracked(|text| byte_at(text, unit))?;
        self.source.with_untracked(|source| {
            let at = source.cleaned.clean_place(at);
            place_in_token(source, Span::new(at, at))
        })
    }

    fn place_in_part_box(self, part: Editable, unit: usize) -> Option<Place> {
        let shown = self.shown_in_box(part)?;
        let at = byte_at(&shown.text, unit)?;
        self.source
            .with_untracked(|source| place_in_part(source, part, &shown, Span::new(at, at)))
    }

    fn show_counterparts(self, pointed: Option<Place>) {
        let found = pointed.map(|place| {
            self.source
                .with_untracked(|source| counterpart(source, place))
        });
        let found = found.unwrap_or_default();
        let token = found.token.map(|span| Stretch {
            id: "token",
            span: self
                .source
                .with_untracked(|source| source.cleaned.source_span(span)),
            text: self.token.get_untracked(),
        });
        let part = found
            .part
            .and_then(|(part, span)| self.stretch_of_part(part, span));
        light_up(token.into_iter().chain(part));
        mark_places(|name| mark(&found, Place::from_name(name)?));
    }

    fn stretch_of_part(self, part: Editable, span: Span) -> Option<Stretch> {
        let Shown { text, .. } = self.shown_in_box(part)?;
        Some(Stretch {
            id: match part {
                Editable::Header => "header-json",
                Editable::Payload => "payload-json",
            },
            span: shown_span(&self.text_as_signed(part), &text, span),
            text,
        })
    }

    /// What the box of a part shows of the token; nothing while it holds another text than the token.
    fn shown_in_box(self, part: Editable) -> Option<Shown> {
        let shown = self.shown(part).get_untracked()?;
        match self.draft(part).get_untracked() {
            None => Some(shown),
            Some(draft) => draft.is_in_token().then_some(Shown {
                text: draft.text,
                ..shown
            }),
        }
    }
}

/// Where a UTF-16 unit stands in a text; nothing of a text that is too long for the colours that light up.
fn byte_at(text: &str, unit: usize) -> Option<usize> {
    let mut left = unit;
    let before = text.chars().take_while(|c| {
        let is_before = left > 0;
        left = left.saturating_sub(c.len_utf16());
        is_before
    });
    (text.len() <= MAX_PAINTED).then(|| before.map(char::len_utf8).sum())
}

/// Of one byte or character, the member it belongs to.
fn whole(source: &Source, place: Place) -> Place {
    let found = match place {
        Place::Header(span) if span.len() == 1 => place_of_octets(source, Editable::Header, span),
        Place::Payload(span) if span.len() == 1 => place_of_octets(source, Editable::Payload, span),
        Place::Token(span) => place_in_token(source, span),
        _ => None,
    };
    found.unwrap_or(place)
}

/// What is to be seen of something at a place: it is pointed at, a part of that, or what that is a part of; or it is a
/// character shared with a neighbour.
fn mark(found: &Counterpart, place: Place) -> Option<&'static str> {
    let (here, pointed) = match (place, found.part) {
        (Place::Header(span), Some((Editable::Header, of))) => (span, of),
        (Place::Payload(span), Some((Editable::Payload, of))) => (span, of),
        (Place::Token(span) | Place::Signature(span), _) => (span, found.token?),
        _ => return None,
    };
    let is_shared = matches!(place, Place::Token(_)) && found.shared.contains(&Some(here.start));
    let overlaps = here.start < pointed.end && pointed.start < here.end;
    overlaps.then_some(if is_shared { "shared" } else { "whole" })
}
