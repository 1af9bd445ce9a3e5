//! Who can sign, who can verify.

use crate::jose::base64url;
use crate::learn::block::{Actor, Block, Message, Side, Tone};
use crate::learn::choices::{TRIED, buttons, has_tried, note, note_tried};
use crate::learn::keys::{Pair, RSA, RSA_TOKEN};
use crate::learn::tokens::{self, ES256, HS256, SECRET};
use crate::learn::{Chapter, Lesson, Model, Question, Stage, Step};

pub const LESSON: Lesson = Lesson {
    slug: "keys",
    title: "Who can sign, who can verify",
    chapter: Chapter::Token,
    steps: &[SHARED, PAIR, FIT],
    questions: &[
        Question {
            ask: "Is a JWT signed with the private or with the public key?",
            answers: &[
                "With the private key; the public key verifies.",
                "With the public key; the private key decrypts.",
                "With both, one after the other.",
            ],
            right: 0,
            why: "Signing is what only the issuer may do, so it takes what only the issuer has. Nothing is encrypted: \
                  whoever has the token reads it. With an HS algorithm there is no pair, and one secret does both.",
        },
        Question {
            ask: "Ten services of other companies are to verify your tokens. What do they get?",
            answers: &[
                "The secret, over a safe line.",
                "The public key.",
                "A private key each.",
            ],
            right: 1,
            why: "With the secret, each of the ten could issue tokens in your name. The public key needs no secrecy at all; \
                  only make sure that it is yours.",
        },
    ],
};

const SERVICES: [&str; 3] = ["Login", "Shop", "Mail"];
const FORGED: &str = r#"{"sub":"1234567890","role":"root"}"#;

const SHARED: Step = Step {
    title: "One secret for all",
    text: "Login issues tokens, Shop and Mail verify them. With HS256 there is one key for both: the issuer chooses it, and \
           whoever verifies has to have it. [[RFC 7518 section 3.2]]",
    task: "Somebody broke into Mail. Let Mail make a token that says `root`.",
    after: "{signers} of 3 services can sign. Shop accepts the token, and cannot tell who made it. A shared secret is for \
            those who trust each other entirely; best of all, for one service that issues and verifies.",
    start: &[("signer", "Login"), (TRIED, "")],
    act: note_tried,
    show: |model, stage| {
        *stage = {
            let secret = || SECRET.to_owned();
            let mut stage = services(model, HS256, [secret(), secret(), secret()], "the secret");
            stage.is_done = model.is("signer", "Mail");
            stage
        };
    },
};

const PAIR: Step = Step {
    title: "A key pair",
    text: "With ES256 or RS256 the key has two halves. The private half signs and stays with Login. The public half \
           verifies, and may be known to everybody: it cannot sign, and the private half cannot be computed from it in any \
           useful time. [[RFC 7518 section 3.4]]",
    task: "Break into Mail again: sign with what it has, then with a new key pair of its own.",
    after: "Now {signers} of 3 services can sign, and a token that verifies came from there.",
    start: &[("signer", "Login"), (TRIED, "")],
    act: note_tried,
    show: |model, stage| {
        *stage = {
            let pair = Pair::new(1, "");
            let held = [pair.private, pair.public.clone(), pair.public];
            let mut stage = services(model, ES256, held, "the public key");
            stage.is_done = has_tried(model, "Mail") && has_tried(model, "own");
            stage
        };
    },
};

