//! What a verifier says of the times of a payload, and how the lesson shows times.

use crate::jose::Source;
use crate::jose::compose::compose;
use crate::jose::verdict::{State, TimeCheck, time};
use crate::learn::tokens::HS256;
use crate::learn::{Model, Stage, Tone};
use crate::words;
use crate::words::moment::{clock_time, duration, utc};

/// Seconds that one step of a slider stands for.
const STEP: usize = 10;

/// What the check of times says of a payload.
pub fn state(payload: &str, now: usize) -> State {
    check(payload, now, 0).state()
}

/// Likewise, shown in words.
pub fn judged(stage: &mut Stage, payload: &str, now: usize, skew: usize) -> State {
    let check = check(payload, now, skew);
    let said = words::time::said(&check, now as f64);
    let (tone, word) = match check.state() {
        State::Pass => (Tone::Good, "Time: accepted, "),
        State::Fail => (Tone::Bad, "Time: refused, "),
        _ => (Tone::Warn, "Time: accepted, "),
    };
    stage.outcome(tone, &[word, &said.short].concat(), &said.sentence);
    check.state()
}

/// How long a payload is still in time.
pub fn left(payload: &str, now: usize) -> String {
    let TimeCheck::InTime { times } = check(payload, now, 0) else {
        return String::new();
    };
    let now = now as f64;
    duration(times.expiration_time.unwrap_or(now) - now)
}

fn check(payload: &str, now: usize, skew: usize) -> TimeCheck {
    let unsigned = Source::read(&compose(HS256, payload));
    time(&unsigned, now as f64, skew as f64)
}

/// Times as a payload has them, and as people do.
pub fn times(stage: &mut Stage, times: &[(&str, usize)]) {
    stage.table("The times", &["What", "Seconds", "That is"]);
    for (name, seconds) in times {
        let said = utc(*seconds as f64);
        stage.row(Tone::Plain, &[name, &seconds.to_string(), &said]);
    }
}

/// The seconds of a slider with so many steps.
pub fn seconds(model: &Model, name: &str, steps: usize) -> usize {
    model.number(name).min(steps) * STEP
}

/// Seconds, for a text.
pub fn in_seconds(seconds: usize) -> String {
    [&seconds.to_string(), " s"].concat()
}

pub fn time_of_day(seconds: usize) -> String {
    clock_time(seconds as f64)
}

pub fn length(seconds: usize) -> String {
    duration(seconds as f64)
}
