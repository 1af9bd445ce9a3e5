//! Break it: a public key used as a secret.

use crate::jose::Algorithm;
use crate::jose::alg::Hash;
use crate::jose::compose::compose;
use crate::learn::code::{Run, Then, alg};
use crate::learn::keys::{RSA, RSA_TOKEN, public_pem};
use crate::learn::tokens::{self, HS256};
use crate::learn::tried::{TRIED, has_tried_all, note_tried};
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
            why: "Both algorithms did what they promise. The verifier let the header decide whether its key is a \
                  public key or a secret. [[RFC 8725 section 2.1]]",
        },
        Question {
            ask: "Does ES256 in place of RS256 prevent it?",
            answers: &[
                "Yes, its keys are too short for HMAC.",
                "No, the public key of any pair is known and can be used as bytes.",
            ],
            right: 1,
            why: "What prevents it is a verifier that expects one algorithm, and a key that knows what it is for: in a \
                  JWK by `kty` and `alg`. [[RFC 8725 section 3.1]]",
        },
    ],
};

const RS256: Algorithm = Algorithm::Rs(Hash::Sha256);
const RS256_HEADER: &str = r#"{"alg":"RS256","typ":"JWT"}"#;
const FORGED: &str = r#"{"sub":"1234567890","role":"root"}"#;

const SWITCH: Step = Step {
    title: "One function for both",
    text: "This server verifies RS256 with a public key, from the file `public.pem`. Its library has one function for \
           all algorithms, `verify(token, key)`: with RS256 the key is a public key, with HS256 a secret. The file is \
           bytes either way.",
    task: "You have the public key, as everybody may. Make the careless verifier accept `root`.",
    after: "With HS256 in the header the careless verifier computes an HMAC with the {bytes} bytes of the file, and so \
            can you. [[RFC 8725 section 2.1]]",
    start: &[("alg", "RS256"), ("signature", "old")],
    act: nothing_else,
    show: |model, stage| {
        let file = public_pem(RSA);
        let header = match model.get("alg") {
            "HS256" => HS256,
            _ => RS256_HEADER,
        };
        let token = compose(header, FORGED);
        let token = match model.get("signature") {
            "guess" => with_hmac(token, "secret"),
            "public" => with_hmac(token, &file),
            _ => token + tokens::parts(RSA_TOKEN)[2],
        };
        let algs = [("RS256", "RS256"), ("HS256", "HS256")];
        stage.choice(model, ("alg", "alg in the header"), &algs);
        let signatures = [
            ("old", "of a genuine token"),
            ("guess", "HMAC with “secret”"),
            ("public", "HMAC with public.pem"),
        ];
        stage.choice(model, ("signature", "Signature"), &signatures);
        stage.edited_token("Token on the wire", &token, &token, RSA, false);
        both(stage, &token, &file);
        stage.count("bytes", file.len());
    },
};

const BYTES: Step = Step {
    title: "Byte for byte",
    text: "An HMAC takes bytes, and each of them counts. The attacker knows the key, but not in which form the server \
           has it. There are only so many.",
    task: "Try the forms of the public key until the careless verifier accepts.",
    after: "That one attempt failed proves nothing: an attacker loops over all the forms, with and without the last \
            line break.",
    start: &[("form", "jwk")],
    act: nothing_else,
    show: |model, stage| {
        let file = public_pem(RSA);
        let letters = letters(&file);
        let secret = match model.get("form") {
            "pem" => &*file,
            "trimmed" => file.trim(),
            "letters" => &letters,
            _ => RSA,
        };
        let forms = [
            ("jwk", "JWK"),
            ("letters", "base64 alone"),
            ("trimmed", "PEM without the last line break"),
            ("pem", "PEM"),
        ];
        stage.choice(model, ("form", "Sign with"), &forms);
        let label = |name: &str, text: &str| [name, &text.len().to_string(), " bytes"].concat();
        stage.compare(
            "What both use as a secret",
            (&label("Attacker: ", secret), secret, ""),
            if secret == file { "=" } else { "≠" },
            (&label("Server: ", &file), &file, ""),
        );
        both(stage, &with_hmac(compose(HS256, FORGED), secret), &file);
    },
};

const TYPED: Step = Step {
    title: "What helps",
    text: "Four proposals, and two tokens: the genuine one is printed in [[RFC 7515 appendix A.2]], the other is \
           yours.",
    task: "Find the two proposals that let in the genuine token alone.",
    after: "Hiding a public key is no defence: others have it, and from a few RSA signatures it can be computed. Do \
            both of what helps: expect one algorithm, and read the key as what it is.",
    start: &[("rule", "hide"), (TRIED, "")],
    act: note_tried,
    show: |model, stage| {
        let file = public_pem(RSA);
        let forged = with_hmac(compose(HS256, FORGED), &file);
        stage.is_done = has_tried_all(model, &["listed", "typed"]);
        let rules = [
            ("hide", "hides its public key"),
            ("none", "refuses alg none"),
            ("listed", "expects RS256"),
            ("typed", "reads PEM as RSA key only"),
        ];
        stage.choice(model, ("rule", "The server"), &rules);
        let rule = model.get("rule");
        let genuine = accepts(rule, RSA_TOKEN, &file);
        let forged = accepts(rule, &forged, &file);
        stage.judged(&[
            ("genuine, RS256", true, genuine),
            ("forged, HS256", false, forged),
        ]);
    },
};

/// What has no signature yet, with that of HS256 under this secret.
fn with_hmac(unsigned: String, secret: &str) -> String {
    let signature = tokens::hmac_of(&unsigned, secret.as_bytes());
    unsigned + &signature
}

/// The lines of a PEM file between its first and its last, as one.
fn letters(file: &str) -> String {
    let mut letters = String::new();
    for line in file.lines() {
        if !line.starts_with('-') {
            letters += line;
        }
    }
    letters
}

/// What the careless and the careful verifier say of a forged token.
fn both(stage: &mut Stage, token: &str, file: &str) {
    let careless = careless(token, file);
    stage.is_done = careless.has_accepted();
    stage.run(careless, true);
    stage.run(Run::careful(token, RSA, RS256), true);
}

/// What a verifier of this rule says.
fn accepts(rule: &str, token: &str, file: &str) -> bool {
    match rule {
        "listed" => Run::careful(token, RSA, RS256).has_accepted(),
        "typed" => tokens::verifies(token, RSA),
        "none" if alg(token) == "none" => false,
        _ => careless(token, file).has_accepted(),
    }
}

/// Lets the header say what the bytes of the key are.
fn careless(token: &str, file: &str) -> Run {
    let alg = alg(token);
    let (hs, rs, holds) = match &*alg {
        "HS256" => {
            let holds = tokens::hmac_of(token, file.as_bytes()) == tokens::parts(token)[2];
            (Then::Go, Then::Skip, holds)
        }
        _ => (Then::Skip, Then::Go, tokens::verifies(token, RSA)),
    };
    Run::careless()
        .line("key = read(\"public.pem\")", "", Then::Go)
        .line(
            "if header.alg == \"HS256\": ok = hmac(key) == signature",
            &alg,
            hs,
        )
        .line(
            "if header.alg == \"RS256\": ok = verify_RS256(key)",
            &alg,
            rs,
        )
        .verify("ok", holds)
}
