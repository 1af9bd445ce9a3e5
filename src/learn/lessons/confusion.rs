//! Break it: a public key used as a secret.

use crate::jose::Algorithm;
use crate::jose::alg::Hash;
use crate::jose::compose::compose;
use crate::learn::block::{Block, Side};
use crate::learn::choices::{TRIED, choice, has_tried, note_tried};
use crate::learn::code::{Run, Then, alg, judged};
use crate::learn::keys::{RSA, RSA_TOKEN, public_pem};
use crate::learn::tokens::{self, HS256};
use crate::learn::{Chapter, Lesson, Question, Stage, Step, nothing_else};

pub const LESSON: Lesson = Lesson {
    slug: "confusion",
    title: "A public key used as a secret",
    chapter: Chapter::Break,
    steps: &[SWITCH, BYTES, TYPED],
    questions: &[
        Question {
            ask: "Why could the attacker compute the right HMAC?",
            answers: &[
                "RSA was broken.",
                "The verifier used as a secret what everybody knows.",
                "HMAC with SHA-256 is too weak.",
            ],
            right: 1,
            why: "Both algorithms did what they promise. The verifier let the header decide whether its key is a public key or a \
                  secret. [[RFC 8725 section 2.1]]",
        },
        Question {
            ask: "Does ES256 in place of RS256 prevent it?",
            answers: &[
                "Yes, its keys are too short for HMAC.",
                "No, the public key of any pair is known and can be used as bytes.",
            ],
            right: 1,
            why: "What prevents it is a verifier that expects one algorithm, and a key that knows what it is for: in a JWK by \
                  `kty` and `alg`. [[RFC 8725 section 3.1]]",
        },
    ],
};

const RS256: Algorithm = Algorithm::Rs(Hash::Sha256);
const RS256_HEADER: &str = r#"{"alg":"RS256","typ":"JWT"}"#;
const FORGED: &str = r#"{"sub":"1234567890","role":"root"}"#;

const SWITCH: Step = Step {
    title: "One function for both",
    text: "This server verifies RS256 with a public key, from the file `public.pem`. Its library has one function for all \
           algorithms, `verify(token, key)`: with RS256 the key is a public key, with HS256 a secret. The file is bytes either way.",
    task: "You have the public key, as everybody may. Make the careless verifier accept `root`.",
    after: "With HS256 in the header the careless verifier computes an HMAC with the {bytes} bytes of the file, and so can you. \
            [[RFC 8725 section 2.1]]",
    start: &[("alg", "RS256"), ("signature", "old")],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let file = public_pem(RSA);
            let header = match model.get("alg") {
                "HS256" => HS256,
                _ => RS256_HEADER,
            };
            let unsigned = compose(header, FORGED);
            let signature = match model.get("signature") {
                "guess" => tokens::hmac_of(&unsigned, b"secret"),
                "public" => tokens::hmac_of(&unsigned, file.as_bytes()),
                _ => tokens::parts(RSA_TOKEN)[2].to_owned(),
            };
            let token = unsigned + &signature;
            let careless = careless(&token, file.as_bytes());
            Stage {
                is_done: careless.has_accepted(),
                blocks: vec![
                    choice(
                        model,
                        ("alg", "alg in the header"),
                        &[("RS256", "RS256"), ("HS256", "HS256")],
                    ),
                    choice(
                        model,
                        ("signature", "Signature"),
                        &[
                            ("old", "of a genuine token"),
                            ("guess", "HMAC with “secret”"),
                            ("public", "HMAC with public.pem"),
                        ],
                    ),
                    tokens::shown("Token on the wire", &token, &token, RSA, false),
                    careless.block(true),
                    Run::careful(&token, RSA, RS256).block(true),
                ],
                facts: vec![("bytes", file.len().to_string())],
                ..Stage::default()
            }
        };
    },
};

