//! The two halves of a signature by an elliptic curve.

use super::Said;
use super::lines::{Lines, digits};
use crate::jose::opened::{Ecdsa, Ed25519, Form, Number, Piece};
use crate::words::count;
use crate::words::notes::Tone;

const OF_ECDSA: &str = "RFC 7518 §3.4";
const OF_POINT: &str = "FIPS 186-5 §6.4.2";
const OF_ED25519: &str = "RFC 8032 §5.1.7";

/// r and s.
pub fn ecdsa(numbers: &Ecdsa, lines: &mut Lines) -> Said {
    let is_der = numbers.form == Form::Der;
    if is_der {
        let meaning = "r and s are wrapped up as OpenSSL writes them. In a token they stand one after the other, each as long as a coordinate of the curve.";
        lines.tell("Form", "DER", meaning, Tone::Bad, OF_ECDSA);
    }
    let meaning = "the x of a point that is another one for every signature.";
    add_half(lines, "r", &numbers.r, meaning);
    let meaning = if numbers.has_high_s {
        "ties r to the hash of header and payload by the private key. It is the higher of s and n − s: RFC 8812 allows both, some libraries refuse this one."
    } else {
        "ties r to the hash of header and payload by the private key."
    };
    add_half(lines, "s", &numbers.s, meaning);
    let mut leads_back = None;
    if let Some(x) = &numbers.reached_x {
        let x = Piece {
            found: x.clone(),
            expected: numbers.r.bytes.clone(),
        };
        leads_back = Some(x.holds());
        let meaning = "Of the point that a verifier computes from r, s, the key, and the hash of header and payload. It has to be r.";
        lines.compare("x of the point", &x, meaning, OF_POINT);
    }
    let is_sound = !is_der && numbers.r.is_in_range && numbers.s.is_in_range;
    concluded(leads_back, is_sound)
}

fn add_half(lines: &mut Lines, name: &str, number: &Number, what: &str) {
    let mut meaning = count(number.bits(), "bit", "bits") + ": " + what;
    if !number.is_in_range {
        meaning += " It has to be at least 1 and less than the order of the curve.";
    }
    let tone = sound(number.is_in_range);
    lines.tell(name, &digits(&number.bytes), &meaning, tone, OF_ECDSA);
}

/// R and S.
pub fn ed25519(halves: &Ed25519, lines: &mut Lines) -> Said {
    let meaning = if halves.r_on_curve {
        "A point of the curve, another one for every content. A verifier computes it from S, the public key, and the hash of R, the public key, header and payload."
    } else {
        "It has to be a point of the curve, and is none."
    };
    let tone = sound(halves.r_on_curve);
    lines.tell("R", &digits(&halves.r), meaning, tone, OF_ED25519);
    let meaning = if halves.s_in_range {
        "A number, the least byte first. It ties R to header and payload by the private key."
    } else {
        "A number, the least byte first. It has to be less than the order of the base point, and is not."
    };
    let tone = sound(halves.s_in_range);
    lines.tell("S", &digits(&halves.s), meaning, tone, OF_ED25519);
    concluded(halves.leads_to_r, halves.r_on_curve && halves.s_in_range)
}

fn sound(is_sound: bool) -> Tone {
    if is_sound { Tone::Plain } else { Tone::Bad }
}

/// What is said of both halves, by whether they lead back to the first of them, where that was tried.
fn concluded(leads_back: Option<bool>, is_sound: bool) -> Said {
    match leads_back {
        _ if !is_sound => (
            "As it stands it is no signature of the algorithm, whatever the key.",
            Tone::Bad,
        ),
        Some(true) => (
            "With this key, header and payload its halves lead back to the first of them, as they have to.",
            Tone::Good,
        ),
        Some(false) => (
            "Another key signed, or header, payload or signature were changed: its halves do not lead back to the first of them.",
            Tone::Bad,
        ),
        None => (
            "Only the private key can make its halves; with the public key, header and payload they have to lead back to the first of them.",
            Tone::Plain,
        ),
    }
}
