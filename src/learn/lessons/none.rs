//! Break it: `alg: none`.

use crate::jose::Algorithm;
use crate::jose::alg::Hash;
use crate::jose::compose::compose;
use crate::learn::code::{Run, Then, alg};
use crate::learn::tokens::{self, HS256, SECRET};
use crate::learn::{Chapter, Lesson, Question, Step, nothing_else};

pub const LESSON: Lesson = Lesson {
    slug: "none",
    title: "alg: none",
    chapter: Chapter::Break,
    steps: &[UNSIGNED, SPELLING, ALLOW],
    questions: &[
        Question {
            ask: "What did the careful verifier do that the careless one did not?",
            answers: &[
                "It forbade every spelling of none.",
                "It knew the algorithm before it read the token.",
                "It kept the names of its algorithms secret.",
            ],
            right: 1,
            why: "The header is written by whoever made the token. A verifier compares `alg` with what it expects; it \
                  takes no orders from it. [[RFC 8725 section 3.1]]",
        },
        Question {
            ask: "Is a token with alg none always an attack?",
            answers: &[
                "Yes, no standard allows it.",
                "No, something else may protect it; but a verifier of signatures never accepts it.",
                "No, it is signed in the payload.",
            ],
            right: 1,
            why: "It may be accepted only where the application has said, for this very kind of object, that it needs no \
                  protection of its own. [[RFC 7518 section 3.6]]",
        },
    ],
};

const REQUIRED: Algorithm = Algorithm::Hs(Hash::Sha256);
const PAYLOAD: &str = r#"{"sub":"1234567890","role":"user"}"#;
const PRETTY: &str = "{\n  \"sub\": \"1234567890\",\n  \"role\": \"user\"\n}";
const FORGED: &str = r#"{"sub":"1234567890","role":"root"}"#;

const UNSIGNED: Step = Step {
    title: "Ask for no check",
    text: "The header names the algorithm of the signature, and one of the registered names is `none`: no signature at \
           all, for tokens that something else protects. [[RFC 7518 section 3.6]] Whoever edits a token can write it \
           there.",
    task: "Make yourself `root`, set `alg` to `none`, and leave the signature out.",
    after: "The careless verifier lets the header choose how the token is checked, and the header is the attacker’s. The \
            careful one expects one algorithm and refuses all others.",
    start: &[
        ("lesson-payload", PRETTY),
        ("alg", "HS256"),
        ("signature", "kept"),
    ],
    act: nothing_else,
    show: |model, stage| {
        let original = tokens::signed(HS256, PAYLOAD, SECRET);
        let payload = tokens::compact(model.get("lesson-payload"));
        let token = match (model.get("alg"), model.get("signature")) {
            ("none", "kept") => [&unsigned("none", &payload), tokens::parts(&original)[2]].concat(),
            ("none", _) => unsigned("none", &payload),
            (_, "kept") => tokens::with_signature(HS256, &payload, tokens::parts(&original)[2]),
            _ => compose(HS256, &payload),
        };
        let is_forged = payload != PAYLOAD;
        let careless = careless(&token, false);
        let careful = Run::careful(&token, SECRET, REQUIRED);
        stage.is_done = is_forged && careless.has_accepted();
        let named = ("lesson-payload", "Payload", "you are the attacker: edit it");
        stage.json_box(model, named, "payload", PRETTY);
        let algs = [("HS256", "HS256"), ("none", "none")];
        stage.choice(model, ("alg", "alg in the header"), &algs);
        let signatures = [("kept", "keep the old one"), ("left-out", "leave it out")];
        stage.choice(model, ("signature", "Signature"), &signatures);
        let holds = careful.has_accepted();
        stage.edited_token("Token on the wire", &token, &original, SECRET, holds);
        stage.run(careless, is_forged);
        stage.run(careful, is_forged);
    },
};

const SPELLING: Step = Step {
    title: "A list of forbidden words",
    text: "Somebody noticed, and now the verifier refuses `none`. The library below it reads names without regard to case. \
           By the standard `alg` is case-sensitive: only `none` is none. [[RFC 7515 section 4.1.1]]",
    task: "Spell it so that the rule does not see it, and the library does.",
    after: "A list of what is forbidden has to be complete; a list of what is allowed has to be right. The careful verifier \
            was not changed at all.",
    start: &[("lesson-alg", "none")],
    act: nothing_else,
    show: |model, stage| {
        let name = model.get("lesson-alg");
        let token = unsigned(name, FORGED);
        let careless = careless(&token, true);
        stage.is_done = careless.has_accepted();
        let named = ("lesson-alg", "alg", "the attacker writes it");
        stage.text_box(model, named, "header");
        stage.edited_token("Token on the wire", &token, &token, SECRET, false);
        stage.run(careless, true);
        stage.run(Run::careful(&token, SECRET, REQUIRED), true);
    },
};

const ALLOW: Step = Step {
    title: "Say what you allow",
    text: "Here are the three rules, and three tokens: one is genuine, two say `root` and carry no signature.",
    task: "Choose the rule that lets the right tokens in.",
    after: "Most libraries take the allowed algorithms as an argument of the call that verifies. Give it, and give no more \
            than the issuer uses. [[RFC 8725 section 3.1]]",
    start: &[("rule", "any")],
    act: nothing_else,
    show: |model, stage| {
        let accepts = |token: &str| match model.get("rule") {
            "listed" => Run::careful(token, SECRET, REQUIRED).has_accepted(),
            rule => careless(token, rule == "forbidden").has_accepted(),
        };
        let genuine = accepts(&tokens::signed(HS256, PAYLOAD, SECRET));
        let [none, other] = ["none", "nOnE"].map(|alg| accepts(&unsigned(alg, FORGED)));
        stage.is_done = genuine && !none && !other;
        let rules = [
            ("any", "what the header names"),
            ("forbidden", "all but “none”"),
            ("listed", "HS256 alone"),
        ];
        stage.choice(model, ("rule", "The verifier accepts"), &rules);
        stage.judged(&[
            ("genuine, HS256", true, genuine),
            ("forged, none", false, none),
            ("forged, nOnE", false, other),
        ]);
    },
};

/// A token without signature, whose header names this algorithm.
fn unsigned(alg: &str, payload: &str) -> String {
    let alg = crate::jose::json::quote(alg);
    compose(&["{\"alg\":", &alg, ",\"typ\":\"JWT\"}"].concat(), payload)
}

/// Checks as the header says. Perhaps after a look for the one forbidden word.
fn careless(token: &str, has_rule: bool) -> Run {
    let alg = alg(token);
    let is_none = alg.eq_ignore_ascii_case("none");
    let holds = match is_none {
        true => tokens::parts(token)[2].is_empty(),
        false => tokens::verifies(token, SECRET),
    };
    let run = match has_rule {
        true => Run::careless().refuse_if("if header.alg == \"none\": refuse", alg == "none", &alg),
        false => Run::careless(),
    };
    let then = |runs: bool| if runs { Then::Go } else { Then::Skip };
    run.line(
        "if lower(header.alg) == \"none\": expected = \"\"",
        &alg,
        then(is_none),
    )
    .line(
        "else: expected = hmac(secret, header.payload)",
        &alg,
        then(!is_none),
    )
    .verify("signature == expected", holds)
}
