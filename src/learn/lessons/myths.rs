//! Statements that are often heard: the learner judges them, and a demonstration settles each.

use super::oidc::PUBLIC;
use crate::jose::verdict::{TimeCheck, time};
use crate::jose::verify::SignatureCheck;
use crate::jose::{AlgName, Algorithm, Source, alg::Hash};
use crate::learn::block::{Block, Line, Row, Side, Tone};
use crate::learn::tokens::{self, HS256, SECRET};
use crate::learn::{Chapter, Lesson, Model, Question, Stage, Step, nothing_else};
use crate::words::count;

pub const LESSON: Lesson = Lesson {
    slug: "myths",
    title: "True or false?",
    chapter: Chapter::Myths,
    steps: &[
        ENCRYPTED, THIRD_PART, HASHED, EXPIRED, UNKNOWN, ALGORITHM, WHO_SIGNS,
    ],
    questions: &[
        Question {
            ask: "“Unlike cookies, tokens are not stored on the client.”",
            answers: TRUE_OR_FALSE,
            right: FALSE,
            why: "They are: in memory, in storage of the browser, or in a cookie. A cookie is a place, a token is what can \
                  stand in it.",
        },
        Question {
            ask: "“Tokens that a script sends by hand make attacks nearly impossible.”",
            answers: TRUE_OR_FALSE,
            right: FALSE,
            why: "Against CSRF it helps, since the browser adds nothing by itself. Against XSS it does not: a foreign script \
                  in the page reads what your script can read.",
        },
        Question {
            ask: "“An HttpOnly cookie is always the safest place.”",
            answers: TRUE_OR_FALSE,
            right: FALSE,
            why: "No script reads it [[RFC 6265 section 4.1.2.6]]. But the browser sends it along, so CSRF has to be kept out, with SameSite for one; and \
                  a foreign script can still send requests while the page is open.",
        },
    ],
};

const TRUE_OR_FALSE: &[&str] = &["True", "False"];
const TRUE: usize = 0;
const FALSE: usize = 1;

/// The name of the learner's judgement.
const JUDGED: &str = "judged";
const TASK: &str = "True or false? Judge it; then the stage shows it.";

const NOW: f64 = 1_900_000_000.0;
const ALICE: &str = r#"{"sub":"alice","role":"user"}"#;
const FORGED: &str = r#"{"sub":"alice","role":"root"}"#;

const ENCRYPTED: Step = Step {
    title: "Encrypted?",
    text: "It looks unreadable, and servers speak of keys. So:",
    task: TASK,
    after: "",
    start: &[(JUDGED, ""), ("lesson-payload", ALICE)],
    act: nothing_else,
    show: |model| {
        let question = Question {
            ask: "“A JWT is an encrypted string. The server decrypts it.”",
            answers: TRUE_OR_FALSE,
            right: FALSE,
            why: "A signed one (JWS) is only encoded: decoding takes no key, and the server verifies. An encrypted one (JWE) has \
                  five parts, and is rarer. [[RFC 7519 section 3]]",
        };
        settled(model, &question, || {
            let payload = model.get("lesson-payload");
            let token = tokens::signed(HS256, payload, SECRET);
            let encoded = tokens::parts(&token)[1];
            vec![
                tokens::json_box(
                    ("lesson-payload", "Payload", "type anything"),
                    "payload",
                    payload,
                    payload,
                ),
                Block::Compare {
                    label: "Decoded without a key",
                    sign: "=",
                    left: Side::new("Second part", encoded, "payload"),
                    right: Side::new("Its bytes as text", tokens::decoded(encoded), ""),
                },
            ]
        })
    },
};

