//! What a verifier says of the times of a payload, and how the lesson shows times.

use crate::jose::Source;
use crate::jose::verdict::{State, TimeCheck, time};
use crate::learn::Model;
use crate::learn::block::{Block, Row, Tone};
use crate::learn::tokens::HS256;
use crate::words;
use crate::words::moment::{clock_time, duration, utc};

/// Seconds that one step of a slider stands for.
pub const STEP: usize = 10;

/// What the check of times says of a payload.
pub fn judged(payload: &str, now: usize, skew: usize) -> (State, Block) {
    let now = now as f64;
    let check = time(&unsigned(payload), now, skew as f64);
    let said = words::time::said(&check, now);
    let (tone, word) = match check.state() {
        State::Pass => (Tone::Good, "Time: accepted, "),
        State::Fail => (Tone::Bad, "Time: refused, "),
        _ => (Tone::Warn, "Time: accepted, "),
    };
    let outcome = Block::Outcome {
        tone,
        title: [word, &said.short].concat(),
        sentence: said.sentence,
    };
    (check.state(), outcome)
}

/// How long a payload is still in time.
pub fn left(payload: &str, now: usize) -> String {
    let now = now as f64;
    match time(&unsigned(payload), now, 0.0) {
        TimeCheck::InTime { times } => duration(times.expiration_time.unwrap_or(now) - now),
        _ => String::new(),
    }
}

fn unsigned(payload: &str) -> Source {
    Source::read(&crate::jose::compose::compose(HS256, payload))
}

pub fn times(times: &[(&str, usize)]) -> Block {
    let mut rows = Vec::new();
    for (name, seconds) in times {
        rows.push(Row {
            cells: vec![
                (*name).to_owned(),
                seconds.to_string(),
                utc(*seconds as f64),
            ],
            tone: Tone::Plain,
        });
    }
    Block::Table {
        label: "The times",
        head: vec!["", "Seconds", "That is"],
        rows,
    }
}

/// A slider that counts in tens of seconds.
pub fn tens(model: &Model, name: &str) -> usize {
    model.number(name).min(108) * STEP
}

pub fn time_of_day(seconds: usize) -> String {
    clock_time(seconds as f64)
}

pub fn length(seconds: usize) -> String {
    duration(seconds as f64)
}
