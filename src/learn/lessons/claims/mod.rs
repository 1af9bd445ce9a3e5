//! Claims: whose names they are, and what they weigh.

mod kinds;
mod weight;

use crate::jose::json::Document;
use crate::learn::block::{Block, Row, Tone};
use crate::learn::tokens::{self, HS256, SECRET};
use crate::learn::{Chapter, Lesson, Question, Stage, Step, nothing_else};
use crate::words::explained::Names;
use kinds::{KIND, kind};
use weight::{COST, SIZE};

pub const LESSON: Lesson = Lesson {
    slug: "claims",
    title: "Claims",
    chapter: Chapter::Token,
    steps: &[KINDS, TWICE, SIZE, COST],
    questions: &[
        Question {
            ask: "Which claim does every JWT have to have?",
            answers: &["exp", "sub", "None."],
            right: 2,
            why: "The standard requires none. A use of it can: an ID token needs `iss`, `sub`, `aud`, `exp` and `iat`. \
                  [[RFC 7519 section 4.1]] [[OpenID Connect Core section 2]]",
        },
        Question {
            ask: "Your service needs the user’s department. Where does it go?",
            answers: &[
                "Into `sub`, behind the name.",
                "Into a claim of your own.",
                "Nowhere: only registered claims are allowed.",
            ],
            right: 1,
            why: "Any name will do that issuer and reader agree on. One that contains your domain cannot come to mean something \
                  else. [[RFC 7519 section 4.2]]",
        },
    ],
};

const CLAIMS: &str = "{\n  \"sub\": \"42\",\n  \"exp\": 2000000000\n}";

const KINDS: Step = Step {
    title: "Whose names they are",
    text: "A claim is a name and a value. **Registered** are seven names of the standard: `iss`, `sub`, `aud`, `exp`, `nbf`, \
           `iat`, `jti`. [[RFC 7519 section 4.1]] **Public** are names that others added to IANA’s list, or that are made of what \
           somebody owns, like a domain. [[RFC 7519 section 4.2]] **Private** are all others. [[RFC 7519 section 4.3]]",
    task: "Add a public claim, like `email` or `https://example.com/team`, and a private one of your own invention.",
    after: "There are {registered} registered, {public} public and {private} private claims. A reader ignores those it does not \
            know. With a private name, another issuer may mean another thing. [[RFC 7519 section 4]]",
    start: &[("lesson-payload", CLAIMS)],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let text = model.get("lesson-payload");
            let mut counts = [0; 3];
            let mut rows = Vec::new();
            if let Ok(payload) = Document::parse(text.to_owned()) {
                let names = Names::of_payload(&payload);
                for member in payload.root().members().take(30) {
                    let name = member.name();
                    let (kind, meaning, source) = kind(names, &name);
                    counts[kind] += 1;
                    rows.push(Row {
                        cells: vec![
                            name.into_owned(),
                            KIND[kind].to_owned(),
                            meaning,
                            source.to_owned(),
                        ],
                        tone: Tone::Plain,
                    });
                }
            }
            let [registered, public, private] = counts.map(|count| count.to_string());
            Stage {
                blocks: vec![
                    payload_box(text, CLAIMS),
                    Block::Table {
                        label: "What the inspector knows",
                        head: vec!["Claim", "Kind", "Meaning", "Written in"],
                        rows,
                    },
                ],
                facts: vec![
                    ("registered", registered),
                    ("public", public),
                    ("private", private),
                ],
                is_done: !counts.contains(&0),
                ..Stage::default()
            }
        };
    },
};

const ROLE: &str = "{\n  \"sub\": \"42\",\n  \"role\": \"user\"\n}";

const TWICE: Step = Step {
    title: "A name that stands twice",
    text: "Names must be unique. Of a name that repeats, a reader takes the last, or it refuses the token: the standard allows \
           both. Some programs take the first all the same. [[RFC 7519 section 4]]",
    task: "Add a second `role` below the first, with the value `root`.",
    after: "One reads {first}, the other {last}, from one token with one good signature. If a gateway checks the one and the \
            service behind it obeys the other, the check is worth nothing.",
    start: &[("lesson-payload", ROLE)],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let text = model.get("lesson-payload");
            let token = tokens::signed(HS256, &tokens::compact(text), SECRET);
            let (first, last, is_twice) = roles(text);
            let row = |reader: &str, role: &str, tone| Row {
                cells: vec![reader.to_owned(), role.to_owned()],
                tone,
            };
            let tone = if first == last {
                Tone::Plain
            } else {
                Tone::Bad
            };
            let strict = if is_twice { "refused" } else { &last };
            Stage {
                blocks: vec![
                    tokens::judged(&token),
                    payload_box(text, ROLE),
                    Block::Table {
                        label: "Who reads what",
                        head: vec!["Reader", "role"],
                        rows: vec![
                            row("takes the first", &first, tone),
                            row("takes the last", &last, tone),
                            row("strict", strict, Tone::Good),
                        ],
                    },
                ],
                is_done: is_twice && first != last,
                facts: vec![("first", first), ("last", last)],
                ..Stage::default()
            }
        };
    },
};

fn payload_box(text: &str, original: &str) -> Block {
    tokens::json_box(
        ("lesson-payload", "Payload", "edit it"),
        "payload",
        text,
        original,
    )
}

/// The first and the last role of a payload, and whether there are several.
fn roles(text: &str) -> (String, String, bool) {
    let mut roles = Vec::new();
    if let Ok(payload) = Document::parse(text.to_owned()) {
        for member in payload.root().members() {
            if member.name() == "role" {
                roles.push(member.value.text().to_owned());
            }
        }
    }
    let is_twice = roles.len() > 1;
    let last = roles.last().cloned().unwrap_or_default();
    let first = roles.into_iter().next().unwrap_or_default();
    (first, last, is_twice)
}
