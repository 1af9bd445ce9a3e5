//! Statements that are often heard: the learner judges them, and a demonstration settles each.

mod system;
mod token;

use crate::learn::{Chapter, Lesson, Model, Question, Stage};
use system::{ALGORITHM, EXPIRED, UNKNOWN, WHO_SIGNS};
use token::{ENCRYPTED, HASHED, THIRD_PART};

pub const LESSON: Lesson = Lesson {
    slug: "myths",
    title: "True or false?",
    chapter: Chapter::Myths,
    steps: &[
        ENCRYPTED, THIRD_PART, HASHED, EXPIRED, UNKNOWN, ALGORITHM, WHO_SIGNS,
    ],
    questions: &[
        Question {
            ask: "“Unlike cookies, tokens are not stored on the client.”",
            answers: TRUE_OR_FALSE,
            right: FALSE,
            why: "They are: in memory, in storage, or in a cookie, which is a place where a token can be.",
        },
        Question {
            ask: "“Tokens that a script sends by hand make attacks nearly impossible.”",
            answers: TRUE_OR_FALSE,
            right: FALSE,
            why: "Against CSRF it helps, since the browser adds nothing by itself. Against XSS it does not: a foreign \
                  script reads what yours can.",
        },
        Question {
            ask: "“An HttpOnly cookie is always the safest place.”",
            answers: TRUE_OR_FALSE,
            right: FALSE,
            why: "No script reads it [[RFC 6265 section 4.1.2.6]]. But the browser sends it along: CSRF has to be \
                  kept out, and a foreign script can still send requests.",
        },
    ],
};

const TRUE_OR_FALSE: &[&str] = &["True", "False"];
const TRUE: usize = 0;
const FALSE: usize = 1;

/// The name of the learner's judgement.
const JUDGED: &str = "judged";
const TASK: &str = "True or false? Judge it; then the stage shows it.";

const ALICE: &str = r#"{"sub":"alice","role":"user"}"#;

/// The statement; whether it was judged, so that it can be shown.
fn judged(model: &Model, stage: &mut Stage, statement: &Question) -> bool {
    let judgement = model.get(JUDGED);
    stage.blocks.push(statement.block(JUDGED, judgement));
    stage.is_done = matches!(judgement, "0" | "1");
    stage.is_done
}
