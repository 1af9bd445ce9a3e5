//! What claims weigh.

use crate::learn::block::{Block, Row, Tone};
use crate::learn::inputs::range;
use crate::learn::tokens::{self, HS256, SECRET};
use crate::learn::{Model, Stage, Step, nothing_else};
use crate::words::grouped;

pub const SIZE: Step = Step {
    title: "How large it gets",
    text: "The standard sets no limit. What carries the token does: browsers keep cookies of up to 4,096 bytes, and mostly drop \
           longer ones. [[RFC 6265 section 6.1]] Many servers take some 8,000 bytes of a header, and answer 431 to more. \
           [[RFC 6585 section 5]]",
    task: "Give the user roles until no cookie holds the token.",
    after: "{roles} roles make a token of {length} bytes. Base64url adds a third to the JSON, whatever is in it.",
    start: &[("roles", "3")],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
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
                ..Stage::default()
            }
        };
    },
};

pub const COST: Step = Step {
    title: "What it costs per request",
    text: "A token goes with every request. So does a session id, but that is {id} characters for 128 random bits: the server \
           looks up the rest.",
    task: "Find a visit in which the token costs more than a million bytes.",
    after: "{token} bytes against {session}; in return, {requests} look-ups are saved. HTTP/2 can shorten a header that repeats \
            on a connection, by default if it fits into 4,096 bytes. [[RFC 9113 section 6.5.2]] What is seldom \
            needed is better looked up.",
    start: &[("roles", "3"), ("requests", "40")],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
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
                ..Stage::default()
            }
        };
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
