//! Keys on the web: JWK, JWKS and kid, and a rotation.

mod rotation;

use crate::jose::key::{KeyInput, SecretEncoding};
use crate::jose::verify::SignatureCheck;
use crate::learn::keys::Pair;
use crate::learn::player::{from_the_start, is_over};
use crate::learn::tokens::{self, ES256};
use crate::learn::tried::{TRIED, has_tried_all, note_tried};
use crate::learn::{Chapter, Lesson, MOMENT, Question, Step, Tone, nothing_else};
use crate::words::signature::said;
use rotation::{ORDERS, Rotation};

pub const LESSON: Lesson = Lesson {
    slug: "jwks",
    title: "Keys on the web: JWK, JWKS and kid",
    chapter: Chapter::Token,
    steps: &[PUBLISH, NAMED, ROTATE],
    questions: &[
        Question {
            ask: "A gateway asks you for the JWKS of your issuer. What do you give it?",
            answers: &[
                "The secret of the issuer.",
                "The address at which the issuer publishes its public keys.",
                "A token of the issuer.",
            ],
            right: 1,
            why: "The gateway fetches the set, keeps it for a while and verifies by itself. A secret (`kty` is `oct`) \
                  never belongs in it.",
        },
        Question {
            ask: "A token names a kid that is not in the set you keep. What is sensible?",
            answers: &[
                "Fetch the set again, but not at every request.",
                "Accept the token: it may be a new key.",
                "Fetch the key from the address that the token names.",
            ],
            right: 0,
            why: "The issuer may have rotated its keys. Fetch from the address you configured, and limit how often: \
                  else anybody makes you fetch by inventing names. [[OpenID Connect Core section 10.1.1]]",
        },
    ],
};

const PAYLOAD: &str = r#"{"sub":"1234567890","role":"user"}"#;

/// The key of RFC 7515 appendix A.3.
const KEY_PAIR: &str = r#"{
  "kty": "EC",
  "crv": "P-256",
  "d": "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI",
  "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
  "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"
}"#;

const PUBLISH: Step = Step {
    title: "A key as JSON",
    text: "A JWK is a key in JSON: `kty` is its family [[RFC 7517 section 4.1]], `crv` its curve, `x` and `y` are the \
           public point, `d` is the private number. [[RFC 7518 section 6.2]] This one, printed in a standard, is a key \
           pair: not to be published as it is. [[RFC 7515 appendix A.3]]",
    task: "Take out what only the issuer may have, and leave what verifies.",
    after: "The token verifies as before: that takes the public point alone. What can sign stays with the issuer.",
    start: &[("lesson-jwk", KEY_PAIR)],
    act: nothing_else,
    show: |model, stage| {
        let token = tokens::signed(ES256, PAYLOAD, KEY_PAIR);
        let text = model.get("lesson-jwk");
        let key = KeyInput::read(text, SecretEncoding::Utf8);
        let can_sign = key.single().is_some_and(|key| key.can_sign());
        let check = tokens::check(&token, text, None);
        let holds = tokens::is_verified(&check);
        let (tone, title) = match (holds, can_sign) {
            (true, true) => (Tone::Warn, "Verifies, and can sign: keep it to yourself"),
            (true, false) => (Tone::Good, "Verifies, and cannot sign: publish it"),
            _ => (Tone::Bad, "This key does not verify the token"),
        };
        stage.is_done = holds && !can_sign;
        stage.outcome(tone, title, &said(&check).sentence);
        let named = ("lesson-jwk", "JWK", "edit it");
        stage.json_box(model, named, "key", KEY_PAIR);
        stage.edited_token("Token of this key", &token, &token, text, holds);
    },
};

const NAMED: Step = Step {
    title: "A set, and a name",
    text: "An issuer publishes its public keys as a list, a JWK Set. [[RFC 7517 section 5]] Each key has a name, \
           `kid`, and the header of a token says which one signed it. Here the set holds `a` and `b`, and `b` signed.",
    task: "Try every name that the header could give.",
    after: "The name only saves time: it chooses among keys that the verifier trusts already. Without it, {tried} keys \
            were tried until one fitted. A wrong name fails, though the key is there.",
    start: &[("kid", "a"), (TRIED, "")],
    act: note_tried,
    show: |model, stage| {
        let (a, b) = (Pair::new(1, "a"), Pair::new(2, "b"));
        let set = set(&[&a.public, &b.public]);
        let token = signed(model.get("kid"), &b);
        let check = tokens::check(&token, &set, None);
        let holds = tokens::is_verified(&check);
        let title = if holds { "Verified" } else { "Not verified" };
        stage.is_done = has_tried_all(model, &["b", "c", "none"]);
        stage.outcome(Tone::of(holds), title, &said(&check).sentence);
        let names = [("a", "a"), ("b", "b"), ("c", "c"), ("none", "no kid")];
        stage.choice(model, ("kid", "kid in the header"), &names);
        stage.edited_token("Token", &token, &token, &set, holds);
        stage.table("The published set", &["kid", "kty", "crv", "x"]);
        for pair in [&a, &b] {
            let member = |name| tokens::member(&pair.public, name).unwrap_or_default();
            let (kid, kty, crv, x) = (member("kid"), member("kty"), member("crv"), member("x"));
            stage.row(Tone::Plain, &[&kid, &kty, &crv, &x]);
        }
        if let SignatureCheck::Verified(unnamed) = tokens::check(&signed("none", &b), &set, None) {
            stage.count("tried", unnamed.tried());
        }
    },
};

const ROTATE: Step = Step {
    title: "A new key, and no failed request",
    text: "Replacing a key takes three acts: **publish** the new one, **sign** with it, **remove** the old. The API \
           keeps the set for 5 minutes, and tokens live for 15. Ann’s token is nearly that old, Ben’s is always fresh.",
    task: "Choose an order and a pace, and play it to its end without a failed request.",
    after: "Here {failed} of {requests} requests fail. A key has to be known everywhere before it signs anything, and \
            to stay until the last token it signed has expired. [[OpenID Connect Core section 10.1.1]]",
    start: &[("order", "0"), ("pace", "1"), (MOMENT, "0")],
    act: from_the_start,
    show: |model, stage| {
        let rotation = Rotation::new(model.number("order"), model.number("pace"));
        let moments = rotation.moments();
        let failed = rotation.failed();
        stage.is_done = is_over(&moments, model) && failed == 0;
        stage.choice(model, ("order", "Order"), &ORDERS);
        let paces = [("1", "a minute"), ("60", "an hour")];
        stage.choice(model, ("pace", "From one to the next"), &paces);
        stage.played("Issuer, API and two users", &moments, model);
        stage.count("failed", failed);
        stage.count("requests", rotation.requests.len());
    },
};

/// A token that names its key, unless the name is `none`.
fn signed(kid: &str, pair: &Pair) -> String {
    let named = ["{\"alg\":\"ES256\",\"kid\":\"", kid, "\"}"].concat();
    let header = if kid == "none" { ES256 } else { &named };
    tokens::signed(header, PAYLOAD, &pair.private)
}

/// Keys as a JWK Set.
fn set(keys: &[&str]) -> String {
    ["{\"keys\":[", &keys.join(","), "]}"].concat()
}
