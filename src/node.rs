//! A piece of the page as data: what is only looked at or pressed, in the lessons and in the inspector. It is made
//! without a browser, and one function brings the document to it.

use std::ops::Deref;

/// An element or a text. It is boxed so that the calls it is made by hand on one word, not the whole of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node(Box<Content>);

/// An element, or a text where `tag` is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    pub tag: &'static str,
    /// By their names in HTML. `value` and `checked` are what a field holds, and a name that starts with `--` is a
    /// property for the stylesheet.
    pub attributes: Vec<(&'static str, String)>,
    pub children: Vec<Node>,
    pub text: String,
}

/// An element.
pub fn el(tag: &'static str) -> Node {
    Node(Box::new(Content {
        tag,
        ..Content::default()
    }))
}

/// A text. It is never read as markup.
pub fn text(text: &str) -> Node {
    Node(Box::new(Content {
        text: text.to_owned(),
        ..Content::default()
    }))
}

impl Deref for Node {
    type Target = Content;

    fn deref(&self) -> &Content {
        &self.0
    }
}

impl Node {
    pub fn set(mut self, name: &'static str, value: &str) -> Self {
        self.0.attributes.push((name, value.to_owned()));
        self
    }

    /// An attribute that is there or not.
    pub fn set_if(self, holds: bool, name: &'static str) -> Self {
        if holds { self.set(name, "") } else { self }
    }

    /// An attribute that has a value or is not there.
    pub fn set_some(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    pub fn class(self, names: &str) -> Self {
        self.set("class", names)
    }

    pub fn say(self, words: &str) -> Self {
        self.with(text(words))
    }

    pub fn with(mut self, child: Node) -> Self {
        self.0.children.push(child);
        self
    }

    pub fn with_all(mut self, children: impl IntoIterator<Item = Node>) -> Self {
        self.0.children.extend(children);
        self
    }

    /// Whether both show the same thing, so that one can become the other: a field keeps what was typed, a button its focus.
    pub fn is_of(&self, other: &Node) -> bool {
        let names = ["data-step", "data-finding"];
        let has_same = |name| self.attribute(name) == other.attribute(name);
        self.tag == other.tag && names.into_iter().all(has_same)
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(own, _)| *own == name);
        found.map(|(_, value)| &**value)
    }

    /// All the text within, in its order.
    pub fn all_text(&self) -> String {
        let mut all = self.text.clone();
        all.extend(self.children.iter().map(Self::all_text));
        all
    }

    /// The elements within that this holds for, in the order of the document.
    pub fn find<'a>(&'a self, holds: &dyn Fn(&Node) -> bool) -> Vec<&'a Node> {
        let mut found = Vec::new();
        if holds(self) {
            found.push(self);
        }
        found.extend(self.children.iter().flat_map(|child| child.find(holds)));
        found
    }
}
