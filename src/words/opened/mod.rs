//! A signature opened up, line by line.

mod curves;
mod rsa;

use super::fact::Fact;
use super::notes::Tone;
use super::{count, hexadecimal, signature};
use crate::jose::difference::{common_end, common_start};
use crate::jose::opened::{Closed, Inside, Opened, Piece};
use crate::jose::{Algorithm, Span};

/// What is in a signature: first all of it, then its pieces, each with what it had to be where it differs.
pub fn facts(opened: &Opened) -> Vec<Fact> {
    let mut head = Fact::new(name(opened.alg), bytes(opened.carried.len()));
    let mut pieces = Vec::new();
    (head.meaning, head.tone) = match &opened.inside {
        Inside::Closed(closed) => (closed_up(*closed, opened), Tone::Plain),
        Inside::Hmac { computed } => mac(computed, &opened.carried, &mut pieces),
        Inside::Pkcs1(block) => rsa::pkcs1(block, &mut pieces),
        Inside::Pss(block) => rsa::pss(block, &mut pieces),
        Inside::Noise { block } => rsa::noise(block, opened.alg, &mut pieces),
        Inside::Ecdsa(numbers) => curves::ecdsa(numbers, &mut pieces),
        Inside::Ed25519(numbers) => curves::ed25519(numbers, &mut pieces),
    };
    let mut facts = vec![head];
    if let Some(key) = opened.key.as_ref().and_then(signature::which_key) {
        facts.push(under(Fact::new("Opened with", key)));
    }
    if opened
        .wanted
        .is_some_and(|wanted| wanted != opened.carried.len())
    {
        facts.push(length(opened));
    }
    facts.append(&mut pieces);
    facts
}

fn name(alg: Option<Algorithm>) -> String {
    alg.map_or_else(|| "Signature".to_owned(), signature::alg_meaning)
}

fn length(opened: &Opened) -> Fact {
    let wanted = bytes(opened.wanted.unwrap_or_default());
    Fact {
        tone: Tone::Bad,
        ..under(Fact::new("Length", bytes(opened.carried.len())))
            .meaning(format!("It has to have {wanted}."))
    }
}

/// Why there is nothing below.
fn closed_up(closed: Closed, opened: &Opened) -> String {
    let why = match closed {
        _ if opened.carried.is_empty() => "There is no signature: the third part is empty.",
        Closed::Refused => {
            "Not opened: a verifier refuses the token before it looks at these bytes."
        }
        Closed::NoKey => "Not opened: without the key no more can be told of these bytes.",
        Closed::Length => {
            "Not opened: with this length it is no signature of the algorithm and the key."
        }
        Closed::NotBelowModulus => {
            "Not opened: as a number it is not below the modulus of the key, which every signature made with it is."
        }
    };
    why.to_owned()
}

/// The MAC that was computed, beside the one in the token.
fn mac(computed: &[u8], carried: &[u8], out: &mut Vec<Fact>) -> (String, Tone) {
    let tag = Piece {
        found: carried.to_vec(),
        expected: computed.to_vec(),
    };
    let source = "RFC 7518 §3.2";
    add(
        out,
        "MAC",
        &tag,
        "The keyed hash of header and payload, as the token has it.",
        source,
    );
    if tag.holds() {
        return (
            "Computed with this secret it comes out the same, byte for byte.".to_owned(),
            Tone::Good,
        );
    }
    let same = common_start(carried, computed);
    let meaning = format!(
        "Computed with this secret it differs from byte {} on. One changed bit of header, payload or secret changes all of it, so that where it differs does not tell what was changed.",
        same + 1
    );
    (meaning, Tone::Bad)
}

/// A piece, and below it what it had to be, if it is not that.
fn add(out: &mut Vec<Fact>, name: &str, piece: &Piece, meaning: &str, source: &'static str) {
    let found = under(Fact::new(name, digits(&piece.found))).meaning(meaning);
    out.push(Fact {
        differs: differs(piece),
        tone: judged(piece.holds()),
        source,
        ..found
    });
    if !piece.holds() {
        add_expected(out, digits(&piece.expected));
    }
}

/// What a piece had to be, below it.
fn add_expected(out: &mut Vec<Fact>, value: String) {
    out.push(Fact {
        depth: 2,
        ..Fact::new("Expected", value)
    });
}

/// A piece that is told, not compared byte by byte.
fn told(name: &str, value: String, meaning: &str, tone: Tone, source: &'static str) -> Fact {
    Fact {
        tone,
        source,
        ..under(Fact::new(name, value)).meaning(meaning)
    }
}

fn under(fact: Fact) -> Fact {
    Fact { depth: 1, ..fact }
}

fn judged(holds: bool) -> Tone {
    if holds { Tone::Good } else { Tone::Bad }
}

/// In hexadecimal; said where there are none.
fn digits(bytes: &[u8]) -> String {
    match bytes {
        [] => "none".to_owned(),
        bytes => hexadecimal(bytes),
    }
}

fn bytes(number: usize) -> String {
    count(number, "byte", "bytes")
}

/// From the first digit that is another to the last.
fn differs(piece: &Piece) -> Option<Span> {
    let Piece { found, expected } = piece;
    let start = common_start(found, expected);
    let end = found.len() - common_end(&found[start..], &expected[start..]);
    (start < end).then(|| Span::new(2 * start, 2 * end))
}
