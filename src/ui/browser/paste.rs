//! What is pasted or dropped outside of the boxes.

use super::{dialog, document};
use crate::jose::token::MAX_LENGTH;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, ClipboardEvent, DataTransfer, DragEvent, Element, Event};

/// A text that was pasted outside of every box, or dropped.
pub struct Given {
    pub text: String,
    pub onto: Onto,
    /// It is base64, of a file that is no text.
    pub is_encoded: bool,
}

/// What a text was dropped on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Onto {
    /// The page: also where it was pasted.
    Page,
    /// The panel of the key.
    Key,
    /// The box of the token to compare with.
    Other,
}

/// The text of a paste.
pub fn pasted(event: &Event) -> Option<String> {
    let event: &ClipboardEvent = event.dyn_ref()?;
    text_of(&event.clipboard_data()?)
}

/// Calls back with every text that is given to the page rather than to a box.
pub fn on_given(take: impl Fn(Given) + Clone + 'static) {
    let paste = take.clone();
    super::listen("paste", move |event: Event| {
        if is_inside(&event, "textarea, dialog") {
            return;
        }
        if let Some(text) = pasted(&event) {
            event.prevent_default();
            paste(Given {
                text,
                onto: Onto::Page,
                is_encoded: false,
            });
        }
    });
    // Without this a browser opens a dropped file in place of the page.
    super::listen("dragover", |event: Event| {
        if !is_text_for_a_box(&event) {
            event.prevent_default();
        }
    });
    super::listen("drop", move |event: Event| {
        if is_text_for_a_box(&event) {
            return;
        }
        event.prevent_default();
        // Behind a dialog nothing changes.
        if !dialog::any_is_open() {
            drop_of(&event, take.clone());
        }
    });
}

fn drop_of(event: &Event, take: impl Fn(Given) + 'static) {
    let onto = match () {
        () if is_inside(event, ".panel.key") => Onto::Key,
        () if is_inside(event, ".other") => Onto::Other,
        () => Onto::Page,
    };
    let Some(data) = data_of(event) else { return };
    let file = data.files().and_then(|files| files.get(0));
    let Some(file) = file else {
        if let Some(text) = text_of(&data) {
            take(Given {
                text,
                onto,
                is_encoded: false,
            });
        }
        return;
    };
    spawn_local(async move {
        let Some(bytes) = bytes_of(&file).await else {
            return;
        };
        let text = String::from_utf8(bytes);
        take(Given {
            is_encoded: text.is_err(),
            text: text.unwrap_or_else(|error| STANDARD.encode(error.as_bytes())),
            onto,
        });
    });
}

/// What is in a file; of a large one as much as shows that it is too long.
async fn bytes_of(file: &Blob) -> Option<Vec<u8>> {
    let most = file
        .slice_with_f64_and_f64(0.0, MAX_LENGTH as f64 + 1.0)
        .ok()?;
    let buffer = JsFuture::from(most.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// Text that is dragged into a box is the browser's business; files are not.
fn is_text_for_a_box(event: &Event) -> bool {
    let has_file = data_of(event).is_some_and(|data| data.types().includes(&"Files".into(), 0));
    !has_file && is_inside(event, "textarea")
}

fn data_of(event: &Event) -> Option<DataTransfer> {
    event.dyn_ref::<DragEvent>()?.data_transfer()
}

fn text_of(data: &DataTransfer) -> Option<String> {
    data.get_data("text/plain")
        .ok()
        .filter(|text| !text.is_empty())
}

fn is_inside(event: &Event, selector: &str) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let target = target.or_else(|| document().active_element());
    target.is_some_and(|target| target.closest(selector).ok().flatten().is_some())
}
