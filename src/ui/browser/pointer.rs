//! What the mouse, the caret or the focus is at.

use super::{document, listen};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{CaretPosition, Element, Event, HtmlTextAreaElement, MouseEvent};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = document, js_name = caretPositionFromPoint)]
    fn caret_at(x: i32, y: i32) -> Result<Option<CaretPosition>, JsValue>;
}

/// The character of a text box that the mouse is at, in UTF-16 units; nothing where the browser cannot tell.
pub fn in_box(event: &MouseEvent) -> Option<usize> {
    let caret = caret_at(event.client_x(), event.client_y())
        .ok()
        .flatten()?;
    let is_in_box = caret.offset_node()?.is_instance_of::<HtmlTextAreaElement>();
    is_in_box.then(|| caret.offset() as usize)
}

/// Calls back with the id of the box that has the caret, and where, in UTF-16 units, whenever it moves.
pub fn on_caret(tell: impl Fn(&str, usize) + 'static) {
    listen("selectionchange", move |_: Event| {
        let active = document().active_element();
        let element = active.and_then(|active| active.dyn_into::<HtmlTextAreaElement>().ok());
        if let Some(element) = element
            && let Ok(Some(at)) = element.selection_start()
        {
            tell(&element.id(), at as usize);
        }
    });
}

/// Calls back with the name of the place of what the mouse or the focus comes to, or with none. What comes to lie under
/// a mouse that rests, because the page scrolls, is not pointed at.
pub fn on_place(tell: impl Fn(Option<String>) + Clone + 'static) {
    let resting = Rc::new(Cell::new((-1, -1)));
    let moved_to = Rc::clone(&resting);
    listen("mousemove", move |event: MouseEvent| {
        moved_to.set(at(&event))
    });
    let of_focus = tell.clone();
    listen("focusin", move |event: Event| of_focus(place_of(&event)));
    listen("mouseover", move |event: MouseEvent| {
        if at(&event) != resting.get() {
            tell(place_of(&event));
        }
    });
}

fn at(event: &MouseEvent) -> (i32, i32) {
    (event.client_x(), event.client_y())
}

/// Calls back with the name of the place that a pressed button is to show.
pub fn on_show(tell: impl Fn(String) + 'static) {
    listen("click", move |event: Event| {
        if let Some(place) = place_to_show(&event) {
            tell(place);
        }
    });
}

fn place_to_show(event: &Event) -> Option<String> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest("[data-show]").ok()??;
    place_of(event)
}

fn place_of(event: &Event) -> Option<String> {
    let element: Element = event.target()?.dyn_into().ok()?;
    let placed = element.closest("[data-place]").ok()??;
    placed.get_attribute("data-place")
}
