//! Sessions and tokens, side by side.

mod design;
mod simulation;

use crate::learn::block::{Block, Button, Row, Tone};
use crate::learn::player::{MOMENT, is_over, played};
use crate::learn::tokens::{self, SECRET};
use crate::learn::{Chapter, Lesson, Model, Question, Stage, Step, nothing_else};
use crate::words::grouped;
use design::Design;
use simulation::{Run, run};

pub const LESSON: Lesson = Lesson {
    slug: "sessions",
    title: "Sessions and tokens, side by side",
    chapter: Chapter::System,
    steps: &[NUMBER, STORE, TOKEN, COSTS],
    questions: &[
        Question {
            ask: "You signed in an hour ago. A new server starts. What does it need to accept your token?",
            answers: &[
                "A list of all tokens that were issued.",
                "The key to verify signatures with.",
                "A copy of your session.",
            ],
            right: 1,
            why: "The token brings what is to be known about you, and the signature shows that the issuer wrote it. The \
                  server computes, and need not remember. [[RFC 7515 section 5.2]]",
        },
        Question {
            ask: "What can a session do that a token alone cannot?",
            answers: &[
                "End at once.",
                "Survive the loss of a server.",
                "Be sent in a cookie.",
            ],
            right: 0,
            why: "Delete the session, and the next request is a stranger’s. A token stays good until it expires, unless \
                  somebody remembers something about it: the next lesson.",
        },
    ],
};

const NUMBER: Step = Step {
    title: "A number and a note",
    text: "HTTP forgets: every request stands for itself. With a **session**, the server keeps a note about you and gives \
           the browser its number, usually in a cookie. Behind a load balancer there are several servers. Here each keeps \
           its notes in its own memory. [[RFC 6265 section 8.4]]",
    task: "Send a request, and play it to its end.",
    after: "The next request goes to a server that never heard of you: the note lies in the memory of another, and you have \
            to sign in again. Sign-ins so far: {signins}.",
    start: &[
        ("design", "memory"),
        ("events", ""),
        ("event", ""),
        (MOMENT, "0"),
    ],
    act: happen,
    show: |model, stage| {
        *stage = show(model, &[], |_, [memory, ..]| memory > 0);
    },
};

const STORE: Step = Step {
    title: "Two ways to find the note",
    text: "A **sticky** balancer sends you to the same server each time. Or all servers put their notes into one \
           **store**, and ask it at every request.",
    task: "Let things happen and send requests in between, until both designs have refused one. The table \
           shows what your events do to each.",
    after: "Sticky loses you with your server. The store does not mind a killed server, but every request has to ask it \
            (look-ups so far: {asked}), and when it is lost, everybody has to sign in again.",
    start: &[
        ("design", "sticky"),
        ("events", ""),
        ("event", ""),
        (MOMENT, "0"),
    ],
    act: happen,
    show: |model, stage| {
        *stage = {
            show(model, &SESSIONS, |_, [_, sticky, store, _]| {
                sticky > 0 && store > 0
            })
        };
    },
};

const TOKEN: Step = Step {
    title: "Nothing to look up",
    text: "A **token** carries the note itself, signed. A server that has the key judges it alone, and asks \
           nobody. The browser sends it along, for example as `Authorization: Bearer`. [[RFC 6750 section 2.1]]",
    task: "Kill a server, add one, lose the store. Then send a request, and play it to its end.",
    after: "Answered: {answered}. Refused: {refused}. Look-ups: {lookups}. Every server that is up can judge every token, \
            the new one too.",
    start: &[
        ("design", "token"),
        ("events", ""),
        ("event", ""),
        (MOMENT, "0"),
    ],
    act: happen,
    show: |model, stage| {
        *stage = {
            let mut stage = show(model, &[], |events, _| {
                let has = |event| events.contains(event);
                has('K') && has('A') && has('L') && events.ends_with('R')
            });
            let token = design::token();
            let shown = tokens::shown("The token", &token, &token, SECRET, true);
            stage.blocks.push(shown);
            stage
        };
    },
};

