//! Keys on the web: JWK, JWKS and kid, and a rotation.

mod rotation;

use crate::jose::key::{KeyInput, SecretEncoding};
use crate::jose::verify::SignatureCheck;
use crate::learn::block::{Block, Row, Tone};
use crate::learn::choices::{TRIED, choice, has_tried, note_tried};
use crate::learn::keys::Pair;
use crate::learn::player::{MOMENT, is_over, played};
use crate::learn::tokens::{self, ES256};
use crate::learn::{Chapter, Lesson, Question, Stage, Step, nothing_else};
use crate::words;
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
            why: "The gateway fetches the set, keeps it for a while and verifies by itself. A secret (`kty` is `oct`) never \
                  belongs into a set that is published.",
        },
        Question {
            ask: "A token names a kid that is not in the set you keep. What is sensible?",
            answers: &[
                "Fetch the set again, but not at every request.",
                "Accept the token: it may be a new key.",
                "Fetch the key from the address that the token names.",
            ],
            right: 0,
            why: "The issuer may have rotated its keys. Fetch from the address you have configured, and limit how often: \
                  otherwise anybody can make you fetch by inventing names. [[OpenID Connect Core section 10.1.1]]",
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
    text: "A JWK is a key in JSON: `kty` is its family, `crv` its curve, `x` and `y` are the public point, and `d` is the private \
           number. [[RFC 7517 section 4]] This one is printed in a standard [[RFC 7515 appendix A.3]], and is a key pair: not to be published as it is.",
    task: "Take out what only the issuer may have, and leave what verifies.",
    after: "The token verifies as before: the public point is all that verifying takes. What can sign stays with the issuer.",
    start: &[("lesson-jwk", KEY_PAIR)],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let token = tokens::signed(ES256, PAYLOAD, KEY_PAIR);
            let text = model.get("lesson-jwk");
            let key = KeyInput::read(text, SecretEncoding::Utf8);
            let can_sign = key.single().is_some_and(|key| key.can_sign());
            let holds = tokens::verifies(&token, text);
            let (tone, title) = match (holds, can_sign) {
                (true, true) => (Tone::Warn, "Verifies, and can sign: keep it to yourself"),
                (true, false) => (Tone::Good, "Verifies, and cannot sign: publish it"),
                _ => (Tone::Bad, "This key does not verify the token"),
            };
            Stage {
                is_done: holds && !can_sign,
                blocks: vec![
                    Block::Outcome {
                        tone,
                        title: title.to_owned(),
                        sentence: words::signature::said(&tokens::check(&token, text, None))
                            .sentence,
                    },
                    tokens::json_box(("lesson-jwk", "JWK", "edit it"), "key", text, KEY_PAIR),
                    tokens::shown("Token of this key", &token, &token, text, holds),
                ],
                facts: Vec::new(),
                ..Stage::default()
            }
        };
    },
};

const NAMED: Step = Step {
    title: "A set, and a name",
    text: "An issuer publishes its public keys as one list, a JWK Set. [[RFC 7517 section 5]] Each key has a name, `kid`, and \
           the header of a token says which one it was signed with. Here the set holds `a` and `b`, and `b` signed.",
    task: "Try every name that the header could give.",
    after: "The name only saves time: it chooses among keys that the verifier trusts already. Without a name, {tried} keys were \
            tried before one fitted. A wrong name fails, though the key is there.",
    start: &[("kid", "a"), (TRIED, "")],
    act: note_tried,
    show: |model, stage| {
        *stage = {
            let (a, b) = (Pair::new(1, "a"), Pair::new(2, "b"));
            let set = set(&[&a, &b]);
            let kid = model.get("kid");
            let token = signed(kid, &b);
            let check = tokens::check(&token, &set, None);
            let holds = tokens::is_verified(&check);
            let unnamed = match tokens::check(&signed("none", &b), &set, None) {
                SignatureCheck::Verified(verified) => verified.tried(),
                _ => 0,
            };
            let tried = |kid| has_tried(model, kid);
            Stage {
                is_done: ["b", "c", "none"].into_iter().all(tried),
                blocks: vec![
                    Block::Outcome {
                        tone: Tone::of(holds),
                        title: if holds { "Verified" } else { "Not verified" }.to_owned(),
                        sentence: words::signature::said(&check).sentence,
                    },
                    choice(
                        model,
                        ("kid", "kid in the header"),
                        &[("a", "a"), ("b", "b"), ("c", "c"), ("none", "no kid")],
                    ),
                    tokens::shown("Token", &token, &token, &set, holds),
                    Block::Table {
                        label: "The published set",
                        head: vec!["kid", "kty", "crv", "x"],
                        rows: vec![row(&a), row(&b)],
                    },
                ],
                facts: vec![("tried", unnamed.to_string())],
                ..Stage::default()
            }
        };
    },
};

const ROTATE: Step = Step {
    title: "A new key, and no failed request",
    text: "Keys are replaced now and then. Three things are to be done: **publish** the new key, **sign** with it, **remove** \
           the old one. The API keeps the set for 5 minutes, and tokens live for 15. Ann’s token is nearly \
           as old as it may be, Ben’s is always fresh.",
    task: "Choose an order and a pace, and play it to its end without a failed request.",
    after: "In this order and at this pace, {failed} of {requests} requests fail. A key has to be known everywhere before \
            anything is signed with it, and to stay until the last token it signed has expired. \
            [[OpenID Connect Core section 10.1.1]]",
    start: &[("order", "0"), ("pace", "1"), (MOMENT, "0")],
    act: |model, name| {
        if name != MOMENT {
            model.put(MOMENT, "0");
        }
    },
    show: |model, stage| {
        *stage = {
            let rotation = Rotation::new(model.number("order"), model.number("pace"));
            let moments = rotation.moments();
            let (failed, requests) = rotation.failed();
            let mut blocks = vec![
                choice(model, ("order", "Order"), &ORDERS),
                choice(
                    model,
                    ("pace", "From one to the next"),
                    &[("1", "a minute"), ("60", "an hour")],
                ),
            ];
            blocks.extend(played("Issuer, API and two users", &moments, model));
            Stage {
                is_done: is_over(&moments, model) && failed == 0,
                blocks,
                facts: vec![
                    ("failed", failed.to_string()),
                    ("requests", requests.to_string()),
                ],
                ..Stage::default()
            }
        };
    },
};

fn row(pair: &Pair) -> Row {
    let member = |name| tokens::member(&pair.public, name).unwrap_or_default();
    Row {
        cells: ["kid", "kty", "crv", "x"].map(member).to_vec(),
        tone: Tone::Plain,
    }
}

/// A token that names its key, unless the name is `none`.
fn signed(kid: &str, pair: &Pair) -> String {
    let header = match kid {
        "none" => ES256.to_owned(),
        _ => ["{\"alg\":\"ES256\",\"kid\":\"", kid, "\"}"].concat(),
    };
    tokens::signed(&header, PAYLOAD, &pair.private)
}

/// The public halves as a JWK Set.
fn set(pairs: &[&Pair]) -> String {
    let keys: Vec<_> = pairs.iter().map(|pair| &*pair.public).collect();
    ["{\"keys\":[", &keys.join(","), "]}"].concat()
}
