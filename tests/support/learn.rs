//! Lessons as a learner plays them. Steps are counted from zero.

pub mod stage;

use jwt_inspector::learn::{Block, Lesson, MOMENT, Model, Stage, Step, Style, paragraphs};
use stage::first;
use std::mem::Discriminant;

/// A step of a lesson, and what was done in it so far.
pub struct Played {
    lesson: &'static Lesson,
    step: usize,
    model: Model,
    /// What stands where; nothing is known of it where blocks come and go.
    kinds: Option<Vec<Discriminant<Block>>>,
}

impl Played {
    /// A step as the learner finds it: not done. Whatever is done, its blocks stay in their places.
    pub fn new(slug: &str, step: usize) -> Self {
        let mut played = Self::changing(slug, step);
        played.kinds = Some(kinds(&played.stage()));
        played
    }

    /// Likewise a step whose blocks come and go.
    pub fn changing(slug: &str, step: usize) -> Self {
        let lesson = find(slug);
        let model = lesson.start(step);
        let played = Self {
            lesson,
            step,
            model,
            kinds: None,
        };
        let stage = played.stage();
        assert!(!stage.is_done, "{slug}/{step} is done at its start");
        played.assert_facts(&stage);
        played
    }

    /// The step after these inputs, one after the other.
    pub fn after(mut self, inputs: &[(&str, &str)]) -> Self {
        for (name, value) in inputs {
            self.act(name, value);
        }
        self
    }

    pub fn act(&mut self, name: &str, value: &str) -> Stage {
        self.lesson.act(self.step, &mut self.model, name, value);
        let stage = self.stage();
        if let Some(kinds_before) = &self.kinds {
            assert_eq!(kinds(&stage), *kinds_before, "blocks stay in their places");
        }
        self.assert_facts(&stage);
        stage
    }

    /// Lets the player go to its end.
    pub fn play(&mut self) -> Stage {
        let stage = self.stage();
        let last = first(&stage, "player", |block| match block {
            Block::Player { last, .. } => Some(last.to_string()),
            _ => None,
        });
        self.act(MOMENT, &last)
    }

    pub fn stage(&self) -> Stage {
        self.lesson.show(self.step, &self.model)
    }

    pub fn is_done(&self) -> bool {
        self.stage().is_done
    }

    /// What the learner put under a name.
    pub fn get(&self, name: &str) -> &str {
        self.model.get(name)
    }

    fn assert_facts(&self, stage: &Stage) {
        if let Some(step) = self.lesson.steps.get(self.step) {
            assert_facts(step, stage);
        }
    }
}

/// The lesson of that name.
pub fn find(slug: &str) -> &'static Lesson {
    Lesson::find(slug).expect("a lesson of that name")
}

/// The step as it is found.
pub fn found(slug: &str, step: usize) -> Stage {
    done(slug, step, &[])
}

/// The step after these inputs, one after the other.
pub fn done(slug: &str, step: usize, inputs: &[(&str, &str)]) -> Stage {
    Played::new(slug, step).after(inputs).stage()
}

/// Asserts that a step is done by these inputs, all of them, and by nothing.
pub fn asks_for(slug: &str, step: usize, inputs: &[(&str, &str)]) -> Stage {
    for some in 0..inputs.len() {
        let stage = done(slug, step, &inputs[..some]);
        assert!(!stage.is_done, "{slug}/{step} after {some} inputs");
    }
    let stage = done(slug, step, inputs);
    assert!(stage.is_done, "{slug}/{step}");
    stage
}

/// Asserts that no step is done at first, nor are the questions.
pub fn starts_undone(slug: &str) {
    for step in 0..find(slug).length() {
        Played::new(slug, step);
    }
}

/// Asserts that these are all the steps, and that they have no fact that their texts do not speak of.
pub fn has_steps(slug: &str, steps: usize) {
    let lesson = find(slug);
    assert_eq!(lesson.steps.len(), steps);
    for (at, step) in lesson.steps.iter().enumerate() {
        let names = names(step);
        for (name, _) in found(slug, at).facts {
            let is_asked_for = names.iter().any(|asked| asked == name);
            assert!(is_asked_for, "{slug}/{at}: nobody asks for {name}");
        }
    }
}

/// Every question of a lesson can be answered, and its right answer is told as right.
pub fn answer_all(slug: &str) {
    let lesson = find(slug);
    let mut played = Played::new(slug, lesson.steps.len());
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

/// Asserts that every name in the texts of a step has its fact, and that every brace is one of a name.
pub fn assert_facts(step: &Step, stage: &Stage) {
    for name in names(step) {
        let is_known = stage.facts.iter().any(|(own, _)| *own == name);
        assert!(is_known, "{}: {name}", step.title);
    }
    for text in [step.text, step.task, step.after] {
        for piece in paragraphs(text, &stage.facts).concat() {
            let is_as_it_is = matches!(piece.style, Style::Live | Style::Code);
            assert!(is_as_it_is || !piece.text.contains('{'), "{}", piece.text);
        }
    }
}

/// The names of facts that the texts of a step speak of.
fn names(step: &Step) -> Vec<String> {
    let texts = [step.text, step.task, step.after].into_iter();
    let pieces = texts.flat_map(|text| paragraphs(text, &[]).concat());
    let live = pieces.filter(|piece| piece.style == Style::Live);
    live.map(|piece| piece.text).collect()
}

fn kinds(stage: &Stage) -> Vec<Discriminant<Block>> {
    stage.blocks.iter().map(std::mem::discriminant).collect()
}
