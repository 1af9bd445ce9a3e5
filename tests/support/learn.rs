//! Lessons as a learner plays them.

use jwt_inspector::learn::{Block, Lesson, Model, Stage};
use std::mem::Discriminant;

/// A step of a lesson, and what was done in it so far.
pub struct Played {
    lesson: &'static Lesson,
    step: usize,
    model: Model,
    kinds: Vec<Discriminant<Block>>,
}

impl Played {
    /// A step, counted from one, as the learner finds it: not done.
    pub fn new(slug: &str, step: usize) -> Self {
        let lesson = Lesson::find(slug).expect("a lesson of that name");
        let step = step - 1;
        let model = lesson.start(step);
        let stage = lesson.show(step, &model);
        assert!(!stage.is_done, "{slug} {step} is done at its start");
        assert_facts(lesson, step, &stage);
        Self {
            lesson,
            step,
            model,
            kinds: kinds(&stage),
        }
    }

    pub fn act(&mut self, name: &str, value: &str) -> Stage {
        self.lesson.act(self.step, &mut self.model, name, value);
        let stage = self.stage();
        assert_eq!(kinds(&stage), self.kinds, "blocks stay in their places");
        assert_facts(self.lesson, self.step, &stage);
        stage
    }

    pub fn stage(&self) -> Stage {
        self.lesson.show(self.step, &self.model)
    }

    pub fn is_done(&self) -> bool {
        self.stage().is_done
    }
}

/// Every name of a fact in the text has its fact.
fn assert_facts(lesson: &Lesson, step: usize, stage: &Stage) {
    let Some(step) = lesson.steps.get(step) else {
        return;
    };
    for text in [step.text, step.task, step.after] {
        for piece in text.split('{').skip(1) {
            let (name, _) = piece.split_once('}').expect("a brace that closes");
            assert!(stage.facts.iter().any(|(own, _)| *own == name), "{name}");
        }
    }
}

fn kinds(stage: &Stage) -> Vec<Discriminant<Block>> {
    stage.blocks.iter().map(std::mem::discriminant).collect()
}

/// How the verifiers of a stage ended, in their order.
pub fn outcomes(stage: &Stage) -> Vec<String> {
    let outcome = |block: &Block| match block {
        Block::Code { outcome, .. } => Some(outcome.clone()),
        _ => None,
    };
    stage.blocks.iter().filter_map(outcome).collect()
}

/// The cells of the tables of a stage.
pub fn cells(stage: &Stage) -> Vec<Vec<String>> {
    let mut cells = Vec::new();
    for block in &stage.blocks {
        if let Block::Table { rows, .. } = block {
            cells.extend(rows.iter().map(|row| row.cells.clone()));
        }
    }
    cells
}

/// The title of the outcome of a stage, and its sentence.
pub fn came_out(stage: &Stage) -> (String, String) {
    let found = stage.blocks.iter().find_map(|block| match block {
        Block::Outcome {
            title, sentence, ..
        } => Some((title.clone(), sentence.clone())),
        _ => None,
    });
    found.expect("an outcome")
}

pub const ACCEPTED: &str = "Accepted.";
pub const FOOLED: &str = "Accepted, and it is forged.";
pub const REFUSED: &str = "Refused.";

/// Every question of a lesson can be answered, and its right answer is told as right.
pub fn answer_all(slug: &str) {
    let lesson = Lesson::find(slug).expect("a lesson of that name");
    let mut played = Played::new(slug, lesson.steps.len() + 1);
    for (at, question) in lesson.questions.iter().enumerate() {
        let name = ["question-", &(at + 1).to_string()].concat();
        let stage = played.act(&name, &question.right.to_string());
        let Block::Question { is_right, why, .. } = &stage.blocks[at] else {
            panic!("a question");
        };
        assert!(*is_right && !why.is_empty());
    }
    assert!(played.is_done());
}
