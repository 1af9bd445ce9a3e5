//! What can stand on a stage. A page shows each kind in one way, whatever the lesson.

use crate::paint::{Painted, Run};

/// How something is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    Good,
    Warn,
    Bad,
}

/// A piece of a stage. Where it takes input, `name` is what the [`Model`](super::Model) knows it by.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// What came of it, in one sentence and its reason.
    Outcome {
        tone: Tone,
        title: String,
        sentence: String,
    },
    /// A text to edit, in the colours of `painted`.
    Text {
        name: &'static str,
        label: &'static str,
        hint: &'static str,
        text: String,
        painted: Painted,
        /// `header`, `payload`, `key` or nothing: whose colour it has.
        part: &'static str,
    },
    /// A token to look at; the page can open it in the inspector with this key.
    Token {
        label: String,
        runs: Vec<Run>,
        token: String,
        key: String,
    },
    /// Two things beside each other, and how they compare.
    Compare {
        label: &'static str,
        left: Side,
        sign: &'static str,
        right: Side,
    },
    /// Code of which some lines ran, and how it ended.
    Code {
        label: &'static str,
        lines: Vec<Line>,
        tone: Tone,
        outcome: String,
    },
    Buttons {
        label: &'static str,
        buttons: Vec<Button>,
    },
    /// One of several: `(value, words)`.
    Choice {
        name: &'static str,
        label: &'static str,
        options: Vec<(&'static str, &'static str)>,
        chosen: String,
    },
    /// A whole number between two others.
    Range {
        name: &'static str,
        label: &'static str,
        min: usize,
        max: usize,
        value: usize,
        /// The value in words.
        shown: String,
    },
    /// Who there is, what each has, and what travels between two of them.
    Scene {
        label: &'static str,
        actors: Vec<Actor>,
        message: Option<Message>,
    },
    /// Play, pause, step, back, reset and speed for the number that [`MOMENT`](super::MOMENT) holds.
    Player {
        at: usize,
        last: usize,
    },
    /// What happened so far; the last line is the newest.
    Log {
        lines: Vec<String>,
    },
    Table {
        label: &'static str,
        head: Vec<&'static str>,
        rows: Vec<Row>,
    },
    Note {
        tone: Tone,
        text: String,
    },
    Question {
        name: &'static str,
        ask: &'static str,
        answers: &'static [&'static str],
        chosen: Option<usize>,
        is_right: bool,
        /// Empty as long as nothing was answered.
        why: &'static str,
    },
}

/// One of two things that are compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Side {
    pub label: String,
    pub text: String,
    /// `header`, `payload`, `signature` or nothing: whose colour it has.
    pub part: &'static str,
}

/// A line of code.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    pub text: String,
    /// Plain where it did not run.
    pub tone: Tone,
    /// What it came to, where it ran.
    pub note: String,
}

/// A button that puts a value under a name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Button {
    pub name: &'static str,
    pub value: String,
    pub label: String,
    /// Whether it is down; nothing of a button that does not stay down.
    pub is_pressed: Option<bool>,
}

/// Somebody or something in a scene.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Actor {
    pub name: String,
    /// What it has or knows.
    pub lines: Vec<String>,
    pub tone: Tone,
}

/// Something that travels, from one actor to another by their places in the scene.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Message {
    pub from: usize,
    pub to: usize,
    pub text: String,
    pub tone: Tone,
}

/// A row of a table; the first cell names it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    pub cells: Vec<String>,
    pub tone: Tone,
}

impl Tone {
    /// Its name in the page, as `data-tone`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
        }
    }

    /// Good where it holds, else bad.
    pub fn of(holds: bool) -> Self {
        if holds { Self::Good } else { Self::Bad }
    }
}
