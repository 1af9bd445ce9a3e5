//! Where in a text box the caret or the mouse is, in UTF-16 units.

use super::{document, listen};
use wasm_bindgen::prelude::*;
use web_sys::{CaretPosition, Document, Event, HtmlTextAreaElement, MouseEvent};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, method, js_name = caretPositionFromPoint)]
    fn caret_at(this: &JsValue, x: i32, y: i32) -> Result<Option<CaretPosition>, JsValue>;
}

/// The character of a box that the mouse is at; nothing where the browser cannot tell.
pub fn under_mouse(event: &MouseEvent) -> Option<usize> {
    let (x, y) = (event.client_x(), event.client_y());
    let document: Document = document();
    let caret = caret_at(&document, x, y).ok().flatten()?;
    let element = caret.offset_node()?;
    let is_in_box = element.is_instance_of::<HtmlTextAreaElement>();
    is_in_box.then(|| caret.offset() as usize)
}

/// Calls back with the box that has the caret, and where, whenever it moves.
pub fn on_move(tell: impl Fn(&str, usize) + 'static) {
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
