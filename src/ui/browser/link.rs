//! The address: what a link asks for is read and taken out of it.

use super::{listen_at, window};
use crate::place::Link;
use wasm_bindgen::JsValue;
use web_sys::Event;

/// Calls back with what the address asks for, now and whenever it changes, and takes it out of the
/// address bar. Says whether it asks for something now.
pub fn on_link(follow: impl Fn(Link) + 'static) -> bool {
    let read = move || {
        let link = take_link();
        let found = link.is_some();
        if let Some(link) = link {
            follow(link);
        }
        found
    };
    let found = read();
    let read = move |_: Event| {
        read();
    };
    listen_at(&window(), "hashchange", read);
    found
}

fn take_link() -> Option<Link> {
    let location = window().location();
    let link = Link::read(&location.hash().ok()?)?;
    let without = location.pathname().ok()? + &location.search().ok()?;
    let history = window().history().ok()?;
    history
        .replace_state_with_url(&JsValue::NULL, "", Some(&without))
        .ok()?;
    Some(link)
}
