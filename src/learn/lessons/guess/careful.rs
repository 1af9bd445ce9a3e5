//! A server that takes any secret, and one that looks at it first.

use super::{PAYLOAD, RANDOM, secret_box};
use crate::jose::{KeyInput, SecretEncoding, Source};
use crate::learn::block::{Block, Button, Line, Tone};
use crate::learn::guessing::{KNOWN, guess};
use crate::learn::tokens::{self, HS256};
use crate::learn::{Stage, Step, nothing_else};
use crate::lint;

const FORGED: &str = r#"{"sub":"1234567890","role":"root"}"#;

pub const CAREFUL: Step = Step {
    title: "A server that looks at its secret",
    text: "An attacker tries all known secrets on the token and signs `root` with what was found. One of two servers \
           looks at its secret before it starts.",
    task: "Give the servers a secret with which the careful one starts.",
    after: "Length can be checked, randomness cannot: take the secret from a generator.",
    start: &[("lesson-secret", "changeme")],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let secret = model.get("lesson-secret");
            let token = tokens::signed(HS256, PAYLOAD, secret);
            let found = guess(&token, 0, KNOWN).found;
            let forged = tokens::signed(HS256, FORGED, found.as_deref().unwrap_or("secret"));
            let verified = (
                "verify(token, secret, \"HS256\")",
                tokens::verifies(&forged, secret),
            );
            let (is_long, is_unknown) = looked_at(&token, secret);
            let careful = [
                ("bits(secret) >= 256, or don’t start", is_long),
                ("secret is not a known one, or don’t start", is_unknown),
                verified,
            ];
            let blocks = vec![
                secret_box(secret),
                Block::Buttons {
                    label: "Take",
                    buttons: vec![Button::new(
                        "lesson-secret",
                        RANDOM,
                        "32 random bytes in base64url",
                    )],
                },
                tokens::shown("Forged token", &forged, &token, secret, verified.1),
                code("A careless server", &[verified]),
                code("A careful server", &careful),
            ];
            Stage {
                blocks,
                is_done: is_long && is_unknown,
                ..Stage::default()
            }
        };
    },
};

/// Whether a secret is long enough for the token, and none that everybody knows: what the rules of the inspector say.
fn looked_at(token: &str, secret: &str) -> (bool, bool) {
    let findings = lint::lint(&lint::Subject {
        source: &Source::read(token),
        key: &KeyInput::read(secret, SecretEncoding::Utf8),
        policy: &lint::Policy::default(),
        now: 0.0,
        skew: 0.0,
    });
    let is_fine = |id: &str| findings.iter().all(|finding| finding.rule.id() != id);
    let is_there = !secret.is_empty();
    (is_there && is_fine("KEY01"), is_there && is_fine("KEY02"))
}

/// A verifier of a forged token: lines that run up to the first that does not hold.
pub fn code(label: &'static str, checks: &[(&str, bool)]) -> Block {
    let mut passes = true;
    let mut lines = Vec::new();
    for (text, holds) in checks {
        let is_run = passes;
        passes &= holds;
        let (tone, note) = match (is_run, *holds) {
            (false, _) => (Tone::Plain, ""),
            (_, true) => (Tone::Good, "holds"),
            (_, false) => (Tone::Bad, "does not hold"),
        };
        lines.push(Line {
            text: (*text).to_owned(),
            tone,
            note: note.to_owned(),
        });
    }
    let outcome = match checks.iter().position(|(_, holds)| !holds) {
        None => "the forged token is accepted",
        Some(at) if at + 1 == checks.len() => "the forged token is refused",
        Some(_) => "the server does not start",
    };
    Block::Code {
        label,
        lines,
        tone: Tone::of(!passes),
        outcome: outcome.to_owned(),
    }
}