const FIT: Step = Step {
    title: "Three tokens, three keys",
    text: "HS256 is an HMAC with SHA-256, ES256 is ECDSA on the curve P-256, RS256 is RSA with the padding of PKCS #1 v1.5. \
           The RSA token and its public key were printed in a standard: the private half is not on this page, and you can \
           verify all the same. [[RFC 7515 appendix A.2]]",
    task: "Find the key of each token.",
    after: "An HMAC of SHA-256 has 32 bytes, a signature of ES256 64, and one of RSA as many as its modulus: here 256. This \
            one has {bytes}. Verifying with RSA is fast, signing slow.",
    start: &[("taken", "hs"), ("with", ""), (TRIED, "")],
    act: |model, _| {
        let tried = [model.get("taken"), "/", model.get("with")].concat();
        note(model, &tried);
    },
    show: |model, stage| {
        *stage = {
            let pair = Pair::new(1, "");
            let token = match model.get("taken") {
                "es" => tokens::signed(ES256, FORGED, &pair.private),
                "rs" => RSA_TOKEN.to_owned(),
                _ => tokens::signed(HS256, FORGED, SECRET),
            };
            let key = match model.get("with") {
                "es" => &pair.public,
                "rs" => RSA,
                "hs" => SECRET,
                _ => "",
            };
            let check = tokens::check(&token, key, None);
            let holds = tokens::is_verified(&check);
            let [.., signature] = tokens::parts(&token);
            let bytes = base64url::decode(signature).unwrap_or_default().len();
            let bytes = bytes.to_string();
            let fits = ["hs/hs", "es/es", "rs/rs"];
            Stage {
                is_done: fits.into_iter().all(|fit| has_tried(model, fit)),
                blocks: vec![
                    Block::Outcome {
                        tone: Tone::of(holds),
                        title: if holds {
                            "The key fits"
                        } else {
                            "Not verified"
                        }
                        .to_owned(),
                        sentence: crate::words::signature::said(&check).sentence,
                    },
                    buttons(
                        model,
                        ("taken", "Take the token of"),
                        &[("hs", "HS256"), ("es", "ES256"), ("rs", "RS256")],
                    ),
                    buttons(
                        model,
                        ("with", "Verify it with"),
                        &[
                            ("hs", "the secret"),
                            ("es", "the P-256 key"),
                            ("rs", "the RSA key"),
                        ],
                    ),
                    tokens::shown("Token", &token, &token, key, holds),
                    Block::Compare {
                        label: "Signature and key",
                        sign: if holds { "✓" } else { "≠" },
                        left: Side::new([&bytes, " bytes"].concat(), signature, "signature"),
                        right: Side::new("Key", key, ""),
                    },
                ],
                facts: vec![("bytes", bytes)],
                ..Stage::default()
            }
        };
    },
};

/// Three services, of which one made a token that the others judge with the keys they hold.
fn services(model: &Model, header: &str, held: [String; 3], public: &str) -> Stage {
    let signer = model.get("signer");
    let is_pair = held[0] != held[1];
    let from = SERVICES.iter().position(|name| *name == signer);
    let from = from.unwrap_or(2);
    let token = match signer {
        "own" => tokens::signed(header, FORGED, &Pair::new(2, "").private),
        _ => tokens::signed(header, FORGED, &held[from]),
    };
    let mut signers = 0;
    let mut actors = Vec::new();
    for (at, (name, key)) in SERVICES.iter().zip(&held).enumerate() {
        let can_sign = tokens::verifies(&tokens::signed(header, FORGED, key), key);
        signers += usize::from(can_sign);
        let holds = tokens::verifies(&token, key);
        let has = if is_pair && at == 0 {
            "the key pair"
        } else {
            public
        };
        let can = if can_sign {
            "can sign and verify"
        } else {
            "can only verify"
        };
        let says = match holds {
            _ if at == from => "made this token",
            true => "accepts this token",
            false => "refuses this token",
        };
        actors.push(Actor {
            name: (*name).to_owned(),
            lines: vec![["has ", has].concat(), can.to_owned(), says.to_owned()],
            tone: if at == from {
                Tone::Plain
            } else {
                Tone::of(holds)
            },
        });
    }
    let holds = tokens::verifies(&token, &held[1]);
    let mut choices = SERVICES.map(|name| (name, name)).to_vec();
    if is_pair {
        choices.push(("own", "Mail, with a new key pair"));
    }
    Stage {
        blocks: vec![
            buttons(model, ("signer", "The token is made by"), &choices),
            Block::Scene {
                label: "Who has which key",
                actors,
                message: Some(Message {
                    from,
                    to: if from == 1 { 2 } else { 1 },
                    text: "role: root".to_owned(),
                    tone: Tone::of(holds),
                }),
            },
            tokens::shown("Token on the wire", &token, &token, &held[1], holds),
        ],
        facts: vec![("signers", signers.to_string())],
        is_done: false,
        ..Stage::default()
    }
}
