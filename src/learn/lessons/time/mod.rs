//! Time: `iat`, `nbf` and `exp`, with the clock in hand.

mod check;

use crate::jose::verdict::State;
use crate::learn::tokens::{self, HS256, SECRET};
use crate::learn::tried::{TRIED, has_tried, has_tried_all, note, note_tried};
use crate::learn::{Chapter, Lesson, Model, Question, Step, Tone, nothing_else};
use crate::words::learn::OTHER_CONTENT;
use check::{in_seconds, judged, left, length, seconds, state, time_of_day, times};

pub const LESSON: Lesson = Lesson {
    slug: "time",
    title: "Time: iat, nbf, exp",
    chapter: Chapter::Token,
    steps: &[CLOCK, SKEW, LONGER, UNITS],
    questions: &[
        Question {
            ask: "A token lives for three months, and is to end today. Can you set its exp to the past?",
            answers: &[
                "Yes, in the database of the issuer.",
                "Yes, and sign it again.",
                "No: the copy that was handed out keeps its own exp.",
            ],
            right: 2,
            why: "You cannot change the copy that others have. To end it early, verifiers have to be told, for \
                  instance by a list. So let tokens live for minutes.",
        },
        Question {
            ask: "exp is 08:15:00. What does a verifier without tolerance say at 08:15:00 exactly?",
            answers: &["It accepts the token.", "It refuses the token."],
            right: 1,
            why: "On or after this time it must not be accepted: the last second is the one before. [[RFC 7519 section \
                  4.1.4]]",
        },
    ],
};

/// 15 January 2027, 08:00:00 UTC.
const ISSUED: usize = 1_800_000_000;
const EXPIRES: usize = ISSUED + 900;

const PAYLOAD: &str = r#"{"iat":1800000000,"nbf":1800000060,"exp":1800000900}"#;
const FRESH: &str = r#"{"iat":1800000000,"nbf":1800000000,"exp":1800000900}"#;
const PRETTY: &str = "{\n  \"iat\": 1800000000,\n  \"exp\": 1800000900\n}";

const MILLISECONDS: &str = r#"{"iat":1800000000,"exp":1800000900000}"#;

/// How far the sliders go, in steps.
const CLOCK_STEPS: usize = 108;
const SKEW_STEPS: usize = 30;

const CLOCK: Step = Step {
    title: "Three times",
    text: "A payload can say when the token was issued (`iat`), from when it counts (`nbf`, not before) and when it \
           ends (`exp`): in seconds since 1 January 1970, UTC. [[RFC 7519 section 2]] This one lives for {life}.",
    task: "Move the clock until the token is accepted, and on until it has expired.",
    after: "The signature {signature} at all of these times: it knows no clock. The verifier compares the numbers with \
            its own, at each request. `iat` ends nothing. [[RFC 7519 section 4.1.6]]",
    start: &[("clock", "0"), (TRIED, "")],
    act: |model, _| note(model, state(PAYLOAD, clock(model)).name()),
    show: |model, stage| {
        let now = clock(model);
        let token = tokens::signed(HS256, PAYLOAD, SECRET);
        let holds = tokens::verifies(&token, SECRET);
        stage.is_done = has_tried(model, State::Pass.name()) && now >= EXPIRES;
        judged(stage, PAYLOAD, now, 0);
        let named = ("clock", "Clock of the verifier");
        stage.range(model, named, (0, CLOCK_STEPS), &time_of_day(now));
        let nbf = ("nbf", ISSUED + 60);
        times(
            stage,
            &[("iat", ISSUED), nbf, ("exp", EXPIRES), ("clock", now)],
        );
        stage.edited_token("Token", &token, &token, SECRET, holds);
        stage.fact("life", &length(EXPIRES - ISSUED));
        stage.fact("signature", if holds { "holds" } else { "fails" });
    },
};

