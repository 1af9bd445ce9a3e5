//! The colours: how they are shown is in index.html, which needs it before this program is there.

use super::{document, window};
use wasm_bindgen::prelude::*;

/// Where a chosen theme is kept. index.html reads it.
const KEPT_AS: &str = "jwt-inspector.theme";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = showTheme)]
    fn show_theme(name: &str);
}

/// What index.html shows: `system`, `light` or `dark`.
pub fn shown() -> String {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("data-theme"))
        .unwrap_or_default()
}

/// Shows `light` or `dark` from now on and when the page is opened again.
pub fn choose(name: &str) {
    show_theme(name);
    // A browser that keeps nothing shows it until the page is left.
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(KEPT_AS, name);
    }
}

/// Shows what the system shows, and keeps nothing.
pub fn forget() {
    show_theme("system");
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.remove_item(KEPT_AS);
    }
}

/// Whether the system is dark.
pub fn system_is_dark() -> bool {
    let query = window().match_media("(prefers-color-scheme: dark)");
    query.ok().flatten().is_some_and(|query| query.matches())
}
