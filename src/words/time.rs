//! Is it in time?

use super::moment::{duration, utc};
use super::{Said, json, shortened};
use crate::jose::verdict::TimeCheck;

/// What is said of the times, at `now` in seconds since 1970.
pub fn said(check: &TimeCheck, now: f64) -> Said {
    match check {
        TimeCheck::Nothing => Said::new(
            "no claims",
            "There are no claims, so there are no times to check.",
        ),
        TimeCheck::InTime { times } => {
            let until = times.expiration_time.unwrap_or(now);
            Said::new(
                format!("{} left", duration(until - now)),
                format!(
                    "It expires in {}, on {}.",
                    duration(until - now),
                    utc(until)
                ),
            )
            .source("RFC 7519 §4.1.4")
        }
        TimeCheck::NoExpiry { .. } => {
            Said::new("never expires", "It has no “exp”: it never expires.")
                .remedy("Give it an expiration time when you issue it.")
                .source("RFC 7519 §4.1.4")
        }
        TimeCheck::IssuedInFuture { issued_at } => Said::new(
            "issued in the future",
            format!(
                "Its “iat” says that it was issued on {}, {} from now.",
                utc(*issued_at),
                duration(issued_at - now)
            ),
        )
        .remedy("Compare the clocks of issuer and verifier.")
        .source("RFC 7519 §4.1.6"),
        TimeCheck::Expired { expiration_time } => Said::new(
            "expired",
            format!(
                "It expired {} ago, on {}.",
                duration(now - expiration_time),
                utc(*expiration_time)
            ),
        )
        .remedy("Ask for a new token.")
        .source("RFC 7519 §4.1.4"),
        TimeCheck::NotYet { not_before } => Said::new(
            "not yet valid",
            format!(
                "It is valid only in {}, from {} on.",
                duration(not_before - now),
                utc(*not_before)
            ),
        )
        .remedy("Wait, or compare the clocks of issuer and verifier.")
        .source("RFC 7519 §4.1.5"),
        TimeCheck::Malformed(wrong) => Said::new(
            format!("{} is no number", wrong.claim.name()),
            format!(
                "“{}” is {} ({}), where a number of seconds since 1970 is expected.",
                wrong.claim.name(),
                json::a(wrong.found),
                shortened(&wrong.text)
            ),
        )
        .remedy("Write it as a JSON number, without quotes.")
        .source("RFC 7519 §2"),
    }
}
