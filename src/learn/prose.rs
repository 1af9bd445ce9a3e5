//! The text of a lesson: paragraphs between empty lines, `**strong**`, `` `code` ``, `[[source]]`, and `{name}` for what
//! the stage has under that name.

/// Pieces that belong together.
pub type Paragraph = Vec<Piece>;

/// A stretch of text of one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub style: Style,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Plain,
    Strong,
    Code,
    /// What was computed just now.
    Live,
    /// Where it is written, as "RFC 7515 section 2".
    Source,
}

/// What opens and closes a style.
const MARKS: [(&str, &str, Style); 4] = [
    ("**", "**", Style::Strong),
    ("`", "`", Style::Code),
    ("[[", "]]", Style::Source),
    ("{", "}", Style::Live),
];

/// Reads a text; a name without a fact stays as it is written.
pub fn paragraphs(text: &str, facts: &[(&'static str, String)]) -> Vec<Paragraph> {
    let paragraphs = text.split("\n\n").filter(|text| !text.is_empty());
    paragraphs.map(|text| paragraph(text, facts)).collect()
}

fn paragraph(mut text: &str, facts: &[(&'static str, String)]) -> Paragraph {
    let mut pieces = Vec::new();
    let mut push = |style, text: &str| {
        if !text.is_empty() {
            let text = text.to_owned();
            pieces.push(Piece { style, text });
        }
    };
    while let Some((before, inner, rest, style)) = next(text) {
        push(Style::Plain, before);
        let fact = facts
            .iter()
            .find(|(name, _)| style == Style::Live && *name == inner);
        push(style, fact.map_or(inner, |(_, fact)| fact));
        text = rest;
    }
    push(Style::Plain, text);
    pieces
}

/// What stands before the first mark, within it and behind it.
fn next(text: &str) -> Option<(&str, &str, &str, Style)> {
    let found = MARKS.iter().filter_map(|(open, close, style)| {
        let (before, rest) = text.split_once(open)?;
        let (inner, rest) = rest.split_once(close)?;
        Some((before, inner, rest, *style))
    });
    found.min_by_key(|(before, ..)| before.len())
}
