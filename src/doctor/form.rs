//! The forms in which common software writes the same JSON.

use crate::jose::Span;
use crate::jose::json::{Document, Member, Type, Value, unescape};
use std::fmt::Write;

/// A way to write a text that means the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As it is, with a line break at its end.
    FinalLineBreak,
    /// JSON, written anew.
    Json {
        layout: Layout,
        /// Members by name.
        sorted: bool,
        escapes: Escapes,
    },
}

/// White space between the tokens of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// None.
    Compact,
    /// A space after every comma and colon, as Python's `json.dumps` has it.
    Spaced,
    /// A line a member, and so many spaces a level.
    Indented(usize),
}

/// What is escaped in strings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Escapes {
    /// What was escaped before.
    AsWritten,
    /// Nothing that need not be.
    Plain,
    /// Whatever is not ASCII, as Python's `json.dumps` does.
    Ascii,
    /// Whatever is not ASCII, and `/`, as PHP's `json_encode` does.
    AsciiAndSlash,
    /// `<`, `>` and `&`, as Go's `json.Marshal` does.
    Html,
}

const LAYOUTS: [Layout; 4] = [
    Layout::Compact,
    Layout::Spaced,
    Layout::Indented(2),
    Layout::Indented(4),
];

const ESCAPES: [Escapes; 5] = [
    Escapes::AsWritten,
    Escapes::Plain,
    Escapes::Ascii,
    Escapes::AsciiAndSlash,
    Escapes::Html,
];

/// The longest text that is written in other forms, in bytes.
pub const MAX_LENGTH: usize = 16 << 10;

/// Indenting may make it this many times as long.
const MAX_GROWTH: usize = 8;

/// A text, and the JSON that it may be, in every other form that differs from it.
pub fn others(text: &str, document: Option<&Document>) -> Vec<(Form, String)> {
    let mut found: Vec<(Form, String)> = Vec::new();
    for form in forms() {
        let Some(written) = write(text, document, form) else {
            continue;
        };
        let known = found.iter().any(|(_, known)| *known == written);
        if written != text && !known {
            found.push((form, written));
        }
    }
    found
}

/// A text, and the JSON that it may be, in a form. `None` where the form is one of JSON and the text is not, or where
/// too much would come of it.
pub fn write(text: &str, document: Option<&Document>, form: Form) -> Option<String> {
    match form {
        Form::FinalLineBreak => Some([text, "\n"].concat()),
        Form::Json {
            layout,
            sorted,
            escapes,
        } => {
            let document = document?;
            let mut writer = Writer {
                document,
                layout,
                sorted,
                escapes,
                limit: (text.len() + 64) * MAX_GROWTH,
                out: String::new(),
            };
            writer.value(document.root(), 1);
            (writer.out.len() <= writer.limit).then_some(writer.out)
        }
    }
}

fn forms() -> impl Iterator<Item = Form> {
    let json = ESCAPES.into_iter().flat_map(|escapes| {
        let orders = [false, true].into_iter();
        orders.flat_map(move |sorted| {
            LAYOUTS.into_iter().map(move |layout| Form::Json {
                layout,
                sorted,
                escapes,
            })
        })
    });
    std::iter::once(Form::FinalLineBreak).chain(json)
}

struct Writer<'a> {
    document: &'a Document,
    layout: Layout,
    sorted: bool,
    escapes: Escapes,
    limit: usize,
    out: String,
}

impl<'a> Writer<'a> {
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
            self.out.push(':');
            if self.layout != Layout::Compact {
                self.out.push(' ');
            }
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
        if !self.sorted {
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
        match self.layout {
            Layout::Spaced if index > 0 => self.out.push(' '),
            Layout::Compact | Layout::Spaced => {}
            Layout::Indented(width) => self.new_line(width * level),
        }
    }

    fn close(&mut self, is_empty: bool, level: usize, bracket: char) {
        if let Layout::Indented(width) = self.layout
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
        if self.escapes == Escapes::AsWritten {
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
            '/' if self.escapes == Escapes::AsciiAndSlash => "\\/",
            _ => "",
        };
        if !short.is_empty() {
            return self.out.push_str(short);
        }
        let by_number = match self.escapes {
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
