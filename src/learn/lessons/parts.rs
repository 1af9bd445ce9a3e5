//! Three parts, two dots.

use crate::jose::{Source, base64url};
use crate::learn::block::{Block, Row, Side, Tone};
use crate::learn::choices::buttons;
use crate::learn::tokens::{self, HS256, SECRET};
use crate::learn::{Chapter, Lesson, Question, Stage, Step, nothing_else};
use crate::paint::{self, Painted, Piece};
use crate::words::{grouped, hexadecimal};

pub const LESSON: Lesson = Lesson {
    slug: "parts",
    title: "Three parts, two dots",
    chapter: Chapter::Token,
    steps: &[OPEN, WRITE, DOTS, BEGINNING],
    questions: &[
        Question {
            ask: "What is the third part of a token?",
            answers: &[
                "The secret, encoded.",
                "The user’s data, encrypted.",
                "Bytes computed from the first two parts with a key.",
            ],
            right: 2,
            why: "The secret never travels in a token. A verifier checks the signature against the first two parts; \
                  nobody can compute the key from it. [[RFC 7515 section 5.2]]",
        },
        Question {
            ask: "You find a token with four dots. What is it, most likely?",
            answers: &[
                "An encrypted token, a JWE.",
                "A token that was signed twice.",
                "A damaged token.",
            ],
            right: 0,
            why: "In compact form a JWE has five parts. Without the key, only its header can be read. \
                  [[RFC 7516 section 3.1]]",
        },
    ],
};

const PAYLOAD: &str = r#"{"sub":"1234567890","name":"Your name"}"#;
const PRETTY: &str = "{\n  \"sub\": \"1234567890\",\n  \"name\": \"Your name\"\n}";
/// The token that the secret of the lessons makes of it.
const TOKEN: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.\
                     eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IllvdXIgbmFtZSJ9.\
                     HPWQqG41XTBCJWf1P8JGk16qMjt_MjiZlXtbmaA7Dh0";
const NAMES: [&str; 3] = ["header", "payload", "signature"];

const OPEN: Step = Step {
    title: "Take it apart",
    text: "A token is one line of text: a **header**, a **payload** and a **signature**, with a dot between each two. All \
           three are written in base64url, so that they can travel in a URL or in an HTTP header. \
           [[RFC 7515 section 7.1]]",
    task: "Open each of the three parts.",
    after: "The header says how the token is signed, the payload what it claims: both are JSON that everybody can read. The \
            signature is no text at all, but {bytes} bytes.",
    start: &[("part", ""), ("opened", "")],
    act: |model, _| {
        let opened = [model.get("opened"), model.get("part"), " "].concat();
        model.put("opened", &opened);
    },
    show: |model, stage| {
        *stage = {
            let token = TOKEN;
            let parts = tokens::parts(token);
            let chosen = NAMES.iter().position(|name| model.is("part", name));
            let (part, content, name) = match chosen {
                None => ("…", "…".to_owned(), ""),
                Some(2) => (parts[2], in_bytes(parts[2]), NAMES[2]),
                Some(at) => (parts[at], tokens::decoded(parts[at]), NAMES[at]),
            };
            let is_opened =
                |name: &&str| model.get("opened").split(' ').any(|opened| opened == *name);
            Stage {
                blocks: vec![
                    tokens::shown("A token", token, token, SECRET, true),
                    buttons(
                        model,
                        ("part", "Open"),
                        &[
                            ("header", "the header"),
                            ("payload", "the payload"),
                            ("signature", "the signature"),
                        ],
                    ),
                    Block::Compare {
                        label: "One part",
                        left: Side::new("In the token", part, name),
                        sign: "→",
                        right: Side::new("Decoded", content, name),
                    },
                ],
                facts: vec![("bytes", length(parts[2]).to_string())],
                is_done: NAMES.iter().all(is_opened),
                ..Stage::default()
            }
        };
    },
};

