//! Painted texts as words, and texts to be painted.

use jwt_inspector::jose::Source;
use jwt_inspector::paint::{Painted, Piece, Run, token};
use proptest::prelude::*;

pub fn painted_token(text: &str) -> Vec<Run> {
    token(text, &Source::read(text), None, false).expect("short enough")
}

/// Runs as "kind text" or "kind+mark text".
pub fn told(runs: &[Run]) -> Vec<String> {
    let told = |run: &Run| match run.mark {
        Some(mark) => format!("{}+{} {}", run.kind.name(), mark.name(), run.text),
        None => format!("{} {}", run.kind.name(), run.text),
    };
    runs.iter().map(told).collect()
}

/// As [`told`], with notes as "note 0".
pub fn told_pieces(painted: &Painted) -> Vec<String> {
    let told_piece = |piece: &Piece| match piece {
        Piece::Text(run) => told(std::slice::from_ref(run)).concat(),
        Piece::Note(index) => format!("note {index}"),
    };
    painted.pieces.iter().map(told_piece).collect()
}

pub fn json_text(painted: &Painted) -> String {
    let text = |piece: &Piece| match piece {
        Piece::Text(run) => run.text.clone(),
        Piece::Note(_) => String::new(),
    };
    painted.pieces.iter().map(text).collect()
}

pub fn token_text(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

const PIECES: [&str; 24] = [
    "e30",
    ".",
    "~",
    "\n",
    "\r\n",
    " ",
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "1",
    "-",
    "true",
    "%2E",
    "é",
    "😀",
    "\u{200b}",
    "\u{202e}",
    "Bearer ",
    "eyJhbGciOiJIUzI1NiJ9",
];

pub fn anything() -> impl Strategy<Value = String> {
    let piece = (0..PIECES.len()).prop_map(|at| PIECES[at]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

pub fn neighbours_differ(pieces: &[Piece]) -> bool {
    pieces.windows(2).all(|pair| match pair {
        [Piece::Text(a), Piece::Text(b)] => (a.kind, a.mark) != (b.kind, b.mark),
        _ => true,
    })
}
