//! Takes a text from its start to its end and cuts it into pieces. Nothing is left out or said twice,
//! whatever the stretches it is told.

use super::{Kind, MAX_PAINTED, MAX_PIECES, Mark, Painted, Piece, Run, is_invisible};
use crate::jose::Span;

pub struct Painter<'a> {
    text: &'a str,
    /// Where the brush is.
    at: usize,
    /// Where the colours end.
    limit: usize,
    marks: &'a [(Span, Mark)],
    /// Offsets at which a note stands; the next one is `next_note`.
    notes: &'a [usize],
    next_note: usize,
    pieces: Vec<Piece>,
}

impl<'a> Painter<'a> {
    /// Marks and notes are in the order of the text.
    pub fn new(text: &'a str, marks: &'a [(Span, Mark)], notes: &'a [usize]) -> Self {
        Self {
            text,
            at: 0,
            limit: text.floor_char_boundary(MAX_PAINTED),
            marks,
            notes,
            next_note: 0,
            pieces: Vec::new(),
        }
    }

    /// Paints on to `end`; `mark` is for what has no mark of its own.
    pub fn to(&mut self, end: usize, kind: Kind, mark: Option<Mark>) {
        let end = end.min(self.limit);
        while self.at < end && !self.is_full() {
            let (stop, mark) = self.next_mark(end, mark);
            match self.notes.get(self.next_note) {
                Some(note) if *note <= self.at => self.note(),
                Some(note) => self.stretch(stop.min(*note), kind, mark),
                None => self.stretch(stop, kind, mark),
            }
        }
    }

    /// Whether nothing that comes will be painted.
    pub fn is_done(&self) -> bool {
        self.at == self.limit || self.is_full()
    }

    /// What was painted, and the rest of the text as it is.
    pub fn finish(mut self) -> Painted {
        let is_whole = self.at == self.text.len();
        if is_whole {
            while self.next_note < self.notes.len() {
                self.note();
            }
        } else {
            self.push(self.text.len(), Kind::Plain, None);
        }
        Painted {
            pieces: self.pieces,
            is_whole,
        }
    }

    fn is_full(&self) -> bool {
        self.pieces.len() >= MAX_PIECES
    }

    /// The mark of what comes next, and how far it goes.
    fn next_mark(&mut self, end: usize, mark: Option<Mark>) -> (usize, Option<Mark>) {
        while let Some(((span, _), rest)) = self.marks.split_first()
            && span.end <= self.at
        {
            self.marks = rest;
        }
        match self.marks.first() {
            Some((span, own)) if span.start <= self.at => (end.min(span.end), Some(*own)),
            Some((span, _)) => (end.min(span.start), mark),
            None => (end, mark),
        }
    }

    fn note(&mut self) {
        self.pieces.push(Piece::Note(self.next_note));
        self.next_note += 1;
    }

    /// Paints up to `stop` or to where invisible characters begin or end.
    fn stretch(&mut self, stop: usize, kind: Kind, mark: Option<Mark>) {
        let stop = self.text.ceil_char_boundary(stop);
        let text = &self.text[self.at..stop];
        match text.find(is_invisible) {
            Some(0) => {
                let length = text.find(|c| !is_invisible(c)).unwrap_or(text.len());
                self.push(self.at + length, kind, Some(Mark::Invisible));
            }
            Some(length) => self.push(self.at + length, kind, mark),
            None => self.push(stop, kind, mark),
        }
    }

    fn push(&mut self, end: usize, kind: Kind, mark: Option<Mark>) {
        let text = &self.text[self.at..end];
        self.at = end;
        match self.pieces.last_mut() {
            Some(Piece::Text(run)) if run.kind == kind && run.mark == mark => {
                run.text.push_str(text);
            }
            _ => self.pieces.push(Piece::Text(Run {
                kind,
                mark,
                text: text.to_owned(),
            })),
        }
    }
}