const WRITE: Step = Step {
    title: "Write your own",
    text: "Who issues a token writes two pieces of JSON, encodes each by itself, and signs the result. Here, that is you.",
    task: "Put your own name into the payload. Which parts change?",
    after: "The header stays: nobody touched it. The payload changes from your name on, and the signature all over, because \
            the page signs anew at every letter. Your token has {length} characters.",
    start: &[("lesson-payload", PRETTY)],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let text = model.get("lesson-payload");
            let token = tokens::signed(HS256, &tokens::compact(text), SECRET);
            let name = tokens::member(text, "name");
            Stage {
                blocks: vec![
                    tokens::json_box(
                        ("lesson-payload", "Payload", "write your name"),
                        "payload",
                        text,
                        PRETTY,
                    ),
                    tokens::shown("Your token", &token, TOKEN, SECRET, true),
                    sizes(&token),
                ],
                facts: vec![("length", grouped(token.len()))],
                is_done: name.is_some_and(|name| !name.is_empty() && name != "Your name"),
                ..Stage::default()
            }
        };
    },
};

const DOTS: Step = Step {
    title: "Why dots",
    text: "Base64url is written with letters, digits, `-` and `_`. A dot is none of these. So it never stands inside a part, \
           and a reader knows where to cut before decoding anything.",
    task: "Take a dot out of the token.",
    after: "Now it has {parts} parts. The dots stand even where a part is empty: a token without a signature ends with its \
            second dot. [[RFC 7519 section 6.1]]",
    start: &[("lesson-token", TOKEN)],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let text = model.get("lesson-token");
            let parts = text.split('.').count();
            Stage {
                blocks: vec![tokens::judged(text), token_box(text)],
                facts: vec![("parts", parts.to_string())],
                is_done: parts < 3,
                ..Stage::default()
            }
        };
    },
};

const BEGINNING: Step = Step {
    title: "Always eyJ?",
    text: "Most tokens begin with `eyJ`. That is how base64url writes `{\"` with any ASCII letter behind it: the beginning of \
           the header.",
    task: "Make the token begin otherwise, and keep the header valid. A hint: JSON allows spaces.",
    after: "Now it begins with {start}. Headers that mean the same can be different characters, with different signatures. A \
            token is its characters: nobody on its way may tidy them up.",
    start: &[("lesson-header", HS256)],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let header = model.get("lesson-header");
            let token = tokens::signed(header, PAYLOAD, SECRET);
            let holds = tokens::verifies(&token, SECRET);
            Stage {
                blocks: vec![
                    tokens::judged(&token),
                    tokens::json_box(
                        ("lesson-header", "Header", "as it is encoded"),
                        "header",
                        header,
                        HS256,
                    ),
                    tokens::shown("The token", &token, TOKEN, SECRET, holds),
                ],
                facts: vec![("start", token.chars().take(3).collect())],
                is_done: holds && !token.starts_with("eyJ"),
                ..Stage::default()
            }
        };
    },
};

/// A token to edit, in the colours of its parts.
fn token_box(text: &str) -> Block {
    let runs = paint::token(text, &Source::read(text), None, false).unwrap_or_default();
    Block::Text {
        name: "lesson-token",
        label: "The token",
        hint: "edit it",
        text: text.to_owned(),
        painted: Painted {
            pieces: runs.into_iter().map(Piece::Text).collect(),
            is_whole: true,
        },
        part: "",
    }
}

fn sizes(token: &str) -> Block {
    let mut rows = Vec::new();
    let before = tokens::parts(TOKEN);
    for (at, part) in tokens::parts(token).into_iter().enumerate() {
        let is_same = part == before[at];
        rows.push(Row {
            cells: vec![
                NAMES[at].to_owned(),
                length(part).to_string(),
                part.len().to_string(),
                if is_same { "as before" } else { "changed" }.to_owned(),
            ],
            tone: if is_same { Tone::Plain } else { Tone::Warn },
        });
    }
    Block::Table {
        label: "Its parts",
        head: vec!["Part", "Bytes", "Characters", "Beside the first token"],
        rows,
    }
}

/// How many bytes a part encodes.
fn length(part: &str) -> usize {
    base64url::decode(part).unwrap_or_default().len()
}

fn in_bytes(part: &str) -> String {
    hexadecimal(&base64url::decode(part).unwrap_or_default())
}
