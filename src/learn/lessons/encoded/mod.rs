//! Encoded is not encrypted.

mod by_hand;

use crate::jose::{Source, base64url, verdict};
use crate::learn::block::{Block, Line, Row, Side, Tone};
use crate::learn::choices::buttons;
use crate::learn::inputs::text_box;
use crate::learn::tokens::{self, HS256, SECRET};
use crate::learn::{Chapter, Lesson, Model, Question, Stage, Step, nothing_else};
use crate::words::cleaning::not_base64url;
use crate::words::format::part_name;
use by_hand::{base64, by_hand, groups};

pub const LESSON: Lesson = Lesson {
    slug: "encoded",
    title: "Encoded is not encrypted",
    chapter: Chapter::Token,
    steps: &[GROUPS, LEFT_OVER, READ, ENCRYPT],
    questions: &[
        Question {
            ask: "How does the server turn the hash back into the user’s data?",
            answers: &[
                "With the secret.",
                "With the public key.",
                "Not at all: it decodes the payload, and computes the signature again.",
            ],
            right: 2,
            why: "A hash cannot be undone, and need not be. The data stand in the payload for everybody to decode; the \
                  signature is only checked.",
        },
        Question {
            ask: "Your tokens travel over TLS. May the payload hold a password?",
            answers: &[
                "Yes: TLS encrypts it.",
                "No: whoever holds the token can read it.",
                "Yes, if the signature is strong.",
            ],
            right: 1,
            why: "TLS protects the way, not its ends: the browser, a log, each server that is sent the token. \
                  [[RFC 7519 section 12]]",
        },
    ],
};

const GROUPS: Step = Step {
    title: "Three bytes, four characters",
    text: "A byte has 8 bits. Base64url takes three bytes, 24 bits in a row, and cuts the row anew into four times 6. Six bits \
           are a number from 0 to 63, and each number has its character: `A` to `Z`, `a` to `z`, `0` to `9`, `-` and `_`. \
           [[RFC 4648 section 5]]",
    task: "Type a text of your own, of three bytes or more, and follow a row from left to right.",
    after: "{bytes} bytes became {characters} characters. No key was used, and none is needed to go back: it is another way of \
            writing.",
    start: &[("lesson-text", "cat")],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let text = model.get("lesson-text");
            let encoded = base64url::encode(text.as_bytes());
            let by_hand = by_hand(text.as_bytes());
            let blocks = vec![
                your_text(text),
                groups(text.as_bytes()),
                Block::Compare {
                    label: "All of it",
                    sign: if by_hand == encoded { "=" } else { "≠" },
                    left: Side::new("By hand", by_hand, ""),
                    right: Side::new("By the inspector", &*encoded, ""),
                },
            ];
            Stage {
                blocks,
                facts: vec![
                    ("bytes", text.len().to_string()),
                    ("characters", encoded.len().to_string()),
                ],
                is_done: text.len() >= 3 && text != "cat",
                ..Stage::default()
            }
        };
    },
};

const LEFT_OVER: Step = Step {
    title: "What is left over",
    text: "One or two bytes at the end make 8 or 16 bits: zeros fill up the last six. **Base64** adds `=` until there are four \
           characters, and has `+` and `/` for 62 and 63. In a URL these three mean something else. So **base64url** has `-` \
           and `_`, and a token has no `=`. [[RFC 7515 section 2]]",
    task: "Add a letter, and see what base64 puts at the end. Then type `???`.",
    after: "A strict reader refuses a token in plain base64, although the bytes would be the same: what is signed are the \
            characters, so there must be only one way to write them.",
    start: &[("lesson-text", "cat")],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let text = model.get("lesson-text");
            let encoded = base64url::encode(text.as_bytes());
            let plain = base64(&encoded);
            let read = base64url::decode(&plain);
            let blocks = vec![
                your_text(text),
                groups(text.as_bytes()),
                Block::Compare {
                    label: "Two alphabets",
                    sign: if plain == encoded { "=" } else { "≠" },
                    left: Side::new("base64url", encoded, ""),
                    right: Side::new("base64", &*plain, ""),
                },
                Block::Outcome {
                    tone: Tone::of(read.is_ok()),
                    title: match read {
                        Ok(_) => "In a token, both would be read",
                        Err(_) => "In a token, the base64 is refused",
                    }
                    .to_owned(),
                    sentence: read.map_or_else(|error| not_base64url(&error), |_| String::new()),
                },
            ];
            Stage {
                blocks,
                facts: Vec::new(),
                is_done: plain.contains(['+', '/']),
                ..Stage::default()
            }
        };
    },
};

