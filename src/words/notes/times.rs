//! Notes beside times: how far away, in UTC, and on the clocks of this place.

use super::{Clock, Note, Tone};
use crate::jose::claims::is_milliseconds;
use crate::jose::json::Value;
use crate::words::moment::{absolute, duration, here};
use crate::words::shortened;

/// A claim that holds a time.
#[derive(Clone, Copy, PartialEq)]
enum Claim {
    Expiry,
    NotBefore,
    IssuedAt,
    /// One that no verifier has to heed, by what happened then.
    Happened(&'static str),
}

impl Claim {
    fn of(name: &str) -> Option<Self> {
        match name {
            "exp" => Some(Self::Expiry),
            "nbf" => Some(Self::NotBefore),
            "iat" => Some(Self::IssuedAt),
            "auth_time" => Some(Self::Happened("logged in")),
            "updated_at" => Some(Self::Happened("details changed")),
            "toe" => Some(Self::Happened("happened")),
            "sip_date" => Some(Self::Happened("called")),
            _ => None,
        }
    }
}

/// "expires in 52 minutes · 22 Nov 2026, 23:20:00 UTC · 00:20:00 here"; nothing beside a claim that holds no time.
pub fn note(name: &str, value: Value, clock: &Clock) -> Option<Note> {
    let claim = Claim::of(name)?;
    let Some(seconds) = value.as_f64() else {
        return Some(not_a_number(claim, value));
    };
    if is_milliseconds(seconds) {
        return Some(milliseconds(claim, seconds));
    }
    let (tone, relative) = relative(claim, seconds, clock);
    let text = format!("{relative} · {}", on_clocks(seconds, clock));
    Some(Note::new(tone, text))
}

/// "8 minutes ago · 22 Nov 2026, 22:20:00 UTC · 23:20:00 here" of a time that nothing is known of but that it is
/// one. Without a clock, the date alone.
pub fn moment(seconds: f64, clock: Option<&Clock>) -> String {
    let Some(clock) = clock else {
        return absolute(seconds);
    };
    let away = duration(seconds - clock.now);
    let relative = match seconds <= clock.now {
        true => format!("{away} ago"),
        false => format!("in {away}"),
    };
    format!("{relative} · {}", on_clocks(seconds, clock))
}

/// In UTC, and by the clocks of this place where they differ.
fn on_clocks(seconds: f64, clock: &Clock) -> String {
    let mut text = absolute(seconds);
    if let Some(local) = here(seconds, clock.offset) {
        text.push_str(" · ");
        text.push_str(&local);
    }
    text
}

fn relative(claim: Claim, seconds: f64, clock: &Clock) -> (Tone, String) {
    let away = duration(seconds - clock.now);
    let is_past = seconds <= clock.now;
    let happened = |what: &str| match is_past {
        true => (Tone::Plain, format!("{what} {away} ago")),
        false if seconds <= clock.now + clock.skew => (
            Tone::Plain,
            format!("{what} {away} from now, within the clock tolerance"),
        ),
        false => (Tone::Warn, format!("{what} in the future, {away} from now")),
    };
    match claim {
        Claim::Expiry if !is_past => (Tone::Good, format!("expires in {away}")),
        Claim::Expiry if clock.now >= seconds + clock.skew => {
            (Tone::Bad, format!("expired {away} ago"))
        }
        Claim::Expiry => (
            Tone::Warn,
            format!("expired {away} ago, within the clock tolerance"),
        ),
        Claim::NotBefore if is_past => (Tone::Plain, format!("became valid {away} ago")),
        Claim::NotBefore if clock.now < seconds - clock.skew => {
            (Tone::Bad, format!("becomes valid in {away}"))
        }
        Claim::NotBefore => (
            Tone::Warn,
            format!("becomes valid in {away}, within the clock tolerance"),
        ),
        Claim::IssuedAt => happened("issued"),
        Claim::Happened(what) => happened(what),
    }
}

/// Taken as seconds, a start in milliseconds is far away: the token is refused until then.
fn milliseconds(claim: Claim, milliseconds: f64) -> Note {
    let tone = if claim == Claim::NotBefore {
        Tone::Bad
    } else {
        Tone::Warn
    };
    let meant = absolute(milliseconds / 1000.0);
    let text = format!("looks like milliseconds; seconds are meant · as milliseconds {meant}");
    Note::new(tone, text)
}

/// A verifier refuses such a time; of the others it takes no notice.
fn not_a_number(claim: Claim, value: Value) -> Note {
    let tone = match claim {
        Claim::Happened(_) => Tone::Warn,
        _ => Tone::Bad,
    };
    Note::new(tone, format!("not a number: {}", shortened(value.text())))
}
