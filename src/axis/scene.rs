//! All that the axis shows at one moment.

use super::{Axis, Mark, Stretch};
use crate::jose::Source;
use crate::jose::claims::{NotANumber, UnverifiedTimes};

/// What says what time it is, in seconds since 1970-01-01 UTC.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Clock {
    Real(f64),
    /// Whoever looks at the page chose the time.
    ByHand(f64),
    ByLink(f64),
}

impl Clock {
    /// The time by it.
    pub fn now(self) -> f64 {
        match self {
            Self::Real(now) | Self::ByHand(now) | Self::ByLink(now) => now,
        }
    }
}

/// A token's times on their axis, and "now" among them.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// `None` where there are no claims.
    pub read: Option<Result<UnverifiedTimes, NotANumber>>,
    pub axis: Axis,
    pub marks: Vec<Mark>,
    pub clock: Clock,
    /// The tolerance for clocks, in seconds.
    pub skew: u32,
}

impl Scene {
    /// Draws the times of a token. The real time, whatever the clock says, decides only where a token without
    /// times is shown.
    pub fn new(source: &Source, clock: Clock, real_now: f64, skew: u32) -> Self {
        let read = UnverifiedTimes::of(source);
        let times = times(&read);
        let axis = Axis::new(&times, real_now);
        Self {
            marks: axis.marks(&times),
            read,
            axis,
            clock,
            skew,
        }
    }

    /// The times; none where they cannot be read.
    pub fn times(&self) -> UnverifiedTimes {
        times(&self.read)
    }

    /// Where nothing is held against them, with a tolerance in seconds.
    pub fn valid(&self, skew: u32) -> Stretch {
        self.axis.valid(&self.times(), skew).unwrap_or_default()
    }

    /// Where "now" stands, in per mille of the axis.
    pub fn at(&self) -> u32 {
        self.axis.position(self.clock.now()).per_mille()
    }
}

fn times(read: &Option<Result<UnverifiedTimes, NotANumber>>) -> UnverifiedTimes {
    match read {
        Some(Ok(times)) => *times,
        _ => UnverifiedTimes::default(),
    }
}