const THIRD_PART: Step = Step {
    title: "The third part",
    text: "Header, payload, and then?",
    task: TASK,
    after: "",
    start: &[(JUDGED, ""), ("sub", "alice")],
    act: nothing_else,
    show: |model| {
        let question = Question {
            ask: "“The third part of a token is the secret.”",
            answers: TRUE_OR_FALSE,
            right: FALSE,
            why: "It is the signature. Of one secret there are as many signatures as texts, and none gives the secret away, \
                  unless that can be guessed. [[RFC 7515 section 3]]",
        };
        settled(model, &question, || {
            let payload = [r#"{"sub":""#, model.get("sub"), "\"}"].concat();
            let token = tokens::signed(HS256, &payload, SECRET);
            vec![
                choice(
                    "sub",
                    "A token for",
                    &[("alice", "Alice"), ("bob", "Bob")],
                    model,
                ),
                Block::Compare {
                    label: "One secret, two signatures",
                    sign: "≠",
                    left: Side::new("Secret of the server", SECRET, ""),
                    right: Side::new("Third part", tokens::parts(&token)[2], "signature"),
                },
            ]
        })
    },
};

const HASHED: Step = Step {
    title: "Hashed and un-hashed?",
    text: "The signature is computed with a hash. How does the server get the user back?",
    task: TASK,
    after: "",
    start: &[(JUDGED, ""), ("letters", "40")],
    act: nothing_else,
    show: |model| {
        let question = Question {
            ask: "“The server un-hashes the signature to read the user.”",
            answers: TRUE_OR_FALSE,
            right: FALSE,
            why: "A hash can’t be undone: it has 256 bits, however long the text. The server reads the payload as it stands, \
                  computes the signature again, and compares.",
        };
        settled(model, &question, || {
            let letters = model.number("letters").clamp(1, 2000);
            let payload = [r#"{"sub":""#, &"a".repeat(letters), "\"}"].concat();
            let token = tokens::signed(HS256, &payload, SECRET);
            let [_, _, signature] = tokens::parts(&token);
            let shown = count(letters, "letter", "letters");
            let long = count(payload.len(), "character", "characters");
            vec![
                Block::Range {
                    name: "letters",
                    label: "Name of the user",
                    min: 1,
                    max: 2000,
                    value: letters,
                    shown,
                },
                Block::Compare {
                    label: "What goes in, what comes out",
                    sign: "→",
                    left: Side::new("Payload", long, "payload"),
                    right: Side::new(
                        count(signature.len(), "character", "characters"),
                        signature,
                        "signature",
                    ),
                },
            ]
        })
    },
};

const EXPIRED: Step = Step {
    title: "Expired from outside?",
    text: "A token was stolen. What now?",
    task: TASK,
    after: "",
    start: &[(JUDGED, "")],
    act: nothing_else,
    show: |model| {
        let question = Question {
            ask: "“A token is invalidated by setting its expiration to a time in the past.”",
            answers: TRUE_OR_FALSE,
            right: FALSE,
            why: "That makes another token. The copy that was issued keeps its own `exp`, and its signature holds. To refuse it, \
                  the server needs a list, or another key. [[RFC 7519 section 4.1.4]]",
        };
        settled(model, &question, || {
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
    },
};

const UNKNOWN: Step = Step {
    title: "Unknown tokens",
    text: "A token was issued by one server, and comes to another.",
    task: TASK,
    after: "",
    start: &[(JUDGED, ""), ("key-of", "same")],
    act: nothing_else,
    show: |model| {
        let question = Question {
            ask: "“A server can accept a token that it never saw and has in no list.”",
            answers: TRUE_OR_FALSE,
            right: TRUE,
            why: "It needs the key, not the token. That is why many servers can share the work. A list is needed only to refuse \
                  tokens before their time.",
        };
        settled(model, &question, || {
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
                choice("key-of", "The second server has", options, model),
                tokens::shown("A token of the first server", &token, &token, SECRET, holds),
                told(
                    holds,
                    "The second server accepts it",
                    "The second server refuses it",
                ),
            ]
        })
    },
};

const ALGORITHM: Step = Step {
    title: "Who chooses the algorithm?",
    text: "Every token names an algorithm in its header: `alg`.",
    task: TASK,
    after: "",
    start: &[(JUDGED, "")],
    act: nothing_else,
    show: |model| {
        let question = Question {
            ask: "“The alg of the header tells the server how to verify.”",
            answers: TRUE_OR_FALSE,
            right: FALSE,
            why: "Whoever made the token wrote it, an attacker too. The server decides which algorithms it takes, and with which \
                  key. [[RFC 8725 section 3.1]]",
        };
        settled(model, &question, || {
            let token = tokens::with_signature(r#"{"alg":"none"}"#, FORGED, "");
            let source = Source::read(&token);
            let header = source.jws().and_then(|jws| jws.header.as_ref().ok());
            let obeys = header.is_some_and(|header| header.alg == Some(AlgName::None));
            let required = Some(Algorithm::Hs(Hash::Sha256));
            let check = tokens::check(&token, SECRET, required);
            let holds = matches!(check, SignatureCheck::Verified(_));
            vec![
                tokens::shown("A token without a signature", &token, &token, SECRET, true),
                code(
                    "A careless server",
                    r#"if header.alg == "none": accept(token)"#,
                    obeys,
                ),
                code(
                    "A careful server",
                    r#"verify(token, secret, "HS256")"#,
                    holds,
                ),
            ]
        })
    },
};

const WHO_SIGNS: Step = Step {
    title: "Who can sign?",
    text: "A second service shall verify your tokens. You give it what it needs for that.",
    task: TASK,
    after: "",
    start: &[(JUDGED, ""), ("signed-by", "HS256")],
    act: nothing_else,
    show: |model| {
        let question = Question {
            ask: "“Whoever can verify an HS256 token can also make one.”",
            answers: TRUE_OR_FALSE,
            right: TRUE,
            why: "With HMAC one secret does both. With RSA, ECDSA or EdDSA the private key signs, and the public key can only \
                  verify. [[RFC 7515 section 10.5]]",
        };
        settled(model, &question, || {
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
                choice("signed-by", "The service has, for", options, model),
                tokens::shown("What it can make with that", &token, &token, key, true),
                told(
                    holds,
                    "Your server accepts it",
                    "There is no signature, and your server refuses it",
                ),
            ]
        })
    },
};

/// The statement, and behind the judgement what shows it.
fn settled(model: &Model, question: &Question, show: impl FnOnce() -> Vec<Block>) -> Stage {
    let block = question.block(JUDGED, model.get(JUDGED));
    let is_done = matches!(
        block,
        Block::Question {
            chosen: Some(_),
            ..
        }
    );
    let mut blocks = vec![block];
    if is_done {
        blocks.extend(show());
    }
    Stage {
        blocks,
        is_done,
        ..Stage::default()
    }
}

fn choice(
    name: &'static str,
    label: &'static str,
    options: &[(&'static str, &'static str)],
    model: &Model,
) -> Block {
    Block::Choice {
        name,
        label,
        options: options.to_vec(),
        chosen: model.get(name).to_owned(),
    }
}

fn told(holds: bool, accepted: &str, refused: &str) -> Block {
    Block::Outcome {
        tone: Tone::of(holds),
        title: if holds { accepted } else { refused }.to_owned(),
        sentence: String::new(),
    }
}

/// One line that ran on a forged token.
fn code(label: &'static str, text: &str, passes: bool) -> Block {
    let tone = Tone::of(!passes);
    Block::Code {
        label,
        lines: vec![Line {
            text: text.to_owned(),
            tone,
            note: if passes { "it does" } else { "does not hold" }.to_owned(),
        }],
        tone,
        outcome: if passes { "accepted" } else { "refused" }.to_owned(),
    }
}
