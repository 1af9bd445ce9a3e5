//! What is pointed at, lit up wherever it is shown: the browser paints over the text, and the document stays as it is.
//! A browser that cannot (CSS Custom Highlight API) lights nothing up.

use super::document;
use crate::jose::Span;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, Range};

#[wasm_bindgen]
extern "C" {
    type Highlight;

    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;

    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &Range);

    #[wasm_bindgen(catch, js_namespace = ["CSS", "highlights"], js_name = set)]
    fn register(name: &str, highlight: &Highlight) -> Result<JsValue, JsValue>;
}

/// The name that the stylesheet knows it by.
const NAME: &str = "pointed";

/// A stretch of what a box shows.
pub struct Stretch {
    pub id: &'static str,
    pub text: String,
    pub span: Span,
}

/// Lights up stretches in the painted copies of their texts; all else goes dark.
pub fn light_up(stretches: impl Iterator<Item = Stretch>) {
    let Ok(highlight) = Highlight::new() else {
        return;
    };
    for range in stretches.filter_map(|stretch| range(&stretch)) {
        highlight.add(&range);
    }
    let _ = register(NAME, &highlight);
}

/// Marks what has a place, by what is said of that place, and takes the mark from all else.
pub fn mark_places(mark: impl Fn(&str) -> Option<&'static str>) {
    let Ok(placed) = document().query_selector_all("[data-place]") else {
        return;
    };
    for element in (0..placed.length()).filter_map(|index| placed.item(index)) {
        let element: Element = element.unchecked_into();
        let place = element.get_attribute("data-place").unwrap_or_default();
        let _ = match mark(&place) {
            Some(mark) => element.set_attribute("data-pointed", mark),
            None => element.remove_attribute("data-pointed"),
        };
    }
}

fn range(Stretch { id, text, span }: &Stretch) -> Option<Range> {
    let painted = document()
        .get_element_by_id(id)?
        .previous_element_sibling()?;
    let units = |end: usize| text[..text.floor_char_boundary(end)].encode_utf16().count() as u32;
    let range = document().create_range().ok()?;
    let (node, offset) = text_at(&painted, units(span.start), false)?;
    range.set_start(&node, offset).ok()?;
    let (node, offset) = text_at(&painted, units(span.end), true)?;
    range.set_end(&node, offset).ok()?;
    Some(range)
}

/// The text node in which a place of the painted copy is, and where in it; of a place between two nodes, the one that
/// ends or the one that begins there. Notes are no part of the text.
fn text_at(painted: &Element, place: u32, ends: bool) -> Option<(Node, u32)> {
    let mut before = 0;
    let mut next = painted.first_element_child();
    while let Some(piece) = next {
        let text = piece.first_child().filter(|_| piece.class_name() != "note");
        if let Some(text) = text {
            let length = text
                .node_value()
                .map_or(0, |text| text.encode_utf16().count() as u32);
            let is_inside = place < before + length || (ends && place == before + length);
            if is_inside && place >= before {
                return Some((text, place - before));
            }
            before += length;
        }
        next = piece.next_element_sibling();
    }
    None
}
