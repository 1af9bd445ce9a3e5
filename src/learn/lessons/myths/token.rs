//! Statements on what a token is.

use super::{ALICE, FALSE, JUDGED, TASK, TRUE_OR_FALSE, judged};
use crate::learn::tokens::{self, HS256, SECRET};
use crate::learn::{Question, Step, nothing_else};
use crate::words::count;

pub const ENCRYPTED: Step = Step {
    title: "Encrypted?",
    text: "It looks unreadable, and servers speak of keys. So:",
    task: TASK,
    after: "",
    start: &[(JUDGED, ""), ("lesson-payload", ALICE)],
    act: nothing_else,
    show: |model, stage| {
        let statement = &Question {
            ask: "“A JWT is an encrypted string. The server decrypts it.”",
            answers: TRUE_OR_FALSE,
            right: FALSE,
            why: "A signed one is only encoded: reading takes no key, and the server verifies. An encrypted one (JWE) \
                  exists, with five parts. [[RFC 7519 section 3]]",
        };
        if !judged(model, stage, statement) {
            return;
        }
        let payload = model.get("lesson-payload");
        let token = tokens::signed(HS256, payload, SECRET);
        let encoded = tokens::parts(&token)[1];
        let named = ("lesson-payload", "Payload", "type anything");
        stage.json_box(model, named, "payload", payload);
        stage.compare(
            "Decoded without a key",
            ("Second part", encoded, "payload"),
            "=",
            ("Its bytes as text", &tokens::decoded(encoded), ""),
        );
    },
};

pub const THIRD_PART: Step = Step {
    title: "The third part",
    text: "Header, payload, and then?",
    task: TASK,
    after: "",
    start: &[(JUDGED, ""), ("sub", "alice")],
    act: nothing_else,
    show: |model, stage| {
        let statement = &Question {
            ask: "“The third part of a token is the secret.”",
            answers: TRUE_OR_FALSE,
            right: FALSE,
            why: "It is the signature: another one for each text. It gives the secret away only if that can be \
                  guessed. [[RFC 7515 section 3]]",
        };
        if !judged(model, stage, statement) {
            return;
        }
        let payload = [r#"{"sub":""#, model.get("sub"), "\"}"].concat();
        let token = tokens::signed(HS256, &payload, SECRET);
        let people = [("alice", "Alice"), ("bob", "Bob")];
        stage.choice(model, ("sub", "A token for"), &people);
        stage.compare(
            "One secret, two signatures",
            ("Secret of the server", SECRET, ""),
            "≠",
            ("Third part", tokens::parts(&token)[2], "signature"),
        );
    },
};

pub const HASHED: Step = Step {
    title: "Hashed and un-hashed?",
    text: "The signature is computed with a hash. How does the server get the user back?",
    task: TASK,
    after: "",
    start: &[(JUDGED, ""), ("letters", "40")],
    act: nothing_else,
    show: |model, stage| {
        let statement = &Question {
            ask: "“The server un-hashes the signature to read the user.”",
            answers: TRUE_OR_FALSE,
            right: FALSE,
            why: "A hash can’t be undone: 256 bits, however long the text. The server reads the payload as it stands, \
                  computes the signature again, and compares.",
        };
        if !judged(model, stage, statement) {
            return;
        }
        let letters = model.number("letters").clamp(1, 2000);
        let payload = [r#"{"sub":""#, &"a".repeat(letters), "\"}"].concat();
        let token = tokens::signed(HS256, &payload, SECRET);
        let signature = tokens::parts(&token)[2];
        let shown = count(letters, "letter", "letters");
        stage.range(model, ("letters", "Name of the user"), (1, 2000), &shown);
        let [long, signed] =
            [payload.len(), signature.len()].map(|long| count(long, "character", "characters"));
        stage.compare(
            "What goes in, what comes out",
            ("Payload", &long, "payload"),
            "→",
            (&signed, signature, "signature"),
        );
    },
};
