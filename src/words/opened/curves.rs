//! The two halves of a signature by an elliptic curve.

use super::{add, bytes, digits, judged, told};
use crate::jose::opened::{Ecdsa, Ed25519, Form, Number, Piece};
use crate::words::count;
use crate::words::fact::Fact;
use crate::words::notes::Tone;

const OF_ECDSA: &str = "RFC 7518 §3.4";
const OF_POINT: &str = "FIPS 186-5 §6.4.2";
const OF_ED25519: &str = "RFC 8032 §5.1.7";

/// r and s.
pub fn ecdsa(numbers: &Ecdsa, out: &mut Vec<Fact>) -> (String, Tone) {
    let is_der = numbers.form == Form::Der;
    if is_der {
        let meaning = format!(
            "r and s are wrapped up as OpenSSL writes them. In a token they stand one after the other, {} each.",
            bytes(numbers.curve.size())
        );
        out.push(told(
            "Form",
            "DER".to_owned(),
            &meaning,
            Tone::Bad,
            OF_ECDSA,
        ));
    }
    out.push(half(
        "r",
        &numbers.r,
        "the x of a point that is another one for every signature",
    ));
    let high = if numbers.has_high_s {
        ". It is the higher of s and n − s: RFC 8812 allows both, some libraries refuse this one"
    } else {
        ""
    };
    let ties = [
        "ties r to the hash of header and payload by the private key",
        high,
    ]
    .concat();
    out.push(half("s", &numbers.s, &ties));
    let holds = numbers.reached_x.as_ref().map(|x| {
        let x = Piece {
            found: x.clone(),
            expected: numbers.r.bytes.clone(),
        };
        add(out, "x of the point", &x, "Of the point that a verifier computes from r, s, the key, and the hash of header and payload. It has to be r.", OF_POINT);
        x.holds()
    });
    let is_sound = !is_der && numbers.r.is_in_range && numbers.s.is_in_range;
    concluded("r", holds, is_sound)
}

/// What is said of both halves; `holds` is whether they lead back to the first of them, where that was tried.
fn concluded(first: &str, holds: Option<bool>, is_sound: bool) -> (String, Tone) {
    let (meaning, tone) = match holds {
        _ if !is_sound => {
            let meaning = "As it stands it is no signature of the algorithm, whatever the key.";
            return (meaning.to_owned(), Tone::Bad);
        }
        Some(true) => (
            "With this key, header and payload they lead back to",
            Tone::Good,
        ),
        Some(false) => (
            "Another key signed, or header or payload were changed: they do not lead back to",
            Tone::Bad,
        ),
        None => (
            "Only the private key can make them; with the public key, header and payload they have to lead back to",
            Tone::Plain,
        ),
    };
    (format!("{meaning} {first}."), tone)
}

fn half(name: &str, number: &Number, what: &str) -> Fact {
    let mut meaning = format!("{}: {what}.", count(number.bits(), "bit", "bits"));
    if !number.is_in_range {
        meaning += " It has to be at least 1 and less than the order of the curve.";
    }
    let tone = if number.is_in_range {
        Tone::Plain
    } else {
        Tone::Bad
    };
    told(name, digits(&number.bytes), &meaning, tone, OF_ECDSA)
}

/// R and S.
pub fn ed25519(numbers: &Ed25519, out: &mut Vec<Fact>) -> (String, Tone) {
    let on_curve = if numbers.r_on_curve {
        "A point of the curve, another one for every content. A verifier computes it from S, the public key, and the hash of R, the public key, header and payload."
    } else {
        "It has to be a point of the curve, and is none."
    };
    let in_range = if numbers.s_in_range {
        "A number, the least byte first. It ties R to header and payload by the private key."
    } else {
        "A number, the least byte first. It has to be less than the order of the base point, and is not."
    };
    let parts = [
        ("R", &numbers.r, on_curve, numbers.r_on_curve),
        ("S", &numbers.s, in_range, numbers.s_in_range),
    ];
    for (name, half, meaning, is_sound) in parts {
        let tone = if is_sound { Tone::Plain } else { judged(false) };
        out.push(told(name, digits(half), meaning, tone, OF_ED25519));
    }
    let is_sound = numbers.r_on_curve && numbers.s_in_range;
    concluded("R", numbers.leads_to_r, is_sound)
}
