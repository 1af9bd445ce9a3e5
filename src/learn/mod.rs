//! Lessons that run on the real thing. A lesson is data and pure functions: what the learner typed and chose is a
//! [`Model`], and a step makes of it all that is shown, a [`Stage`], with the core of the inspector. So every state can
//! be had again, and every lesson can be walked to its end without a browser.

mod about;
mod address;
mod binary;
mod block;
mod code;
mod guessing;
mod keys;
mod lessons;
mod model;
pub mod page;
mod player;
mod progress;
mod prose;
mod stage;
mod tokens;
mod tried;

pub use about::{ABOUT, about};
pub use address::Place;
pub use block::{Actor, Block, Button, Line, Message, Row, Side, Tone};
pub use guessing::{Guessed, KNOWN, WORKED, Work, Worked, guess, secret_at};
pub use lessons::LESSONS;
pub use model::{MAX_LENGTH, Model};
pub use player::{MOMENT, Moment};
pub use progress::Progress;
pub use prose::{Paragraph, Piece, Style, paragraphs};
pub use stage::Stage;

/// A lesson: some steps, and questions at its end.
pub struct Lesson {
    /// Its name in an address.
    pub slug: &'static str,
    /// What it is about, in the contents and above its steps.
    pub title: &'static str,
    pub chapter: Chapter,
    pub steps: &'static [Step],
    pub questions: &'static [Question],
}

/// Lessons that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chapter {
    /// What a token is made of, and what makes it trustworthy.
    Token,
    /// What it is used for, and what that costs.
    System,
    /// Attacks that worked, to be tried.
    Break,
    /// What is often said, and whether it is true.
    Myths,
}

/// A few sentences, something to do, and what it is done with.
pub struct Step {
    pub title: &'static str,
    /// What is to be known, as [`paragraphs`] reads it. It stands without playing.
    pub text: &'static str,
    /// What is to be done on the stage.
    pub task: &'static str,
    /// What was to be seen, likewise.
    pub after: &'static str,
    /// The names that the stage asks for, with what they hold at first.
    pub start: &'static [(&'static str, &'static str)],
    /// What an input does beyond being remembered.
    pub act: fn(&mut Model, name: &str),
    /// Puts together what is shown of it.
    pub show: fn(&Model, &mut Stage),
}

/// A question with one right answer.
pub struct Question {
    /// The question itself, or a statement to be judged.
    pub ask: &'static str,
    pub answers: &'static [&'static str],
    /// Which of the answers is right.
    pub right: usize,
    /// Why, whatever was answered; as [`paragraphs`] reads it.
    pub why: &'static str,
}

impl Chapter {
    pub const ALL: [Self; 4] = [Self::Token, Self::System, Self::Break, Self::Myths];
}

impl Lesson {
    pub fn find(slug: &str) -> Option<&'static Self> {
        LESSONS.iter().find(|lesson| lesson.slug == slug)
    }

    /// How many steps there are with that of the questions, which is the last.
    pub fn length(&self) -> usize {
        self.steps.len() + 1
    }

    /// What the learner finds at a step.
    pub fn start(&self, step: usize) -> Model {
        match self.steps.get(step) {
            Some(step) => Model::new(step.start),
            None => Model::new(&QUESTIONS[..self.questions.len().min(QUESTIONS.len())]),
        }
    }

    /// The learner typed or chose something; what the stage does not ask for is not heard.
    pub fn act(&self, step: usize, model: &mut Model, name: &str, value: &str) {
        if model.put(name, value)
            && let Some(step) = self.steps.get(step)
        {
            (step.act)(model, name);
        }
    }

    /// What is shown of a step.
    pub fn show(&self, step: usize, model: &Model) -> Stage {
        let mut stage = Stage::default();
        match self.steps.get(step) {
            Some(step) => (step.show)(model, &mut stage),
            None => self.show_questions(model, &mut stage),
        }
        stage
    }

    fn show_questions(&self, model: &Model, stage: &mut Stage) {
        for (question, (name, _)) in self.questions.iter().zip(QUESTIONS) {
            stage.blocks.push(question.block(name, model.get(name)));
        }
        let is_answered =
            |block: &Block| matches!(block, Block::Question { why, .. } if !why.is_empty());
        stage.is_done = stage.blocks.iter().all(is_answered);
    }
}

/// The names of the questions of a lesson, of which none is answered.
const QUESTIONS: [(&str, &str); 4] = [
    ("question-1", ""),
    ("question-2", ""),
    ("question-3", ""),
    ("question-4", ""),
];

impl Question {
    /// The question as it stands when this was answered; nothing was where `answered` is no number of an answer.
    pub fn block(&self, name: &'static str, answered: &str) -> Block {
        let chosen = answered.parse().ok().filter(|at| *at < self.answers.len());
        Block::Question {
            name,
            ask: self.ask,
            answers: self.answers,
            chosen,
            is_right: chosen == Some(self.right),
            why: chosen.map_or("", |_| self.why),
        }
    }
}

/// For steps whose inputs do nothing beyond being remembered.
fn nothing_else(_: &mut Model, _: &str) {}
