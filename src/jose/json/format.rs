//! JSON laid out for reading, and packed again. Only white space between tokens changes: names,
//! strings and numbers keep their text.

use super::{Document, Kind, Node};

impl Document {
    /// One member or element a line, two spaces a level. Undone exactly by [`Document::compact`] for
    /// a text that was compact. `None` where more than `limit` bytes would come of it: deep nesting
    /// makes a little text very wide.
    pub fn indented(&self, limit: usize) -> Option<String> {
        let mut out = String::with_capacity(self.text.len() * 2);
        self.write(&self.root, &mut out, Some(0), limit);
        (out.len() <= limit).then_some(out)
    }

    /// Without white space between tokens.
    pub fn compact(&self) -> String {
        let mut out = String::with_capacity(self.text.len());
        self.write(&self.root, &mut out, None, usize::MAX);
        out
    }

    fn write(&self, node: &Node, out: &mut String, level: Option<usize>, limit: usize) {
        if out.len() > limit {
            return;
        }
        let inner = level.map(|level| level + 1);
        match &node.kind {
            Kind::Array(elements) if !elements.is_empty() => {
                out.push('[');
                for (index, element) in elements.iter().enumerate() {
                    separate(index, out, inner);
                    self.write(element, out, inner, limit);
                }
                break_line(out, level);
                out.push(']');
            }
            Kind::Object(entries) if !entries.is_empty() => {
                out.push('{');
                for (index, entry) in entries.iter().enumerate() {
                    separate(index, out, inner);
                    out.push_str(&self.text[entry.name.range()]);
                    out.push_str(if level.is_some() { ": " } else { ":" });
                    self.write(&entry.value, out, inner, limit);
                }
                break_line(out, level);
                out.push('}');
            }
            Kind::Array(_) => out.push_str("[]"),
            Kind::Object(_) => out.push_str("{}"),
            _ => out.push_str(&self.text[node.span.range()]),
        }
    }
}

fn separate(index: usize, out: &mut String, level: Option<usize>) {
    if index > 0 {
        out.push(',');
    }
    break_line(out, level);
}

fn break_line(out: &mut String, level: Option<usize>) {
    let Some(level) = level else { return };
    out.push('\n');
    for _ in 0..level {
        out.push_str("  ");
    }
}
