//! The axis of time: it shows every time of the token, stands still while the clock runs, and never says more than
//! is so.

use jwt_inspector::axis::scene::{Clock, Scene};
use jwt_inspector::axis::{Axis, Place, Stretch, WHOLE};
use jwt_inspector::jose::claims::UnverifiedTimes;
use jwt_inspector::jose::{Source, State, verdict};
use jwt_inspector::words::axis as words;
use proptest::prelude::*;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

mod support;

/// 22 Nov 2026, 22:20:00 UTC.
const ISSUED: f64 = 1_795_386_000.0;
const HOUR: f64 = 3600.0;
const DAY: f64 = 86_400.0;

/// `iat`, `nbf`, `exp`.
fn times(
    issued_at: Option<f64>,
    not_before: Option<f64>,
    expiration_time: Option<f64>,
) -> UnverifiedTimes {
    UnverifiedTimes {
        expiration_time,
        not_before,
        issued_at,
    }
}

fn an_hour() -> UnverifiedTimes {
    times(Some(ISSUED), None, Some(ISSUED + HOUR))
}

fn axis(times: &UnverifiedTimes) -> Axis {
    Axis::new(times, ISSUED)
}

/// The labels below the axis, with an arrow where they are on the lower line.
fn labels(times: &UnverifiedTimes) -> Vec<String> {
    let axis = axis(times);
    let marks = axis.marks(times);
    let label = |mark| words::mark_label(&axis, mark);
    let low = |is_low| if is_low { " ↓" } else { "" };
    let labels = marks.iter().map(|mark| label(mark) + low(mark.is_low));
    labels.collect()
}

fn scene(times: &UnverifiedTimes, clock: Clock, skew: u32) -> Scene {
    let axis = axis(times);
    Scene {
        read: Some(Ok(*times)),
        marks: axis.marks(times),
        axis,
        clock,
        skew,
    }
}

fn standing(times: &UnverifiedTimes, now: f64, skew: u32) -> String {
    words::remark(&scene(times, Clock::ByHand(now), skew))
}

#[test]
fn the_marks_lie_inside_with_a_margin() {
    let times = an_hour();
    let axis = axis(&times);
    assert_eq!(axis.position(ISSUED), Place::At(120));
    assert_eq!(axis.position(ISSUED + HOUR), Place::At(880));
    assert_eq!(axis.second_at(0), axis.start);
    assert_eq!(axis.second_at(WHOLE), axis.end);
    assert_eq!(axis.second_at(u32::MAX), axis.end);
}

#[test]
fn outside_it_says_how_far() {
    let axis = axis(&an_hour());
    let (start, end) = (axis.start as f64, axis.end as f64);
    assert_eq!(axis.position(start), Place::At(0));
    assert_eq!(axis.position(end + 0.9), Place::At(WHOLE));
    assert_eq!(axis.position(start - 60.0), Place::Before(60.0));
    assert_eq!(axis.position(end + 60.5), Place::After(60.0));
    assert_eq!(axis.position(f64::INFINITY), Place::After(f64::INFINITY));
    let said = |now| standing(&an_hour(), now, 0);
    assert_eq!(
        said(start - 60.0),
        "Now is 1 minute before what is drawn here begins."
    );
    assert_eq!(
        said(end + 3.1 * 365.25 * DAY),
        "Now is 3 years 36 days after what is drawn here ends."
    );
    assert_eq!(words::now_label(&axis, start - 1.0), "‹ now");
    assert_eq!(words::now_label(&axis, end + 1.0), "now ›");
    assert_eq!(words::now_label(&axis, ISSUED + 480.0), "now · 22:28");
}

#[test]
fn a_running_clock_does_not_move_the_axis_of_a_token() {
    let nothing = UnverifiedTimes::default();
    assert_eq!(
        Axis::new(&an_hour(), 0.0),
        Axis::new(&an_hour(), f64::INFINITY)
    );
    // Without times it is an hour about now, and moves every ten minutes.
    let axis = Axis::new(&nothing, ISSUED);
    assert_eq!(axis.end - axis.start, 3600);
    assert_eq!(axis, Axis::new(&nothing, ISSUED + 599.9));
    assert_ne!(axis, Axis::new(&nothing, ISSUED + 600.0));
    for now in [ISSUED, ISSUED + 599.9] {
        assert!(matches!(axis.position(now), Place::At(400..=600)));
    }
    assert!(axis.marks(&nothing).is_empty());
}

