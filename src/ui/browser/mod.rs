//! All that is asked of the browser: the only place with web-sys.

pub mod clipboard;
pub mod crash;
pub mod dialog;
pub mod highlight;
pub mod keyboard;
pub mod link;
pub mod paste;
pub mod patch;
pub mod place;
pub mod pointer;
pub mod policy;
pub mod progress;
pub mod requests;
pub mod rsa;
pub mod stage;
pub mod theme;
pub mod worker;

use crate::jose::Span;
use crate::jose::difference::common_end;
use js_sys::{Date, JsString, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{
    Document, Element, Event, EventTarget, FocusEvent, HtmlDetailsElement, HtmlElement,
    HtmlTextAreaElement, KeyboardEvent, Node, Window,
};

/// What stands in a text box.
pub struct Typed {
    pub text: String,
    /// The box holds half a character (a lone surrogate), which `text` cannot.
    pub lossy: bool,
}

fn window() -> Window {
    web_sys::window().expect_throw("a page has a window")
}

/// Asked for once: it is needed for every node that is made.
fn document() -> Document {
    thread_local! {
        static DOCUMENT: Document = {
            let document = window().document();
            document.expect_throw("a page has a document")
        };
    }
    DOCUMENT.with(Clone::clone)
}

/// The element that the page is put into.
pub fn root() -> HtmlElement {
    let root = document().get_element_by_id("app");
    root.expect_throw("index.html has #app").unchecked_into()
}

/// Takes away what index.html shows while the page loads.
pub fn page_is_ready() {
    if let Some(loading) = document().get_element_by_id("loading") {
        loading.remove();
    }
}

/// Moves the focus to an element.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Moves the focus to the next button of a menu, or back, from its title on.
pub fn focus_next(menu: &Element, forward: bool) {
    let Ok(stops) = menu.query_selector_all("summary, button") else {
        return;
    };
    let active = document().active_element().map(Node::from);
    let at = (0..stops.length()).find(|at| stops.item(*at) == active);
    let next = match (at, forward) {
        (Some(at), true) => at + 1,
        (Some(at), false) => at.saturating_sub(1),
        (None, _) => 0,
    };
    if let Some(stop) = stops.item(next) {
        let _ = stop.unchecked_into::<HtmlElement>().focus();
    }
}

/// Whether the focus goes out of an element altogether.
pub fn leaves(event: &FocusEvent, element: &Element) -> bool {
    let to = event
        .related_target()
        .and_then(|to| to.dyn_into::<Node>().ok());
    !element.contains(to.as_ref())
}

/// Does something in place of what the browser would do.
pub fn instead(event: &Event, action: impl FnOnce()) {
    event.prevent_default();
    action();
}

/// Calls back for every event of a kind, anywhere on the page, as long as it lives.
fn listen<E: wasm_bindgen::convert::FromWasmAbi + 'static>(
    kind: &str,
    handle: impl Fn(E) + 'static,
) {
    listen_at(&document(), kind, handle);
}

fn listen_at<E: wasm_bindgen::convert::FromWasmAbi + 'static>(
    target: &EventTarget,
    kind: &str,
    handle: impl Fn(E) + 'static,
) {
    let handle = Closure::<dyn Fn(E)>::new(handle);
    let function = handle.as_ref().unchecked_ref();
    if target
        .add_event_listener_with_callback(kind, function)
        .is_ok()
    {
        handle.forget();
    }
}

/// Calls back when undo or, with `true`, redo is asked for by keyboard, anywhere on the page; where it is not ours, the
/// browser does it.
pub fn on_undo(act: impl Fn(bool) + 'static, is_ours: impl Fn() -> bool + 'static) {
    listen("keydown", move |event: KeyboardEvent| {
        if event.alt_key() || !(event.ctrl_key() || event.meta_key()) || !is_ours() {
            return;
        }
        // With Caps Lock or on a Mac the case of the letter says nothing.
        let redo = match event.key().to_ascii_lowercase().as_str() {
            "z" => event.shift_key(),
            "y" => true,
            _ => return,
        };
        event.prevent_default();
        // What lies behind a dialog stays as it is.
        if !dialog::any_is_open() {
            act(redo);
        }
    });
}

