//! What the page asks for after it has loaded: nothing, if all is well.

use super::{listen, policy, window};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    PerformanceEntry, PerformanceObserver, PerformanceObserverEntryList, PerformanceObserverInit,
    SecurityPolicyViolationEvent,
};

/// What the browser tells of a request, with its address, without a fragment.
pub enum Told {
    /// It was made, or at least begun: some browsers tell this of a request that the policy stops, too.
    Made(String),
    /// The policy stopped it.
    Blocked(String),
}

/// Calls back with what the browser tells once the page has loaded.
pub fn watch(tell: impl Fn(Told) + Clone + 'static) {
    spawn_local(async move {
        policy::loaded().await;
        let blocked = tell.clone();
        on_blocked(move |address| blocked(Told::Blocked(address)));
        // Browsers without such an observer tell what is blocked, which is all there can be.
        let _ = on_made(move |address| tell(Told::Made(address)));
    });
}

fn on_made(tell: impl Fn(String) + 'static) -> Result<(), JsValue> {
    // Entries come late: those of what was asked for before are not meant.
    let since = window().performance().map_or(0.0, |clock| clock.now());
    let seen = Closure::<dyn FnMut(PerformanceObserverEntryList)>::new(
        move |list: PerformanceObserverEntryList| {
            for entry in list.get_entries() {
                let entry: PerformanceEntry = entry.unchecked_into();
                let address = entry.name();
                // Neither data: nor blob: leaves the page.
                if entry.start_time() >= since && address.starts_with("http") {
                    tell(without_fragment(&address));
                }
            }
        },
    );
    let observer = PerformanceObserver::new(seen.as_ref().unchecked_ref())?;
    let kinds = PerformanceObserverInit::new(&Array::of1(&"resource".into()));
    observer.observe(&kinds);
    seen.forget();
    Ok(())
}

fn on_blocked(tell: impl Fn(String) + 'static) {
    let broken = move |event: SecurityPolicyViolationEvent| {
        let address = event.blocked_uri();
        // What breaks both policies is told twice. An inline script or style is no request.
        if policy::is_of_second(&event.original_policy()) && address.contains("://") {
            tell(without_fragment(&address));
        }
    };
    listen("securitypolicyviolation", broken);
}

fn without_fragment(address: &str) -> String {
    let end = address.find('#').unwrap_or(address.len());
    address[..end].to_owned()
}
