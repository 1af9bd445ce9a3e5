//! The place in the address.

use super::{document, element, listen_at, window};
use crate::learn::Place;
use web_sys::Event;

/// Calls back with the place that the address names, now and whenever it changes.
pub fn on_place(go: impl Fn(Place) + 'static) {
    let read = move || {
        let place = window().location().hash().ok();
        if let Some(place) = place.and_then(|fragment| Place::read(&fragment)) {
            go(place);
        }
    };
    read();
    listen_at(&window(), "hashchange", move |_: Event| read());
}

/// Goes to a place as a click on a link does.
pub fn go(place: Place) {
    let _ = window().location().set_hash(&place.to_fragment());
}

/// Another place is shown: its title gets the focus, so that reading goes on there.
pub fn arrived() {
    super::after(0, || {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        if let Some(title) = element("place-title") {
            let _ = title.focus();
        }
    });
}

/// Whether the address asks for a page without its frame, for an iframe: `?embed`.
pub fn is_embedded() -> bool {
    let search = window().location().search().unwrap_or_default();
    search
        .trim_start_matches('?')
        .split('&')
        .any(|name| name == "embed" || name.starts_with("embed="))
}

/// Sets or takes an attribute without value of the document, for the stylesheet to see.
pub fn mark_document(name: &str, is_set: bool) {
    if let Some(root) = document().document_element() {
        let _ = root.toggle_attribute_with_force(name, is_set);
    }
}
