//! Where a stretch of a part stands in the text that is shown of it.

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
    let shown = shown.as_bytes();
    let mut at = 0;
    let mut found = Span::new(shown.len(), shown.len());
    for (index, byte) in text.bytes().enumerate().take(span.end) {
        let rest = &shown[at.min(shown.len())..];
        // A CR that is not there any more; the LF after it is.
        if byte == b'\r' && rest.first() != Some(&byte) {
            continue;
        }
        at += rest.iter().take_while(|other| **other != byte).count();
        if index >= span.start {
            found.start = found.start.min(at);
            found.end = (at + 1).min(shown.len());
        }
        at += 1;
    }
    found
}
