//! Where a time lies on the axis, and how far the axis goes.

use crate::{DAY, HOUR, ISSUED, an_hour, axis, standing, times};
use jwt_inspector::axis::{Axis, Place, WHOLE};
use jwt_inspector::jose::claims::UnverifiedTimes;
use jwt_inspector::words::axis as words;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

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
