//! Guessing a weak secret.

mod search;

use crate::jose::{KeyInput, SecretEncoding, Source};
use crate::learn::block::{Block, Button, Line, Row, Tone};
use crate::learn::guessing::{KNOWN, guess, texts_of};
use crate::learn::tokens::{self, HS256};
use crate::learn::{Chapter, Lesson, Question, Stage, Step, WORKED, nothing_else};
use crate::lint;
use crate::words::grouped;
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
                "It doesn’t: one token is enough to try guesses at home.",
                "By the identifier of the token, jti.",
            ],
            right: 1,
            why: "Header, payload and signature are all it takes to check a guess. Limits on requests don’t help.",
        },
        Question {
            ask: "Which secret is good for HS256?",
            answers: &[
                "A long word with digits for some letters.",
                "The name of the app and the year.",
                "32 bytes from a random generator.",
            ],
            right: 2,
            why: "A key must have as many bits as the hash, 256 or more, and all of them random. \
                  [[RFC 7518 section 3.2]] [[RFC 8725 section 3.5]]",
        },
    ],
};

const PAYLOAD: &str = r#"{"sub":"1234567890","role":"user"}"#;
const FORGED: &str = r#"{"sub":"1234567890","role":"root"}"#;

/// 256 bits from a random generator, once for this lesson.
const RANDOM: &str = "gpDIW96i6vEZUpYXKoYped7yh6DgBkj1HbqnnPe0Wsg";

const KNOWN_WORD: Step = Step {
    title: "Secrets that everybody knows",
    text: "Many servers run with a secret from a tutorial. Whoever has one token can try such secrets on it: compute the \
           signature with each, and compare. The list here has {known} guesses.",
    task: "Start the search. Then choose another secret that you would expect in a tutorial.",
    after: "A secret has to be unknown, not only unlikely to be typed. What was published once is on a list. \
            [[RFC 8725 section 3.5]]",
    start: &[
        ("lesson-secret", "Changeme"),
        (RUN, ""),
        (SO_FAR, NOTHING),
        (WORKED, ""),
    ],
    act,
    show: |model| {
        let secret = model.get("lesson-secret");
        let mut stage = searched(model, secret);
        stage.facts = vec![("known", grouped(KNOWN))];
        stage
    },
};

const SHORT: Step = Step {
    title: "Short ones are few",
    text: "This secret is on no list. But it is short. There are {four} texts of four small letters and digits, and a \
           computer tries them all.",
    task: "Start the search, or choose a short secret of your own first.",
    after: "Each further character takes 36 times as long. This page runs on one core; a graphics card is thousands of \
            times as fast.",
    start: &[
        ("lesson-secret", "9key"),
        (RUN, ""),
        (SO_FAR, NOTHING),
        (WORKED, ""),
    ],
    act,
    show: |model| {
        let mut stage = searched(model, model.get("lesson-secret"));
        stage.facts = vec![("four", grouped(texts_of(4)))];
        stage
    },
};

const OWN: Step = Step {
    title: "Your own token",
    text: "Try it on a token of your own, from a server that you may test. It does not leave this page.",
    task: "Paste a token with HS256, HS384 or HS512, or take the example. Search at least the known secrets.",
    after: "Found? Then change the secret today: all who have a token can find it, too. Not found says little: others try \
            longer, and have longer lists.",
    start: &[
        ("lesson-token", ""),
        (RUN, ""),
        (SO_FAR, NOTHING),
        (WORKED, ""),
    ],
    act,
    show: |model| {
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
    },
};

const LONG: Step = Step {
    title: "256 random bits",
    text: "The same search, on a token under 256 random bits. Let your computer run, and see what its rate comes to. Half \
           of the time is to be expected; the table has the time for all.",
    task: "Start the search; cancel it when you have seen enough. Then take a million million such computers.",
    after: "The universe is about 10^10 years old. Here guessing is no attack; stealing the secret is. \
            [[RFC 7518 section 3.2]]",
    start: &[
        ("machines", "0"),
        (RUN, ""),
        (SO_FAR, NOTHING),
        (WORKED, ""),
    ],
    act: |model, name| {
        if name != "machines" {
            act(model, name);
        }
    },
    show: |model| {
        let search = Search::of(model, tokens::signed(HS256, PAYLOAD, RANDOM));
        let zeros = model.number("machines").min(12);
        let machines = 10_u64.pow(zeros as u32);
        let rate = search.so_far.rate();
        let row = |name: &str, years: String| Row {
            cells: vec![name.to_owned(), years],
            tone: Tone::Plain,
        };
        let mut rows = Vec::new();
        for (name, length) in [
            ("6 small letters and digits", 6),
            ("8", 8),
            ("10", 10),
            ("12", 12),
        ] {
            rows.push(row(
                name,
                time_for(texts_of(length), rate.saturating_mul(machines)),
            ));
        }
        rows.push(row("256 random bits", years_for_256_bits(rate, zeros)));
        let mut blocks = search.blocks();
        blocks.push(Block::Range {
            name: "machines",
            label: "Computers like yours",
            min: 0,
            max: 12,
            value: zeros,
            shown: grouped(machines),
        });
        blocks.push(Block::Table {
            label: "How long all guesses take",
            head: vec!["Secret", "Time"],
            rows,
        });
        Stage {
            blocks,
            is_done: rate > 0 && zeros == 12,
            work: search.work(),
            ..Stage::default()
        }
    },
};

