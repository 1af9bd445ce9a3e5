//! Three parts, two dots.

use crate::jose::base64url;
use crate::learn::tokens::{self, HS256, SECRET};
use crate::learn::tried::{TRIED, has_tried_all, note_tried};
use crate::learn::{Chapter, Lesson, Question, Stage, Step, Tone, nothing_else};
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
            why: "The secret never travels in a token, and nobody can compute it from the signature, which a verifier \
                  checks against the first two parts. [[RFC 7515 section 5.2]]",
        },
        Question {
            ask: "You find a token with four dots. What is it, most likely?",
            answers: &[
                "An encrypted token, a JWE.",
                "A token that was signed twice.",
                "A damaged token.",
            ],
            right: 0,
            why: "In compact form a JWE has five parts. Without the key, only its header can be read. [[RFC 7516 \
                  section 3.1]]",
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
    text: "A token is one line of text: a **header**, a **payload** and a **signature**, with a dot between one and \
           the next. All are written in base64url, so that they can travel in a URL or in an HTTP header. [[RFC 7515 \
           section 7.1]]",
    task: "Open each of the three parts.",
    after: "The header says how the token is signed, the payload what it claims: both are JSON that everybody can \
            read. The signature is no text, but {bytes} bytes.",
    start: &[("part", ""), (TRIED, "")],
    act: note_tried,
    show: |model, stage| {
        let parts = tokens::parts(TOKEN);
        let chosen = NAMES.iter().position(|name| model.is("part", name));
        let (part, content, name) = match chosen {
            None => ("…", "…".to_owned(), ""),
            Some(2) => (parts[2], hexadecimal(&bytes(parts[2])), NAMES[2]),
            Some(at) => (parts[at], tokens::decoded(parts[at]), NAMES[at]),
        };
        stage.is_done = has_tried_all(model, &NAMES);
        stage.token("A token", TOKEN, SECRET);
        let opens = [
            ("header", "the header"),
            ("payload", "the payload"),
            ("signature", "the signature"),
        ];
        stage.buttons(model, ("part", "Open"), &opens);
        stage.compare(
            "One part",
            ("In the token", part, name),
            "→",
            ("Decoded", &content, name),
        );
        stage.count("bytes", bytes(parts[2]).len());
    },
};

const WRITE: Step = Step {
    title: "Write your own",
    text: "Who issues a token writes two pieces of JSON, encodes each by itself, and signs the result. Here, that is \
           you.",
    task: "Put your own name into the payload. Which parts change?",
    after: "The header stays. The payload changes from your name on, and the signature all over: the page signs anew \
            at every letter. Your token has {length} characters.",
    start: &[("lesson-payload", PRETTY)],
    act: nothing_else,
    show: |model, stage| {
        let text = model.get("lesson-payload");
        let token = tokens::signed(HS256, &tokens::compact(text), SECRET);
        let name = tokens::member(text, "name").unwrap_or_default();
        stage.is_done = !name.is_empty() && name != "Your name";
        let named = ("lesson-payload", "Payload", "write your name");
        stage.json_box(model, named, "payload", PRETTY);
        stage.edited_token("Your token", &token, TOKEN, SECRET, true);
        sizes(stage, &token);
        stage.fact("length", &grouped(token.len()));
    },
};

const DOTS: Step = Step {
    title: "Why dots",
    text: "Base64url is written with letters, digits, `-` and `_`. So a dot never stands inside a part, and a reader \
           knows where to cut before decoding anything.",
    task: "Take a dot out of the token.",
    after: "Now it has {parts} parts. The dots stand even where a part is empty: a token without a signature ends with \
            its second dot. [[RFC 7519 section 6.1]]",
    start: &[("lesson-token", TOKEN)],
    act: nothing_else,
    show: |model, stage| {
        let text = model.get("lesson-token");
        let parts = text.split('.').count();
        stage.is_done = parts < 3;
        stage.form(text);
        stage.token_box(model, ("lesson-token", "The token", "edit it"));
        stage.count("parts", parts);
    },
};

const BEGINNING: Step = Step {
    title: "Always eyJ?",
    text: "Most tokens begin with `eyJ`: in base64url, that is how a header begins, with `{\"` and any ASCII letter.",
    task: "Make the token begin otherwise, and keep the header valid. A hint: JSON allows spaces.",
    after: "Now it begins with {start}. Headers that mean the same can be different characters, with different \
            signatures. A token is its characters: nobody on its way may tidy them up.",
    start: &[("lesson-header", HS256)],
    act: nothing_else,
    show: |model, stage| {
        let token = tokens::signed(model.get("lesson-header"), PAYLOAD, SECRET);
        let holds = tokens::verifies(&token, SECRET);
        stage.is_done = holds && !token.starts_with("eyJ");
        stage.form(&token);
        let named = ("lesson-header", "Header", "as it is encoded");
        stage.json_box(model, named, "header", HS256);
        stage.edited_token("The token", &token, TOKEN, SECRET, holds);
        stage.fact("start", token.get(..3).unwrap_or_default());
    },
};

/// How long each part is, and whether it is as in the first token.
fn sizes(stage: &mut Stage, token: &str) {
    let head = ["Part", "Bytes", "Characters", "Beside the first token"];
    stage.table("Its parts", &head);
    let before = tokens::parts(TOKEN);
    for (at, part) in tokens::parts(token).into_iter().enumerate() {
        let (tone, said) = match part == before[at] {
            true => (Tone::Plain, "as before"),
            false => (Tone::Warn, "changed"),
        };
        let (bytes, characters) = (bytes(part).len().to_string(), part.len().to_string());
        stage.row(tone, &[NAMES[at], &bytes, &characters, said]);
    }
}

/// What a part encodes.
fn bytes(part: &str) -> Vec<u8> {
    base64url::decode(part).unwrap_or_default()
}
