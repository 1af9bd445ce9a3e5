//! Times and durations in words: in UTC, on the clocks of a place, and how far away.

use jwt_inspector::words::moment::{absolute, clock_time, duration, here, on, short_duration, utc};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// 22 Nov 2026, 23:20:00 UTC.
const LATE: f64 = 1_795_389_600.0;

const MINUTE: f64 = 60.0;
const HOUR: f64 = 3_600.0;
const DAY: f64 = 86_400.0;
const YEAR: f64 = 31_557_600.0;

fn at(seconds: f64, minutes: i32) -> Option<String> {
    here(seconds, &|_| minutes)
}

#[test]
fn a_duration_has_two_units_at_most() {
    for (seconds, long, short) in [
        (1.0, "1 second", "1 s"),
        (59.9, "59 seconds", "59 s"),
        (MINUTE, "1 minute", "1 min"),
        (90.0, "1 minute 30 seconds", "1 min 30 s"),
        (52.0 * MINUTE + 13.0, "52 minutes", "52 min"),
        (HOUR - 1.0, "59 minutes", "59 min"),
        (HOUR, "1 hour", "1 h"),
        (HOUR + 59.0, "1 hour", "1 h"),
        (72.0 * MINUTE, "1 hour 12 minutes", "1 h 12 min"),
        (DAY - 1.0, "23 hours", "23 h"),
        (36.0 * HOUR, "1 day 12 hours", "1 d 12 h"),
        (3.0 * DAY + 4.0 * HOUR, "3 days 4 hours", "3 d 4 h"),
        (12.0 * DAY + 4.0 * HOUR, "12 days", "12 d"),
        (365.0 * DAY, "365 days", "365 d"),
        (YEAR + DAY, "1 year 1 day", "1 y 1 d"),
        (54_000.0 * YEAR, "54,000 years", "54,000 y"),
    ] {
        assert_eq!(duration(seconds), long, "{seconds}");
        assert_eq!(short_duration(seconds), short, "{seconds}");
        assert_eq!(duration(-seconds), long, "{seconds}");
    }
}

#[test]
fn durations_of_any_size_are_told() {
    for tiny in [0.0, -0.0, 0.999, -0.5, f64::MIN_POSITIVE, f64::NAN] {
        assert_eq!(duration(tiny), "less than a second");
    }
    for vast in [4e13, 1e300, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(duration(vast), "more than a million years");
        assert_eq!(short_duration(vast), "more than a million years");
    }
}

#[test]
fn a_time_is_told_in_utc() {
    assert_eq!(utc(LATE), "22 Nov 2026, 23:20:00 UTC");
    assert_eq!(utc(1.5), "1 Jan 1970, 00:00:01 UTC");
    assert_eq!(utc(951_782_400.0), "29 Feb 2000, 00:00:00 UTC");
    assert_eq!(utc(253_402_300_799.9), "31 Dec 9999, 23:59:59 UTC");
    assert_eq!(on(LATE), "on 22 Nov 2026, 23:20:00 UTC");
    assert_eq!(clock_time(LATE), "23:20:00");
}

/// A sentence never names a date that no calendar has.
#[test]
fn a_time_beyond_the_calendar_is_told_in_seconds() {
    assert_eq!(absolute(-1.0), "1 second before 1970");
    assert_eq!(absolute(-0.5), "1 second before 1970");
    assert_eq!(
        absolute(253_402_300_800.0),
        "253,402,300,800 seconds after 1970"
    );
    let after = "a time millions of years after 1970";
    let before = "a time millions of years before 1970";
    assert_eq!(absolute(f64::INFINITY), after);
    assert_eq!(on(1e300), after);
    assert_eq!(absolute(f64::NEG_INFINITY), before);
}

#[test]
fn the_date_here_is_told_where_it_differs() {
    assert_eq!(at(LATE, 0), None);
    assert_eq!(at(LATE, 30).unwrap(), "23:50:00 here");
    assert_eq!(at(LATE, 60).unwrap(), "23 Nov, 00:20:00 here");
    assert_eq!(at(LATE, -330).unwrap(), "17:50:00 here");
    assert_eq!(
        at(LATE - 23.0 * HOUR, -330).unwrap(),
        "21 Nov, 18:50:00 here"
    );
    // 31 Dec 2026, 23:30:00 UTC.
    assert_eq!(
        at(1_798_759_800.0, 60).unwrap(),
        "1 Jan 2027, 00:30:00 here"
    );
}

/// Clocks in central Europe went back on 25 Oct 2026 at 01:00:00 UTC.
#[test]
fn the_offset_is_that_of_the_time_told() {
    const CHANGE: f64 = 1_792_890_000.0;
    let offset = |seconds: f64| if seconds < CHANGE { 120 } else { 60 };
    assert_eq!(here(CHANGE - 1.0, &offset).unwrap(), "02:59:59 here");
    assert_eq!(here(CHANGE, &offset).unwrap(), "02:00:00 here");
}

#[test]
fn beyond_the_calendar_there_is_no_time_here() {
    for seconds in [-1.0, 253_402_300_800.0, f64::INFINITY, f64::NAN] {
        assert_eq!(at(seconds, 60), None);
    }
    assert_eq!(at(0.0, -330), None);
    assert_eq!(at(253_402_300_799.0, 60), None);
    assert_eq!(at(LATE, i32::MIN), None);
    assert!(at(LATE, i32::MAX).is_some());
}