const PRIVATE: &str = r#"{"sub":"42","pin":"0000"}"#;

const READ: Step = Step {
    title: "Read it without the key",
    text: "A token is encoded, not encrypted. Whoever gets hold of it can read it: the user, a proxy, a log, an extension of \
           the browser.",
    task: "Write into the payload what nobody should know.",
    after: "That is how a website can show a token that it has no key for. Only to **check** the signature takes a key. Nothing \
            secret belongs into a payload that is not encrypted.",
    start: &[("lesson-payload", PRIVATE)],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let text = model.get("lesson-payload");
            let payload = tokens::compact(text);
            let token = tokens::signed(HS256, &payload, SECRET);
            let part = tokens::parts(&token)[1];
            let read = tokens::decoded(part);
            let is_done = !read.is_empty() && read != PRIVATE;
            let line = |text: &str, note: &str| Line {
                text: text.to_owned(),
                tone: Tone::Warn,
                note: note.to_owned(),
            };
            let blocks = vec![
                tokens::json_box(
                    ("lesson-payload", "Payload", "something private"),
                    "payload",
                    text,
                    PRIVATE,
                ),
                tokens::shown("Signed with a key you don’t have", &token, &token, "", true),
                Block::Code {
                    label: "What anybody does with it",
                    lines: vec![
                        line("part = token.split(\".\")[1]  ", part),
                        line("base64url_decode(part)  ", &read),
                    ],
                    tone: Tone::Warn,
                    outcome: "Read. There is no key in these lines.".to_owned(),
                },
            ];
            Stage {
                blocks,
                facts: Vec::new(),
                is_done,
                ..Stage::default()
            }
        };
    },
};

/// The example of RFC 7516 appendix A.3.
const JWE: &str = "eyJhbGciOiJBMTI4S1ciLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0.\
                   6KB707dM9YTIgHtLvtgWQ8mKwboJW3of9locizkDTHzBC2IlrT1oOQ.AxY8DCtDaGlsbGljb3RoZQ.\
                   KDlTtXchhZTGufMYmOYGS4HffxPSUrfmqCHXaI9wOGY.U0m_YmjN04DJvceFICbCVQ";

const ENCRYPT: Step = Step {
    title: "Sign or encrypt",
    text: "**Signed** (JWS): everybody can read it, and nobody without the key can change it unnoticed. **Encrypted** (JWE): \
           nobody without the key can read it. Most tokens are only signed, and TLS protects them on their way.",
    task: "Look for the payload in the encrypted token.",
    after: "Of {parts} parts, {readable} can be read here. Where a token must not be read even at its ends, it has to be \
            encrypted. [[RFC 7519 section 12]]",
    start: &[("kind", "signed")],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let is_encrypted = model.is("kind", "encrypted");
            let token = match is_encrypted {
                true => JWE.to_owned(),
                false => tokens::signed(HS256, PRIVATE, SECRET),
            };
            let (table, parts, readable) = readable(&token);
            Stage {
                blocks: vec![
                    choice(model),
                    tokens::shown("The token", &token, &token, "", true),
                    table,
                ],
                facts: vec![
                    ("parts", parts.to_string()),
                    ("readable", readable.to_string()),
                ],
                is_done: is_encrypted,
                ..Stage::default()
            }
        };
    },
};

fn choice(model: &Model) -> Block {
    let kinds = [
        ("signed", "signed"),
        ("encrypted", "encrypted, from RFC 7516 appendix A.3"),
    ];
    buttons(model, ("kind", "A token that is"), &kinds)
}

/// Every part with what can be read of it; how many there are, and of how many that is something.
fn readable(token: &str) -> (Block, usize, usize) {
    let source = Source::read(token);
    let mut rows = Vec::new();
    let mut readable = 0;
    for (name, part) in verdict::named_parts(&source) {
        let bytes = part.shown_bytes(&source.cleaned.text);
        let json = part.json();
        readable += usize::from(json.is_some());
        rows.push(Row {
            tone: Tone::of(json.is_some()),
            cells: vec![
                part_name(name),
                bytes.len().to_string(),
                json.map_or("bytes, no text".to_owned(), |json| json.into_text()),
            ],
        });
    }
    let parts = rows.len();
    let table = Block::Table {
        label: "Read without a key",
        head: vec!["Part", "Bytes", "What can be read"],
        rows,
    };
    (table, parts, readable)
}

fn your_text(text: &str) -> Block {
    text_box(("lesson-text", "Your text", "in UTF-8"), text)
}
