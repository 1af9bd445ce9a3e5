//! The axis of time: its marks, where "now" stands on it, and by whose clock.

use super::moment::{absolute, clock_minutes, clock_time, date, day, duration, is_in_calendar};
use crate::axis::scene::{Clock, Scene};
use crate::axis::{Axis, Mark, Place, Precision};
use crate::jose::claims::{TimeClaim, UnverifiedTimes};

pub const TITLE: &str = "Time";
/// The name of the list of marks.
pub const MARKS: &str = "Times of the token";
const NO_CLAIMS: &str = "There are no claims to read times from.";
const MALFORMED: &str = "A time in it is no number, so none is drawn.";
const NO_TIMES: &str = "The token names no time: it has no “iat”, “nbf” or “exp”.";
const ENDS_FIRST: &str = "It expires before it becomes valid: only a tolerance could let it pass.";
const TOLERATED: &str = ", within the clock tolerance";

/// "22 Nov 2026, 22:28:00 UTC, the real clock".
pub fn clock(clock: Clock) -> String {
    let now = absolute(clock.now().floor());
    match clock {
        Clock::Real(_) => now + ", the real clock",
        Clock::ByHand(_) => now + ", chosen by hand",
        Clock::ByLink(_) => format!("{} {now}", super::labels::CLOCK_FROM_LINK),
    }
}

/// The label above "now": "now · 22:28".
pub fn now_label(axis: &Axis, now: f64) -> String {
    match axis.position(now) {
        Place::Before(_) => "‹ now".to_owned(),
        Place::At(_) => format!("now · {}", told(axis.precision, now)),
        Place::After(_) => "now ›".to_owned(),
    }
}

/// The label below a mark: "iat, nbf · 22:20".
pub fn mark_label(axis: &Axis, mark: &Mark) -> String {
    let names: Vec<&str> = mark.times.iter().map(|(claim, _)| claim.name()).collect();
    let time = mark.times.first().map_or(0.0, |(_, seconds)| *seconds);
    format!("{} · {}", names.join(", "), told(axis.precision, time))
}

/// A mark for those who listen: "exp, expires: 22 Nov 2026, 23:20:00 UTC, in 52 minutes".
pub fn mark_said(mark: &Mark, now: f64) -> String {
    let said: Vec<String> = mark
        .times
        .iter()
        .map(|time| time_said(*time, now))
        .collect();
    said.join("; ")
}

fn time_said((claim, seconds): (TimeClaim, f64), now: f64) -> String {
    let meaning = match claim {
        TimeClaim::IssuedAt => "issued",
        TimeClaim::NotBefore => "valid from",
        TimeClaim::ExpirationTime => "expires",
    };
    let far = duration(seconds - now);
    let relative = if seconds > now {
        format!("in {far}")
    } else {
        far + " ago"
    };
    format!(
        "{}, {meaning}: {}, {relative}",
        claim.name(),
        absolute(seconds)
    )
}

/// A moment as exactly as the axis tells it.
fn told(precision: Precision, seconds: f64) -> String {
    match precision {
        _ if seconds < 0.0 => "before 1970".to_owned(),
        _ if !is_in_calendar(seconds) => "after 9999".to_owned(),
        Precision::Second => clock_time(seconds),
        Precision::Minute => clock_minutes(seconds),
        Precision::Day => day(seconds),
        Precision::Date => date(seconds),
    }
}

/// Where "now" stands, as a sentence.
pub fn remark(scene: &Scene) -> String {
    match scene.axis.position(scene.clock.now()) {
        Place::Before(away) => format!(
            "Now is {} before what is drawn here begins.",
            duration(away)
        ),
        Place::After(away) => format!("Now is {} after what is drawn here ends.", duration(away)),
        Place::At(_) => match (&scene.read, standing(scene, duration)) {
            (None, _) => NO_CLAIMS.to_owned(),
            (Some(Err(_)), _) => MALFORMED.to_owned(),
            (_, None) => NO_TIMES.to_owned(),
            _ if ends_first(&scene.times()) => ENDS_FIRST.to_owned(),
            (_, Some(standing)) => format!("Now is {standing}."),
        },
    }
}

fn ends_first(times: &UnverifiedTimes) -> bool {
    matches!((times.not_before, times.expiration_time), (Some(begin), Some(end)) if end <= begin)
}

/// What the control of "now" says of itself: "22 Nov 2026, 22:28:00 UTC, 52 minutes before it expires". By the
/// real clock nothing is counted in seconds, for every change is read aloud.
pub fn value_text(scene: &Scene) -> String {
    let (time, standing) = match scene.clock {
        Clock::Real(now) => {
            let (date, time) = (date(now), clock_minutes(now));
            let time = format!("{date}, {time} UTC, the real clock");
            (time, standing(scene, minutes))
        }
        Clock::ByHand(now) | Clock::ByLink(now) => (absolute(now), standing(scene, duration)),
    };
    match standing {
        Some(standing) => format!("{time}, {standing}"),
        None => time,
    }
}

fn minutes(seconds: f64) -> String {
    if seconds.abs() < 60.0 {
        "less than a minute".to_owned()
    } else {
        duration(seconds)
    }
}

/// "52 minutes before it expires": where now lies among the times, told from the one that weighs most.
fn standing(scene: &Scene, far: fn(f64) -> String) -> Option<String> {
    let (times, now, skew) = (scene.times(), scene.clock.now(), f64::from(scene.skew));
    let (end, begin, issued) = (times.expiration_time, times.not_before, times.issued_at);
    let past = |time: Option<f64>, skew: f64| time.filter(|time| time + skew <= now);
    let to_come = |time: Option<f64>, skew: f64| time.filter(|time| time - skew > now);
    // What the tolerance does not let pass, what it does, and what is in order.
    let (time, words, tolerated) = [
        (past(end, skew), "after it expired", ""),
        (to_come(begin, skew), "before it becomes valid", ""),
        (to_come(issued, skew), "before it is issued", ""),
        (past(end, 0.0), "after it expired", TOLERATED),
        (to_come(begin, 0.0), "before it becomes valid", TOLERATED),
        (to_come(issued, 0.0), "before it is issued", TOLERATED),
        (end, "before it expires", ""),
        (begin, "after it became valid", ""),
        (issued, "after it was issued", ""),
    ]
    .into_iter()
    .find_map(|(time, words, tolerated)| Some((time?, words, tolerated)))?;
    Some(format!("{} {words}{tolerated}", far(now - time)))
}
