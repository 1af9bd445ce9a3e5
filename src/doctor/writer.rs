//! JSON written anew in a form.

use super::form::{Escapes, Layout, Style};
use crate::jose::Span;
use crate::jose::json::{Document, Member, Type, Value, unescape};
use std::fmt::Write as _;

/// JSON in a style. `None` where more than `limit` bytes would come of it.
pub fn write(document: &Document, style: Style, limit: usize) -> Option<String> {
    let mut writer = Writer {
        document,
        style,
        limit,
        out: String::new(),
    };
    writer.value(document.root(), 1);
    (writer.out.len() <= limit).then_some(writer.out)
}

struct Writer<'a> {
    document: &'a Document,
    style: Style,
    limit: usize,
    out: String,
}

impl<'a> Writer<'a> {
    /// Writes a value whose inside stands at a level, counted from 0.
    fn value(&mut self, value: Value<'a>, level: usize) {
        if self.out.len() > self.limit {
            return;
        }
        match value.kind() {
            Type::Object => self.object(value, level),
            Type::Array => self.array(value, level),
            Type::String => self.string(value.span()),
            Type::Null | Type::Bool | Type::Number => self.out.push_str(value.text()),
        }
    }

    fn object(&mut self, object: Value<'a>, level: usize) {
        let members = self.ordered(object);
        self.out.push('{');
        for (index, member) in members.iter().enumerate() {
            self.separate(index, level);
            self.string(member.name_span);
            self.out.push_str(match self.style.layout {
                Layout::Compact => ":",
                Layout::Keycloak if index == 0 => ":",
                Layout::Keycloak => " : ",
                Layout::Spaced | Layout::Indented(_) => ": ",
            });
            self.value(member.value, level + 1);
        }
        self.close(members.is_empty(), level, '}');
    }

    fn array(&mut self, array: Value<'a>, level: usize) {
        self.out.push('[');
        for (index, element) in array.elements().enumerate() {
            self.separate(index, level);
            self.value(element, level + 1);
        }
        self.close(array.elements().len() == 0, level, ']');
    }

    /// The members in the order in which they are written.
    fn ordered(&self, object: Value<'a>) -> Vec<Member<'a>> {
        if !self.style.sorted {
            return object.members().collect();
        }
        let mut sorted: Vec<Member> = Vec::new();
        for member in object.members() {
            let name = member.name();
            let place = sorted.partition_point(|before| before.name() <= name);
            sorted.insert(place, member);
        }
        sorted
    }

    fn separate(&mut self, index: usize, level: usize) {
        if index > 0 {
            self.out.push(',');
        }
        match self.style.layout {
            Layout::Spaced if index > 0 => self.out.push(' '),
            Layout::Compact | Layout::Spaced | Layout::Keycloak => {}
            Layout::Indented(width) => self.new_line(width * level),
        }
    }

    fn close(&mut self, is_empty: bool, level: usize, bracket: char) {
        if let Layout::Indented(width) = self.style.layout
            && !is_empty
        {
            self.new_line(width * (level - 1));
        }
        self.out.push(bracket);
    }

    fn new_line(&mut self, spaces: usize) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n(' ', spaces));
    }

    fn string(&mut self, span: Span) {
        let written = &self.document.text()[span.range()];
        if self.style.escapes == Escapes::AsWritten {
            return self.out.push_str(written);
        }
        self.out.push('"');
        for c in unescape(written).chars() {
            self.character(c);
        }
        self.out.push('"');
    }

    fn character(&mut self, c: char) {
        let short = match c {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\u{8}' => "\\b",
            '\u{C}' => "\\f",
            '/' if self.style.escapes == Escapes::AsciiAndSlash => "\\/",
            _ => "",
        };
        if !short.is_empty() {
            return self.out.push_str(short);
        }
        let by_number = match self.style.escapes {
            Escapes::Html => matches!(c, '<' | '>' | '&' | '\u{2028}' | '\u{2029}'),
            Escapes::Ascii | Escapes::AsciiAndSlash => !c.is_ascii(),
            Escapes::Plain | Escapes::AsWritten => false,
        };
        if !by_number && c >= ' ' {
            return self.out.push(c);
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            // A string takes whatever is written.
            let _ = write!(self.out, "\\u{unit:04x}");
        }
    }
}