const SKEW: Step = Step {
    title: "Clocks differ",
    text: "This token was issued this very second, at {issued}. To a verifier whose clock is behind, it comes from the \
           future.",
    task: "Give the verifier as little tolerance as makes it accept.",
    after: "Tolerance counts at both ends: with {behind} the token is accepted until that clock shows {until}, not \
            {ends}. No more than a few minutes are usual. [[RFC 7519 section 4.1.5]] Better set the clock.",
    start: &[("behind", "9"), ("tolerance", "0")],
    act: nothing_else,
    show: |model, stage| {
        let behind = seconds(model, "behind", SKEW_STEPS);
        let skew = seconds(model, "tolerance", SKEW_STEPS);
        let now = ISSUED - behind;
        let state = judged(stage, FRESH, now, skew);
        stage.is_done = state == State::Pass && behind > 0 && skew == behind;
        let sliders = [
            ("behind", "Its clock is behind by", behind),
            ("tolerance", "Tolerance", skew),
        ];
        for (name, label, seconds) in sliders {
            let shown = in_seconds(seconds);
            stage.range(model, (name, label), (0, SKEW_STEPS), &shown);
        }
        times(
            stage,
            &[("iat, nbf", ISSUED), ("exp", EXPIRES), ("its clock", now)],
        );
        stage.fact("issued", &time_of_day(ISSUED));
        stage.fact("behind", &in_seconds(behind));
        stage.fact("until", &time_of_day(EXPIRES + behind));
        stage.fact("ends", &time_of_day(EXPIRES));
    },
};

const LONGER: Step = Step {
    title: "Make it last longer",
    text: "It is {now}, and the token has expired. But its end is a number that you can edit.",
    task: "Change `exp` so that the token is in time.",
    after: "With another `exp` the time can be right, but then the signature is wrong. Only the issuer can give you other times, in a new token: \
            that is what refreshing means.",
    start: &[("lesson-payload", PRETTY)],
    act: nothing_else,
    show: |model, stage| {
        let original = tokens::signed(HS256, &tokens::compact(PRETTY), SECRET);
        let payload = tokens::compact(model.get("lesson-payload"));
        let token = tokens::with_signature(HS256, &payload, tokens::parts(&original)[2]);
        let holds = tokens::verifies(&token, SECRET);
        let now = ISSUED + 3600;
        let state = judged(stage, &payload, now, 0);
        stage.is_done = state == State::Pass && !holds;
        let accepted = "But a verifier looks at the time too.";
        let rejected = (
            OTHER_CONTENT,
            "The payload was changed, and the signature kept.",
        );
        stage.verdict(holds, accepted, rejected);
        let named = ("lesson-payload", "Payload", "change exp");
        stage.json_box(model, named, "payload", PRETTY);
        stage.edited_token("Token on the wire", &token, &original, SECRET, holds);
        stage.fact("now", &time_of_day(now));
    },
};

const UNITS: Step = Step {
    title: "Seconds, as a number",
    text: "Many programs count in milliseconds, and put these into tokens by mistake. Here it is one day after the \
           token’s end.",
    task: "Write the same `exp` in each of the other ways.",
    after: "In milliseconds it lives for another {left}. A text is no number, and is refused. `exp` is optional: \
            without it no time ends the token, and a verifier that wants it has to ask for it. [[RFC 7519 section \
            4.1.4]]",
    start: &[("unit", "seconds"), (TRIED, "")],
    act: note_tried,
    show: |model, stage| {
        let payload = match model.get("unit") {
            "milliseconds" => MILLISECONDS,
            "text" => r#"{"iat":1800000000,"exp":"1800000900"}"#,
            "none" => r#"{"iat":1800000000}"#,
            _ => r#"{"iat":1800000000,"exp":1800000900}"#,
        };
        let now = EXPIRES + 86_400;
        stage.is_done = has_tried_all(model, &["milliseconds", "text", "none"]);
        judged(stage, payload, now, 0);
        let units = [
            ("seconds", "in seconds"),
            ("milliseconds", "in milliseconds"),
            ("text", "as a text"),
            ("none", "left out"),
        ];
        stage.choice(model, ("unit", "exp"), &units);
        stage.note(Tone::Plain, &["`", payload, "`"].concat());
        let token = tokens::signed(HS256, payload, SECRET);
        stage.token("Token", &token, SECRET);
        stage.fact("left", &left(MILLISECONDS, now));
    },
};

/// From a minute before the token is issued.
fn clock(model: &Model) -> usize {
    ISSUED - 60 + seconds(model, "clock", CLOCK_STEPS)
}