/// Puts another text into a text box. Where somebody types in it, the caret goes to the end of what changed.
pub fn rewrite(element: &HtmlTextAreaElement, before: &str, text: &str) {
    element.set_value(text);
    let active = document().active_element();
    if active.is_some_and(|active| active.is_same_node(Some(element))) {
        let same = common_end(before.as_bytes(), text.as_bytes());
        let end = text.ceil_char_boundary(text.len() - same);
        let units = text[..end].encode_utf16().count() as u32;
        let _ = element.set_selection_range(units, units);
    }
}

/// Minutes by which the clocks of this place are ahead of UTC, at a time in seconds since 1970.
pub fn minutes_east_of_utc(seconds: f64) -> i32 {
    -(Date::new(&(seconds * 1000.0).into()).get_timezone_offset() as i32)
}

/// Selects a stretch of what stands in a text box, and moves the focus there.
pub fn select(id: &str, text: &str, span: Span) {
    let units = |end: usize| text[..text.floor_char_boundary(end)].encode_utf16().count() as u32;
    let element = document().get_element_by_id(id);
    if let Some(Ok(element)) = element.map(JsCast::dyn_into::<HtmlTextAreaElement>) {
        let _ = element.focus();
        let _ = element.set_selection_range(units(span.start), units(span.end));
    }
}

/// Moves the focus to a button, and presses it.
pub fn press(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
        element.click();
    }
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Reads a text box.
pub fn typed(element: &HtmlTextAreaElement) -> Typed {
    let text = element.value();
    // Only a text with a replacement character can have lost something on its way.
    let lossy = text.contains(char::REPLACEMENT_CHARACTER) && !is_whole(element);
    Typed { text, lossy }
}

fn is_whole(element: &HtmlTextAreaElement) -> bool {
    let value = Reflect::get(element, &"value".into()).ok();
    let value = value.and_then(|value| value.dyn_into::<JsString>().ok());
    value.is_none_or(|text| text.is_valid_utf16())
}

/// Opens a `details`.
pub fn unfold(id: &str) {
    let details = document().get_element_by_id(id);
    if let Some(Ok(details)) = details.map(JsCast::dyn_into::<HtmlDetailsElement>) {
        details.set_open(true);
    }
}

/// Whether the `details` that was opened or closed is open now.
pub fn is_open(event: &Event) -> bool {
    let target = event.target();
    let details = target.and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
    details.is_some_and(|details| details.open())
}

/// Seconds since 1970-01-01 UTC.
pub fn now() -> f64 {
    Date::now() / 1000.0
}

/// Fresh bytes of the browser's cryptographic generator.
pub fn random_bytes() -> [u8; 32] {
    let mut bytes = [0; 32];
    let crypto = window().crypto().expect_throw("a browser has crypto");
    crypto
        .get_random_values_with_u8_array(&mut bytes)
        .expect_throw("the generator gives 32 bytes");
    bytes
}

/// The page's address, without what a link asks for.
pub fn address() -> String {
    let address = window().location().href().unwrap_or_default();
    let end = address.find(['?', '#']).unwrap_or(address.len());
    address[..end].to_owned()
}

/// Calls back once, after some milliseconds.
pub fn after(milliseconds: i32, then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then);
    let function = then.unchecked_ref();
    let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(function, milliseconds);
}

/// Calls back every second, for as long as the page lives.
pub fn every_second(tick: impl FnMut() + 'static) {
    let tick = Closure::<dyn FnMut()>::new(tick);
    let function = tick.as_ref().unchecked_ref();
    let timer = window().set_interval_with_callback_and_timeout_and_arguments_0(function, 1000);
    if timer.is_ok() {
        tick.forget();
    }
}
