//! The axis of time: which stretch of time is drawn for a token, and where on it a moment lies. Whole seconds
//! and per mille only, so that nothing has to format a float.

mod marks;
pub mod scene;

pub use marks::{Mark, Precision};

use crate::jose::claims::UnverifiedTimes;
use crate::words::moment;

/// The whole axis, in per mille.
pub const WHOLE: u32 = 1000;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
const YEAR: i64 = 365 * DAY;

/// A stretch of time, in whole seconds since 1970-01-01 UTC, never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    pub start: i64,
    pub end: i64,
    /// How far a press of a key moves, in seconds: about a hundredth of the axis.
    pub step: i64,
    /// How exactly a moment on it is told.
    pub precision: Precision,
}

/// Where a moment lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// So many seconds before the axis begins.
    Before(f64),
    /// On it, in per mille of its length.
    At(u32),
    /// So many seconds after the axis ends.
    After(f64),
}

/// A part of the axis, in per mille.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    pub from: u32,
    pub to: u32,
}

/// How much is drawn on either side of a token's only time: the first of a few lengths that reach the real time.
fn margin_about(time: i64, real_now: f64) -> i64 {
    let margins = [HOUR / 2, 3 * HOUR, DAY, 14 * DAY, 180 * DAY, 5 * YEAR];
    let away = (real_now - time as f64).abs();
    let reaches = |margin: &i64| away < *margin as f64;
    margins.into_iter().find(reaches).unwrap_or(HOUR / 2)
}

impl Axis {
    /// The axis for the times of a token. Where it has one only, the real time is on it too if it is not years
    /// away; where it has none within the calendar, an hour about the real time, which moves every ten minutes only.
    pub fn new(times: &UnverifiedTimes, real_now: f64) -> Self {
        let (first, last) = extremes(times).unwrap_or_else(|| {
            let now = real_now.clamp(0.0, moment::YEAR_10000 - 1.0) as i64;
            let middle = now - now % 600 + 300;
            (middle, middle)
        });
        let span = last - first;
        // 12 per cent of the axis on either side of the marks.
        let margin = match span {
            0 => margin_about(first, real_now),
            _ => (span * 3 / 19).max(1),
        };
        let (start, end) = (first - margin, last + margin);
        let told = if margin > HOUR / 2 {
            span.max(margin)
        } else {
            span
        };
        Self {
            start,
            end,
            step: step(end - start),
            precision: Precision::for_span(told),
        }
    }

    /// Where a moment lies, in seconds since 1970-01-01 UTC.
    pub fn position(&self, seconds: f64) -> Place {
        let seconds = seconds.floor();
        let (start, end) = (self.start as f64, self.end as f64);
        if seconds < start {
            return Place::Before(start - seconds);
        }
        if seconds > end {
            return Place::After(seconds - end);
        }
        let whole = self.nearest(seconds);
        let length = self.end - self.start;
        Place::At((((whole - self.start) * i64::from(WHOLE) + length / 2) / length) as u32)
    }

    /// The second at a place of the axis; what lies beyond the end is taken for the end.
    pub fn second_at(&self, per_mille: u32) -> i64 {
        let part = (self.end - self.start) * i64::from(per_mille.min(WHOLE));
        self.start + (part + i64::from(WHOLE / 2)) / i64::from(WHOLE)
    }

    /// The second that lies so many seconds from a moment, and on the axis.
    pub fn moved(&self, from: f64, by: i64) -> i64 {
        let to = self.nearest(from.floor()).saturating_add(by);
        to.max(self.start).min(self.end)
    }

    /// The second of the axis that is nearest to a moment. (`clamp` would bring in the words of its panic.)
    fn nearest(&self, seconds: f64) -> i64 {
        (seconds as i64).max(self.start).min(self.end)
    }

    /// Where nothing is held against the token's times: from `nbf` and `iat` on, before `exp`, each with a
    /// tolerance in seconds (RFC 7519 sections 4.1.4 to 4.1.6). `None` where there is no such moment, and where
    /// there are no times.
    pub fn valid(&self, times: &UnverifiedTimes, skew: u32) -> Option<Stretch> {
        let skew = f64::from(skew);
        let begin = [times.not_before, times.issued_at].into_iter().flatten();
        let begin = begin.reduce(f64::max).map(|begin| begin - skew);
        let end = times.expiration_time.map(|end| end + skew);
        let is_some = match (begin, end) {
            (None, None) => false,
            (Some(begin), Some(end)) => begin < end,
            _ => true,
        };
        let per_mille = |seconds| self.position(seconds).per_mille();
        is_some.then(|| Stretch {
            from: begin.map_or(0, per_mille),
            to: end.map_or(WHOLE, per_mille),
        })
    }
}

impl Place {
    /// Per mille of the axis; what lies outside stands at the end.
    pub fn per_mille(self) -> u32 {
        match self {
            Self::Before(_) => 0,
            Self::At(per_mille) => per_mille,
            Self::After(_) => WHOLE,
        }
    }
}

/// The first and the last of the times that lie within the calendar.
fn extremes(times: &UnverifiedTimes) -> Option<(i64, i64)> {
    let within = times.all().filter_map(|(_, seconds)| whole(seconds));
    within.fold(None, |extremes, seconds| {
        let (first, last) = extremes.unwrap_or((seconds, seconds));
        Some((first.min(seconds), last.max(seconds)))
    })
}

/// Whole seconds, of a time within the calendar.
fn whole(seconds: f64) -> Option<i64> {
    moment::is_in_calendar(seconds).then_some(seconds as i64)
}

/// A round number of seconds that goes into the axis some 20 to 200 times.
fn step(length: i64) -> i64 {
    const STEPS: [i64; 12] = [
        1,
        10,
        60,
        5 * 60,
        15 * 60,
        HOUR,
        6 * HOUR,
        DAY,
        7 * DAY,
        30 * DAY,
        YEAR,
        10 * YEAR,
    ];
    let fine = STEPS.into_iter().find(|step| step * 200 >= length);
    fine.unwrap_or(100 * YEAR)
}
