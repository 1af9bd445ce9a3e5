//! What is typed, chosen or pressed within an element or the page: one listener for all that stands there.

use super::listen;
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

/// Tells the name of the field in which something was typed or chosen, and what it holds.
pub fn typed(event: &Event, tell: impl FnOnce(&str, &str)) {
    let Some(target) = event.target() else { return };
    let text = |name: &str| Reflect::get(&target, &name.into()).ok()?.as_string();
    if let (Some(name), Some(value)) = (text("name"), text("value")) {
        tell(&name, &value);
    }
}

/// Tells the name and the value of a button that was pressed.
pub fn pressed(event: &Event, tell: impl FnOnce(&str, &str)) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let button = target.and_then(|target| target.closest("button[name]").ok().flatten());
    let Some(button) = button else { return };
    let text = |name: &str| button.get_attribute(name).unwrap_or_default();
    tell(&text("name"), &text("value"));
}

/// Calls back with the name and the value of every button of the page that is pressed.
pub fn on_press(tell: impl Fn(&str, &str) + 'static) {
    listen("click", move |event: Event| pressed(&event, &tell));
}
