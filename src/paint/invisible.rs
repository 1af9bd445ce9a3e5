//! Characters that cannot be seen, and yet change what a text says or how it looks.

/// Characters that are told one by one.
const MAX_LISTED: usize = 16;

/// A character that cannot be seen, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invisible {
    pub character: char,
    /// How often it stands in the text.
    pub count: usize,
    /// The line on which it stands first, from 1.
    pub line: usize,
}

/// Whether a character cannot be seen: controls but for line feed and tab, marks of direction,
/// characters without width, line separators, tags. Variation selectors are seen in what they change.
pub fn is_invisible(c: char) -> bool {
    match c {
        '\n' | '\t' | ' '..='~' => false,
        '\u{AD}'
        | '\u{61C}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}' => true,
        c => c.is_control(),
    }
}

/// The invisible characters of a text in the order in which they first come, up to 16 different ones.
pub fn invisible(text: &str) -> Vec<Invisible> {
    let mut found: Vec<Invisible> = Vec::new();
    let mut line = 1;
    for c in text.chars() {
        if c == '\n' {
            line += 1;
        }
        if !is_invisible(c) {
            continue;
        }
        match found.iter().position(|known| known.character == c) {
            Some(known) => found[known].count += 1,
            None if found.len() < MAX_LISTED => found.push(Invisible {
                character: c,
                count: 1,
                line,
            }),
            None => {}
        }
    }
    found
}
