//! Sessions and tokens, side by side.

mod design;
mod simulation;

use crate::learn::block::Tone;
use crate::learn::player::{MOMENT, is_over};
use crate::learn::tokens::SECRET;
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
        let [memory, ..] = show(model, stage);
        stage.is_done &= memory > 0;
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
        let designs = [("sticky", "Sticky balancer"), ("store", "One store")];
        stage.choice(model, ("design", "How servers know you"), &designs);
        let [_, sticky, store, _] = show(model, stage);
        stage.is_done &= sticky > 0 && store > 0;
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
        show(model, stage);
        let events = model.get("events");
        let has = |event| events.contains(event);
        stage.is_done &= has('K') && has('A') && has('L') && events.ends_with('R');
        stage.token("The token", &design::token(), SECRET);
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
        let people = model.number("people").min(7);
        let requests = model.number("requests").min(5);
        let many = 10_usize.pow(people as u32);
        let often = 10_usize.pow(requests as u32);
        let named = ("people", "People signed in");
        stage.range(model, named, (0, 7), &grouped(many as u64));
        let named = ("requests", "Requests a second");
        stage.range(model, named, (0, 5), &grouped(often as u64));
        let head = [
            "Design",
            "Look-ups a second",
            "Bytes kept",
            "Bytes a request",
            "Bytes sent a second",
        ];
        stage.table("What it costs", &head);
        for design in [Design::Store, Design::Token] {
            let line = design.line();
            let lookups = design.lookups() * often;
            let numbers = [lookups, design.entry() * many, line, line * often];
            stage.numbers(Tone::Plain, design.name(), &numbers);
        }
        stage.is_done = people != 3 && requests != 2;
    },
};

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

/// The simulation, and what the same events come to in each design. It is done when something happened and was played to
/// its end. Returns how many requests each design refused.
fn show(model: &Model, stage: &mut Stage) -> [usize; 4] {
    let events = model.get("events");
    let runs = Design::ALL.map(|design| run(design, events));
    let own = &runs[Design::read(model.get("design")) as usize];
    let happens = [
        ("R", "Send a request"),
        ("K", "Kill a server"),
        ("A", "Add a server"),
        ("L", "Lose the store"),
    ];
    stage.offers(("event", "Let it happen"), &happens);
    stage.played("The system", &own.moments, model);
    let ended = own.ended(model.number(MOMENT));
    let counts = own.counts(ended);
    table(stage, &runs, ended);
    stage.count("answered", counts.answered);
    stage.count("refused", counts.refused);
    stage.count("signins", counts.sign_ins);
    stage.count("lookups", counts.lookups);
    stage.count("asked", runs[Design::Store as usize].counts(ended).lookups);
    stage.is_done = !events.is_empty() && is_over(&own.moments, model);
    runs.map(|run| run.result().refused)
}

/// What each design has come to after the events that have ended.
fn table(stage: &mut Stage, runs: &[Run; 4], ended: usize) {
    let head = [
        "Design",
        "Answered",
        "Refused",
        "Sign-ins",
        "Look-ups",
        "Bytes kept",
        "Bytes sent",
    ];
    stage.table("The same events in each design", &head);
    for (design, run) in Design::ALL.into_iter().zip(runs) {
        let counts = run.counts(ended);
        let numbers = [
            counts.answered,
            counts.refused,
            counts.sign_ins,
            counts.lookups,
            counts.memory,
            counts.sent,
        ];
        stage.numbers(Tone::of(counts.refused == 0), design.name(), &numbers);
    }
}
