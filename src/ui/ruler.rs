//! The parts of the token on a ruler: how long each one is, by name, so that colour is not the only sign.

use super::inspector;
use super::shown::shown;
use crate::jose::{Source, Span, Token};
use crate::node::{Node, el};
use crate::words::{grouped, labels};
use leptos::prelude::*;

/// A part of the token: its colour, its name, and how many characters it has.
struct Stretch {
    class: &'static str,
    name: &'static str,
    length: usize,
    is_edited: bool,
}

#[component]
pub fn Ruler() -> impl IntoView {
    let inspector = inspector();
    let stretches = move || {
        let mut stretches = inspector.source.with(|source| parts(source));
        inspector.differences.changes.with(|changes| {
            let Some(changes) = changes else { return };
            let changes = [&changes.header, &changes.payload, &changes.signature];
            for (stretch, changes) in stretches.iter_mut().zip(changes) {
                stretch.is_edited = changes.is_changed;
            }
        });
        stretches
    };
    shown("ul", move || {
        el("ul")
            .class("ruler")
            .set("aria-label", labels::PARTS)
            .with_all(stretches().iter().map(row))
    })
}

fn row(stretch: &Stretch) -> Node {
    let edited = if stretch.is_edited {
        labels::EDITED
    } else {
        ""
    };
    el("li")
        .class(stretch.class)
        .set("--length", &stretch.length.to_string())
        .with(el("b").say(stretch.name))
        .say(" ")
        .say(&grouped(stretch.length))
        .say(" ")
        .say(edited)
}

fn parts(source: &Source) -> Vec<Stretch> {
    let stretch = |(class, name): (&'static str, &'static str), span: Span| Stretch {
        class,
        name,
        length: span.len(),
        is_edited: false,
    };
    match &source.token {
        Token::Jwe(jwe) => {
            let parts = jwe.parts.iter().map(|part| part.span);
            labels::JWE_PARTS
                .into_iter()
                .zip(parts)
                .map(|(name, span)| stretch(name, span))
                .collect()
        }
        _ => source.jws().map_or_else(Vec::new, |jws| {
            let parts = [&jws.header_part, &jws.payload_part, &jws.signature_part];
            let spans = parts.map(|part| part.span);
            labels::JWS_PARTS
                .into_iter()
                .zip(spans)
                .map(|(name, span)| stretch(name, span))
                .collect()
        }),
    }
}
