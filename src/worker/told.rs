//! A diagnosis as pieces: what was tried, the cure if there is one, and the notes to the end.

use super::pieces::Pieces;
use crate::doctor::Inputs;
use crate::jose::SecretEncoding;
use crate::words::doctor::{Note, Remedy, Told};
use zeroize::Zeroizing;

/// Stands before what may be left out, and is there.
const THERE: &str = "there";

/// Adds the pieces of a diagnosis.
pub fn add<'a>(pieces: &mut Vec<&'a [u8]>, told: &'a Told) {
    pieces.push(told.tried.as_bytes());
    match &told.cure {
        Some(cure) => add_remedy(pieces, cure),
        None => pieces.push(b""),
    }
    for note in &told.explained {
        add_note(pieces, note);
    }
}

fn add_remedy<'a>(pieces: &mut Vec<&'a [u8]>, remedy: &'a Remedy) {
    let Inputs {
        token,
        key,
        encoding,
        any_algorithm,
    } = &remedy.apply;
    let there = |is_there: bool| if is_there { THERE } else { "" };
    for text in [
        THERE,
        &remedy.button,
        there(token.is_some()),
        token.as_deref().unwrap_or(""),
        there(key.is_some()),
        key.as_ref().map_or("", |key| key),
        encoding.map_or("", SecretEncoding::name),
        there(*any_algorithm),
    ] {
        pieces.push(text.as_bytes());
    }
    add_note(pieces, &remedy.note);
}

fn add_note<'a>(pieces: &mut Vec<&'a [u8]>, note: &'a Note) {
    for text in [&note.title, &note.sentence, &note.advice, &note.source] {
        pieces.push(text.as_bytes());
    }
}

/// Reads them all. `None` where they are not those of a diagnosis.
pub fn read(pieces: &mut Pieces) -> Option<Told> {
    let tried = pieces.owned()?;
    let cure = match pieces.text()? {
        THERE => Some(remedy(pieces)?),
        _ => None,
    };
    let mut explained = Vec::new();
    while !pieces.is_empty() {
        explained.push(note(pieces)?);
    }
    Some(Told {
        cure,
        explained,
        tried,
    })
}

fn remedy(pieces: &mut Pieces) -> Option<Remedy> {
    let button = pieces.owned()?;
    let apply = Inputs {
        token: optional(pieces)?,
        key: optional(pieces)?.map(Zeroizing::new),
        encoding: SecretEncoding::from_name(pieces.text()?),
        any_algorithm: pieces.text()? == THERE,
    };
    Some(Remedy {
        note: note(pieces)?,
        button,
        apply,
    })
}

/// A text that may be left out; its place is there all the same.
fn optional(pieces: &mut Pieces) -> Option<Option<String>> {
    let is_there = pieces.text()? == THERE;
    let text = pieces.owned()?;
    Some(is_there.then_some(text))
}

fn note(pieces: &mut Pieces) -> Option<Note> {
    Some(Note {
        title: pieces.owned()?,
        sentence: pieces.owned()?,
        advice: pieces.owned()?,
        source: pieces.owned()?,
    })
}
