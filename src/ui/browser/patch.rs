//! Brings the document to what it is to show, changing no more than differs: what is typed in keeps its caret.

use super::document;
use crate::node::Node;
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, Node as DomNode};

/// Brings the children of an element, which show `old`, to `new`. What stands unchanged before and after the first and
/// the last difference stays; what lies between changes in its order.
pub fn children(parent: &DomNode, old: &[Node], new: &[Node]) {
    let both = old.len().min(new.len());
    let start = (0..both).take_while(|at| old[*at] == new[*at]).count();
    let is_same_from_end = |at: &usize| old[old.len() - at] == new[new.len() - at];
    let end = (1..=both - start).take_while(is_same_from_end).count();
    let (old, new) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    if old.is_empty() && new.is_empty() {
        return;
    }
    let mut shown = match start {
        0 => parent.first_child(),
        _ => parent.child_nodes().item(start as u32),
    };
    for (at, node) in new.iter().enumerate() {
        let Some((before, is)) = old.get(at).zip(shown.clone()) else {
            let _ = parent.insert_before(&made(&document(), node), shown.as_ref());
            continue;
        };
        // Asking the document takes longer than asking the nodes.
        if at + 1 < old.len().max(new.len()) {
            shown = is.next_sibling();
        }
        if before.is_of(node) {
            update(&is, before, node);
        } else {
            let _ = parent.replace_child(&made(&document(), node), &is);
        }
    }
    for _ in new.len()..old.len() {
        let next = shown.as_ref().and_then(DomNode::next_sibling);
        if let Some(gone) = shown {
            let _ = parent.remove_child(&gone);
        }
        shown = next;
    }
}

/// Brings an element, which shows `before`, to `node`, whose tag is its own.
pub fn element(element: &Element, before: &Node, node: &Node) {
    for (name, _) in &before.attributes {
        if node.attribute(name).is_none() {
            unset(element, name);
        }
    }
    children(element, &before.children, &node.children);
    for (name, value) in &node.attributes {
        if before.attribute(name) != Some(value) {
            set(element, name, value);
        }
    }
}

fn made(document: &Document, node: &Node) -> DomNode {
    if node.tag.is_empty() {
        return document.create_text_node(&node.text).into();
    }
    let element = document.create_element(node.tag);
    let element = element.expect_throw("a document makes elements");
    for child in &node.children {
        let _ = element.append_child(&made(document, child));
    }
    for (name, value) in &node.attributes {
        set(&element, name, value);
    }
    element.into()
}

fn update(shown: &DomNode, before: &Node, node: &Node) {
    if before == node {
        return;
    }
    if node.tag.is_empty() {
        shown.set_text_content(Some(&node.text));
    } else {
        element(shown.unchecked_ref(), before, node);
    }
}

fn set(element: &Element, name: &str, value: &str) {
    match name {
        // What a field holds is no attribute: that is only what it held at first.
        "value" if is_field(element) => put(element, name, &value.into()),
        "checked" => put(element, name, &(value == "true").into()),
        _ if is_property(name) => set_property(element, name, value),
        _ => {
            let _ = element.set_attribute(name, value);
        }
    }
    // A radio button has both: what it stands for, and whether it is chosen.
    if name == "value" && element.get_attribute("type").as_deref() == Some("radio") {
        let _ = element.set_attribute(name, value);
    }
}

fn unset(element: &Element, name: &str) {
    if is_property(name) {
        set_property(element, name, "");
    } else {
        let _ = element.remove_attribute(name);
    }
}

fn is_field(element: &Element) -> bool {
    matches!(&*element.tag_name(), "TEXTAREA" | "INPUT")
}

/// Whether it is for the stylesheet.
fn is_property(name: &str) -> bool {
    name.starts_with("--")
}

fn set_property(element: &Element, name: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.style().set_property(name, value);
    }
}

fn put(element: &Element, name: &str, value: &JsValue) {
    let name = name.into();
    if Reflect::get(element, &name).ok().as_ref() != Some(value) {
        let _ = Reflect::set(element, &name, value);
    }
}
