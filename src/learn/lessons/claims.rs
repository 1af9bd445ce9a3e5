//! Claims: whose names they are, and what they weigh.

use crate::jose::json::Document;
use crate::learn::block::{Block, Row, Tone};
use crate::learn::inputs::range;
use crate::learn::tokens::{self, HS256, SECRET};
use crate::learn::{Chapter, Lesson, Model, Question, Stage, Step, nothing_else};
use crate::words::explained::Names;
use crate::words::grouped;

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
                "Into `sub`, behind the name.",
                "Into a claim of your own.",
                "Nowhere: only registered claims are allowed.",
            ],
            right: 1,
            why: "Any name will do that issuer and reader agree on. One that contains your domain cannot come to mean something \
                  else. [[RFC 7519 section 4.2]]",
        },
    ],
};

const CLAIMS: &str = "{\n  \"sub\": \"42\",\n  \"exp\": 2000000000\n}";

const KINDS: Step = Step {
    title: "Whose names they are",
    text: "A claim is a name and a value. **Registered** are seven names of the standard: `iss`, `sub`, `aud`, `exp`, `nbf`, \
           `iat`, `jti`. [[RFC 7519 section 4.1]] **Public** are names that others added to IANA’s list, or that are made of what \
           somebody owns, like a domain. [[RFC 7519 section 4.2]] **Private** are all others. [[RFC 7519 section 4.3]]",
    task: "Add a public claim, like `email` or `https://example.com/team`, and a private one of your own invention.",
    after: "There are {registered} registered, {public} public and {private} private claims. A reader ignores those it does not \
            know. With a private name, another issuer may mean another thing. [[RFC 7519 section 4]]",
    start: &[("lesson-payload", CLAIMS)],
    act: nothing_else,
    show: |model| {
        let text = model.get("lesson-payload");
        let mut counts = [0; 3];
        let mut rows = Vec::new();
        if let Ok(payload) = Document::parse(text.to_owned()) {
            let names = Names::of_payload(&payload);
            for member in payload.root().members().take(30) {
                let name = member.name();
                let (kind, meaning, source) = kind(names, &name);
                counts[kind] += 1;
                rows.push(Row {
                    cells: vec![
                        name.into_owned(),
                        KIND[kind].to_owned(),
                        meaning,
                        source.to_owned(),
                    ],
                    tone: Tone::Plain,
                });
            }
        }
        let [registered, public, private] = counts.map(|count| count.to_string());
        Stage {
            blocks: vec![
                payload_box(text, CLAIMS),
                Block::Table {
                    label: "What the inspector knows",
                    head: vec!["Claim", "Kind", "Meaning", "Written in"],
                    rows,
                },
            ],
            facts: vec![
                ("registered", registered),
                ("public", public),
                ("private", private),
            ],
            is_done: !counts.contains(&0),
        }
    },
};

const ROLE: &str = "{\n  \"sub\": \"42\",\n  \"role\": \"user\"\n}";

const TWICE: Step = Step {
    title: "A name that stands twice",
    text: "Names must be unique. Of a name that repeats, a reader takes the last, or it refuses the token: the standard allows \
           both. Some programs take the first all the same. [[RFC 7519 section 4]]",
    task: "Add a second `role` below the first, with the value `root`.",
    after: "One reads {first}, the other {last}, from one token with one good signature. If a gateway checks the one and the \
            service behind it obeys the other, the check is worth nothing.",
    start: &[("lesson-payload", ROLE)],
    act: nothing_else,
    show: |model| {
        let text = model.get("lesson-payload");
        let token = tokens::signed(HS256, &tokens::compact(text), SECRET);
        let (first, last, is_twice) = roles(text);
        let row = |reader: &str, role: &str, tone| Row {
            cells: vec![reader.to_owned(), role.to_owned()],
            tone,
        };
        let tone = if first == last {
            Tone::Plain
        } else {
            Tone::Bad
        };
        let strict = if is_twice { "refused" } else { &last };
        Stage {
            blocks: vec![
                tokens::judged(&token),
                payload_box(text, ROLE),
                Block::Table {
                    label: "Who reads what",
                    head: vec!["Reader", "role"],
                    rows: vec![
                        row("takes the first", &first, tone),
                        row("takes the last", &last, tone),
                        row("strict", strict, Tone::Good),
                    ],
                },
            ],
            is_done: is_twice && first != last,
            facts: vec![("first", first), ("last", last)],
        }
    },
};

