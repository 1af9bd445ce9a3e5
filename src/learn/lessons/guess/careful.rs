//! A server that takes any secret, and one that looks at it first.

use super::{PAYLOAD, RANDOM, SECRET_BOX};
use crate::jose::{KeyInput, SecretEncoding, Source};
use crate::learn::block::Tone;
use crate::learn::guessing::{KNOWN, guess};
use crate::learn::tokens::{self, HS256};
use crate::learn::{Step, nothing_else};
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
        stage.run_all("A careless server", &[verified]);
        stage.run_all(
            "A careful server",
            &[
                ("bits(secret) >= 256, or don’t start", is_long),
                ("secret is not a known one, or don’t start", is_unknown),
                verified,
            ],
        );
        stage.is_done = is_long && is_unknown;
        if !stage.is_done {
            stage.ended(Tone::Bad, "It does not start.");
        }
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
