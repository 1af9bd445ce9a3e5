//! A learner who does what a step asks for.

use jwt_inspector::learn::{Block, Lesson, Stage};

/// The step as it is found.
pub fn found(slug: &str, step: usize) -> Stage {
    done(slug, step, &[])
}

/// The step after these inputs, one after the other.
pub fn done(slug: &str, step: usize, inputs: &[(&str, &str)]) -> Stage {
    let lesson = Lesson::find(slug).expect("the lesson is there");
    let mut model = lesson.start(step);
    for (name, value) in inputs {
        lesson.act(step, &mut model, name, value);
    }
    lesson.show(step, &model)
}

/// Asserts that a step is done by these inputs, all of them, and by nothing.
pub fn asks_for(slug: &str, step: usize, inputs: &[(&str, &str)]) -> Stage {
    for some in 0..inputs.len() {
        let stage = done(slug, step, &inputs[..some]);
        assert!(!stage.is_done, "{slug}/{step} after {some} inputs");
    }
    let stage = done(slug, step, inputs);
    assert!(stage.is_done, "{slug}/{step}");
    let kinds =
        |stage: &Stage| -> Vec<_> { stage.blocks.iter().map(std::mem::discriminant).collect() };
    assert_eq!(kinds(&stage), kinds(&found(slug, step)), "{slug}/{step}");
    stage
}

/// Asserts that these are all the steps, and that every fact their texts speak of is there.
pub fn has_steps(slug: &str, steps: usize) {
    let lesson = Lesson::find(slug).expect("the lesson is there");
    assert_eq!(lesson.steps.len(), steps);
    for (at, step) in lesson.steps.iter().enumerate() {
        let stage = found(slug, at);
        let mut text = [step.text, step.task, step.after].concat();
        for (name, fact) in &stage.facts {
            let name = ["{", name, "}"].concat();
            assert!(text.contains(&name), "{slug}/{at}: nobody asks for {name}");
            text = text.replace(&name, fact);
        }
        let code: String = text.split('`').step_by(2).collect();
        assert!(!code.contains('{'), "{slug}/{at}: {code}");
    }
}

/// What the text says of a name.
pub fn fact<'a>(stage: &'a Stage, name: &str) -> &'a str {
    let found = stage.facts.iter().find(|(own, _)| *own == name);
    &found.expect("the fact is there").1
}

/// Both sides of the first comparison, and how they compare.
pub fn compared(stage: &Stage) -> (&str, &str, &str) {
    let found = stage.blocks.iter().find_map(|block| match block {
        Block::Compare {
            left, sign, right, ..
        } => Some((&*left.text, *sign, &*right.text)),
        _ => None,
    });
    found.expect("something is compared")
}

/// The first token.
pub fn token(stage: &Stage) -> &str {
    let found = stage.blocks.iter().find_map(|block| match block {
        Block::Token { token, .. } => Some(&**token),
        _ => None,
    });
    found.expect("there is a token")
}

/// The cells of the first table.
pub fn rows(stage: &Stage) -> Vec<Vec<&str>> {
    let found = stage.blocks.iter().find_map(|block| match block {
        Block::Table { rows, .. } => Some(rows),
        _ => None,
    });
    let rows = found.expect("there is a table").iter();
    rows.map(|row| row.cells.iter().map(|cell| &**cell).collect())
        .collect()
}

/// The title of the first outcome.
pub fn outcome(stage: &Stage) -> &str {
    let found = stage.blocks.iter().find_map(|block| match block {
        Block::Outcome { title, .. } => Some(&**title),
        _ => None,
    });
    found.expect("something came of it")
}
