//! Break it: a key from the token itself, names of keys that are more than names, and a signature of zeros.

mod lookup;
mod zeros;

use crate::jose::alg::Curve;
use crate::jose::compose::compose;
use crate::jose::crypto::ecdsa::check_form;
use crate::learn::choices::{buttons, choice};
use crate::learn::code::{Run, Then};
use crate::learn::keys::{ECDSA, Pair};
use crate::learn::tokens::{self, ES256};
use crate::learn::{Chapter, Lesson, Question, Stage, Step, nothing_else};

pub const LESSON: Lesson = Lesson {
    slug: "own-key",
    title: "Keys from the token itself",
    chapter: Chapter::Break,
    steps: &[BROUGHT, PATH, QUERY, ZEROS],
    questions: &[
        Question {
            ask: "A token carries a jwk, and its signature holds with it. What is proved?",
            answers: &[
                "That the issuer made the token.",
                "That whoever made the token has the private half of that key.",
                "That the token was not changed since the issuer signed it.",
            ],
            right: 1,
            why: "Anybody can make a key pair. A key means something only if you trust it for another reason than the token. \
                  [[RFC 7515 section 4.1.3]]",
        },
        Question {
            ask: "What may a verifier do with kid?",
            answers: &[
                "Compare it with the names of the keys it has.",
                "Open the file of that name.",
                "Use it once it has been base64url decoded.",
            ],
            right: 0,
            why: "All of the header comes from whoever made the token, and is read before anything was verified. The same holds \
                  for the addresses in `jku` and `x5u`. [[RFC 8725 section 3.10]]",
        },
    ],
};

const GENUINE: &str = r#"{"sub":"1234567890","role":"user"}"#;
const FORGED: &str = r#"{"sub":"1234567890","role":"root"}"#;

const BROUGHT: Step = Step {
    title: "A key in the header",
    text: "A header can carry a whole public key, in `jwk`. In some protocols that makes sense, where something else vouches for the \
           key. [[RFC 7515 section 4.1.3]] By itself it proves nothing about who signed.",
    task: "Make a token that says `root`, with a key of your own, and let the token bring the key.",
    after: "The careless verifier asked the token how to check the token. The signature holds, and says only that its maker has \
            the private half of that key.",
    start: &[("with", "none"), ("jwk", "no")],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let (issuer, own) = (Pair::new(1, ""), Pair::new(3, ""));
            let has_jwk = model.is("jwk", "yes");
            let header = match has_jwk {
                true => {
                    let jwk = tokens::compact(&own.public);
                    ["{\"alg\":\"ES256\",\"jwk\":", &jwk, "}"].concat()
                }
                false => ES256.to_owned(),
            };
            let token = match model.get("with") {
                "own" => tokens::signed(&header, FORGED, &own.private),
                _ => compose(&header, FORGED),
            };
            let key = if has_jwk { &own.public } else { &issuer.public };
            let source = if has_jwk {
                "from the token"
            } else {
                "from the settings"
            };
            let careless = Run::careless()
                .line("key = header.jwk or my_key", source, Then::Go)
                .verify("verify_ES256(key)", tokens::verifies(&token, key));
            Stage {
                is_done: careless.has_accepted(),
                blocks: vec![
                    choice(
                        model,
                        ("with", "Sign with"),
                        &[("none", "nothing"), ("own", "a key pair of your own")],
                    ),
                    choice(
                        model,
                        ("jwk", "jwk in the header"),
                        &[("no", "none"), ("yes", "your public key")],
                    ),
                    tokens::shown("Token on the wire", &token, &token, &issuer.public, false),
                    careless.block(true),
                    Run::careful(&token, &issuer.public, ECDSA).block(true),
                ],
                facts: Vec::new(),
                ..Stage::default()
            }
        };
    },
};

