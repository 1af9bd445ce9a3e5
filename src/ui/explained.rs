//! What is explained on demand: the claims, the header, the key and the signature.

use super::state::Inspector;
use crate::jose::edit::Editable;
use crate::jose::json::Document;
use crate::jose::opened;
use crate::words::fact::Fact;
use crate::words::{self, explained};

pub fn header(inspector: Inspector) -> Vec<Fact> {
    let document = document(inspector, Editable::Header);
    document.map_or_else(Vec::new, |document| explained::of_header(&document))
}

pub fn payload(inspector: Inspector) -> Vec<Fact> {
    let clock = inspector.calendar();
    let document = document(inspector, Editable::Payload);
    document.map_or_else(Vec::new, |document| {
        explained::of_payload(&document, &clock)
    })
}

pub fn key(inspector: Inspector) -> Vec<Fact> {
    let clock = inspector.calendar();
    inspector
        .key_input
        .with(|key| words::key::details(key, &clock))
}

pub fn signature(inspector: Inspector) -> Vec<Fact> {
    let (source, key) = (inspector.source.get(), inspector.key_input.get());
    let opened = inspector
        .signature
        .with(|check| opened::open(&source, &key, check));
    opened.map_or_else(Vec::new, |opened| words::opened::facts(&opened))
}

/// A part as it stands in the token: places of facts are places there.
fn document(inspector: Inspector, part: Editable) -> Option<Document> {
    let bytes = inspector.source.with(|source| match part {
        Editable::Header => source.header_bytes(),
        Editable::Payload => source.payload_bytes(),
    });
    Document::parse(String::from_utf8(bytes?).ok()?).ok()
}
