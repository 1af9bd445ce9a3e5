//! The marks of the times, and what is written below them.

use crate::{DAY, HOUR, ISSUED, axis, times};
use jwt_inspector::jose::claims::UnverifiedTimes;
use jwt_inspector::words::axis as words;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// The labels below the axis, with an arrow where they are on the lower line.
fn labels(times: &UnverifiedTimes) -> Vec<String> {
    let axis = axis(times);
    let marks = axis.marks(times);
    let label = |mark| words::mark_label(&axis, mark);
    let low = |is_low| if is_low { " ↓" } else { "" };
    let labels = marks.iter().map(|mark| label(mark) + low(mark.is_low));
    labels.collect()
}

/// Each claim in the order of a token's life, and none twice.
#[test]
fn times_come_in_the_order_of_a_tokens_life() {
    let names: Vec<&str> = times(Some(1.0), Some(2.0), Some(3.0))
        .all()
        .map(|(claim, _)| claim.name())
        .collect();
    assert_eq!(names, ["iat", "nbf", "exp"]);
}

#[test]
fn labels_tell_as_much_as_tells_the_marks_apart() {
    let two = |span| labels(&times(Some(ISSUED), None, Some(ISSUED + span)));
    assert_eq!(two(1.0), ["iat · 22:20:00", "exp · 22:20:01 ↓"]);
    assert_eq!(two(30.0), ["iat · 22:20:00", "exp · 22:20:30"]);
    assert_eq!(two(HOUR), ["iat · 22:20", "exp · 23:20"]);
    // Past midnight, but within a day.
    assert_eq!(two(2.0 * HOUR), ["iat · 22:20", "exp · 00:20"]);
    assert_eq!(two(30.0 * DAY), ["iat · 22 Nov", "exp · 22 Dec"]);
    assert_eq!(two(730.0 * DAY), ["iat · 22 Nov 2026", "exp · 21 Nov 2028"]);
    // From right to left, if the token has it so.
    assert_eq!(two(-HOUR), ["exp · 21:20", "iat · 22:20"]);
}

#[test]
fn labels_do_not_collide() {
    let three = |nbf| {
        labels(&times(
            Some(ISSUED),
            Some(ISSUED + nbf),
            Some(ISSUED + HOUR),
        ))
    };
    assert_eq!(three(0.0), ["iat, nbf · 22:20", "exp · 23:20"]);
    assert_eq!(three(5.0), ["iat, nbf · 22:20", "exp · 23:20"]);
    // Near, but not the same when told.
    assert_eq!(three(-5.0), ["nbf · 22:19", "iat · 22:20 ↓", "exp · 23:20"]);
    assert_eq!(
        three(600.0),
        ["iat · 22:20", "nbf · 22:30 ↓", "exp · 23:20"]
    );
    assert_eq!(
        three(1800.0),
        ["iat · 22:20", "nbf · 22:50 ↓", "exp · 23:20"]
    );
    assert_eq!(three(HOUR), ["iat · 22:20", "nbf, exp · 23:20"]);
}

/// Milliseconds, and numbers that no calendar knows, leave the rest of the axis readable.
#[test]
fn times_out_of_the_calendar_stand_at_the_ends() {
    let wrong = times(Some(ISSUED), Some(-5.0), Some(ISSUED * 1000.0));
    assert_eq!(
        labels(&wrong),
        ["nbf · before 1970", "iat · 22:20 ↓", "exp · after 9999"]
    );
    assert_eq!(axis(&wrong).end - axis(&wrong).start, 3600);
    let both = times(Some(ISSUED * 1000.0), None, Some(f64::INFINITY));
    assert_eq!(labels(&both), ["iat, exp · after 9999"]);
    let axis = axis(&wrong);
    assert_eq!(
        words::mark_said(&axis.marks(&wrong)[2], ISSUED),
        "exp, expires: 1,795,386,000,000 seconds after 1970, in 56,835 years"
    );
}

#[test]
fn marks_are_told_in_words() {
    let times = times(Some(ISSUED), Some(ISSUED), Some(ISSUED + HOUR));
    let marks = axis(&times).marks(&times);
    let said = |index: usize| words::mark_said(&marks[index], ISSUED + 480.0);
    assert_eq!(
        said(0),
        "iat, issued: 22 Nov 2026, 22:20:00 UTC, 8 minutes ago; \
         nbf, valid from: 22 Nov 2026, 22:20:00 UTC, 8 minutes ago"
    );
    assert_eq!(
        said(1),
        "exp, expires: 22 Nov 2026, 23:20:00 UTC, in 52 minutes"
    );
}