const BYTES: Step = Step {
    title: "Byte for byte",
    text: "An HMAC takes bytes, and each of them counts. The attacker knows the key, but not how the server has written it down. \
           There are only so many ways.",
    task: "Try the forms of the public key until the careless verifier accepts.",
    after: "That a first attempt failed proves nothing. An attacker writes a loop over all the forms, with and without the last \
            line break.",
    start: &[("form", "jwk")],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let file = public_pem(RSA);
            let letters: Vec<_> = file.lines().filter(|line| !line.starts_with('-')).collect();
            let secret = match model.get("form") {
                "pem" => file.clone(),
                "trimmed" => file.trim().to_owned(),
                "letters" => letters.concat(),
                _ => RSA.to_owned(),
            };
            let unsigned = compose(HS256, FORGED);
            let signature = tokens::hmac_of(&unsigned, secret.as_bytes());
            let token = unsigned + &signature;
            let careless = careless(&token, file.as_bytes());
            let holds = careless.has_accepted();
            let side = |name: &str, text: &str| {
                let bytes = text.len().to_string();
                Side::new([name, bytes.as_str(), " bytes"].concat(), text, "")
            };
            Stage {
                is_done: holds,
                blocks: vec![
                    choice(
                        model,
                        ("form", "Sign with"),
                        &[
                            ("jwk", "JWK"),
                            ("letters", "base64 alone"),
                            ("trimmed", "PEM without the last line break"),
                            ("pem", "PEM"),
                        ],
                    ),
                    Block::Compare {
                        label: "What both use as a secret",
                        left: side("Attacker: ", &secret),
                        sign: if holds { "=" } else { "≠" },
                        right: side("Server: ", &file),
                    },
                    careless.block(true),
                    Run::careful(&token, RSA, RS256).block(true),
                ],
                facts: Vec::new(),
                ..Stage::default()
            }
        };
    },
};

const TYPED: Step = Step {
    title: "What helps",
    text: "Four proposals, and two tokens: the genuine one is printed in [[RFC 7515 appendix A.2]], the other is yours.",
    task: "Find the two proposals that let in the genuine token alone.",
    after: "Hiding a public key is no defence: it is published for others, and can be computed from a few signatures of RSA. Do \
            both of what helps: expect one algorithm, and read the key as what it is.",
    start: &[("rule", "hide"), (TRIED, "")],
    act: note_tried,
    show: |model, stage| {
        *stage = {
            let file = public_pem(RSA);
            let unsigned = compose(HS256, FORGED);
            let forged = [&*unsigned, &tokens::hmac_of(&unsigned, file.as_bytes())].concat();
            let accepts = |token: &str| accepts(model.get("rule"), token, &file);
            Stage {
                is_done: has_tried(model, "listed") && has_tried(model, "typed"),
                blocks: vec![
                    choice(
                        model,
                        ("rule", "The server"),
                        &[
                            ("hide", "hides its public key"),
                            ("none", "refuses alg none"),
                            ("listed", "expects RS256"),
                            ("typed", "reads PEM as RSA key only"),
                        ],
                    ),
                    judged(&[
                        ("genuine, RS256", true, accepts(RSA_TOKEN)),
                        ("forged, HS256", false, accepts(&forged)),
                    ]),
                ],
                facts: Vec::new(),
                ..Stage::default()
            }
        };
    },
};

/// What a verifier of this rule says.
fn accepts(rule: &str, token: &str, file: &str) -> bool {
    let careless = || careless(token, file.as_bytes()).has_accepted();
    match rule {
        "listed" => Run::careful(token, RSA, RS256).has_accepted(),
        "typed" => tokens::verifies(token, RSA),
        "none" => alg(token) != "none" && careless(),
        _ => careless(),
    }
}

/// Lets the header say what the bytes of the key are.
fn careless(token: &str, key: &[u8]) -> Run {
    let alg = alg(token);
    let is_secret = alg == "HS256";
    let holds = match is_secret {
        true => tokens::hmac_of(token, key) == tokens::parts(token)[2],
        false => tokens::verifies(token, RSA),
    };
    let then = |runs: bool| if runs { Then::Go } else { Then::Skip };
    Run::careless()
        .line("key = read(\"public.pem\")", "", Then::Go)
        .line(
            "if header.alg == \"HS256\": ok = hmac(key) == signature",
            &alg,
            then(is_secret),
        )
        .line(
            "if header.alg == \"RS256\": ok = verify_RS256(key)",
            &alg,
            then(!is_secret),
        )
        .verify("ok", holds)
}
