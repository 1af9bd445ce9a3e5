//! What the tokens of the examples say.

use std::fmt::Write;

/// The length of a large payload, in bytes.
const LARGE: usize = 500_000;

const MINUTE: f64 = 60.0;

const GIVEN: [&str; 8] = [
    "Amara", "Bruno", "Chiyo", "Dalia", "Emeka", "Freya", "Goran", "Hana",
];
const FAMILY: [&str; 7] = [
    "Adeyemi", "Bergman", "Castro", "Dubois", "Eriksen", "Farouk", "Ghosh",
];
const ROLES: [&str; 3] = ["reader", "author", "editor"];

/// The claims of an everyday token, of 8 minutes ago and for an hour.
pub fn claims(now: f64) -> String {
    between(now - 8.0 * MINUTE, now + 52.0 * MINUTE)
}

/// As [`claims`], but over for two hours.
pub(super) fn expired(now: f64) -> String {
    between(now - 180.0 * MINUTE, now - 120.0 * MINUTE)
}

/// As [`claims`], with a list of members that makes it [`LARGE`].
pub(super) fn large(now: f64) -> String {
    let mut out = claims(now);
    out.reserve(LARGE);
    // The list takes the place of the closing brace.
    out.pop();
    out.push_str(r#","members":["#);
    for number in 0.. {
        push_member(&mut out, number);
        if out.len() >= LARGE {
            break;
        }
        out.push(',');
    }
    out.push_str("]}");
    out
}

fn between(issued: f64, expires: f64) -> String {
    let (issued, expires) = (issued as i64, expires as i64);
    format!(
        r#"{{"sub":"1234567890","name":"John Doe","role":"user","iat":{issued},"exp":{expires}}}"#
    )
}

fn push_member(out: &mut String, number: usize) {
    let given = GIVEN[number % GIVEN.len()];
    let family = FAMILY[number % FAMILY.len()];
    let role = ROLES[number % ROLES.len()];
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        r#"{{"id":{number},"name":"{given} {family}","email":"member-{number}@example.org","role":"{role}"}}"#
    );
}
