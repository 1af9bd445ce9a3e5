//! Is it in time?

use super::moment::{duration, on, short_duration};
use super::{Said, json, payload, shortened};
use crate::jose::claims::{NotANumber, UnverifiedTimes, is_milliseconds};
use crate::jose::json::Type;
use crate::jose::verdict::TimeCheck;

/// What is said of the times, at `now` in seconds since 1970.
pub fn said(check: &TimeCheck, now: f64) -> Said {
    match check {
        TimeCheck::Nothing => Said::new(
            "no claims",
            "There is no JSON object of claims to read a time from.",
        ),
        TimeCheck::Unreadable(flaw) => Said::new(
            "not readable",
            format!(
                "The payload cannot be read: {}. Its claims, the expiry among them, were not checked.",
                payload::problem(flaw)
            ),
        )
        .source("RFC 7519 §7.2"),
        TimeCheck::InTime { times } => in_time(times, now),
        TimeCheck::NoExpiry { times } => {
            let start = not_before(times, now).map(|said| said.sentence + " ");
            Said::new(
                "no expiry",
                format!(
                    "{}It has no “exp”: no time ends it.",
                    start.unwrap_or_default()
                ),
            )
            .remedy("Give it an expiration time when you issue it.")
            .source("RFC 7519 §4.1.4")
        }
        TimeCheck::IssuedInFuture { issued_at } if is_milliseconds(*issued_at) => Said::new(
            "milliseconds",
            "Its “iat” counts milliseconds, by its size; JWT counts seconds.",
        )
        .remedy("Let the issuer divide by 1,000.")
        .source("RFC 7519 §2"),
        TimeCheck::IssuedInFuture { issued_at } => Said::new(
            "issued in the future",
            format!(
                "Its “iat” says that it was issued {}, {} from now.",
                on(*issued_at),
                duration(issued_at - now)
            ),
        )
        .remedy("Compare the clocks of issuer and verifier.")
        .source("RFC 7519 §4.1.6"),
        TimeCheck::Expired { expiration_time } => Said::new(
            "expired",
            format!(
                "It expired {} ago, {}.",
                duration(now - expiration_time),
                on(*expiration_time)
            ),
        )
        .remedy("Ask for a new token.")
        .source("RFC 7519 §4.1.4"),
        TimeCheck::NotYet { not_before } => Said::new(
            "not yet valid",
            format!(
                "It becomes valid in {}, {}.{}",
                duration(not_before - now),
                on(*not_before),
                milliseconds(*not_before)
            ),
        )
        .remedy("Wait, or compare the clocks of issuer and verifier.")
        .source("RFC 7519 §4.1.5"),
        TimeCheck::Malformed(wrong) => malformed(wrong),
    }
}

fn in_time(times: &UnverifiedTimes, now: f64) -> Said {
    let end = times.expiration_time.unwrap_or(now);
    if end <= now {
        return Said::new(
            "within tolerance",
            format!(
                "It expired {} ago, {}; the clock tolerance still lets it pass.",
                duration(now - end),
                on(end)
            ),
        )
        .source("RFC 7519 §4.1.4");
    }
    not_before(times, now).unwrap_or_else(|| {
        Said::new(
            format!("{} left", short_duration(end - now)),
            format!(
                "It expires in {}, {}.{}",
                duration(end - now),
                on(end),
                milliseconds(end)
            ),
        )
        .source("RFC 7519 §4.1.4")
    })
}

/// A start that is still to come, and passes by the tolerance alone.
fn not_before(times: &UnverifiedTimes, now: f64) -> Option<Said> {
    let start = times.not_before.filter(|start| *start > now)?;
    let sentence = format!(
        "It becomes valid in {}, {}; the clock tolerance lets it pass already.",
        duration(start - now),
        on(start)
    );
    Some(Said::new("within tolerance", sentence).source("RFC 7519 §4.1.5"))
}

/// Whether a time that lets the token pass is in milliseconds by mistake.
pub fn has_milliseconds(check: &TimeCheck) -> bool {
    match check {
        TimeCheck::IssuedInFuture { issued_at } => is_milliseconds(*issued_at),
        TimeCheck::InTime { times } | TimeCheck::NoExpiry { times } => {
            times.all().any(|(_, seconds)| is_milliseconds(seconds))
        }
        _ => false,
    }
}

fn milliseconds(seconds: f64) -> &'static str {
    if is_milliseconds(seconds) {
        " That looks like milliseconds; seconds are meant."
    } else {
        ""
    }
}

fn malformed(wrong: &NotANumber) -> Said {
    let (name, found) = (wrong.claim.name(), json::a(wrong.found));
    let shown = match wrong.found {
        Type::Null => String::new(),
        _ => format!(" ({})", shortened(&wrong.text)),
    };
    let remedy = match wrong.found {
        Type::String => "Write it as a JSON number, without quotes.",
        _ => "Write it as a JSON number.",
    };
    Said::new(
        format!("{name} is no number"),
        format!("“{name}” is {found}{shown}, where a number of seconds since 1970 is expected."),
    )
    .remedy(remedy)
    .source("RFC 7519 §2")
}