const COSTS: Step = Step {
    title: "What each costs",
    text: "A session in a store costs memory for everybody who is signed in, and a look-up for every request. A token costs bytes on \
           every request, and a computation.",
    task: "Move both. What grows with the people, and what with the requests?",
    after: "The memory is seldom the reason for tokens. That no request waits for a store is one; that a token can be \
            judged by somebody else, without asking, is another.",
    start: &[("people", "3"), ("requests", "2")],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let people = model.number("people").min(7);
            let requests = model.number("requests").min(5);
            let many = 10_usize.pow(people as u32);
            let often = 10_usize.pow(requests as u32);
            let costs = |design: Design| {
                let line = design.line();
                let numbers = [
                    design.lookups() * often,
                    design.entry() * many,
                    line,
                    line * often,
                ];
                row(design, &numbers, Tone::Plain)
            };
            let range = |name, label, max, value, shown: usize| Block::Range {
                name,
                label,
                min: 0,
                max,
                value,
                shown: grouped(shown as u64),
            };
            let blocks = vec![
                range("people", "People signed in", 7, people, many),
                range("requests", "Requests a second", 5, requests, often),
                Block::Table {
                    label: "What it costs",
                    head: vec![
                        "Design",
                        "Look-ups a second",
                        "Bytes kept",
                        "Bytes a request",
                        "Bytes sent a second",
                    ],
                    rows: vec![costs(Design::Store), costs(Design::Token)],
                },
            ];
            Stage {
                blocks,
                facts: Vec::new(),
                is_done: people != 3 && requests != 2,
                ..Stage::default()
            }
        };
    },
};

const SESSIONS: [(&str, &str); 2] = [("sticky", "Sticky balancer"), ("store", "One store")];

/// The most events of a simulation.
const MOST: usize = 12;

/// What was pressed happens, and the player stands where it begins; another design begins anew.
fn happen(model: &mut Model, name: &str) {
    let events = model.get("events");
    if name == "event" && events.len() < MOST {
        let before = run(Design::read(model.get("design")), events).moments.len();
        let events = [events, model.get("event")].concat();
        model.put("events", &events);
        model.put(MOMENT, &before.to_string());
    } else if name == "design" {
        model.put(MOMENT, "0");
    }
}

/// The simulation, and what the same events come to in each design. When it was played to its end, `is_done` is asked,
/// with the events and how many requests each design refused.
fn show(
    model: &Model,
    options: &[(&'static str, &'static str)],
    is_done: fn(&str, [usize; 4]) -> bool,
) -> Stage {
    let design = Design::read(model.get("design"));
    let events = model.get("events");
    let runs = Design::ALL.map(|design| run(design, events));
    let own = &runs[design as usize];
    let mut blocks = Vec::new();
    if !options.is_empty() {
        blocks.push(Block::Choice {
            name: "design",
            label: "How servers know you",
            options: options.to_vec(),
            chosen: model.get("design").to_owned(),
        });
    }
    blocks.push(Block::Buttons {
        label: "Let it happen",
        buttons: vec![
            Button::new("event", "R", "Send a request"),
            Button::new("event", "K", "Kill a server"),
            Button::new("event", "A", "Add a server"),
            Button::new("event", "L", "Lose the store"),
        ],
    });
    blocks.extend(played("The system", &own.moments, model));
    blocks.push(table(&runs));
    let store = &runs[Design::Store as usize];
    Stage {
        blocks,
        facts: vec![
            ("answered", own.counts.answered.to_string()),
            ("refused", own.counts.refused.to_string()),
            ("signins", own.counts.sign_ins.to_string()),
            ("lookups", own.counts.lookups.to_string()),
            ("asked", store.counts.lookups.to_string()),
        ],
        is_done: !events.is_empty()
            && is_over(&own.moments, model)
            && is_done(events, [0, 1, 2, 3].map(|at| runs[at].counts.refused)),
        ..Stage::default()
    }
}

fn table(runs: &[Run; 4]) -> Block {
    let rows = Design::ALL.into_iter().zip(runs).map(|(design, run)| {
        let counts = &run.counts;
        let numbers = [
            counts.answered,
            counts.refused,
            counts.sign_ins,
            counts.lookups,
            counts.memory,
            counts.sent,
        ];
        row(design, &numbers, Tone::of(counts.refused == 0))
    });
    Block::Table {
        label: "The same events in each design",
        head: vec![
            "Design",
            "Answered",
            "Refused",
            "Sign-ins",
            "Look-ups",
            "Bytes kept",
            "Bytes sent",
        ],
        rows: rows.collect(),
    }
}

fn row(design: Design, numbers: &[usize], tone: Tone) -> Row {
    let mut cells = vec![design.name().to_owned()];
    for number in numbers {
        cells.push(grouped(*number as u64));
    }
    Row { cells, tone }
}
