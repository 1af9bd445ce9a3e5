//! JSON with values replaced; everything else stays character by character.

use crate::jose::Span;
use crate::jose::json::{Document, Type, Value};
use crate::jose::key::PRIVATE_MEMBERS;
use crate::words::report::{PRIVATE, hidden};

/// Parameters that are told in any case, and the type they are told in: how it is signed, and of whom nobody learns.
pub const OF_HEADER: [(&str, Type); 4] = [
    ("alg", Type::String),
    ("typ", Type::String),
    ("enc", Type::String),
    ("crit", Type::Array),
];

/// Claims that are told in any case: the times.
pub const OF_CLAIMS: [(&str, Type); 3] = [
    ("iat", Type::Number),
    ("nbf", Type::Number),
    ("exp", Type::Number),
];

/// Members that hold a key, or a list of them.
const OF_KEYS: [&str; 4] = ["jwk", "epk", "sub_jwk", "keys"];

/// The text of a document without private members of keys, and without any value but those that are kept, where it
/// is said which.
pub fn redacted(document: &Document, kept: Option<&[(&str, Type)]>) -> String {
    let mut replaced = Vec::new();
    match kept {
        Some(kept) => values(document.root(), kept, &mut replaced),
        None => private(document.root(), false, &mut replaced),
    }
    let text = document.text();
    let mut out = String::new();
    let mut done = 0;
    for (span, instead) in replaced {
        out += &text[done..span.start];
        out += &instead;
        done = span.end;
    }
    out + &text[done..]
}

fn values(root: Value, kept: &[(&str, Type)], replaced: &mut Vec<(Span, String)>) {
    if root.kind() != Type::Object {
        replaced.push((root.span(), hidden(root)));
    }
    for member in root.members() {
        let value = member.value;
        if !kept.contains(&(&*member.name(), value.kind())) {
            replaced.push((value.span(), hidden(value)));
        }
    }
}

/// Keys within the token: by the names of members that hold one, or wherever else an object has a `kty` (RFC 7517
/// section 4).
fn private(value: Value, is_key: bool, replaced: &mut Vec<(Span, String)>) {
    let is_key = is_key || value.get("kty").is_some();
    for member in value.members() {
        let name = &*member.name();
        if is_key && PRIVATE_MEMBERS.contains(&name) {
            replaced.push((member.value.span(), PRIVATE.to_owned()));
        } else {
            private(member.value, OF_KEYS.contains(&name), replaced);
        }
    }
    for element in value.elements() {
        private(element, is_key, replaced);
    }
}
