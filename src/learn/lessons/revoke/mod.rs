//! Log out, revoke, refresh.

mod access;
mod plan;
mod simulation;

use crate::learn::block::Tone;
use crate::learn::player::{MOMENT, from_the_start, is_over};
use crate::learn::tried::{TRIED, has_tried, has_tried_all, note};
use crate::learn::{Chapter, Lesson, Model, Question, Stage, Step, nothing_else};
use plan::{Event, Plan, Refresh};
use simulation::{Run, run};

pub const LESSON: Lesson = Lesson {
    slug: "revoke",
    title: "Log out, revoke, refresh",
    chapter: Chapter::System,
    steps: &[COPY, LIST, SHORT, ROTATION, COSTS],
    questions: &[
        Question {
            ask: "A token that was issued is good for three months. How do you end it today?",
            answers: &[
                "Set its exp to yesterday.",
                "Delete it in the browser.",
                "Have the API refuse it, by a list or by dropping the key.",
            ],
            right: 2,
            why: "`exp` is part of what was signed, and a deletion does not reach copies. Only whoever judges the \
                  token can refuse it. If the key is dropped, all that it signed is refused. [[RFC 7519 section \
                  4.1.4]]",
        },
        Question {
            ask: "What does a refresh token add to security?",
            answers: &[
                "The access token can be short-lived, and the issuer is asked now and then.",
                "It is encrypted.",
                "It cannot be stolen.",
            ],
            right: 0,
            why: "At each refresh the issuer can say no, and reads your rights anew. A stolen refresh token is worse than a \
                  stolen access token. So in a browser it has to be rotated, or bound to a key. [[RFC 9700 section 2.2.2]]",
        },
    ],
};

const COPY: Step = Step {
    title: "A copy keeps its time",
    text: "When you log out, your browser forgets its token. A copy is still good until the `exp` that is signed within. A new \
           token with an earlier `exp` is just another token. [[RFC 7519 section 4.1.4]]",
    task: "Play it: until when is the thief answered? Then find a life of tokens that leaves less than ten minutes.",
    after: "With a life of {life} minutes the copy is accepted for {window} minutes after you logged out.",
    start: &[("event", "logout"), ("life", "6"), (MOMENT, "0")],
    act: from_the_start,
    show: |model, stage| {
        life(model, stage);
        let run = show(model, stage, plan(model, false, Refresh::None));
        stage.is_done &= run.window < 10;
    },
};

const LIST: Step = Step {
    title: "A list of the revoked",
    text: "A token can have an identifier, `jti`. To revoke it, the API keeps that on a list until the token has expired, and \
           looks it up at every request. [[RFC 7519 section 4.1.7]]",
    task: "Play it. Then let your rights change instead, and play that.",
    after: "The old token is accepted for {window} minutes more. The price is what tokens were meant to save: every \
            server asks a common memory at each request. But the list is short.",
    start: &[("event", "logout"), ("life", "6"), (MOMENT, "0")],
    act: from_the_start,
    show: |model, stage| {
        events(model, stage);
        show(model, stage, plan(model, true, Refresh::None));
        stage.is_done &= model.is("event", "rights");
    },
};

const SHORT: Step = Step {
    title: "Short life, and a refresh token",
    text: "An access token that lives for minutes needs no list. So that you need not sign in all the time, the browser also \
           has a **refresh token**, for the issuer only. The issuer remembers it, can revoke it, and reads your rights anew \
           at each use. [[RFC 6749 section 1.5]] [[RFC 7009 section 2]]",
    task: "Your rights change. Find a life with which the API notices within five minutes, and play it.",
    after: "Old rights last for {window} minutes more, at {refreshes} refreshes an hour. Sign-ins: {signins}.",
    start: &[("event", "rights"), ("life", "6"), (MOMENT, "0")],
    act: from_the_start,
    show: |model, stage| {
        events(model, stage);
        life(model, stage);
        let run = show(model, stage, plan(model, false, Refresh::Same));
        stage.is_done &= model.is("event", "rights") && run.window <= 5;
    },
};

