//! The clock by which notes are written.

use jwt_inspector::words::notes::Clock;

/// 22 Nov 2026, 22:28:00 UTC.
const NOW: f64 = 1_795_386_480.0;

pub const UTC: Clock<'static> = Clock {
    now: NOW,
    skew: 0.0,
    offset: &|_| 0,
};
