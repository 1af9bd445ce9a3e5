//! The two halves of a signature by an elliptic curve.

use super::{add, bytes, judged, told};
use crate::jose::opened::{Ecdsa, Ed25519, Form, Number, Piece};
use crate::words::fact::Fact;
use crate::words::notes::Tone;
use crate::words::{count, hexadecimal};

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
        x.holds() && !is_der
    });
    let is_sound = !is_der && numbers.r.is_in_range && numbers.s.is_in_range;
    let tone = match holds {
        Some(holds) => judged(holds),
        None if is_sound => Tone::Plain,
        None => Tone::Bad,
    };
    let meaning = match holds {
        Some(true) => "With this key they lead back to r, as they have to.",
        _ => {
            "What r and s had to be, only the private key can tell: a verifier computes a point from them, whose x has to be r."
        }
    };
    (meaning.to_owned(), tone)
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
    told(name, hexadecimal(&number.bytes), &meaning, tone, OF_ECDSA)
}

/// R and S.
pub fn ed25519(numbers: &Ed25519, out: &mut Vec<Fact>) -> (String, Tone) {
    let on_curve = if numbers.r_on_curve {
        "A point of the curve that is another one for every content."
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
        out.push(told(name, hexadecimal(half), meaning, tone, OF_ED25519));
    }
    let meaning = "From S, the public key and the hash of R, the public key, header and payload a verifier computes a point, which has to be R. What R and S had to be, only the private key can tell.";
    let is_sound = numbers.r_on_curve && numbers.s_in_range;
    (
        meaning.to_owned(),
        if is_sound { Tone::Plain } else { Tone::Bad },
    )
}
