//! Statements on what a server does with it.

use super::{ALICE, FALSE, JUDGED, TASK, TRUE, TRUE_OR_FALSE, settled, told};
use crate::jose::verdict::{TimeCheck, time};
use crate::jose::verify::SignatureCheck;
use crate::jose::{AlgName, Algorithm, Source, alg::Hash};
use crate::learn::block::{Block, Row, Tone};
use crate::learn::choices::choice;
use crate::learn::lessons::guess::code;
use crate::learn::lessons::oidc::PUBLIC;
use crate::learn::tokens::{self, HS256, SECRET};
use crate::learn::{Question, Step, nothing_else};

const NOW: f64 = 1_900_000_000.0;
const FORGED: &str = r#"{"sub":"alice","role":"root"}"#;

pub const EXPIRED: Step = Step {
    title: "Expired from outside?",
    text: "A token was stolen. What now?",
    task: TASK,
    after: "",
    start: &[(JUDGED, "")],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let question = Question {
                ask: "“A token is invalidated by setting its expiration to a time in the past.”",
                answers: TRUE_OR_FALSE,
                right: FALSE,
                why: "That makes another token. The issued copy keeps its own `exp`, and its signature holds. Before \
                  that only a list or another key refuses it. [[RFC 7519 section 4.1.4]]",
            };
            settled(model, &question, &|| {
                let row = |name: &str, exp: &str| {
                    let token = tokens::signed(
                        HS256,
                        &[r#"{"sub":"alice","exp":"#, exp, "}"].concat(),
                        SECRET,
                    );
                    let is_signed = tokens::verifies(&token, SECRET);
                    let check = time(&Source::read(&token), NOW, 0.0);
                    let is_in_time = matches!(check, TimeCheck::InTime { .. });
                    let is_accepted = is_signed && is_in_time;
                    let cells = [
                        name,
                        if is_signed { "holds" } else { "does not hold" },
                        if is_in_time { "in time" } else { "expired" },
                        if is_accepted { "accepted" } else { "refused" },
                    ];
                    Row {
                        cells: cells.map(str::to_owned).to_vec(),
                        tone: Tone::of(is_accepted),
                    }
                };
                vec![Block::Table {
                    label: "Both tokens come to the server",
                    head: vec!["Token", "Signature", "Time", "So it is"],
                    rows: vec![
                        row("the thief’s copy", "1900003600"),
                        row("the new one", "1899996400"),
                    ],
                }]
            })
        };
    },
};

pub const UNKNOWN: Step = Step {
    title: "Unknown tokens",
    text: "A token was issued by one server, and comes to another.",
    task: TASK,
    after: "",
    start: &[(JUDGED, ""), ("key-of", "same")],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let question = Question {
                ask: "“A server can accept a token that it never saw and has in no list.”",
                answers: TRUE_OR_FALSE,
                right: TRUE,
                why: "It needs the key, not the token: so many servers can share the work. A list is needed only to \
                  refuse tokens before their time.",
            };
            settled(model, &question, &|| {
                let token = tokens::signed(HS256, ALICE, SECRET);
                let is_same = model.is("key-of", "same");
                let key = if is_same {
                    SECRET
                } else {
                    "the secret of another system"
                };
                let options = &[("same", "the same secret"), ("other", "another secret")];
                let holds = tokens::verifies(&token, key);
                vec![
                    choice(model, ("key-of", "The second server has"), options),
                    tokens::shown("A token of the first server", &token, &token, SECRET, holds),
                    told(
                        holds,
                        "The second server accepts it",
                        "The second server refuses it",
                    ),
                ]
            })
        };
    },
};

pub const ALGORITHM: Step = Step {
    title: "Who chooses the algorithm?",
    text: "Every token names an algorithm in its header: `alg`.",
    task: TASK,
    after: "",
    start: &[(JUDGED, "")],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let question = Question {
                ask: "“The alg of the header tells the server how to verify.”",
                answers: TRUE_OR_FALSE,
                right: FALSE,
                why: "Whoever made the token wrote it, an attacker too. The server decides what it takes, with which key. \
                  [[RFC 8725 section 3.1]]",
            };
            settled(model, &question, &|| {
                let token = tokens::with_signature(r#"{"alg":"none"}"#, FORGED, "");
                let source = Source::read(&token);
                let header = source.jws().and_then(|jws| jws.header.as_ref().ok());
                let obeys = header.is_some_and(|header| header.alg == Some(AlgName::None));
                let required = Some(Algorithm::Hs(Hash::Sha256));
                let check = tokens::check(&token, SECRET, required);
                let holds = matches!(check, SignatureCheck::Verified(_));
                let mut shown = crate::learn::Stage::default();
                shown.token("A token without a signature", &token, SECRET);
                let obey = r#"if header.alg == "none": accept(token)"#;
                code(&mut shown, "A careless server", &[(obey, obeys)]);
                let verify = r#"verify(token, secret, "HS256")"#;
                code(&mut shown, "A careful server", &[(verify, holds)]);
                shown.blocks
            })
        };
    },
};

pub const WHO_SIGNS: Step = Step {
    title: "Who can sign?",
    text: "A second service shall verify your tokens. You give it what it needs for that.",
    task: TASK,
    after: "",
    start: &[(JUDGED, ""), ("signed-by", "HS256")],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let question = Question {
                ask: "“Whoever can verify an HS256 token can also make one.”",
                answers: TRUE_OR_FALSE,
                right: TRUE,
                why: "With HMAC one secret does both. With RSA, ECDSA or EdDSA the private key signs, and the public key \
                  can only verify. [[RFC 7515 section 10.5]]",
            };
            settled(model, &question, &|| {
                let (header, key) = match model.is("signed-by", "HS256") {
                    true => (HS256, SECRET),
                    false => (r#"{"alg":"ES256","typ":"JWT"}"#, PUBLIC),
                };
                let token = tokens::signed(header, FORGED, key);
                let holds = tokens::verifies(&token, key);
                let options = &[
                    ("HS256", "HS256: the secret"),
                    ("ES256", "ES256: the public key"),
                ];
                vec![
                    choice(model, ("signed-by", "The service has, for"), options),
                    tokens::shown("What it can make with that", &token, &token, key, true),
                    told(
                        holds,
                        "Your server accepts it",
                        "There is no signature, and your server refuses it",
                    ),
                ]
            })
        };
    },
};