const PATH: Step = Step {
    title: "A name that is a path",
    text: "This server keeps its secrets in files, and `kid` is the name of the file. Its web site lies beside them, where \
           `public/robots.txt` says {known} to everybody. You sign with that.",
    task: "Write a `kid` that leads the careless verifier from `keys/` to that file. `..` is the folder above.",
    after: "The HMAC is right, the secret is not one. The careful verifier has a list of names, and compares the whole `kid` with \
            each. [[RFC 8725 section 3.10]]",
    start: &[("lesson-kid", "2026")],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let kid = model.get("lesson-kid");
            let path = ["keys/", kid].concat();
            let found = lookup::file(&path);
            let line = ["read(\"", &path, "\")"].concat();
            lookup::show(kid, lookup::ROBOTS, (line, found))
        };
    },
};

const QUERY: Step = Step {
    title: "A name that is a query",
    text: "Another server keeps them in a database, and writes `kid` into the query as it is. You sign with the secret {known}.",
    task: "Write a `kid` that closes the quotation mark and goes on with `UNION SELECT 'mine`.",
    after: "The database was asked for a key and answered with yours. Parameters of a prepared statement are never read as a \
            query; a list of known names needs no query. [[RFC 8725 section 3.10]]",
    start: &[("lesson-kid", "2026")],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let kid = model.get("lesson-kid");
            let query = ["SELECT secret FROM keys WHERE id = '", kid, "'"].concat();
            let found = lookup::row(&query);
            let line = ["query(\"", &query, "\")"].concat();
            lookup::show(kid, "mine", (line, found.as_deref()))
        };
    },
};

const ZEROS: Step = Step {
    title: "A signature of zeros",
    text: "A signature of ES256 is two numbers, r and s. The verifier computes a point from them, the message and the key, and asks \
           whether its x is r. Both have to be from 1 to the order of the curve less 1: that is asked first. \
           [[FIPS 186-5 section 6.4.2]]",
    task: "Find the numbers for which it matters that this is asked.",
    after: "With zeros everything is multiplied by zero: x comes out as {x}, whatever the message and the key. Java 15 to 18 \
            accepted this until April 2022. [[CVE-2022-21449]]",
    start: &[("numbers", "genuine")],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let issuer = Pair::new(1, "");
            let genuine = tokens::signed(ES256, GENUINE, &issuer.private);
            let signature = match model.get("numbers") {
                "zeros" => zeros::encoded(0),
                "ones" => zeros::encoded(1),
                _ => tokens::parts(&genuine)[2].to_owned(),
            };
            let is_forged = !model.is("numbers", "genuine");
            let payload = if is_forged { FORGED } else { GENUINE };
            let token = tokens::with_signature(ES256, payload, &signature);
            let numbers = zeros::numbers(&token);
            let x = zeros::reached_x(&token, &issuer.public);
            let is_r = x.as_ref().is_some_and(|x| numbers.starts_with(x));
            let shown = zeros::shown(&x.unwrap_or_default());
            let careless = Run::careless()
                .line("x = point(r, s, message, my_key).x", &shown, Then::Go)
                .verify("x == r", is_r);
            let zeros = tokens::with_signature(ES256, FORGED, &zeros::encoded(0));
            let of_zeros = zeros::reached_x(&zeros, &issuer.public);
            let holds = tokens::verifies(&token, &issuer.public);
            let is_outside = check_form(Curve::P256, &numbers).is_err();
            let careful = Run::new("A careful verifier")
                .refuse_if("if r or s not in 1..n: refuse", is_outside, "")
                .verify("verify_ES256(my_key)", holds);
            Stage {
                is_done: is_forged && careless.has_accepted(),
                blocks: vec![
                    buttons(
                        model,
                        ("numbers", "r and s"),
                        &[
                            ("genuine", "of the genuine token"),
                            ("old", "the same, under “root”"),
                            ("ones", "1 and 1"),
                            ("zeros", "0 and 0"),
                        ],
                    ),
                    tokens::shown("Token on the wire", &token, &token, &issuer.public, holds),
                    careless.block(is_forged),
                    careful.block(is_forged),
                ],
                facts: vec![("x", zeros::shown(&of_zeros.unwrap_or_default()))],
                ..Stage::default()
            }
        };
    },
};
