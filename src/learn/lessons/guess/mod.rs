//! Guessing a weak secret.

mod careful;
mod long;
mod search;

use crate::learn::guessing::{KNOWN, texts_of};
use crate::learn::stage::Named;
use crate::learn::tokens::{self, HS256};
use crate::learn::{Chapter, Lesson, Model, Question, Stage, Step, WORKED};
use crate::words::grouped;
use careful::CAREFUL;
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
            why: "One token is enough to check guesses; limits on requests don’t help.",
        },
        Question {
            ask: "Which secret is good for HS256?",
            answers: &[
                "A long word with digits for some letters.",
                "The name of the app and the year.",
                "32 bytes from a random generator.",
            ],
            right: 2,
            why: "It must have as many bits as the hash, 256 or more, all of them random. [[RFC 7518 section 3.2]] \
                  [[RFC 8725 section 3.5]]",
        },
    ],
};

const PAYLOAD: &str = r#"{"sub":"1234567890","role":"user"}"#;

/// 256 bits from a random generator, once for this lesson.
const RANDOM: &str = "gpDIW96i6vEZUpYXKoYped7yh6DgBkj1HbqnnPe0Wsg";

const KNOWN_WORD: Step = Step {
    title: "Secrets that everybody knows",
    text: "Many servers run with a secret from a tutorial. Whoever has one token can try such secrets at home. This \
           list has {known} guesses.",
    task: "Start the search. If you like, then choose another secret that you would expect in a tutorial.",
    after: "What was published once is on a list. [[RFC 8725 section 3.5]]",
    start: &[
        ("lesson-secret", "Changeme"),
        (RUN, ""),
        (SO_FAR, NOTHING),
        (WORKED, ""),
    ],
    act,
    show: |model, stage| {
        searched(model, stage);
        stage.fact("known", &grouped(KNOWN));
    },
};

const SHORT: Step = Step {
    title: "Short ones are few",
    text: "This secret is on no list, but of four small letters and digits there are only {four} texts.",
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
        searched(model, stage);
        stage.fact("four", &grouped(texts_of(4)));
    },
};

const OWN: Step = Step {
    title: "Your own token",
    text: "Try a token of a server that you may test. It does not leave this page.",
    task: "Paste a token with HS256, HS384 or HS512, or take the example. Search at least the known secrets.",
    after: "Found? Change the secret today. Not found says little: others try longer, with longer lists.",
    start: &[
        ("lesson-token", ""),
        (RUN, ""),
        (SO_FAR, NOTHING),
        (WORKED, ""),
    ],
    act,
    show: |model, stage| {
        let named = ("lesson-token", "Your token", "up to 4,096 characters");
        stage.text_box(model, named, "");
        let example = tokens::signed(HS256, PAYLOAD, "test123");
        stage.buttons(
            model,
            ("lesson-token", "Or"),
            &[(&example, "take an example")],
        );
        let search = Search::of(model, model.get("lesson-token").to_owned());
        search.show(model, stage);
        stage.is_done = search.has_found() || search.so_far.tried >= KNOWN;
    },
};

/// A search on a token under a secret of the learner's choice.
fn searched(model: &Model, stage: &mut Stage) {
    let secret = model.get("lesson-secret");
    let token = tokens::signed(HS256, PAYLOAD, secret);
    stage.text_box(model, SECRET_BOX, "key");
    stage.token("The attacker has this token", &token, secret);
    let search = Search::of(model, token);
    search.show(model, stage);
    stage.is_done = search.has_found();
}

const SECRET_BOX: Named = (
    "lesson-secret",
    "Secret of the server",
    "the attacker does not see it",
);