/// One time, or all of them equal.
#[test]
fn a_single_moment_has_an_hour_about_it() {
    for times in [
        times(None, None, Some(ISSUED)),
        times(Some(ISSUED), Some(ISSUED), Some(ISSUED)),
    ] {
        let axis = axis(&times);
        assert_eq!(axis.end - axis.start, 3600);
        assert_eq!(axis.position(ISSUED), Place::At(500));
        assert_eq!(axis.marks(&times).len(), 1);
    }
}

#[test]
fn keys_move_by_a_round_time_of_about_a_hundredth() {
    let step = |span| axis(&times(Some(ISSUED), None, Some(ISSUED + span))).step;
    assert_eq!(step(60.0), 1);
    assert_eq!(step(300.0), 10);
    assert_eq!(step(HOUR), 60);
    assert_eq!(step(8.0 * HOUR), 300);
    assert_eq!(step(DAY), 900);
    assert_eq!(step(7.0 * DAY), 6 * 3600);
    assert_eq!(step(30.0 * DAY), 6 * 3600);
    assert_eq!(step(365.0 * DAY), 7 * 86_400);
    let axis = axis(&an_hour());
    assert_eq!(axis.moved(ISSUED + 0.7, 60), ISSUED as i64 + 60);
    assert_eq!(axis.moved(ISSUED, -1), ISSUED as i64 - 1);
    // From outside, the way back begins at the end.
    assert_eq!(axis.moved(0.0, 60), axis.start + 60);
    assert_eq!(axis.moved(f64::INFINITY, -60), axis.end - 60);
    assert_eq!(axis.moved(f64::INFINITY, i64::MAX), axis.end);
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
fn valid_is_from_nbf_and_iat_to_exp() {
    let stretch = |times: UnverifiedTimes, skew| axis(&times).valid(&times, skew);
    let of = |from, to| Some(Stretch { from, to });
    assert_eq!(stretch(an_hour(), 0), of(120, 880));
    assert_eq!(stretch(an_hour(), 300), of(57, 943));
    let late = times(Some(ISSUED), Some(ISSUED + 1800.0), Some(ISSUED + HOUR));
    assert_eq!(stretch(late, 0), of(500, 880));
    assert_eq!(stretch(times(None, None, Some(ISSUED)), 0), of(0, 500));
    assert_eq!(stretch(times(Some(ISSUED), None, None), 0), of(500, WHOLE));
    assert_eq!(stretch(UnverifiedTimes::default(), 300), None);
}

#[test]
fn a_token_that_ends_before_it_begins_is_valid_by_tolerance_alone() {
    let reversed = times(None, Some(ISSUED + 60.0), Some(ISSUED));
    assert_eq!(axis(&reversed).valid(&reversed, 0), None);
    assert_eq!(axis(&reversed).valid(&reversed, 30), None);
    assert!(axis(&reversed).valid(&reversed, 31).is_some());
    assert_eq!(
        standing(&reversed, ISSUED + 10.0, 0),
        "It expires before it becomes valid: only a tolerance could let it pass."
    );
}

#[test]
fn what_now_means_is_said_in_words() {
    let times = times(Some(ISSUED), Some(ISSUED + 60.0), Some(ISSUED + HOUR));
    let said = |from_issue, skew| standing(&times, ISSUED + from_issue, skew);
    assert_eq!(said(480.0, 0), "Now is 52 minutes before it expires.");
    assert_eq!(said(HOUR, 0), "Now is less than a second after it expired.");
    assert_eq!(
        said(HOUR + 20.0, 30),
        "Now is 20 seconds after it expired, within the clock tolerance."
    );
    assert_eq!(said(HOUR + 30.0, 30), "Now is 30 seconds after it expired.");
    assert_eq!(said(30.0, 0), "Now is 30 seconds before it becomes valid.");
    assert_eq!(
        said(30.0, 30),
        "Now is 30 seconds before it becomes valid, within the clock tolerance."
    );
    assert_eq!(said(29.0, 30), "Now is 31 seconds before it becomes valid.");
}

#[test]
fn a_token_without_an_end_is_told_from_its_beginning() {
    let said = |times: UnverifiedTimes, now| standing(&times, now, 0);
    let [issued, begun] = [
        times(Some(ISSUED), None, None),
        times(None, Some(ISSUED), None),
    ];
    assert_eq!(
        said(issued, ISSUED - 60.0),
        "Now is 1 minute before it is issued."
    );
    assert_eq!(
        said(issued, ISSUED + 60.0),
        "Now is 1 minute after it was issued."
    );
    assert_eq!(
        said(begun, ISSUED + 60.0),
        "Now is 1 minute after it became valid."
    );
    assert_eq!(
        said(UnverifiedTimes::default(), ISSUED),
        "The token names no time: it has no “iat”, “nbf” or “exp”."
    );
}

#[test]
fn what_has_no_times_that_can_be_read_says_so() {
    let said = |payload: Option<&str>| {
        let token = payload.map_or_else(String::new, |payload| {
            support::hs256(support::HS256, payload)
        });
        let scene = Scene::new(&Source::read(&token), Clock::Real(ISSUED), ISSUED, 0);
        assert!(scene.marks.is_empty() && scene.valid(0) == Stretch::default());
        words::remark(&scene)
    };
    assert_eq!(said(None), "There are no claims to read times from.");
    assert_eq!(
        said(Some("[1795386000]")),
        "There are no claims to read times from."
    );
    assert_eq!(
        said(Some(r#"{"exp":"1795386000"}"#)),
        "A time in it is no number, so none is drawn."
    );
}

#[test]
fn the_clock_says_whose_it_is() {
    let now = ISSUED + 480.4;
    for (clock, said) in [
        (
            Clock::Real(now),
            "22 Nov 2026, 22:28:00 UTC, the real clock",
        ),
        (
            Clock::ByHand(now),
            "22 Nov 2026, 22:28:00 UTC, chosen by hand",
        ),
        (
            Clock::ByLink(now),
            "Clock frozen by the link at 22 Nov 2026, 22:28:00 UTC",
        ),
        (
            Clock::ByLink(-60.0),
            "Clock frozen by the link at 60 seconds before 1970",
        ),
    ] {
        assert_eq!(words::clock(clock), said);
    }
}

/// Whatever changes is read aloud: by the real clock, that is no more than a few words a minute.
#[test]
fn the_control_is_told_in_words() {
    let said = |clock| words::value_text(&scene(&an_hour(), clock, 0));
    assert_eq!(
        said(Clock::ByHand(ISSUED + 480.0)),
        "22 Nov 2026, 22:28:00 UTC, 52 minutes before it expires"
    );
    let last = ISSUED + HOUR - 59.0;
    assert_eq!(
        said(Clock::Real(last)),
        "22 Nov 2026, 23:19 UTC, the real clock, less than a minute before it expires"
    );
    for second in 0..59 {
        assert_eq!(
            said(Clock::Real(last + f64::from(second))),
            said(Clock::Real(last))
        );
    }
    assert_eq!(
        words::value_text(&scene(
            &UnverifiedTimes::default(),
            Clock::ByHand(ISSUED),
            0
        )),
        "22 Nov 2026, 22:20:00 UTC"
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

/// Times as tokens have them: near one another, far apart, negative, out of every range, and none at all.
fn any_time() -> impl Strategy<Value = Option<f64>> {
    let near = (0..100_000_i32).prop_map(|seconds| ISSUED + f64::from(seconds) / 10.0);
    let wide = (-1e10..3e11).prop_map(f64::floor);
    let ends = prop_oneof![Just(0.0), Just(1.0), Just(253_402_300_799.0), Just(-1.0)];
    prop_oneof![
        Just(None),
        near.prop_map(Some),
        wide.prop_map(Some),
        ends.prop_map(Some),
        any::<f64>().prop_map(Some),
    ]
}

fn any_times() -> impl Strategy<Value = UnverifiedTimes> {
    (any_time(), any_time(), any_time()).prop_map(|(iat, nbf, exp)| times(iat, nbf, exp))
}

proptest! {
    #![proptest_config(support::cases(512))]

    #[test]
    fn every_axis_can_be_drawn(times in any_times(), real_now in any::<f64>(), now in any::<f64>(), skew: u32) {
        let axis = Axis::new(&times, real_now);
        prop_assert!(axis.start < axis.end && axis.step > 0);
        let marks = axis.marks(&times);
        prop_assert_eq!(marks.iter().map(|mark| mark.times.len()).sum::<usize>(), times.all().count());
        prop_assert!(marks.iter().all(|mark| mark.at <= WHOLE));
        let upper: Vec<u32> = marks.iter().filter(|mark| !mark.is_low).map(|mark| mark.at).collect();
        prop_assert!(upper.windows(2).all(|pair| pair[1] - pair[0] >= 450), "{:?}", upper);
        for skew in [0, skew] {
            let stretch = axis.valid(&times, skew).unwrap_or_default();
            prop_assert!(stretch.from <= stretch.to && stretch.to <= WHOLE);
        }
        for mark in &marks {
            prop_assert!(!words::mark_label(&axis, mark).is_empty());
            prop_assert!(!words::mark_said(mark, now).is_empty());
        }
        for clock in [Clock::Real(now), Clock::ByHand(now), Clock::ByLink(now)] {
            let scene = Scene { read: Some(Ok(times)), axis, marks: marks.clone(), clock, skew };
            prop_assert!(scene.at() <= WHOLE);
            prop_assert!(!words::clock(clock).is_empty());
            prop_assert!(!words::value_text(&scene).is_empty());
            prop_assert!(!words::remark(&scene).is_empty());
        }
        prop_assert!(!words::now_label(&axis, now).is_empty());
    }

    /// The thumb stays where it is let go, however long the axis.
    #[test]
    fn a_place_leads_to_a_second_at_that_place(times in any_times(), per_mille in 0..=WHOLE) {
        let axis = Axis::new(&times, ISSUED);
        let second = axis.second_at(per_mille);
        prop_assert!((axis.start..=axis.end).contains(&second));
        if axis.end - axis.start >= i64::from(WHOLE) {
            prop_assert_eq!(axis.position(second as f64), Place::At(per_mille));
        }
        prop_assert_eq!(axis.moved(second as f64, 0), second);
    }

    /// What is drawn in green is what the check of time has nothing against.
    #[test]
    fn green_is_where_the_check_passes(
        nbf in 0..3600_u32,
        exp in 0..3600_u32,
        now in 0..3600_u32,
        skew in 0..300_u32,
    ) {
        let [nbf, exp, now] = [nbf, exp, now].map(|seconds| ISSUED + f64::from(seconds));
        let times = times(None, Some(nbf), Some(exp));
        let token = support::hs256(support::HS256, &format!(r#"{{"nbf":{nbf},"exp":{exp}}}"#));
        let passes = verdict::time(&Source::read(&token), now, f64::from(skew)).state() == State::Pass;
        let axis = axis(&times);
        let at = axis.position(now).per_mille();
        let green = axis.valid(&times, skew).is_some_and(|green| green.from <= at && at <= green.to);
        // Several seconds may share a per mille; so what passes is green, and what is well off the green does not pass.
        prop_assert!(green || !passes);
        let ends = axis.valid(&times, skew).is_some_and(|green| green.from.abs_diff(at) < 2 || green.to.abs_diff(at) < 2);
        prop_assert!(passes == green || ends);
    }
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
fn of_a_token_with_one_time_the_real_time_is_drawn_too() {
    let expires = times(None, None, Some(ISSUED + HOUR));
    for away in [0.0, 1.0, 20.0, 300.0, 24.0 * 300.0] {
        let now = ISSUED + away * HOUR;
        let drawn = Axis::new(&expires, now).position(now);
        assert!(matches!(drawn, Place::At(_)), "{away} hours: {drawn:?}");
    }
    // Somebody's birthday in place of an expiry would leave nothing to be seen of the token's own time.
    let now = ISSUED + 24.0 * 365.0 * 20.0 * HOUR;
    assert!(matches!(
        Axis::new(&expires, now).position(now),
        Place::After(_)
    ));
}
