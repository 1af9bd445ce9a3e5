//! Times and durations in words. Whole numbers only: formatting floats would weigh 10 kB in the page.

use super::{count, grouped};
use std::ops::Range;

/// The first second that no calendar with years of four digits reaches.
pub const YEAR_10000: f64 = 253_402_300_800.0;

const CALENDAR: Range<f64> = 0.0..YEAR_10000;

const DAY: u64 = 86_400;

/// "on 22 Nov 2026, 22:20:00 UTC", or, out of the calendar's reach, "5 seconds before 1970".
pub fn on(seconds: f64) -> String {
    let on = if CALENDAR.contains(&seconds) {
        "on "
    } else {
        ""
    };
    format!("{on}{}", absolute(seconds))
}

/// "22 Nov 2026, 22:20:00 UTC", or, out of the calendar's reach, "5 seconds before 1970".
pub fn absolute(seconds: f64) -> String {
    if CALENDAR.contains(&seconds) {
        utc(seconds)
    } else {
        beyond(seconds)
    }
}

/// "22 Nov 2026, 22:20:00 UTC" of seconds since 1970; the calendar's first or last second beyond it.
pub fn utc(seconds: f64) -> String {
    format!("{}, {} UTC", date(seconds), clock_time(seconds))
}

/// "00:20:00 here", with the date where it differs from that in UTC. Nothing where the clocks show UTC, and out of
/// the calendar's reach. `offset` tells the minutes east of UTC at a time.
pub fn here(seconds: f64, offset: &dyn Fn(f64) -> i32) -> Option<String> {
    if !CALENDAR.contains(&seconds) {
        return None;
    }
    let minutes = offset(seconds);
    let shown = seconds + f64::from(minutes) * 60.0;
    if minutes == 0 || !CALENDAR.contains(&shown) {
        return None;
    }
    let (in_utc, in_place) = (civil(seconds), civil(shown));
    let date = if in_place.year != in_utc.year {
        date(shown) + ", "
    } else if (in_place.month, in_place.day) != (in_utc.month, in_utc.day) {
        day(shown) + ", "
    } else {
        String::new()
    };
    Some(format!("{date}{} here", clock_time(shown)))
}

/// Whether a time can be told as a date: from 1970 to the year 9999.
pub fn is_in_calendar(seconds: f64) -> bool {
    CALENDAR.contains(&seconds)
}

/// "22 Nov 2026".
pub fn date(seconds: f64) -> String {
    format!("{} {}", day(seconds), civil(seconds).year)
}

/// "22 Nov".
pub fn day(seconds: f64) -> String {
    let Date { month, day, .. } = civil(seconds);
    format!("{day} {}", MONTHS[month])
}

/// "22:20", the time of day.
pub fn clock_minutes(seconds: f64) -> String {
    let mut time = clock_time(seconds);
    time.truncate("22:20".len());
    time
}

/// "22:20:00", the time of day.
pub fn clock_time(seconds: f64) -> String {
    let of_day = whole(seconds) % DAY;
    let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
    format!("{hour:02}:{minute:02}:{second:02}")
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A time out of the calendar's reach, in whole seconds.
fn beyond(seconds: f64) -> String {
    let (side, far) = if seconds < 0.0 {
        ("before", (-seconds).ceil())
    } else {
        ("after", seconds)
    };
    if far < 1e15 {
        return format!("{} {side} 1970", count(far as u64, "second", "seconds"));
    }
    format!("a time millions of years {side} 1970")
}

fn whole(seconds: f64) -> u64 {
    seconds.clamp(CALENDAR.start, CALENDAR.end - 1.0) as u64
}

struct Date {
    year: u64,
    /// From 0.
    month: usize,
    /// From 1.
    day: u64,
}

/// The date in the Gregorian calendar, of seconds since 1970.
fn civil(seconds: f64) -> Date {
    let days = whole(seconds) / DAY;
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
    Date {
        year,
        month,
        day: left + 1,
    }
}

fn is_leap(year: u64) -> bool {
    (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400)
}

/// Days from 1970-01-01 to the first of a year.
fn days_before(year: u64) -> u64 {
    let leaps = |year: u64| year / 4 - year / 100 + year / 400;
    (year - 1970) * 365 + leaps(year - 1) - leaps(1969)
}

/// A unit of time: its seconds, its name, and its sign for a small place.
struct Unit(u64, &'static str, &'static str);

const UNITS: [Unit; 5] = [
    Unit(31_557_600, "year", "y"),
    Unit(DAY, "day", "d"),
    Unit(3_600, "hour", "h"),
    Unit(60, "minute", "min"),
    Unit(1, "second", "s"),
];

/// "52 minutes", "1 hour 12 minutes": whole units, and the next smaller one where there are less than ten.
pub fn duration(seconds: f64) -> String {
    let long = |number, Unit(_, name, _): &Unit| {
        let plural = if number == 1 { "" } else { "s" };
        format!("{} {name}{plural}", grouped(number))
    };
    in_units(seconds, &long)
}

/// "52 min", "1 h 12 min": the same for a small place.
pub fn short_duration(seconds: f64) -> String {
    in_units(seconds, &|number, Unit(_, _, sign)| {
        format!("{} {sign}", grouped(number))
    })
}

fn in_units(seconds: f64, write: &dyn Fn(u64, &Unit) -> String) -> String {
    let seconds = seconds.abs() as u64;
    let Some(index) = UNITS.iter().position(|Unit(size, ..)| seconds >= *size) else {
        return "less than a second".to_owned();
    };
    let unit = &UNITS[index];
    let number = seconds / unit.0;
    if number > 999_999 {
        return "more than a million years".to_owned();
    }
    let said = write(number, unit);
    match UNITS.get(index + 1) {
        Some(next) if number < 10 && seconds % unit.0 >= next.0 => {
            format!("{said} {}", write(seconds % unit.0 / next.0, next))
        }
        _ => said,
    }
}
