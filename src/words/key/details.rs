//! What each key is, line by line. Nothing of a private half or a secret is told but its size.

use super::recognised::{form, name};
use super::unreadable::problem;
use super::{certificate, encoding_name};
use crate::jose::key::export::thumbprint;
use crate::jose::key::{Entry, Key, KeyInput, Meta, RingForm};
use crate::words::fact::Fact;
use crate::words::notes::{Clock, Tone};
use crate::words::{count, grouped, listed, shortened};

/// Keys that are told of a set.
const MOST: usize = 20;

/// What is in the key box: of each key its kind, its size, its names, and the certificate it came in. Nothing where
/// there is no key.
pub fn details(input: &KeyInput, clock: &Clock) -> Vec<Fact> {
    let mut facts = Vec::new();
    match input {
        KeyInput::Secret {
            key: Ok(key),
            encoding,
        } => {
            add_key(&mut facts, "Key".to_owned(), key);
            facts.push(fact("Read as", encoding_name(*encoding), "", ""));
        }
        KeyInput::Keys(ring) => {
            for (index, entry) in ring.entries.iter().take(MOST).enumerate() {
                let title = match ring.entries.len() {
                    1 => "Key".to_owned(),
                    _ => format!("Key {}", index + 1),
                };
                add_entry(&mut facts, title, ring.form, entry, clock);
            }
            let untold = ring.left_out + ring.entries.len().saturating_sub(MOST);
            if untold > 0 {
                let more = Fact::new("And more", count(untold, "key", "keys"));
                facts.push(more.meaning("Only the first 20 are told here."));
            }
        }
        _ => {}
    }
    facts
}

fn add_entry(out: &mut Vec<Fact>, title: String, written: RingForm, entry: &Entry, clock: &Clock) {
    match &entry.key {
        Ok(key) => {
            add_key(out, title, key);
            out.push(fact("Form", form(written, entry), "", ""));
        }
        Err(error) => out.push(Fact {
            tone: Tone::Warn,
            ..Fact::new(title, "not readable").meaning(format!("{}.", problem(error)))
        }),
    }
    add_meta(out, &entry.meta);
    if let Some(certificate) = &entry.meta.certificate {
        certificate::add(out, certificate, &entry.meta, clock);
    }
}

/// The key itself, and its thumbprint.
fn add_key(out: &mut Vec<Fact>, title: String, key: &Key) {
    let half = match key {
        Key::Secret(_) => "It signs and verifies: whoever has it can make tokens.",
        _ if key.can_sign() => "The private half is there: it signs, and is to be kept secret.",
        _ => "The public half: it verifies, and may be known to everybody.",
    };
    out.push(Fact::new(title, name(key)).meaning(half));
    out.push(size(key));
    if let Key::Rsa(key) = key {
        let exponent = grouped(key.exponent());
        out.push(fact(
            "Exponent",
            exponent,
            "The public one, e.",
            "RFC 7518 §6.3.1.2",
        ));
    }
    match key {
        // It would let guesses be tested (RFC 7638 section 7).
        Key::Secret(_) => out.push(fact(
            "Thumbprint",
            "none",
            "Of a secret it is not shown: who has it could test guesses.",
            "RFC 7638 §7",
        )),
        _ => out.push(fact(
            "Thumbprint",
            thumbprint(key).unwrap_or_default(),
            "The SHA-256 of the public half as a JWK, by which anybody can name the key.",
            "RFC 7638 §3",
        )),
    }
}

/// How much there is of it, and whether the standard has it enough.
fn size(key: &Key) -> Fact {
    let bits = count(key.bits(), "bit", "bits");
    match key {
        Key::Secret(_) => judged(
            key.bits() >= 256,
            fact(
                "Size",
                bits,
                "HS256 needs 256 bits at least, HS384 384 and HS512 512.",
                "RFC 7518 §3.2",
            ),
        ),
        Key::Rsa(_) => judged(
            key.bits() >= 2048,
            fact(
                "Modulus",
                bits,
                "At least 2,048 are needed.",
                "RFC 7518 §3.3",
            ),
        ),
        Key::Ec(key) => fact("Curve", key.curve().name(), "", "RFC 7518 §6.2.1.1"),
        Key::Ed25519(_) => fact("Curve", "Ed25519", "", "RFC 8037 §2"),
    }
}

/// What a JWK says of its key, or its algorithm identifier.
fn add_meta(out: &mut Vec<Fact>, meta: &Meta) {
    let texts = [
        (
            "kid",
            &meta.kid,
            "Its name, by which a header asks for it.",
            "RFC 7517 §4.5",
        ),
        (
            "use",
            &meta.public_key_use,
            "What it is for: “sig” for signatures, “enc” for encryption.",
            "RFC 7517 §4.2",
        ),
        (
            "alg",
            &meta.alg,
            "The one algorithm it is for.",
            "RFC 7517 §4.4",
        ),
    ];
    for (name, value, meaning, source) in texts {
        if let Some(value) = value {
            out.push(fact(name, shortened(value), meaning, source));
        }
    }
    if let Some(operations) = &meta.key_ops {
        let some = &operations[..operations.len().min(10)];
        out.push(fact(
            "key_ops",
            listed(some),
            "What it may be used for.",
            "RFC 7517 §4.3",
        ));
    }
    if meta.pss_only {
        let meaning = "Its algorithm identifier allows no PKCS#1 v1.5, so no RS256.";
        out.push(fact("For", "RSA-PSS alone", meaning, "RFC 4055 §1.2"));
    }
}

fn judged(is_enough: bool, fact: Fact) -> Fact {
    let tone = if is_enough { Tone::Plain } else { Tone::Warn };
    Fact { tone, ..fact }
}

fn fact(name: &str, value: impl Into<String>, meaning: &str, source: &'static str) -> Fact {
    Fact {
        depth: 1,
        source,
        ..Fact::new(name, value).meaning(meaning)
    }
}
