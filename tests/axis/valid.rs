//! The stretch in which a token is valid.

use crate::{HOUR, ISSUED, an_hour, axis, standing, times};
use jwt_inspector::axis::{Stretch, WHOLE};
use jwt_inspector::jose::claims::UnverifiedTimes;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

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
