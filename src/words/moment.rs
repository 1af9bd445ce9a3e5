//! Times and durations in words. Whole numbers only: formatting floats would weigh 10 kB in the page.

use super::{count, grouped};

/// The first second that no calendar with years of four digits reaches.
pub const YEAR_10000: f64 = 253_402_300_800.0;

/// Whether a time can be told as a date: from 1970 to the year 9999.
pub fn is_in_calendar(seconds: f64) -> bool {
    (0.0..YEAR_10000).contains(&seconds)
}

/// "on 22 Nov 2026, 22:20:00 UTC", or, out of the calendar's reach, "5 seconds before 1970".
pub fn on(seconds: f64) -> String {
    if is_in_calendar(seconds) {
        format!("on {}", utc(seconds))
    } else {
        beyond(seconds)
    }
}

/// As [`on`], without "on".
pub fn when(seconds: f64) -> String {
    if is_in_calendar(seconds) {
        utc(seconds)
    } else {
        beyond(seconds)
    }
}

/// "22 Nov 2026, 22:20:00 UTC" of seconds since 1970.
pub fn utc(seconds: f64) -> String {
    format!("{}, {} UTC", date(seconds), time_of_day(seconds, true))
}

/// "22 Nov 2026" of seconds since 1970.
pub fn date(seconds: f64) -> String {
    let (year, ..) = civil(whole(seconds) / DAY);
    format!("{} {year}", day(seconds))
}

/// "22 Nov" of seconds since 1970.
pub fn day(seconds: f64) -> String {
    let (_, month, day) = civil(whole(seconds) / DAY);
    format!("{day} {}", MONTHS[month])
}

/// "22:20:00", or "22:20", of seconds since 1970.
pub fn time_of_day(seconds: f64, with_seconds: bool) -> String {
    let of_day = whole(seconds) % DAY;
    let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
    if with_seconds {
        format!("{hour:02}:{minute:02}:{second:02}")
    } else {
        format!("{hour:02}:{minute:02}")
    }
}

const DAY: u64 = 86_400;

/// Whole seconds, of the nearest time within the calendar.
fn whole(seconds: f64) -> u64 {
    seconds.clamp(0.0, YEAR_10000 - 1.0) as u64
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A time out of the calendar's reach, in whole seconds.
fn beyond(seconds: f64) -> String {
    let (side, far) = if seconds < 0.0 {
        ("before", -seconds)
    } else {
        ("after", seconds)
    };
    if far < 1e15 {
        return format!("{} {side} 1970", count(far as u64, "second", "seconds"));
    }
    format!("a time millions of years {side} 1970")
}

/// Year, month from 0, and day from 1, of days since 1970-01-01 in the Gregorian calendar.
fn civil(days: u64) -> (u64, usize, u64) {
    let mut year = 1970 + days / 365;
    while days_before(year) > days {
        year -= 1;
    }
    let mut left = days - days_before(year);
    let leap = u64::from(is_leap(year));
    let lengths = [31, 28 + leap, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 0;
    while left >= lengths[month] {
        left -= lengths[month];
        month += 1;
    }
    (year, month, left + 1)
}

fn is_leap(year: u64) -> bool {
    (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400)
}

/// Days from 1970-01-01 to the first of a year.
fn days_before(year: u64) -> u64 {
    let leaps = |year: u64| year / 4 - year / 100 + year / 400;
    (year - 1970) * 365 + leaps(year - 1) - leaps(1969)
}

/// "3 minutes": whole years, days and hours from two on, and what is left of the smaller units.
pub fn duration(seconds: f64) -> String {
    const UNITS: [(f64, f64, &str); 5] = [
        (31_557_600.0, 2.0, "year"),
        (86_400.0, 2.0, "day"),
        (3_600.0, 2.0, "hour"),
        (60.0, 1.0, "minute"),
        (1.0, 1.0, "second"),
    ];
    let seconds = seconds.abs();
    let fits = |(size, least, _): &&(f64, f64, &str)| seconds >= size * least;
    let Some((size, _, name)) = UNITS.iter().find(fits) else {
        return "less than a second".to_owned();
    };
    let number = (seconds / size).floor();
    if number > 999_999.0 {
        return "more than a million years".to_owned();
    }
    let plural = if number == 1.0 { "" } else { "s" };
    format!("{} {name}{plural}", grouped(number as u64))
}
