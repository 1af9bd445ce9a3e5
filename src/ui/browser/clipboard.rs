//! The clipboard.

use super::window;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Copies a text, and then tells whether the browser allowed it.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let clipboard = window().navigator().clipboard();
    // Browsers have none for a page that came over http from another machine.
    if clipboard.is_undefined() {
        return done(false);
    }
    let copied = JsFuture::from(clipboard.write_text(text));
    spawn_local(async move { done(copied.await.is_ok()) });
}
