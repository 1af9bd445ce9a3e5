//! Claims: whose names they are, and what they weigh.

mod kinds;
mod weight;

use crate::jose::json::Document;
use crate::learn::tokens::{self, HS256, SECRET};
use crate::learn::{Chapter, Lesson, Model, Question, Stage, Step, Tone, nothing_else};
use crate::words::explained::Names;
use kinds::{KIND, kind};
use weight::{COST, SIZE};

pub const LESSON: Lesson = Lesson {
    slug: "claims",
    title: "Claims",
    chapter: Chapter::Token,
    steps: &[KINDS, TWICE, SIZE, COST],
    questions: &[
        Question {
            ask: "Which claim does every JWT have to have?",
            answers: &["exp", "sub", "None."],
            right: 2,
            why: "The standard requires none. A use of it can: an ID token needs `iss`, `sub`, `aud`, `exp` and `iat`. \
                  [[RFC 7519 section 4.1]] [[OpenID Connect Core section 2]]",
        },
        Question {
            ask: "Your service needs the user’s department. Where does it go?",
            answers: &[
                "Into sub, behind the name.",
                "Into a claim of your own.",
                "Nowhere: only registered claims are allowed.",
            ],
            right: 1,
            why: "Any name will do that issuer and reader agree on. One with your domain in it cannot come to mean \
                  something else. [[RFC 7519 section 4.2]]",
        },
    ],
};

const CLAIMS: &str = "{\n  \"sub\": \"42\",\n  \"exp\": 2000000000\n}";

const KINDS: Step = Step {
    title: "Whose names they are",
    text: "A claim is a name and a value. **Registered** are seven names of the standard: `iss`, `sub`, `aud`, `exp`, \
           `nbf`, `iat`, `jti`. [[RFC 7519 section 4.1]] **Public** are those that others put on IANA’s list, or made \
           of what they own, like a domain. [[RFC 7519 section 4.2]] **Private** are all others. [[RFC 7519 section \
           4.3]]",
    task: "Add a public claim, like `email` or `https://example.com/team`, and a private one of your own.",
    after: "{registered} registered, {public} public, {private} private. A reader ignores claims it does not know. Two issuers may use the same private name for different things. [[RFC 7519 section 4]]",
    start: &[("lesson-payload", CLAIMS)],
    act: nothing_else,
    show: |model, stage| {
        payload_box(model, stage, CLAIMS);
        let head = ["Claim", "Kind", "Meaning", "Written in"];
        stage.table("What the inspector knows", &head);
        let mut counts = [0; 3];
        if let Ok(payload) = Document::parse(model.get("lesson-payload").to_owned()) {
            let names = Names::of_payload(&payload);
            for member in payload.root().members().take(30) {
                let name = member.name();
                let (kind, meaning, source) = kind(names, &name);
                counts[kind] += 1;
                stage.row(Tone::Plain, &[&name, KIND[kind], &meaning, source]);
            }
        }
        for (kind, count) in KIND.into_iter().zip(counts) {
            stage.count(kind, count);
        }
        stage.is_done = !counts.contains(&0);
    },
};

const ROLE: &str = "{\n  \"sub\": \"42\",\n  \"role\": \"user\"\n}";

const TWICE: Step = Step {
    title: "A name that stands twice",
    text: "Names must be unique. Of one that repeats, a reader takes the last, or it refuses the token: the standard \
           allows both. Some programs take the first. [[RFC 7519 section 4]]",
    task: "Add a second `role` below the first, with the value `root`.",
    after: "One reads {first}, the other {last}, from one token with one good signature. A gateway’s check is worth \
            nothing if the service behind it reads the other.",
    start: &[("lesson-payload", ROLE)],
    act: nothing_else,
    show: |model, stage| {
        let text = model.get("lesson-payload");
        let payload = Document::parse(text.to_owned());
        let roles = payload.as_ref().map(roles).unwrap_or_default();
        let first = roles.first().copied().unwrap_or_default();
        let last = roles.last().copied().unwrap_or_default();
        let (is_twice, is_same) = (roles.len() > 1, first == last);
        stage.is_done = is_twice && !is_same;
        stage.form(&tokens::signed(HS256, &tokens::compact(text), SECRET));
        payload_box(model, stage, ROLE);
        stage.table("Who reads what", &["Reader", "role"]);
        let tone = if is_same { Tone::Plain } else { Tone::Bad };
        let strict = if is_twice { "refused" } else { last };
        stage.row(tone, &["takes the first", first]);
        stage.row(tone, &["takes the last", last]);
        stage.row(Tone::Good, &["strict", strict]);
        stage.fact("first", first);
        stage.fact("last", last);
    },
};

fn payload_box(model: &Model, stage: &mut Stage, original: &str) {
    let named = ("lesson-payload", "Payload", "edit it");
    stage.json_box(model, named, "payload", original);
}

/// The roles of a payload as they are written; several where the name repeats.
fn roles(payload: &Document) -> Vec<&str> {
    let mut roles = Vec::new();
    for member in payload.root().members() {
        if member.name() == "role" {
            roles.push(member.value.text());
        }
    }
    roles
}
