//! What the learner has done, kept in this browser: names of steps, and nothing that was typed.

use super::window;
use web_sys::Storage;

const KEPT_AS: &str = "jwt-inspector.learned";

/// Empty where the browser keeps nothing.
pub fn kept() -> String {
    let kept = storage().and_then(|storage| storage.get_item(KEPT_AS).ok().flatten());
    kept.unwrap_or_default()
}

pub fn keep(text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEPT_AS, text);
    }
}

pub fn forget() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(KEPT_AS);
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
