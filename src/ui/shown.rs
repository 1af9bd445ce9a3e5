//! What is shown of something and only looked at or pressed, as data: a view of Leptos for the same weighs several times
//! as much, as it is compiled again for every shape of its own.

use super::browser::patch;
use crate::node::Node;
use leptos::html::custom;
use leptos::prelude::*;
use leptos::web_sys::Element;
use std::rc::Rc;

type Show = Rc<dyn Fn() -> Node>;

/// An element of some tag that shows a node of that tag, now and whenever a signal changes that `show` reads. The element
/// is made once, and what stands in it changes no more than it has to.
pub fn shown(tag: &'static str, show: impl Fn() -> Node + 'static) -> impl IntoView {
    let show: Show = Rc::new(show);
    custom(tag).directive(follow, show)
}

fn follow(element: Element, show: Show) {
    let effect = RenderEffect::new(move |before: Option<Node>| {
        let node = show();
        patch::element(&element, &before.unwrap_or_default(), &node);
        node
    });
    // Lives as long as what it is a part of.
    StoredValue::new_local(effect);
}
