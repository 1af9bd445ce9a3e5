//! Keys that are pressed outside of text fields.

use super::{dialog, listen};
use wasm_bindgen::prelude::*;
use web_sys::{Element, KeyboardEvent};

/// Elements that letters are for: where they are typed, or pick an option.
const TAKES_LETTERS: &str = "textarea, select, [contenteditable], details[open], input:not([type=checkbox], [type=radio], [type=range])";

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
    !held && !takes_letters(event) && !dialog::any_is_open()
}

fn takes_letters(event: &KeyboardEvent) -> bool {
    let target = event.target();
    let target = target.and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| {
        let field = target.closest(TAKES_LETTERS);
        field.is_ok_and(|field| field.is_some())
    })
}
