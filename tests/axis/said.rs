//! What now means for a token, and whose clock it is, in words.

use crate::{HOUR, ISSUED, an_hour, scene, standing, support, times};
use jwt_inspector::axis::Stretch;
use jwt_inspector::axis::scene::{Clock, Scene};
use jwt_inspector::jose::Source;
use jwt_inspector::jose::claims::UnverifiedTimes;
use jwt_inspector::words::axis as words;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

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