const SIZE: Step = Step {
    title: "How large it gets",
    text: "The standard sets no limit. What carries the token does: browsers keep cookies of up to 4,096 bytes, and mostly drop \
           longer ones. [[RFC 6265 section 6.1]] Many servers take some 8,000 bytes of a header, and answer 431 to more. \
           [[RFC 6585 section 5]]",
    task: "Give the user roles until no cookie holds the token.",
    after: "{roles} roles make a token of {length} bytes. Base64url adds a third to the JSON, whatever is in it.",
    start: &[("roles", "3")],
    act: nothing_else,
    show: |model| {
        let (token, payload) = with_roles(model);
        let cookie = "token=".len() + token.len();
        let header = "Authorization: Bearer ".len() + token.len();
        let row = |name: &str, length: usize, limit: usize| Row {
            cells: vec![
                name.to_owned(),
                grouped(length),
                match limit {
                    usize::MAX => "none".to_owned(),
                    _ => grouped(limit),
                },
            ],
            tone: Tone::of(length <= limit),
        };
        Stage {
            blocks: vec![
                roles_range(model),
                Block::Table {
                    label: "In bytes",
                    head: vec!["", "Length", "Limit"],
                    rows: vec![
                        row("Payload", payload, usize::MAX),
                        row("Token", token.len(), usize::MAX),
                        row("In a cookie", cookie, COOKIE),
                        row("In a header", header, HEADER),
                    ],
                },
                tokens::shown("The token", &token, &token, SECRET, true),
            ],
            facts: vec![
                ("roles", model.get("roles").to_owned()),
                ("length", grouped(token.len())),
            ],
            is_done: cookie > COOKIE,
        }
    },
};

const COST: Step = Step {
    title: "What it costs per request",
    text: "A token goes with every request. So does a session id, but that is {id} characters for 128 random bits: the server \
           looks up the rest.",
    task: "Find a visit in which the token costs more than a million bytes.",
    after: "{token} bytes against {session}; in return, {requests} look-ups are saved. HTTP/2 can shorten a header that repeats \
            on a connection, by default if it fits into 4,096 bytes. [[RFC 9113 section 6.5.2]] What is seldom \
            needed is better looked up.",
    start: &[("roles", "3"), ("requests", "40")],
    act: nothing_else,
    show: |model| {
        let (token, _) = with_roles(model);
        let requests = model.number("requests").clamp(1, REQUESTS);
        let row = |name: &str, length: usize, lookups: usize| Row {
            cells: vec![
                name.to_owned(),
                grouped(length),
                grouped(length * requests),
                grouped(lookups),
            ],
            tone: Tone::Plain,
        };
        Stage {
            blocks: vec![
                roles_range(model),
                range(
                    ("requests", "Requests in a visit"),
                    (1, REQUESTS),
                    model,
                    grouped(requests),
                ),
                Block::Table {
                    label: "Sent in a visit",
                    head: vec!["", "Bytes a request", "Bytes a visit", "Look-ups"],
                    rows: vec![
                        row("Token", token.len(), 0),
                        row("Session id", SESSION_ID, requests),
                    ],
                },
            ],
            facts: vec![
                ("id", SESSION_ID.to_string()),
                ("token", grouped(token.len() * requests)),
                ("session", grouped(SESSION_ID * requests)),
                ("requests", grouped(requests)),
            ],
            is_done: token.len() * requests > 1_000_000,
        }
    },
};

/// The bytes of a cookie that browsers keep, its name and its value (RFC 6265 section 6.1).
const COOKIE: usize = 4096;

/// The bytes of a header that many servers take.
const HEADER: usize = 8000;

/// 128 bits in base64url.
const SESSION_ID: usize = 22;

const ROLES: usize = 400;
const REQUESTS: usize = 1000;

const KIND: [&str; 3] = ["registered", "public", "private"];

/// Those whose names are listed at IANA, by the start of what they publish.
const STANDARDS: [&str; 7] = [
    "RFC ", "OpenID ", "OAuth ", "SD-JWT", "W3C ", "3GPP ", "ETSI ",
];

/// The place in [`KIND`] of a name, what it means, and where that is written.
fn kind(names: Names, name: &str) -> (usize, String, &'static str) {
    let (unknown, rule) = names.unknown(name);
    let by_rule = if rule.ends_with("§4.2") { 1 } else { 2 };
    let Some(row) = names.find("", name) else {
        return (by_rule, unknown, rule);
    };
    let kind = match row.source {
        source if source.starts_with("RFC 7519 ") => 0,
        source if STANDARDS.iter().any(|start| source.starts_with(start)) => 1,
        _ => by_rule,
    };
    (kind, row.meaning.to_owned(), row.source)
}

fn payload_box(text: &str, original: &str) -> Block {
    tokens::json_box(
        ("lesson-payload", "Payload", "edit it"),
        "payload",
        text,
        original,
    )
}

/// The first and the last role of a payload, and whether there are several.
fn roles(text: &str) -> (String, String, bool) {
    let mut roles = Vec::new();
    if let Ok(payload) = Document::parse(text.to_owned()) {
        for member in payload.root().members() {
            if member.name() == "role" {
                roles.push(member.value.text().to_owned());
            }
        }
    }
    let is_twice = roles.len() > 1;
    let last = roles.last().cloned().unwrap_or_default();
    let first = roles.into_iter().next().unwrap_or_default();
    (first, last, is_twice)
}

fn roles_range(model: &Model) -> Block {
    let shown = model.get("roles").to_owned();
    range(("roles", "Roles"), (0, ROLES), model, shown)
}

/// A token for a user with so many roles, and the length of its payload.
fn with_roles(model: &Model) -> (String, usize) {
    let mut payload = r#"{"sub":"42","exp":2000000000,"roles":["#.to_owned();
    for role in 0..model.number("roles").min(ROLES) {
        if role > 0 {
            payload.push(',');
        }
        payload += &["\"team-", &(100 + role).to_string(), ":editor\""].concat();
    }
    payload += "]}";
    (tokens::signed(HS256, &payload, SECRET), payload.len())
}