const CAREFUL: Step = Step {
    title: "A server that looks at its secret",
    text: "An attacker takes the token, tries all known secrets on it, and signs `root` with what was found. Both servers \
           verify alike. One of them looks at its secret before it starts.",
    task: "Give the servers a secret with which the careful one starts.",
    after: "Length can be checked, randomness cannot: take the secret from a generator, and keep it where it is not published.",
    start: &[("lesson-secret", "changeme")],
    act: nothing_else,
    show: |model| {
        let secret = model.get("lesson-secret");
        let token = tokens::signed(HS256, PAYLOAD, secret);
        let found = guess(&token, 0, KNOWN).found;
        let forged = tokens::signed(HS256, FORGED, found.as_deref().unwrap_or("secret"));
        let verified = (
            "verify(token, secret, \"HS256\")",
            tokens::verifies(&forged, secret),
        );
        let (is_long, is_unknown) = looked_at(&token, secret);
        let careful = [
            ("bits(secret) >= 256, or don’t start", is_long),
            ("secret is not a known one, or don’t start", is_unknown),
            verified,
        ];
        let blocks = vec![
            secret_box(secret),
            Block::Buttons {
                label: "Take",
                buttons: vec![Button::new(
                    "lesson-secret",
                    RANDOM,
                    "32 random bytes in base64url",
                )],
            },
            tokens::shown("Forged token", &forged, &token, secret, verified.1),
            code("A careless server", &[verified]),
            code("A careful server", &careful),
        ];
        Stage {
            blocks,
            is_done: is_long && is_unknown,
            ..Stage::default()
        }
    },
};

/// A search on a token under a secret of the learner's choice.
fn searched(model: &crate::learn::Model, secret: &str) -> Stage {
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

/// Whether a secret is long enough for the token, and none that everybody knows: what the rules of the inspector say.
fn looked_at(token: &str, secret: &str) -> (bool, bool) {
    let findings = lint::lint(&lint::Subject {
        source: &Source::read(token),
        key: &KeyInput::read(secret, SecretEncoding::Utf8),
        policy: &lint::Policy::default(),
        now: 0.0,
        skew: 0.0,
    });
    let is_fine = |id: &str| findings.iter().all(|finding| finding.rule.id() != id);
    let is_there = !secret.is_empty();
    (is_there && is_fine("KEY01"), is_there && is_fine("KEY02"))
}

/// Lines that run up to the first that does not hold.
fn code(label: &'static str, checks: &[(&str, bool)]) -> Block {
    let mut passes = true;
    let mut lines = Vec::new();
    for (text, holds) in checks {
        let is_run = passes;
        passes &= holds;
        let (tone, note) = match (is_run, *holds) {
            (false, _) => (Tone::Plain, ""),
            (_, true) => (Tone::Good, "holds"),
            (_, false) => (Tone::Bad, "does not hold"),
        };
        lines.push(Line {
            text: (*text).to_owned(),
            tone,
            note: note.to_owned(),
        });
    }
    let outcome = match checks.iter().position(|(_, holds)| !holds) {
        None => "the forged token is accepted",
        Some(at) if at + 1 == checks.len() => "the forged token is refused",
        Some(_) => "the server does not start",
    };
    Block::Code {
        label,
        lines,
        tone: Tone::of(!passes),
        outcome: outcome.to_owned(),
    }
}

const A_YEAR: u64 = 31_557_600;

/// How long so many guesses take, in the largest unit that fits.
fn time_for(guesses: u64, rate: u64) -> String {
    let Some(seconds) = guesses.checked_div(rate) else {
        return "–".to_owned();
    };
    let units = [
        (A_YEAR, "year", "years"),
        (86_400, "day", "days"),
        (3_600, "hour", "hours"),
        (60, "minute", "minutes"),
        (1, "second", "seconds"),
    ];
    let unit = units.iter().find(|(size, ..)| seconds >= *size);
    unit.map_or("less than a second".to_owned(), |(size, one, many)| {
        crate::words::count(seconds / size, one, many)
    })
}

/// 2^256 is above 10^77, and the guesses of a year are below the power of ten that has one digit more.
fn years_for_256_bits(rate: u64, zeros: usize) -> String {
    if rate == 0 {
        return "–".to_owned();
    }
    let digits = rate.saturating_mul(A_YEAR).to_string().len() + zeros;
    [
        "more than 10^",
        &(77_usize.saturating_sub(digits)).to_string(),
        " years",
    ]
    .concat()
}
