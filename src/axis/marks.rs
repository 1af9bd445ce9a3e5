//! The marks on the axis, and how exactly their times are told.

use super::{Axis, DAY, WHOLE, YEAR, whole};
use crate::jose::claims::{TimeClaim, UnverifiedTimes};

/// Marks nearer than this, and of the same reading, are one; in per mille.
const SAME: u32 = 20;

/// What a label takes of the axis on the narrowest screen, in per mille.
const LABEL: u32 = 450;

/// Times of a token that are drawn as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Per mille; one that lies outside the calendar stands at the end.
    pub at: u32,
    /// At least one, with its seconds.
    pub times: Vec<(TimeClaim, f64)>,
    /// Its label needs a line of its own below those of its neighbours.
    pub is_low: bool,
}

/// How exactly a moment is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    Second,
    Minute,
    Day,
    /// The day with its year.
    Date,
}

impl Axis {
    /// The times of the token for which this axis was made, from left to right.
    pub fn marks(&self, times: &UnverifiedTimes) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        for (claim, seconds) in times.all() {
            let at = match whole(seconds) {
                Some(_) => self.position(seconds).per_mille(),
                None if seconds < 0.0 => 0,
                None => WHOLE,
            };
            let is_same = |mark: &&mut Mark| {
                mark.at.abs_diff(at) <= SAME
                    && self.precision.reading(mark.times[0].1) == self.precision.reading(seconds)
            };
            if let Some(mark) = marks.iter_mut().find(is_same) {
                mark.times.push((claim, seconds));
                continue;
            }
            let place = marks.iter().take_while(|mark| mark.at <= at).count();
            let mark = Mark {
                at,
                times: vec![(claim, seconds)],
                is_low: false,
            };
            marks.insert(place, mark);
        }
        // The outer two of three are far apart, for the axis is made so: only the second is ever in the way.
        if let [first, second, rest @ ..] = marks.as_mut_slice() {
            second.is_low = !rest.is_empty() || second.at - first.at < LABEL;
        }
        marks
    }
}

impl Precision {
    /// For marks that lie so many seconds apart.
    pub(super) fn for_span(span: i64) -> Self {
        match span {
            0 => Self::Minute,
            1..600 => Self::Second,
            600..DAY => Self::Minute,
            _ if span < YEAR => Self::Day,
            _ => Self::Date,
        }
    }

    /// A number that is the same for moments that are told in the same words.
    fn reading(self, seconds: f64) -> i64 {
        let unit = match self {
            Self::Second => 1,
            Self::Minute => 60,
            Self::Day | Self::Date => DAY,
        };
        match whole(seconds) {
            Some(seconds) => seconds / unit,
            None if seconds < 0.0 => i64::MIN,
            None => i64::MAX,
        }
    }
}
