//! The place in the address.

use super::{document, element, listen_at, window};
use crate::learn::Place;
use web_sys::Event;

/// Calls back with the place that the address names, now and whenever it changes, and whether it is the first.
pub fn on_place(go: impl Fn(Place, bool) + 'static) {
    let read = move |is_first| {
        let place = window().location().hash().ok();
        if let Some(place) = place.and_then(|fragment| Place::read(&fragment)) {
            go(place, is_first);
        }
    };
    read(true);
    listen_at(&window(), "hashchange", move |_: Event| read(false));
}

/// Goes to a place as a click on a link does.
pub fn go(place: Place) {
    let _ = window().location().set_hash(&place.to_fragment());
}

/// Another place is shown: its title gets the focus, so that reading goes on there; in the inspector, the verdict.
pub fn arrived() {
    super::after(0, || {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        if let Some(title) = element("place-title").or_else(|| element("verdict")) {
            let _ = title.focus();
        }
    });
}

/// What the browser calls this place, in its tab and its history.
pub fn entitle(title: &str) {
    document().set_title(title);
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
