//! Where a stretch of a part stands in the text that is shown of it, and the way back.

use super::Span;

/// The stretch of `shown`, as [`edit::show`](super::edit::show) makes it of `text`, that shows a stretch of `text`.
/// Indenting puts white space between tokens; line ends lose their CR.
///
/// ```
/// use jwt_inspector::jose::{Span, shown_span};
///
/// let (text, shown) = (r#"{"a":1}"#, "{\n  \"a\": 1\n}");
/// assert_eq!(shown_span(text, shown, Span::new(5, 6)), Span::new(9, 10));
/// ```
pub fn shown_span(text: &str, shown: &str, span: Span) -> Span {
    let mut found = Span::new(shown.len(), shown.len());
    for (index, at) in places(text, shown).enumerate().take(span.end) {
        if index >= span.start {
            found.start = found.start.min(at);
            found.end = (at + 1).min(shown.len());
        }
    }
    found
}

/// The stretch of `text` that a stretch of `shown` shows: what of it was not written, only laid out, stands for what
/// comes after it. A line end is all of its characters. Empty where nothing comes any more.
///
/// ```
/// use jwt_inspector::jose::{Span, written_span};
///
/// let (text, shown) = (r#"{"a":1}"#, "{\n  \"a\": 1\n}");
/// assert_eq!(written_span(text, shown, Span::new(9, 10)), Span::new(5, 6));
/// assert_eq!(written_span(text, shown, Span::new(2, 3)), Span::new(1, 2));
/// ```
pub fn written_span(text: &str, shown: &str, span: Span) -> Span {
    let mut found = Span::new(text.len(), text.len());
    let mut end = span.end;
    for (index, at) in places(text, shown).enumerate() {
        if found.is_empty() && at >= span.start {
            found.start = index;
            end = end.max(at + 1);
        }
        if at >= end {
            break;
        }
        if index >= found.start {
            found.end = index + 1;
        }
    }
    found
}

/// For every byte of `text` the place in `shown` of the one that shows it: a LF shows any line end.
fn places(text: &str, shown: &str) -> impl Iterator<Item = usize> {
    let (text, shown) = (text.as_bytes(), shown.as_bytes());
    let mut at = 0;
    text.iter().enumerate().map(move |(index, byte)| {
        let sought = match byte {
            b'\r' if text.get(index + 1) == Some(&b'\n') => return at,
            b'\r' => b'\n',
            byte => *byte,
        };
        let rest = &shown[at.min(shown.len())..];
        let place = at + rest.iter().take_while(|other| **other != sought).count();
        at = place + 1;
        place
    })
}
