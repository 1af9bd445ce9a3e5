//! Words around the lessons. What a lesson says is in the lesson.

use super::count;
use crate::learn::{Chapter, Place};

const NAME: &str = "JWT Inspector";

/// As in `index.html`.
const HOME: &str = "JWT Inspector: decode, verify and sign tokens in your browser";

pub const INSPECT: &str = "Inspect";
pub const LEARN: &str = "Learn";
pub const PLACES: &str = "Places";
pub const CONTENTS: &str = "Lessons";
pub const INTRODUCTION: &str = "Every lesson runs on the inspector itself: each token is made, edited and verified here, \
                                while you watch. Read, play, or both.";
pub const DONE: &str = "done";
pub const BEGIN: &str = "Begin: ";
pub const GO_ON: &str = "Go on: ";
pub const FORGET: &str = "Forget my progress";
pub const KEPT: &str = "Of the lessons, this browser keeps only which steps you have done.";
pub const STAGE: &str = "Stage";
pub const TRY_IT: &str = "Try it";
pub const TASK_DONE: &str = "Done.";
pub const QUESTIONS: &str = "Questions";
pub const ASKED: &str = "Choose an answer; the reason follows, whatever you choose.";
pub const STEPS: &str = "Steps";
pub const BACK: &str = "Back";
pub const NEXT: &str = "Next";
pub const START_AGAIN: &str = "Start again";
pub const LEARN_WHY: &str = "See why";
pub const PRESENT: &str = "Present";
pub const END: &str = "End the presentation";
pub const COPY_EMBED: &str = "Copy embed code";
pub const COPIED: &str = "Copied.";
pub const OPEN: &str = "Open in the inspector";
pub const PLAY: &str = "Play";
pub const PAUSE: &str = "Pause";
pub const ONE_ON: &str = "One on";
pub const ONE_BACK: &str = "One back";
pub const RESET: &str = "To the start";
pub const PLAYER: &str = "Player";
pub const RIGHT: &str = "Right.";
pub const WRONG: &str = "Not quite.";
pub const LOG: &str = "What happened";

pub const THIS_CONTENT: &str = "Accepted: the signature is that of this content";
pub const OTHER_CONTENT: &str = "Rejected: the signature belongs to other content";
pub const OF_NOTHING: &str = "Rejected: the signature belongs to nothing";
pub const OTHER_KEY: &str = "Rejected: the signature was made with another key";
pub const NO_SIGNATURE: &str = "There is no signature yet";

pub const CARELESS: &str = "A careless verifier";
pub const CAREFUL: &str = "A careful verifier";
pub const ACCEPTED: &str = "Accepted.";
pub const FOOLED: &str = "Accepted, and it is forged.";
pub const REFUSED: &str = "Refused.";
pub const COMES_OF_IT: &str = "What comes of it";
pub const JUDGED: [&str; 2] = ["Token", "Verifier"];

/// The title of a chapter.
pub fn chapter(chapter: Chapter) -> &'static str {
    match chapter {
        Chapter::Token => "The token",
        Chapter::System => "In a system",
        Chapter::Break => "Break it",
        Chapter::Myths => "Myths",
    }
}

/// What the browser calls a place: the step, its lesson, and the page.
pub fn page_title(place: Place) -> String {
    match (place, place.step()) {
        (Place::Inspector, _) => HOME.to_owned(),
        (_, None) => [CONTENTS, " – ", NAME].concat(),
        (_, Some((lesson, step))) => {
            let step = lesson.steps.get(step).map_or(QUESTIONS, |step| step.title);
            [step, " – ", lesson.title, " – ", NAME].concat()
        }
    }
}

/// Whether a condition of a verifier holds.
pub fn holds(holds: bool) -> &'static str {
    if holds {
        "it holds"
    } else {
        "it does not hold"
    }
}

/// What a verifier says of one token among others.
pub fn accepted(is_accepted: bool) -> &'static str {
    if is_accepted { "accepted" } else { "refused" }
}

/// Where one is in a lesson, counted from one.
pub fn step_of(step: usize, of: usize) -> String {
    ["Step ", &step.to_string(), " of ", &of.to_string()].concat()
}

/// Where one is in a simulation, counted from one.
pub fn moment_of(at: usize, of: usize) -> String {
    [&(at + 1).to_string(), " of ", &(of + 1).to_string()].concat()
}

pub fn speed(speed: u32) -> String {
    ["Speed ", &speed.to_string(), "×"].concat()
}

/// How many lessons are done.
pub fn done_of(done: usize, all: usize) -> String {
    [
        &done.to_string(),
        " of ",
        &count(all, "lesson", "lessons"),
        " done.",
    ]
    .concat()
}
