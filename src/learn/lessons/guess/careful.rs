//! A server that takes any secret, and one that looks at it first.

use super::{PAYLOAD, RANDOM, SECRET_BOX};
use crate::jose::{KeyInput, SecretEncoding, Source};
use crate::learn::block::Tone;
use crate::learn::guessing::{KNOWN, guess};
use crate::learn::tokens::{self, HS256};
use crate::learn::{Stage, Step, nothing_else};
use crate::lint;

const FORGED: &str = r#"{"sub":"1234567890","role":"root"}"#;

pub const CAREFUL: Step = Step {
    title: "A server that looks at its secret",
    text: "An attacker tries all known secrets, and signs `root` with what was found. One of two servers looks at \
           its secret before it starts.",
    task: "Give the servers a secret with which the careful one starts.",
    after: "Length can be checked, randomness cannot: take the secret from a generator.",
    start: &[("lesson-secret", "changeme")],
    act: nothing_else,
    show: |model, stage| {
        let secret = model.get("lesson-secret");
        let token = tokens::signed(HS256, PAYLOAD, secret);
        let found = guess(&token, 0, KNOWN).found;
        let forged = tokens::signed(HS256, FORGED, found.as_deref().unwrap_or("secret"));
        let holds = tokens::verifies(&forged, secret);
        let verified = ("verify(token, secret, \"HS256\")", holds);
        let findings = looked_at(&token, secret);
        let is_fine = |id: &str| !secret.is_empty() && !findings.contains(&id);
        let (is_long, is_unknown) = (is_fine("KEY01"), is_fine("KEY02"));
        stage.text_box(model, SECRET_BOX, "key");
        let random = [(RANDOM, "32 random bytes in base64url")];
        stage.buttons(model, ("lesson-secret", "Take"), &random);
        stage.edited_token("Forged token", &forged, &token, secret, holds);
        code(stage, "A careless server", &[verified]);
        code(
            stage,
            "A careful server",
            &[
                ("bits(secret) >= 256, or don’t start", is_long),
                ("secret is not a known one, or don’t start", is_unknown),
                verified,
            ],
        );
        stage.is_done = is_long && is_unknown;
    },
};

/// The rules of the inspector that find fault with a token under this secret.
fn looked_at(token: &str, secret: &str) -> Vec<&'static str> {
    let findings = lint::lint(&lint::Subject {
        source: &Source::read(token),
        key: &KeyInput::read(secret, SecretEncoding::Utf8),
        policy: &lint::Policy::default(),
        now: 0.0,
        skew: 0.0,
    });
    findings.iter().map(|finding| finding.rule.id()).collect()
}

/// A verifier of a forged token: lines that run up to the first that does not hold.
pub fn code(stage: &mut Stage, label: &'static str, checks: &[(&str, bool)]) {
    stage.code(label, Tone::Bad, "the forged token is accepted");
    let mut passes = true;
    for (at, (text, holds)) in checks.iter().enumerate() {
        let (tone, note) = match (passes, *holds) {
            (false, _) => (Tone::Plain, ""),
            (true, true) => (Tone::Good, "holds"),
            (true, false) => (Tone::Bad, "does not hold"),
        };
        stage.line(tone, text, note);
        if passes && !holds {
            let how = match at + 1 == checks.len() {
                true => "the forged token is refused",
                false => "the server does not start",
            };
            stage.ended(Tone::Good, how);
        }
        passes &= holds;
    }
}
