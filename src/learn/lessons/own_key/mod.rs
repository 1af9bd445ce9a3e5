//! Break it: a key from the token itself, names of keys that are more than names, and a signature of zeros.

mod lookup;
mod zeros;

use crate::jose::alg::Curve;
use crate::jose::compose::compose;
use crate::jose::crypto::ecdsa::check_form;
use crate::learn::code::{Run, Then};
use crate::learn::keys::{ECDSA, Pair};
use crate::learn::tokens::{self, ES256};
use crate::learn::{Chapter, Lesson, Question, Step, nothing_else};
use crate::words::learn::CAREFUL;

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
            why: "Anybody can make a key pair. Trust a key for another reason than the token, or not at all. [[RFC \
                  7515 section 4.1.3]]",
        },
        Question {
            ask: "What may a verifier do with kid?",
            answers: &[
                "Compare it with the names of the keys it has.",
                "Open the file of that name.",
                "Use it once it has been base64url decoded.",
            ],
            right: 0,
            why: "All of the header comes from whoever made the token, and is read before anything was verified: the \
                  addresses in `jku` and `x5u` too. [[RFC 8725 section 3.10]]",
        },
    ],
};

const GENUINE: &str = r#"{"sub":"1234567890","role":"user"}"#;
const FORGED: &str = r#"{"sub":"1234567890","role":"root"}"#;

const BROUGHT: Step = Step {
    title: "A key in the header",
    text: "A header can carry a whole public key, in `jwk`. That makes sense where something else vouches for the key. \
           By itself it proves nothing about who signed. [[RFC 7515 section 4.1.3]]",
    task: "Make a token that says `root`, with a key of your own, and let the token bring the key.",
    after: "The careless verifier asked the token how to check the token. That the signature holds says only that its \
            maker has the private half of the key.",
    start: &[("with", "none"), ("jwk", "no")],
    act: nothing_else,
    show: |model, stage| {
        let (issuer, own) = (Pair::new(1, ""), Pair::new(3, ""));
        let own_jwk = tokens::compact(&own.public);
        let with_jwk = ["{\"alg\":\"ES256\",\"jwk\":", &own_jwk, "}"].concat();
        let (header, key, source) = match model.is("jwk", "yes") {
            true => (&*with_jwk, &own.public, "from the token"),
            false => (ES256, &issuer.public, "from the settings"),
        };
        let token = match model.get("with") {
            "own" => tokens::signed(header, FORGED, &own.private),
            _ => compose(header, FORGED),
        };
        let careless = Run::careless()
            .line("key = header.jwk or my_key", source, Then::Go)
            .verify("verify_ES256(key)", tokens::verifies(&token, key));
        stage.is_done = careless.has_accepted();
        let keys = [("none", "nothing"), ("own", "a key pair of your own")];
        stage.choice(model, ("with", "Sign with"), &keys);
        let jwks = [("no", "none"), ("yes", "your public key")];
        stage.choice(model, ("jwk", "jwk in the header"), &jwks);
        stage.edited_token("Token on the wire", &token, &token, &issuer.public, false);
        stage.run(careless, true);
        stage.run(Run::careful(&token, &issuer.public, ECDSA), true);
    },
};

const PATH: Step = Step {
    title: "A name that is a path",
    text: "This server keeps its secrets in files that `kid` names. Beside them lies its web site, where \
           `public/robots.txt` says {known} to everybody: you sign with that.",
    task: "Write a `kid` that leads the careless verifier from `keys/` to that file. `..` is the folder above.",
    after: "The HMAC is right, but its secret is no secret. The careful verifier compares the whole `kid` with a list \
            of names. [[RFC 8725 section 3.10]]",
    start: &[("lesson-kid", "2026")],
    act: nothing_else,
    show: |model, stage| {
        let path = ["keys/", model.get("lesson-kid")].concat();
        let line = ["secret = read(\"", &path, "\")"].concat();
        lookup::show(model, stage, lookup::ROBOTS, &line, lookup::file(&path));
    },
};

const QUERY: Step = Step {
    title: "A name that is a query",
    text: "Another server keeps them in a database, and writes `kid` into the query as it is. You sign with the secret \
           {known}.",
    task: "Write a `kid` that closes the quotation mark and goes on with `UNION SELECT 'mine`.",
    after: "The database was asked for a key and answered with yours. Parameters of a prepared statement are never \
            read as a query; a list of known names needs none. [[RFC 8725 section 3.10]]",
    start: &[("lesson-kid", "2026")],
    act: nothing_else,
    show: |model, stage| {
        let kid = model.get("lesson-kid");
        let query = ["SELECT secret FROM keys WHERE id = '", kid, "'"].concat();
        let line = ["secret = query(\"", &query, "\")"].concat();
        lookup::show(model, stage, "mine", &line, lookup::row(&query).as_deref());
    },
};

const ZEROS: Step = Step {
    title: "A signature of zeros",
    text: "A signature of ES256 is two numbers, r and s. The verifier asks first whether both are from 1 to the order \
           of the curve less 1, then whether r is the x of a point that it computes from them, the message and the \
           key. [[FIPS 186-5 section 6.4.2]]",
    task: "Find the numbers for which the first question matters.",
    after: "With zeros everything is multiplied by zero: x comes out as {x}, whatever the message and the key. Java 15 \
            to 18 accepted this; the fix came in April 2022. [[CVE-2022-21449]]",
    start: &[("numbers", "genuine")],
    act: nothing_else,
    show: |model, stage| {
        let issuer = Pair::new(1, "");
        let genuine = tokens::signed(ES256, GENUINE, &issuer.private);
        let token = match model.get("numbers") {
            "genuine" => genuine,
            "zeros" => tokens::with_signature(ES256, FORGED, &zeros::encoded(0)),
            "ones" => tokens::with_signature(ES256, FORGED, &zeros::encoded(1)),
            _ => tokens::with_signature(ES256, FORGED, tokens::parts(&genuine)[2]),
        };
        let is_forged = !model.is("numbers", "genuine");
        let numbers = zeros::numbers(&token);
        let x = zeros::reached_x(&token, &issuer.public);
        let holds = tokens::verifies(&token, &issuer.public);
        let careless = Run::careless()
            .line(
                "x = point(r, s, message, my_key).x",
                &zeros::shown(&x),
                Then::Go,
            )
            .verify("x == r", !x.is_empty() && numbers.starts_with(&x));
        let is_outside = check_form(Curve::P256, &numbers).is_err();
        let careful = Run::new(CAREFUL)
            .refuse_if("if r or s not in 1..n-1: refuse", is_outside, "")
            .verify("verify_ES256(my_key)", holds);
        stage.is_done = is_forged && careless.has_accepted();
        let choices = [
            ("genuine", "of the genuine token"),
            ("old", "the same, under “root”"),
            ("ones", "1 and 1"),
            ("zeros", "0 and 0"),
        ];
        stage.buttons(model, ("numbers", "r and s"), &choices);
        stage.edited_token("Token on the wire", &token, &token, &issuer.public, holds);
        stage.run(careless, is_forged);
        stage.run(careful, is_forged);
        let of_zeros = tokens::with_signature(ES256, FORGED, &zeros::encoded(0));
        let x = zeros::reached_x(&of_zeros, &issuer.public);
        stage.fact("x", &zeros::shown(&x));
    },
};
