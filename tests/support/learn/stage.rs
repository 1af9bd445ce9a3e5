//! What there is to read on a stage.

use jwt_inspector::learn::{Block, Row, Stage, Tone};

/// What is read of the first block that it can be read of.
pub(super) fn first<'a, T>(
    stage: &'a Stage,
    kind: &str,
    read: impl Fn(&'a Block) -> Option<T>,
) -> T {
    let found = stage.blocks.iter().find_map(read);
    found.unwrap_or_else(|| panic!("a {kind} in {:?}", stage.blocks))
}

/// What the text says of a name.
pub fn fact<'a>(stage: &'a Stage, name: &str) -> &'a str {
    let found = stage.facts.iter().find(|(own, _)| *own == name);
    &found.expect("the fact is there").1
}

/// Both sides of the first comparison, and how they compare.
pub fn compared(stage: &Stage) -> (&str, &str, &str) {
    first(stage, "comparison", |block| match block {
        Block::Compare {
            left, sign, right, ..
        } => Some((&*left.text, *sign, &*right.text)),
        _ => None,
    })
}

/// The first token.
pub fn token(stage: &Stage) -> &str {
    first(stage, "token", |block| match block {
        Block::Token { token, .. } => Some(&**token),
        _ => None,
    })
}

/// The cells of the one table, row by row.
pub fn rows(stage: &Stage) -> Vec<Vec<&str>> {
    let [rows] = tables(stage).try_into().expect("one table");
    rows
}

/// The cells of each table, row by row.
pub fn tables(stage: &Stage) -> Vec<Vec<Vec<&str>>> {
    let rows = stage.blocks.iter().filter_map(|block| match block {
        Block::Table { rows, .. } => Some(rows),
        _ => None,
    });
    rows.map(|rows| rows.iter().map(cells).collect()).collect()
}

fn cells(row: &Row) -> Vec<&str> {
    row.cells.iter().map(String::as_str).collect()
}

/// The title of the first outcome.
pub fn outcome(stage: &Stage) -> &str {
    tone_and_outcome(stage).1
}

/// How the first outcome is meant, and its title.
pub fn tone_and_outcome(stage: &Stage) -> (Tone, &str) {
    first(stage, "outcome", |block| match block {
        Block::Outcome { tone, title, .. } => Some((*tone, &**title)),
        _ => None,
    })
}

/// How each code ended, in their order.
pub fn outcomes(stage: &Stage) -> Vec<&str> {
    let outcomes = tones_and_outcomes(stage).into_iter();
    outcomes.map(|(_, outcome)| outcome).collect()
}

/// How each code ended and how that is meant, in their order.
pub fn tones_and_outcomes(stage: &Stage) -> Vec<(Tone, &str)> {
    let outcome = |block| match block {
        &Block::Code {
            tone, ref outcome, ..
        } => Some((tone, outcome.as_str())),
        _ => None,
    };
    stage.blocks.iter().filter_map(outcome).collect()
}

pub const ACCEPTED: &str = "Accepted.";
pub const FOOLED: &str = "Accepted, and it is forged.";
pub const REFUSED: &str = "Refused.";

/// What happened so far.
pub fn log(stage: &Stage) -> &[String] {
    first(stage, "log", |block| match block {
        Block::Log { lines } => Some(&**lines),
        _ => None,
    })
}

/// Whether a line of the log has this in it.
pub fn says(stage: &Stage, what: &str) -> bool {
    log(stage).iter().any(|line| line.contains(what))
}
