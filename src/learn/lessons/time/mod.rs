//! Time: `iat`, `nbf` and `exp`, with the clock in hand.

mod check;

use crate::jose::verdict::State;
use crate::learn::block::{Block, Tone};
use crate::learn::choices::{TRIED, choice, has_tried, note, note_tried};
use crate::learn::tokens::{self, HS256, SECRET};
use crate::learn::{Chapter, Lesson, Model, Question, Stage, Step, nothing_else};
use check::{STEP, judged, left, length, tens, time_of_day, times};

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
            why: "You can sign another token, but not change the one that others have. To end it early, verifiers have to be \
                  told, for instance by a list of refused tokens. So let tokens live for minutes, not months.",
        },
        Question {
            ask: "exp is 08:15:00. What does a verifier without tolerance say at 08:15:00 exactly?",
            answers: &["It accepts the token.", "It refuses the token."],
            right: 1,
            why: "On or after this time the token must not be accepted: the last second is the one before. \
                  [[RFC 7519 section 4.1.4]]",
        },
    ],
};

/// 15 January 2027, 08:00:00 UTC.
const ISSUED: usize = 1_800_000_000;
const EXPIRES: usize = ISSUED + 900;

const PAYLOAD: &str = r#"{"iat":1800000000,"nbf":1800000060,"exp":1800000900}"#;
const FRESH: &str = r#"{"iat":1800000000,"nbf":1800000000,"exp":1800000900}"#;
const PRETTY: &str = "{\n  \"iat\": 1800000000,\n  \"exp\": 1800000900\n}";

const CLOCK: Step = Step {
    title: "Three times",
    text: "A payload can say when it was issued (`iat`), from when it counts (`nbf`, not before) and when it ends (`exp`). Each \
           is a number: seconds since 1 January 1970, UTC. [[RFC 7519 section 2]] This one lives for {life}.",
    task: "Move the clock until the token is accepted, and on until it has expired.",
    after: "The signature {signature} at every one of these times: it knows no clock. The verifier compares the numbers with its \
            own clock, at each request. `iat` is for information and ends nothing. [[RFC 7519 section 4.1.6]]",
    start: &[("clock", "0"), (TRIED, "")],
    act: |model, _| {
        let state = judged(PAYLOAD, clock(model), 0).0;
        note(model, state.name());
    },
    show: |model, stage| {
        *stage = {
            let now = clock(model);
            let token = tokens::signed(HS256, PAYLOAD, SECRET);
            let holds = tokens::verifies(&token, SECRET);
            Stage {
                is_done: has_tried(model, State::Pass.name()) && now >= EXPIRES,
                blocks: vec![
                    judged(PAYLOAD, now, 0).1,
                    Block::Range {
                        name: "clock",
                        label: "Clock of the verifier",
                        min: 0,
                        max: 108,
                        value: model.number("clock"),
                        shown: time_of_day(now),
                    },
                    times(&[
                        ("iat", ISSUED),
                        ("nbf", ISSUED + 60),
                        ("exp", EXPIRES),
                        ("clock", now),
                    ]),
                    tokens::shown("Token", &token, &token, SECRET, holds),
                ],
                facts: vec![
                    ("life", length(EXPIRES - ISSUED)),
                    (
                        "signature",
                        if holds { "holds" } else { "fails" }.to_owned(),
                    ),
                ],
                ..Stage::default()
            }
        };
    },
};

const SKEW: Step = Step {
    title: "Clocks differ",
    text: "This token was issued this very second, at {issued}. But the verifier’s clock is behind, and for it the token is from \
           the future.",
    task: "Give the verifier as little tolerance as makes it accept.",
    after: "Tolerance is given at both ends: with {behind} of it the token is accepted until that clock shows {until}, not {ends}. \
            A few minutes are the most that is usual. [[RFC 7519 section 4.1.5]] Better set the clock.",
    start: &[("behind", "9"), ("tolerance", "0")],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let (behind, skew) = (tens(model, "behind"), tens(model, "tolerance"));
            let now = ISSUED - behind;
            let (state, outcome) = judged(FRESH, now, skew);
            let range = |name, label, seconds: usize| Block::Range {
                name,
                label,
                min: 0,
                max: 30,
                value: seconds / STEP,
                shown: [&seconds.to_string(), " s"].concat(),
            };
            Stage {
                is_done: state == State::Pass && behind > 0 && skew == behind,
                blocks: vec![
                    outcome,
                    range("behind", "Its clock is behind by", behind),
                    range("tolerance", "Tolerance", skew),
                    times(&[("iat, nbf", ISSUED), ("exp", EXPIRES), ("its clock", now)]),
                ],
                facts: vec![
                    ("issued", time_of_day(ISSUED)),
                    ("behind", [&behind.to_string(), " s"].concat()),
                    ("until", time_of_day(EXPIRES + behind)),
                    ("ends", time_of_day(EXPIRES)),
                ],
                ..Stage::default()
            }
        };
    },
};

