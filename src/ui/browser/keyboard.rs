//! Keys that are pressed outside of text fields.

use super::{dialog, listen};
use wasm_bindgen::prelude::*;
use web_sys::{Element, KeyboardEvent};

/// Elements that letters are for: where they are typed, or pick an option.
const TAKES_LETTERS: &str = "textarea, select, [contenteditable], details[open], input:not([type=checkbox], [type=radio], [type=range])";

/// Elements that the space bar presses.
const TAKES_SPACE: &str = "button, summary, input";

/// Elements in which the arrow keys choose, or scroll.
const TAKES_ARROWS: &str = "input, [tabindex='0']";

/// Calls back with every key that is pressed alone, outside of text fields and dialogs. Where it answers
/// `true`, the key was for the page, and does nothing else.
pub fn on_key(press: impl Fn(&str) -> bool + 'static) {
    listen("keydown", move |event: KeyboardEvent| {
        if is_alone(&event) && press(&event.key()) {
            event.prevent_default();
        }
    });
}

fn is_alone(event: &KeyboardEvent) -> bool {
    let held = event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat();
    let target = event.target();
    let target = target.and_then(|target| target.dyn_into::<Element>().ok());
    let is_within = |selector: &str| {
        let found = target.as_ref().map(|target| target.closest(selector));
        found.is_some_and(|found| found.is_ok_and(|found| found.is_some()))
    };
    let is_taken = match &*event.key() {
        " " => is_within(TAKES_LETTERS) || is_within(TAKES_SPACE),
        "ArrowLeft" | "ArrowRight" => is_within(TAKES_LETTERS) || is_within(TAKES_ARROWS),
        "Escape" | "PageUp" | "PageDown" => false,
        _ => is_within(TAKES_LETTERS),
    };
    !held && !is_taken && !dialog::any_is_open()
}
