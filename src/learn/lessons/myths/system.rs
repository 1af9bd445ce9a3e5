//! Statements on what a server does with it.

use super::{ALICE, FALSE, JUDGED, TASK, TRUE, TRUE_OR_FALSE, judged};
use crate::jose::verdict::{TimeCheck, time};
use crate::jose::{Algorithm, Source, alg::Hash};
use crate::learn::block::Tone;
use crate::learn::code::alg;
use crate::learn::lessons::oidc::PUBLIC;
use crate::learn::tokens::{self, ES256, HS256, SECRET};
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
        let statement = &Question {
            ask: "“A token is invalidated by setting its expiration to a time in the past.”",
            answers: TRUE_OR_FALSE,
            right: FALSE,
            why: "That makes another token. The issued copy keeps its own `exp`, and its signature holds. Until \
                  then only a list or another key refuses it. [[RFC 7519 section 4.1.4]]",
        };
        if !judged(model, stage, statement) {
            return;
        }
        let head = &["Token", "Signature", "Time", "So it is"];
        stage.table("Both tokens come to the server", head);
        for (name, exp) in [
            ("the thief’s copy", "1900003600"),
            ("the new one", "1899996400"),
        ] {
            let payload = [r#"{"sub":"alice","exp":"#, exp, "}"].concat();
            let token = tokens::signed(HS256, &payload, SECRET);
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
            stage.row(Tone::of(is_accepted), &cells);
        }
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
        let statement = &Question {
            ask: "“A server can accept a token that it never saw and has in no list.”",
            answers: TRUE_OR_FALSE,
            right: TRUE,
            why: "It needs the key, not the token: so many servers can share the work. A list is needed only to \
                  refuse tokens before their time.",
        };
        if !judged(model, stage, statement) {
            return;
        }
        let token = tokens::signed(HS256, ALICE, SECRET);
        let key = match model.get("key-of") {
            "same" => SECRET,
            _ => "the secret of another system",
        };
        let holds = tokens::verifies(&token, key);
        let secrets = [("same", "the same secret"), ("other", "another secret")];
        stage.choice(model, ("key-of", "The second server has"), &secrets);
        let label = "A token of the first server";
        stage.edited_token(label, &token, &token, SECRET, holds);
        let came = match holds {
            true => "The second server accepts it",
            false => "The second server refuses it",
        };
        stage.outcome(Tone::of(holds), came, "");
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
        let statement = &Question {
            ask: "“The alg of the header tells the server how to verify.”",
            answers: TRUE_OR_FALSE,
            right: FALSE,
            why: "Whoever made the token wrote it, an attacker too. The server decides what it takes, with which key. \
                  [[RFC 8725 section 3.1]]",
        };
        if !judged(model, stage, statement) {
            return;
        }
        let token = tokens::with_signature(r#"{"alg":"none"}"#, FORGED, "");
        let obeys = alg(&token) == "none";
        let required = Some(Algorithm::Hs(Hash::Sha256));
        let holds = tokens::is_verified(&tokens::check(&token, SECRET, required));
        stage.token("A token without a signature", &token, SECRET);
        let obey = r#"if header.alg == "none": accept(token)"#;
        stage.run_all("A careless server", &[(obey, obeys)]);
        let verify = r#"verify(token, secret, "HS256")"#;
        stage.run_all("A careful server", &[(verify, holds)]);
    },
};

pub const WHO_SIGNS: Step = Step {
    title: "Who can sign?",
    text: "A second service is to verify your tokens. You give it what it needs for that.",
    task: TASK,
    after: "",
    start: &[(JUDGED, ""), ("signed-by", "HS256")],
    act: nothing_else,
    show: |model, stage| {
        let statement = &Question {
            ask: "“Whoever can verify an HS256 token can also make one.”",
            answers: TRUE_OR_FALSE,
            right: TRUE,
            why: "With HMAC one secret does both. With RSA, ECDSA or EdDSA the private key signs, and the public key \
                  can only verify. [[RFC 7515 section 10.5]]",
        };
        if !judged(model, stage, statement) {
            return;
        }
        let (header, key) = match model.get("signed-by") {
            "HS256" => (HS256, SECRET),
            _ => (ES256, PUBLIC),
        };
        let token = tokens::signed(header, FORGED, key);
        let holds = tokens::verifies(&token, key);
        let keys = [
            ("HS256", "HS256: the secret"),
            ("ES256", "ES256: the public key"),
        ];
        stage.choice(model, ("signed-by", "The service has, for"), &keys);
        stage.token("What it can make with that", &token, key);
        let came = match holds {
            true => "Your server accepts it",
            false => "There is no signature, and your server refuses it",
        };
        stage.outcome(Tone::of(holds), came, "");
    },
};
