//! Any times at all.

use crate::{ISSUED, axis, support, times};
use jwt_inspector::axis::scene::{Clock, Scene};
use jwt_inspector::axis::{Axis, Place, WHOLE};
use jwt_inspector::jose::claims::UnverifiedTimes;
use jwt_inspector::jose::{Source, State, verdict};
use jwt_inspector::words::axis as words;
use proptest::prelude::*;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

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
