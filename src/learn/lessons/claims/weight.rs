//! What claims weigh.

use crate::learn::tokens::{self, HS256, SECRET};
use crate::learn::{Model, Stage, Step, Tone, nothing_else};
use crate::words::grouped;

pub const SIZE: Step = Step {
    title: "How large it gets",
    text: "The standard sets no limit. A browser ignores a cookie whose name and value together are longer than 4,096 \
           bytes. [[RFC 6265bis section 5.6]] Many servers take some 8,000 bytes of a header, and answer 400 or 431 to \
           more. [[RFC 6585 section 5]]",
    task: "Give the user roles until no cookie holds the token.",
    after: "{roles} roles make a token of {length} bytes. Base64url adds a third to any JSON.",
    start: &[("roles", "3")],
    act: nothing_else,
    show: |model, stage| {
        let payload = payload(model);
        let token = tokens::signed(HS256, &payload, SECRET);
        let cookie = "token".len() + token.len();
        let header = "Authorization: Bearer ".len() + token.len();
        stage.is_done = cookie > COOKIE;
        roles_range(model, stage);
        stage.table("In bytes", &["What", "Length", "Limit"]);
        let rows = [
            ("Payload", payload.len(), None),
            ("Token", token.len(), None),
            ("In a cookie", cookie, Some(COOKIE)),
            ("In a header", header, Some(HEADER)),
        ];
        for (name, length, limit) in rows {
            let fits = limit.is_none_or(|limit| length <= limit);
            let limit = limit.map_or("none".to_owned(), grouped);
            stage.row(Tone::of(fits), &[name, &grouped(length), &limit]);
        }
        stage.token("The token", &token, SECRET);
        stage.fact("roles", model.get("roles"));
        stage.fact("length", &grouped(token.len()));
    },
};

pub const COST: Step = Step {
    title: "What it costs per request",
    text: "A session id goes with every request too, but is {id} characters for 128 random bits: the server looks up \
           the rest.",
    task: "Find a visit in which the token costs more than a million bytes.",
    after: "{token} bytes against {session}, and {requests} look-ups saved. HTTP/2 can shorten a header that repeats \
            on a connection, by default if it fits into 4,096 bytes. [[RFC 9113 section 6.5.2]] What is seldom needed \
            is better looked up.",
    start: &[("roles", "3"), ("requests", "40")],
    act: nothing_else,
    show: |model, stage| {
        let token = tokens::signed(HS256, &payload(model), SECRET).len();
        let requests = model.number("requests").clamp(1, REQUESTS);
        let (all, ids) = (token * requests, SESSION_ID * requests);
        stage.is_done = all > 1_000_000;
        roles_range(model, stage);
        let named = ("requests", "Requests in a visit");
        stage.range(model, named, (1, REQUESTS), &grouped(requests));
        let head = ["Design", "Bytes a request", "Bytes a visit", "Look-ups"];
        stage.table("Sent in a visit", &head);
        stage.numbers(Tone::Plain, "Token", &[token, all, 0]);
        stage.numbers(Tone::Plain, "Session id", &[SESSION_ID, ids, requests]);
        stage.count("id", SESSION_ID);
        stage.fact("token", &grouped(all));
        stage.fact("session", &grouped(ids));
        stage.fact("requests", &grouped(requests));
    },
};

/// The bytes of a cookie that browsers keep, its name and its value (RFC 6265bis section 5.6).
const COOKIE: usize = 4096;

/// The bytes of a header that many servers take.
const HEADER: usize = 8000;

/// 128 bits in base64url.
const SESSION_ID: usize = 22;

const ROLES: usize = 400;
const REQUESTS: usize = 1000;

fn roles_range(model: &Model, stage: &mut Stage) {
    stage.range(model, ("roles", "Roles"), (0, ROLES), model.get("roles"));
}

/// The payload of a user with so many roles.
fn payload(model: &Model) -> String {
    let mut payload = r#"{"sub":"42","exp":2000000000,"roles":["#.to_owned();
    for role in 0..model.number("roles").min(ROLES) {
        if role > 0 {
            payload.push(',');
        }
        payload += &["\"team-", &(100 + role).to_string(), ":editor\""].concat();
    }
    payload + "]}"
}
