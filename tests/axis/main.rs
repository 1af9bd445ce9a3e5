//! The axis of time: it shows every time of the token, stands still while the clock runs, and never says more than
//! is so.

#[path = "../support/mod.rs"]
mod support;

mod anything;
mod labels;
mod places;
mod said;
mod valid;

use jwt_inspector::axis::Axis;
use jwt_inspector::axis::scene::{Clock, Scene};
use jwt_inspector::jose::claims::UnverifiedTimes;
use jwt_inspector::words::axis as words;

/// 22 Nov 2026, 22:20:00 UTC.
const ISSUED: f64 = 1_795_386_000.0;
const HOUR: f64 = 3600.0;
const DAY: f64 = 86_400.0;

/// `iat`, `nbf`, `exp`.
fn times(
    issued_at: Option<f64>,
    not_before: Option<f64>,
    expiration_time: Option<f64>,
) -> UnverifiedTimes {
    UnverifiedTimes {
        expiration_time,
        not_before,
        issued_at,
    }
}

fn an_hour() -> UnverifiedTimes {
    times(Some(ISSUED), None, Some(ISSUED + HOUR))
}

fn axis(times: &UnverifiedTimes) -> Axis {
    Axis::new(times, ISSUED)
}

fn scene(times: &UnverifiedTimes, clock: Clock, skew: u32) -> Scene {
    let axis = axis(times);
    Scene {
        read: Some(Ok(*times)),
        marks: axis.marks(times),
        axis,
        clock,
        skew,
    }
}

fn standing(times: &UnverifiedTimes, now: f64, skew: u32) -> String {
    words::remark(&scene(times, Clock::ByHand(now), skew))
}