const ROTATION: Step = Step {
    title: "Rotation",
    text: "A stolen refresh token yields access tokens for as long as it is good. With **rotation** each is good for one use, \
           and brings the next. When one is used twice, two have it. Which is the thief, the issuer cannot tell: it revokes \
           all of them. [[RFC 9700 section 4.14.2]]",
    task: "Play it without rotation. Then with rotation: once the thief comes first, once you.",
    after: "The second use betrays the theft, and you sign in again. Last answer to the thief: {thief}. An access token \
            that was issued stays good until it expires.",
    start: &[
        ("event", "stolen"),
        ("rotation", "same"),
        ("first", "thief"),
        ("life", "2"),
        (TRIED, ""),
        (MOMENT, "0"),
    ],
    act: |model, name| {
        from_the_start(model, name);
        if is_over(&run(rotation(model)).moments, model) {
            let way = [model.get("rotation"), model.get("first")].concat();
            note(model, &way);
        }
    },
    show: |model, stage| {
        let ways = [("same", "Stays the same"), ("rotated", "Is rotated")];
        stage.choice(model, ("rotation", "The refresh token"), &ways);
        let users = [("thief", "The thief"), ("you", "You")];
        stage.choice(model, ("first", "Who uses it first"), &users);
        show(model, stage, rotation(model));
        let is_same = has_tried(model, "samethief") || has_tried(model, "sameyou");
        stage.is_done &= is_same && has_tried_all(model, &["rotatedthief", "rotatedyou"]);
    },
};

const COSTS: Step = Step {
    title: "What each costs",
    text: "Each way remembers something somewhere. Who is asked, and how often? What the issuer remembers is also the list of \
           your sessions: you can end one, and a new password should end them all.",
    task: "Find settings with which a copy is good for five minutes at most, and the issuer is asked for one request in ten \
           at most.",
    after: "The issuer is asked {refreshes} times an hour, not {requests}.",
    start: &[("life", "30"), ("requests", "1")],
    act: nothing_else,
    show: |model, stage| {
        let life = model.number("life").clamp(1, 60);
        let requests = model.number("requests").clamp(1, 10);
        let (hourly, refreshes) = (60 * requests, 60_usize.div_ceil(life));
        let named = ("life", "Minutes an access token lives");
        stage.range(model, named, (1, 60), &life.to_string());
        let named = ("requests", "Requests a minute");
        stage.range(model, named, (1, 10), &requests.to_string());
        let head = [
            "Design",
            "Look-ups",
            "Sign-ins",
            "Minutes a copy is good",
            "Remembered",
        ];
        stage.table("One person, one hour", &head);
        let designs = [
            ("Session", hourly, 1, 0, "each session"),
            ("Token alone", 0, refreshes, life, "nothing"),
            ("With a list", hourly, refreshes, 0, "each revoked token"),
            ("With refresh", refreshes, 1, life, "each refresh token"),
            ("With rotation", refreshes, 1, life, "each family"),
        ];
        for (name, asked, signs, good, kept) in designs {
            let [asked, signs, good] = [asked, signs, good].map(|number| number.to_string());
            stage.row(Tone::Plain, &[name, &asked, &signs, &good, kept]);
        }
        stage.count("life", life);
        stage.count("refreshes", refreshes);
        stage.count("requests", hourly);
        stage.is_done = life <= 5 && refreshes * 10 <= hourly;
    },
};

fn plan(model: &Model, denylist: bool, refresh: Refresh) -> Plan {
    Plan {
        event: match model.get("event") {
            "rights" => Event::Rights,
            "stolen" => Event::RefreshStolen,
            _ => Event::LogOut,
        },
        life: minutes(model),
        denylist,
        refresh,
        thief_from: 5,
    }
}

fn rotation(model: &Model) -> Plan {
    let refresh = match model.get("rotation") {
        "rotated" => Refresh::Rotated,
        _ => Refresh::Same,
    };
    Plan {
        // You refresh for the first time in minute 10.
        thief_from: if model.is("first", "you") { 15 } else { 5 },
        ..plan(model, false, refresh)
    }
}

fn life(model: &Model, stage: &mut Stage) {
    let minutes = minutes(model).to_string();
    let named = ("life", "Life of an access token");
    stage.range(model, named, (1, 6), &[&minutes, " minutes"].concat());
}

/// How long an access token lives: the slider goes by five.
fn minutes(model: &Model) -> usize {
    5 * model.number("life").clamp(1, 6)
}

fn events(model: &Model, stage: &mut Stage) {
    let events = [("logout", "You log out"), ("rights", "Your rights change")];
    stage.choice(model, ("event", "What happens"), &events);
}

/// The simulation below its choices. It is done when it was played to its end.
fn show(model: &Model, stage: &mut Stage, plan: Plan) -> Run {
    let run = run(plan);
    stage.played("Half an hour", &run.moments, model);
    stage.count("life", plan.life);
    stage.count("window", run.window);
    stage.count("refreshes", 60_usize.div_ceil(plan.life));
    stage.count("signins", run.sign_ins);
    let thief = match run.thief_until {
        0 => "none".to_owned(),
        minute => ["minute ", &minute.to_string()].concat(),
    };
    stage.fact("thief", &thief);
    stage.is_done = is_over(&run.moments, model);
    run
}
