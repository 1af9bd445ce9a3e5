//! Encoded is not encrypted.

mod by_hand;

use crate::jose::{Source, base64url, verdict};
use crate::learn::tokens::{self, HS256, SECRET};
use crate::learn::{Chapter, Lesson, Question, Stage, Step, Tone, nothing_else};
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
            why: "A hash cannot be undone, and need not be: the data stand in the payload for everybody to decode.",
        },
        Question {
            ask: "Your tokens travel over TLS. May the payload hold a password?",
            answers: &[
                "Yes: TLS encrypts it.",
                "No: whoever holds the token can read it.",
                "Yes, if the signature is strong.",
            ],
            right: 1,
            why: "TLS protects the way, not its ends: the browser, a log, each server that is sent the token. [[RFC \
                  7519 section 12]]",
        },
    ],
};

const GROUPS: Step = Step {
    title: "Three bytes, four characters",
    text: "Base64url takes three bytes, 24 bits in a row, and cuts them anew into four times 6. Six bits are a number \
           from 0 to 63, each with its character: `A` to `Z`, `a` to `z`, `0` to `9`, `-` and `_`. [[RFC 4648 section \
           5]]",
    task: "Type a text of your own, of three bytes or more, and follow a row from left to right.",
    after: "{bytes} bytes became {characters} characters. No key was used, and none is needed to go back: it is \
            another way of writing.",
    start: &[("lesson-text", "cat")],
    act: nothing_else,
    show: |model, stage| {
        let text = model.get("lesson-text");
        let encoded = base64url::encode(text.as_bytes());
        let by_hand = by_hand(text.as_bytes());
        stage.is_done = text.len() >= 3 && text != "cat";
        stage.text_box(model, YOUR_TEXT, "");
        groups(stage, text.as_bytes());
        stage.compare(
            "All of it",
            ("By hand", &by_hand, ""),
            if by_hand == encoded { "=" } else { "≠" },
            ("By the inspector", &encoded, ""),
        );
        stage.count("bytes", text.len());
        stage.count("characters", encoded.len());
    },
};

const YOUR_TEXT: (&str, &str, &str) = ("lesson-text", "Your text", "in UTF-8");

const LEFT_OVER: Step = Step {
    title: "What is left over",
    text: "One or two bytes at the end make 8 or 16 bits: zeros fill up the last six. **Base64** adds `=` until there \
           are four characters, and has `+` and `/` for 62 and 63. In a URL these three mean something else, so \
           **base64url** has `-` and `_`, and a token no `=`. [[RFC 7515 section 2]]",
    task: "Add a letter, and see what base64 puts at the end. Then type `???`.",
    after: "A strict reader refuses plain base64 in a token, though its bytes are the same: the characters are signed, \
            so there must be only one way to write them.",
    start: &[("lesson-text", "cat")],
    act: nothing_else,
    show: |model, stage| {
        let text = model.get("lesson-text");
        let encoded = base64url::encode(text.as_bytes());
        let plain = base64(&encoded);
        stage.is_done = plain.contains(['+', '/']);
        stage.text_box(model, YOUR_TEXT, "");
        groups(stage, text.as_bytes());
        stage.compare(
            "Two alphabets",
            ("base64url", &encoded, ""),
            if plain == encoded { "=" } else { "≠" },
            ("base64", &plain, ""),
        );
        match base64url::decode(&plain) {
            Ok(_) => stage.outcome(Tone::Good, "In a token, both would be read", ""),
            Err(error) => {
                let title = "In a token, the base64 is refused";
                stage.outcome(Tone::Bad, title, &not_base64url(&error));
            }
        }
    },
};

const PRIVATE: &str = r#"{"sub":"42","pin":"0000"}"#;

const READ: Step = Step {
    title: "Read it without the key",
    text: "Whoever gets hold of a token can read it: the user, a proxy, a log, an extension of the browser.",
    task: "Write into the payload what nobody should know.",
    after: "A key is needed only to **check** the signature. Nothing secret belongs in a payload that is not \
            encrypted.",
    start: &[("lesson-payload", PRIVATE)],
    act: nothing_else,
    show: |model, stage| {
        let payload = tokens::compact(model.get("lesson-payload"));
        let token = tokens::signed(HS256, &payload, SECRET);
        let part = tokens::parts(&token)[1];
        let read = tokens::decoded(part);
        stage.is_done = !read.is_empty() && read != PRIVATE;
        let named = ("lesson-payload", "Payload", "something private");
        stage.json_box(model, named, "payload", PRIVATE);
        stage.token("Signed with a key you don’t have", &token, "");
        let outcome = "Read. There is no key in these lines.";
        stage.code("What anybody does with it", Tone::Warn, outcome);
        stage.line(Tone::Warn, "part = token.split(\".\")[1]  ", part);
        stage.line(Tone::Warn, "base64url_decode(part)  ", &read);
    },
};

/// The example of RFC 7516 appendix A.3.
const JWE: &str = "eyJhbGciOiJBMTI4S1ciLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0.\
                   6KB707dM9YTIgHtLvtgWQ8mKwboJW3of9locizkDTHzBC2IlrT1oOQ.AxY8DCtDaGlsbGljb3RoZQ.\
                   KDlTtXchhZTGufMYmOYGS4HffxPSUrfmqCHXaI9wOGY.U0m_YmjN04DJvceFICbCVQ";

const ENCRYPT: Step = Step {
    title: "Sign or encrypt",
    text: "**Signed** (JWS): everybody can read it, nobody without the key can change it unnoticed. **Encrypted** \
           (JWE): nobody without the key can read it. Most tokens are only signed; TLS protects them on their way.",
    task: "Look for the payload in the encrypted token.",
    after: "Of {parts} parts, {readable} can be read here. A token that those who hold it must not read, like the browser, has to be encrypted. [[RFC 7519 section 12]]",
    start: &[("kind", "signed")],
    act: nothing_else,
    show: |model, stage| {
        let is_encrypted = model.is("kind", "encrypted");
        let token = match is_encrypted {
            true => JWE,
            false => &tokens::signed(HS256, PRIVATE, SECRET),
        };
        stage.is_done = is_encrypted;
        let kinds = [
            ("signed", "signed"),
            ("encrypted", "encrypted, from RFC 7516 appendix A.3"),
        ];
        stage.buttons(model, ("kind", "A token that is"), &kinds);
        stage.token("The token", token, "");
        read(stage, token);
    },
};

/// Every part with what can be read of it without a key.
fn read(stage: &mut Stage, token: &str) {
    let head = ["Part", "Bytes", "What can be read"];
    stage.table("Read without a key", &head);
    let source = Source::read(token);
    let (mut parts, mut readable) = (0, 0);
    for (name, part) in verdict::named_parts(&source) {
        let bytes = part.shown_bytes(&source.cleaned.text).len().to_string();
        let json = part.json();
        let (tone, text) = match &json {
            Some(json) => (Tone::Good, json.text()),
            None => (Tone::Bad, "bytes, no text"),
        };
        stage.row(tone, &[&part_name(name), &bytes, text]);
        parts += 1;
        readable += usize::from(json.is_some());
    }
    stage.count("parts", parts);
    stage.count("readable", readable);
}
