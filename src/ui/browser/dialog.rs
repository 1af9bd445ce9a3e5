//! Dialogs, by their id. The browser itself closes them with Esc and gives the focus back.

use super::document;
use wasm_bindgen::prelude::*;
use web_sys::HtmlDialogElement;

/// Opens a dialog over the page.
pub fn open(id: &str) {
    if let Some(dialog) = dialog(id)
        && !dialog.open()
    {
        let _ = dialog.show_modal();
    }
}

/// The same, and calls back once it is closed, by whatever.
pub fn open_then(id: &str, closed: impl FnOnce() + 'static) {
    if let Some(dialog) = dialog(id) {
        let closed = Closure::once_into_js(closed);
        dialog.set_onclose(Some(closed.unchecked_ref()));
    }
    open(id);
}

/// Closes it.
pub fn close(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

/// Whether one is open.
pub fn any_is_open() -> bool {
    let open = document().query_selector("dialog[open]");
    open.is_ok_and(|dialog| dialog.is_some())
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
