//! Brings the document to what it is to show, changing no more than differs: what is typed in keeps its caret.

use super::document;
use crate::node::Node;
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, Node as DomNode};

/// Brings the children of an element, which show `old`, to `new`.
pub fn children(parent: &DomNode, old: &[Node], new: &[Node]) {
    // Whatever is there then is not ours, like the empty text that Leptos leaves in an element without children.
    if old.is_empty() {
        parent.set_text_content(None);
    }
    for (at, node) in new.iter().enumerate() {
        let shown = parent.child_nodes().item(at as u32);
        match (old.get(at), shown) {
            (Some(before), Some(shown)) if before.tag == node.tag => update(&shown, before, node),
            (Some(_), Some(shown)) => {
                let _ = parent.replace_child(&made(node), &shown);
            }
            _ => {
                let _ = parent.append_child(&made(node));
            }
        }
    }
    for _ in new.len()..old.len() {
        if let Some(last) = parent.last_child() {
            let _ = parent.remove_child(&last);
        }
    }
}

fn made(node: &Node) -> DomNode {
    if node.tag.is_empty() {
        return document().create_text_node(&node.text).into();
    }
    let element = document().create_element(node.tag);
    let element = element.expect_throw("a document makes elements");
    children(&element, &[], &node.children);
    for (name, value) in &node.attributes {
        set(&element, name, value);
    }
    element.into()
}

fn update(shown: &DomNode, before: &Node, node: &Node) {
    if before == node {
        return;
    }
    let Some(element) = shown.dyn_ref::<Element>() else {
        return shown.set_text_content(Some(&node.text));
    };
    for (name, _) in &before.attributes {
        if node.attribute(name).is_none() {
            let _ = element.remove_attribute(name);
        }
    }
    children(element, &before.children, &node.children);
    for (name, value) in &node.attributes {
        if before.attribute(name) != Some(value) {
            set(element, name, value);
        }
    }
}

/// What a field holds is no attribute: that is only what it held at first.
fn set(element: &Element, name: &str, value: &str) {
    let is_field = matches!(&*element.tag_name(), "TEXTAREA" | "INPUT");
    match name {
        "value" if is_field => put(element, name, &value.into()),
        "checked" => put(element, name, &(value == "true").into()),
        _ => {
            if name.starts_with("--")
                && let Some(element) = element.dyn_ref::<HtmlElement>()
            {
                let _ = element.style().set_property(name, value);
            } else {
                let _ = element.set_attribute(name, value);
            }
        }
    }
    // A radio button has both: what it stands for, and whether it is chosen.
    if name == "value" && element.get_attribute("type").as_deref() == Some("radio") {
        let _ = element.set_attribute(name, value);
    }
}

fn put(element: &Element, name: &str, value: &JsValue) {
    let name = name.into();
    if Reflect::get(element, &name).ok().as_ref() != Some(value) {
        let _ = Reflect::set(element, &name, value);
    }
}
