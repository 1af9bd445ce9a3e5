//! What stands at a place of a JSON text.

use super::{Document, Kind};
use crate::jose::Span;

impl Document {
    /// The smallest member, name and value, or element of an array that all of a stretch of the text is in.
    /// `None` for what is in none: the outermost value, its brackets, and what stands between its members.
    ///
    /// ```
    /// # use jwt_inspector::jose::{Span, json::Document};
    /// let json = Document::parse(r#"{"a":[10,20],"b":1}"#.into()).unwrap();
    /// let at = |offset| json.innermost(Span::new(offset, offset + 1)).map(|span| &json.text()[span.range()]);
    /// assert_eq!(at(0), None);
    /// assert_eq!(at(1), Some(r#""a":[10,20]"#));
    /// assert_eq!(at(9), Some("20"));
    /// ```
    pub fn innermost(&self, stretch: Span) -> Option<Span> {
        let mut found = None;
        let mut node = &self.root;
        loop {
            let child = match &node.kind {
                Kind::Array(elements) => {
                    let next = elements.partition_point(|node| node.span.end <= stretch.start);
                    elements.get(next).map(|node| (node.span, node))
                }
                Kind::Object(entries) => {
                    let next =
                        entries.partition_point(|entry| entry.value.span.end <= stretch.start);
                    entries.get(next).map(|entry| {
                        let member = Span::new(entry.name.start, entry.value.span.end);
                        (member, &entry.value)
                    })
                }
                _ => None,
            };
            match child {
                Some((span, value)) if span.start <= stretch.start && stretch.end <= span.end => {
                    found = Some(span);
                    node = value;
                }
                _ => return found,
            }
        }
    }
}
