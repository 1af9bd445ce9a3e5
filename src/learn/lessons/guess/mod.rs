//! Guessing a weak secret.

mod careful;
mod long;
mod search;

use crate::learn::block::{Block, Button};
use crate::learn::guessing::{KNOWN, texts_of};
use crate::learn::tokens::{self, HS256};
use crate::learn::{Chapter, Lesson, Model, Question, Stage, Step, WORKED};
use crate::words::grouped;
use careful::CAREFUL;
pub use careful::code;
use long::LONG;
use search::{NOTHING, RUN, SO_FAR, Search, act};

pub const LESSON: Lesson = Lesson {
    slug: "guess",
    title: "Guessing a weak secret",
    chapter: Chapter::Break,
    steps: &[KNOWN_WORD, SHORT, OWN, LONG, CAREFUL],
    questions: &[
        Question {
            ask: "How does a server notice that somebody guesses at its secret?",
            answers: &[
                "By many failed requests.",
                "It doesn’t: guesses are tried at home.",
                "By the identifier of the token, jti.",
            ],
            right: 1,
            why: "One token is all it takes to check a guess. Limits on requests don’t help.",
        },
        Question {
            ask: "Which secret is good for HS256?",
            answers: &[
                "A long word with digits for some letters.",
                "The name of the app and the year.",
                "32 bytes from a random generator.",
            ],
            right: 2,
            why: "A key must have as many bits as the hash, 256 or more, and all of them random. [[RFC 7518 section \
                  3.2]] [[RFC 8725 section 3.5]]",
        },
    ],
};

const PAYLOAD: &str = r#"{"sub":"1234567890","role":"user"}"#;

/// 256 bits from a random generator, once for this lesson.
const RANDOM: &str = "gpDIW96i6vEZUpYXKoYped7yh6DgBkj1HbqnnPe0Wsg";

const KNOWN_WORD: Step = Step {
    title: "Secrets that everybody knows",
    text: "Many servers run with a secret from a tutorial. Whoever has one token can try such secrets: compute the \
           signature with each, and compare. This list has {known} guesses.",
    task: "Start the search. Then choose another secret that you would expect in a tutorial.",
    after: "A secret has to be unknown. What was published once is on a list. [[RFC 8725 section 3.5]]",
    start: &[
        ("lesson-secret", "Changeme"),
        (RUN, ""),
        (SO_FAR, NOTHING),
        (WORKED, ""),
    ],
    act,
    show: |model, stage| {
        *stage = {
            let secret = model.get("lesson-secret");
            let mut stage = searched(model, secret);
            stage.facts = vec![("known", grouped(KNOWN))];
            stage
        };
    },
};

const SHORT: Step = Step {
    title: "Short ones are few",
    text: "This secret is on no list. But of four small letters and digits there are only {four} texts.",
    task: "Start the search, or choose another short secret first.",
    after: "Each further character takes 36 times as long. This page uses one core; a graphics card is thousands of \
            times as fast.",
    start: &[
        ("lesson-secret", "9key"),
        (RUN, ""),
        (SO_FAR, NOTHING),
        (WORKED, ""),
    ],
    act,
    show: |model, stage| {
        *stage = {
            let mut stage = searched(model, model.get("lesson-secret"));
            stage.facts = vec![("four", grouped(texts_of(4)))];
            stage
        };
    },
};

const OWN: Step = Step {
    title: "Your own token",
    text: "Try it on a token of a server that you may test. It does not leave this page.",
    task: "Paste a token with HS256, HS384 or HS512, or take the example. Search at least the known secrets.",
    after: "Found? Then change the secret today. Not found says little: others try longer, with longer lists.",
    start: &[
        ("lesson-token", ""),
        (RUN, ""),
        (SO_FAR, NOTHING),
        (WORKED, ""),
    ],
    act,
    show: |model, stage| {
        *stage = {
            let token = model.get("lesson-token");
            let search = Search::of(model, token.to_owned());
            let example = tokens::signed(HS256, PAYLOAD, "test123");
            let mut blocks = vec![
                Block::Text {
                    name: "lesson-token",
                    label: "Your token",
                    hint: "up to 4,096 characters",
                    text: token.to_owned(),
                    painted: crate::paint::plain(token),
                    part: "",
                },
                Block::Buttons {
                    label: "Or",
                    buttons: vec![Button::new("lesson-token", example, "take an example")],
                },
            ];
            blocks.extend(search.blocks());
            Stage {
                blocks,
                is_done: search.has_found() || search.so_far.tried >= KNOWN,
                work: search.work(),
                ..Stage::default()
            }
        };
    },
};

/// A search on a token under a secret of the learner's choice.
fn searched(model: &Model, secret: &str) -> Stage {
    let token = tokens::signed(HS256, PAYLOAD, secret);
    let search = Search::of(model, token.clone());
    let mut blocks = vec![
        secret_box(secret),
        tokens::shown("The attacker has this token", &token, &token, secret, true),
    ];
    blocks.extend(search.blocks());
    Stage {
        blocks,
        is_done: search.has_found(),
        work: search.work(),
        ..Stage::default()
    }
}

fn secret_box(secret: &str) -> Block {
    Block::Text {
        name: "lesson-secret",
        label: "Secret of the server",
        hint: "the attacker does not see it",
        text: secret.to_owned(),
        painted: crate::paint::plain(secret),
        part: "key",
    }
}
