//! Keys that do something on their own.

use jwt_inspector::shortcut::Shortcut;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn every_shortcut_has_a_key_of_its_own() {
    for (key, shortcut) in Shortcut::ALL {
        assert_eq!(Shortcut::of_key(key), Some(shortcut), "{key}");
    }
}

#[test]
fn caps_lock_changes_nothing() {
    assert_eq!(Shortcut::of_key("T"), Some(Shortcut::Token));
}

/// The inspector cannot be seen there.
#[test]
fn behind_a_lesson_the_inspector_is_left_alone() {
    let all = Shortcut::ALL.map(|(_, shortcut)| shortcut).into_iter();
    let kept: Vec<Shortcut> = all.filter(|shortcut| shortcut.is_for_lessons()).collect();
    assert_eq!(kept, [Shortcut::Help, Shortcut::Theme, Shortcut::Present]);
}

#[test]
fn every_other_key_is_left_to_the_browser() {
    for key in [
        "",
        "x",
        "Tab",
        "Enter",
        " ",
        "ArrowDown",
        "Escape",
        "tt",
        "é",
        "Dead",
    ] {
        assert_eq!(Shortcut::of_key(key), None, "{key}");
    }
}
