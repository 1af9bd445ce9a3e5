//! The second content security policy: once all that the page needs is there, nothing more may be asked for.

use super::document;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// No request, not even to the page's own origin. What stays: compiling wasm and starting a worker from
/// memory, which needs no network and inherits this policy.
const NO_REQUESTS: &str = "default-src 'none'; script-src 'wasm-unsafe-eval'; img-src data:; worker-src blob:; base-uri 'none'; form-action 'none'";

/// The face of style/tokens.css, in some size. Asked for by name: nothing may show it yet.
const FACE: &str = "14px 'JetBrains Mono'";

/// Sets the policy as soon as the fonts are there.
pub fn forbid_requests() {
    spawn_local(async {
        loaded().await;
        set();
    });
}

/// Waits for the fonts, the last that the page asks for. One that fails leaves its fallback.
pub async fn loaded() {
    let fonts = document().fonts();
    let _ = JsFuture::from(fonts.load(FACE)).await;
    if let Ok(ready) = fonts.ready() {
        let _ = JsFuture::from(ready).await;
    }
}

/// Whether a policy, as the browser tells it, is the second one: the first has a rule for connections.
pub fn is_of_second(policy: &str) -> bool {
    !policy.contains("connect-src")
}

fn set() {
    let document = document();
    let meta = document
        .create_element("meta")
        .expect_throw("a document makes elements");
    let head = document.head().expect_throw("a document has a head");
    meta.set_attribute("http-equiv", "Content-Security-Policy")
        .and_then(|()| meta.set_attribute("content", NO_REQUESTS))
        .and_then(|()| head.append_child(&meta))
        .expect_throw("the policy can be set");
}
