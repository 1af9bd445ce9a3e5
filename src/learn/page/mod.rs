//! The pages of the lessons, as data.

mod blocks;
mod contents;
mod fields;
mod prose;
mod scene;
mod step;

use super::{Lesson, Place, Progress, Stage};
use crate::node::Node;

/// What a button does that is the page's own: its name, where the others are those of a step's inputs.
pub mod press {
    /// Play or pause.
    pub const PLAY: &str = "@play";
    pub const SPEED: &str = "@speed";
    /// Back to how the step was found.
    pub const AGAIN: &str = "@again";
    /// Open in the inspector: the value is the token, a line break, and the key.
    pub const OPEN: &str = "@open";
    pub const FORGET: &str = "@forget";
    /// Slides for a projector, or no slides any more.
    pub const PRESENT: &str = "@present";
    /// Copies its value.
    pub const COPY: &str = "@copy";
}

/// All that a page is made of.
pub struct Page<'a> {
    /// The address of the page, up to its `?` or `#`.
    pub address: &'a str,
    pub place: Place,
    pub stage: &'a Stage,
    pub progress: &'a Progress,
    pub is_playing: bool,
    pub is_presenting: bool,
    pub speed: u32,
}

impl Page<'_> {
    /// The children of the page's main element.
    pub fn nodes(&self) -> Vec<Node> {
        match self.place.step() {
            _ if self.place == Place::Inspector => Vec::new(),
            Some((lesson, step)) => vec![
                self.toc(),
                self.article(lesson, step),
                self.stage_node(),
                self.further(lesson, step),
            ],
            None => vec![self.contents(), self.toc()],
        }
    }

    fn has(&self, lesson: &Lesson, step: usize) -> bool {
        self.progress.has(lesson, step)
    }
}

/// Words for those who listen, not for those who look.
fn aside(words: &str) -> Node {
    crate::node::el("span").class("aside").say(words)
}

/// `true` or `false`, as attributes of ARIA and of our own have it.
fn truth(holds: bool) -> &'static str {
    if holds { "true" } else { "false" }
}

/// What another page writes to show a place of this one without its frame.
pub fn embed_code(address: &str, fragment: &str, title: &str) -> String {
    [
        "<iframe src=\"",
        address,
        "?embed",
        fragment,
        "\" title=\"",
        title,
        "\" width=\"100%\" height=\"720\" style=\"border:0\"></iframe>",
    ]
    .concat()
}
