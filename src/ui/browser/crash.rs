//! Should the page break: panics and traps are told to whoever looks.

use super::{document, listen_at, window};
use js_sys::{Object, Reflect};
use web_sys::Event;

/// Should the page ever break, says so and leaves what was typed where it is.
pub fn show_all() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        reveal(&place.unwrap_or_default());
    }));
    // A trap is no panic: it surfaces as an error, or inside an effect as a rejected promise.
    for (event, detail) in [("error", "message"), ("unhandledrejection", "reason")] {
        listen_at(&window(), event, move |event: Event| {
            let detail = Reflect::get(&event, &detail.into()).unwrap_or_default();
            reveal(&String::from(Object::from(detail).to_string()));
        });
    }
}

/// Shows the message that index.html holds ready. The first place stays: what follows comes of it.
fn reveal(place: &str) {
    let Some(message) = document().get_element_by_id("crash") else {
        return;
    };
    if message.has_attribute("hidden") {
        let _ = message.remove_attribute("hidden");
        if let Some(detail) = document().get_element_by_id("crash-place") {
            detail.set_text_content(Some(place));
        }
    }
}