const LONGER: Step = Step {
    title: "Make it last longer",
    text: "It is {now}, and the token has expired. Its end is a number in the payload, and the payload can be edited.",
    task: "Change `exp` so that the token is in time.",
    after: "Now the time is right, and the signature wrong. Only the issuer can give you other times, in a new token: that is what \
            refreshing means.",
    start: &[("lesson-payload", PRETTY)],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let text = model.get("lesson-payload");
            let original = tokens::signed(HS256, &tokens::compact(PRETTY), SECRET);
            let payload = tokens::compact(text);
            let token = tokens::with_signature(HS256, &payload, tokens::parts(&original)[2]);
            let holds = tokens::verifies(&token, SECRET);
            let now = ISSUED + 3600;
            let (state, outcome) = judged(&payload, now, 0);
            Stage {
                is_done: state == State::Pass && !holds,
                blocks: vec![
                    outcome,
                    tokens::outcome(
                        holds,
                        "But a verifier looks at the time too.",
                        "The payload was changed, and the signature kept.",
                    ),
                    tokens::json_box(
                        ("lesson-payload", "Payload", "change exp"),
                        "payload",
                        text,
                        PRETTY,
                    ),
                    tokens::shown("Token on the wire", &token, &original, SECRET, holds),
                ],
                facts: vec![("now", time_of_day(now))],
                ..Stage::default()
            }
        };
    },
};

const UNITS: Step = Step {
    title: "Seconds, as a number",
    text: "Many programs count time in milliseconds, and put them into tokens by mistake. Here it is one day after the end of the \
           token.",
    task: "Write the same `exp` in each of the other ways.",
    after: "In milliseconds it lives for another {left}. A text is no number, and is refused. Without `exp` no time ends the \
            token: the claim is optional, and a verifier that wants it has to ask for it. [[RFC 7519 section 4.1.4]]",
    start: &[("unit", "seconds"), (TRIED, "")],
    act: note_tried,
    show: |model, stage| {
        *stage = {
            let payload = match model.get("unit") {
                "milliseconds" => MILLISECONDS,
                "text" => r#"{"iat":1800000000,"exp":"1800000900"}"#,
                "none" => r#"{"iat":1800000000}"#,
                _ => r#"{"iat":1800000000,"exp":1800000900}"#,
            };
            let now = EXPIRES + 86_400;
            let token = tokens::signed(HS256, payload, SECRET);
            let tried = |unit| has_tried(model, unit);
            Stage {
                is_done: ["milliseconds", "text", "none"].into_iter().all(tried),
                blocks: vec![
                    judged(payload, now, 0).1,
                    choice(
                        model,
                        ("unit", "exp"),
                        &[
                            ("seconds", "in seconds"),
                            ("milliseconds", "in milliseconds"),
                            ("text", "as a text"),
                            ("none", "left out"),
                        ],
                    ),
                    Block::Note {
                        tone: Tone::Plain,
                        text: ["`", payload, "`"].concat(),
                    },
                    tokens::shown("Token", &token, &token, SECRET, true),
                ],
                facts: vec![("left", left(MILLISECONDS, now))],
                ..Stage::default()
            }
        };
    },
};

const MILLISECONDS: &str = r#"{"iat":1800000000,"exp":1800000900000}"#;

/// From a minute before the token is issued.
fn clock(model: &Model) -> usize {
    ISSUED - 60 + tens(model, "clock")
}
