//! What a token stood in, told by what stands before it.

use super::Span;
use super::characters::next;
use crate::jose::clean::strippable;
use crate::jose::json::{Document, Value};

/// How many bytes before a token are looked at for a name.
const NEAR: usize = 400;

/// What a token stood in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Where {
    /// The `Authorization` header of HTTP (RFC 9110 section 11.6.2).
    AuthorizationHeader,
    /// After the name of a scheme such as `Bearer` (RFC 6750 section 2.1), wherever that stood.
    Scheme { name: String },
    /// A cookie (RFC 6265 section 4), received or sent.
    Cookie { name: String },
    /// An address: a parameter of its query or fragment, or its path.
    Url { parameter: Option<String> },
    /// JSON, by the path to the value, such as `tokens.id_token` or `[0]`; the name alone where the text is
    /// not JSON as a whole.
    Json { path: String },
    /// After a name with a colon or an equals sign: a variable, a setting, another header.
    Assignment { name: String },
    /// A curl command, and nothing nearer is known.
    Curl,
    /// Any other text.
    Text,
}

/// A pasted text, and the JSON in it if it is JSON or an HTTP message with a body of JSON.
pub struct Surroundings<'a> {
    text: &'a str,
    json: Option<Option<(Document, usize)>>,
}

impl<'a> Surroundings<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, json: None }
    }

    /// What the stretch of a token stands in.
    pub fn of(&mut self, token: Span) -> Where {
        let json = self.json.get_or_insert_with(|| json(self.text));
        if let Some((document, offset)) = json
            && token.start > *offset
            && token.end < *offset + document.text().len()
        {
            let path = path(document.root(), token.start - *offset);
            return Where::Json { path };
        }
        named(self.text, token.start)
    }
}

fn json(text: &str) -> Option<(Document, usize)> {
    let body = ["\r\n\r\n", "\n\n"]
        .into_iter()
        .find_map(|gap| text.split_once(gap));
    [Some(text), body.map(|(_, body)| body)]
        .into_iter()
        .flatten()
        .find_map(|candidate| {
            let json = candidate.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            let offset = text.len() - json.len();
            let is_json = json.starts_with(['{', '[']);
            let document = is_json.then(|| Document::parse(json.trim_end().to_owned()).ok())?;
            Some((document?, offset))
        })
}

/// The path to the value in which a place is.
fn path(root: Value, at: usize) -> String {
    let is_in = |value: &Value| value.span().range().contains(&at);
    let mut path = String::new();
    let mut inside = root;
    loop {
        if let Some(member) = inside.members().find(|member| is_in(&member.value)) {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(&member.name());
            inside = member.value;
        } else if let Some(index) = inside.elements().position(|element| is_in(&element))
            && let Some(element) = inside.elements().nth(index)
        {
            path.push_str(&format!("[{index}]"));
            inside = element;
        } else {
            return path;
        }
    }
}

fn named(text: &str, start: usize) -> Where {
    let line = text[..start].trim_end();
    let from = line.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let line = &line[from..];
    let near = decoded(text, from, start);
    let (before, scheme) = without_scheme(unquoted(&near));
    let Some(Assignment {
        head,
        name,
        is_quoted,
        separator,
    }) = assignment(before).filter(|found| !found.is_prose())
    else {
        return unnamed(text, before, scheme);
    };
    let name = name.to_owned();
    if is_one_of(Some(&name), &["authorization", "proxy-authorization"]) {
        Where::AuthorizationHeader
    } else if separator == '=' && (head.ends_with(['?', '&', '#']) || head.ends_with("&amp;")) {
        let parameter = Some(name);
        Where::Url { parameter }
    } else if separator == '=' && is_cookie(line, head) {
        Where::Cookie { name }
    } else if separator == ':' && is_quoted {
        Where::Json { path: name }
    } else {
        Where::Assignment { name }
    }
}

fn unnamed(text: &str, before: &str, scheme: Option<&str>) -> Where {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    match scheme {
        Some(name) => Where::Scheme {
            name: name.to_owned(),
        },
        None if before.ends_with('/') && word.contains("://") => Where::Url { parameter: None },
        None if text.trim_start().starts_with("curl") => Where::Curl,
        None => Where::Text,
    }
}

/// The text between two places with its escapes resolved, the last [`NEAR`] bytes of it at the most.
fn decoded(text: &str, from: usize, start: usize) -> String {
    let mut at = text.ceil_char_boundary(from.max(start.saturating_sub(NEAR)));
    let mut decoded = String::new();
    while let Some(character) = next(text, at).filter(|character| character.start < start) {
        decoded.push(character.is);
        at = character.end;
    }
    decoded
}

/// Without white space, quotes and what cannot be seen at the end, and what goes before them in code.
fn unquoted(text: &str) -> &str {
    text.trim_end_matches(|c| strippable(c).is_some() || matches!(c, '\\' | '+'))
}

const SCHEMES: [&str; 4] = ["bearer", "dpop", "jwt", "token"];

fn without_scheme(text: &str) -> (&str, Option<&str>) {
    let rest = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let word = &text[rest.len()..];
    if is_one_of(Some(word), &SCHEMES) && !rest.ends_with(['-', '_', '.']) {
        (unquoted(rest), Some(word))
    } else {
        (text, None)
    }
}

/// A name with `:`, `=`, `:=` or `=>` at the end of a text.
struct Assignment<'a> {
    /// What stands before the name.
    head: &'a str,
    name: &'a str,
    is_quoted: bool,
    separator: char,
}

impl Assignment<'_> {
    /// Whether the name is but the last word of a sentence: "here it is:".
    fn is_prose(&self) -> bool {
        let is_word = self.name.chars().all(|c| c.is_lowercase());
        let follows_word = self.head.trim_end().ends_with(char::is_alphanumeric);
        self.separator == ':' && is_word && follows_word
    }
}

fn assignment(text: &str) -> Option<Assignment<'_>> {
    let separator = text.trim_end_matches('>').chars().next_back()?;
    let before = text.trim_end_matches([':', '=', '>']);
    if !matches!(separator, ':' | '=') || before.len() == text.len() {
        return None;
    }
    let closes_quote = before.trim_end().ends_with(['"', '\'']);
    let before = unquoted(before);
    let is_of_name = |c: char| c.is_alphanumeric() || "_.-$".contains(c);
    let head = before.trim_end_matches(is_of_name);
    let name = &before[head.len()..];
    (!name.is_empty()).then_some(Assignment {
        head,
        name,
        is_quoted: closes_quote && head.ends_with(['"', '\'']),
        separator,
    })
}

/// Whether a pair of name and value is of a cookie: by the name of the header or variable, or by an option of curl.
fn is_cookie(line: &str, head: &str) -> bool {
    let (outside, inside) = match line.rfind(['"', '\'', '`']) {
        Some(quote) => line.split_at(quote),
        None => ("", line),
    };
    let inside = inside.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    let outside = outside.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
    is_one_of(inside.split(':').next(), &["cookie", "set-cookie"])
        || is_one_of(
            last_word(outside),
            &["cookie", "set-cookie", "--cookie", "-b"],
        )
        || is_one_of(last_word(head), &["--cookie", "-b"])
}

fn last_word(text: &str) -> Option<&str> {
    text.trim_end().rsplit([' ', '.', '"', '\'', '^']).next()
}

fn is_one_of(word: Option<&str>, names: &[&str]) -> bool {
    word.is_some_and(|word| names.iter().any(|name| word.eq_ignore_ascii_case(name)))
}
