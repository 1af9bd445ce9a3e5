//! A signature opened up, line by line.

mod curves;
mod lines;
mod rsa;

use super::fact::Fact;
use super::notes::Tone;
use super::{count, signature};
use crate::jose::difference::common_start;
use crate::jose::opened::{Closed, Inside, Opened, Piece};
use lines::Lines;

/// What is said of a signature as a whole.
type Said = (&'static str, Tone);

/// What is in a signature: first all of it, then its pieces, each with what it had to be where it differs.
pub fn facts(opened: &Opened) -> Vec<Fact> {
    let name = opened
        .alg
        .map_or_else(|| "Signature".to_owned(), signature::alg_meaning);
    let length = bytes(opened.carried.len());
    let mut lines = Lines(vec![Fact::new(name, length.as_str())]);
    if let Some(key) = opened.key.as_ref().and_then(signature::which_key) {
        lines.tell("Opened with", &key, "", Tone::Plain, "");
    }
    if let Some(wanted) = opened.wanted
        && wanted != opened.carried.len()
    {
        let wanted = format!("It has to have {}.", bytes(wanted));
        lines.tell("Length", &length, &wanted, Tone::Bad, "");
    }
    let (meaning, tone) = match &opened.inside {
        Inside::Closed(closed) => (closed_up(*closed, opened), Tone::Plain),
        Inside::Hmac { computed } => mac(computed, &opened.carried, &mut lines),
        Inside::Pkcs1(block) => rsa::pkcs1(block, &mut lines),
        Inside::Pss(block) => rsa::pss(block, &mut lines),
        Inside::Noise { block } => rsa::noise(block, opened.alg, &mut lines),
        Inside::Ecdsa(numbers) => curves::ecdsa(numbers, &mut lines),
        Inside::Ed25519(numbers) => curves::ed25519(numbers, &mut lines),
    };
    lines.0[0].meaning = meaning.to_owned();
    lines.0[0].tone = tone;
    lines.0
}

/// Why there is nothing below.
fn closed_up(closed: Closed, opened: &Opened) -> &'static str {
    match closed {
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
    }
}

/// The MAC that was computed, beside the one in the token.
fn mac(computed: &[u8], carried: &[u8], lines: &mut Lines) -> Said {
    let tag = Piece {
        found: carried.to_vec(),
        expected: computed.to_vec(),
    };
    let mut meaning = "The keyed hash of header and payload, as the token has it.".to_owned();
    if !tag.holds() {
        let first = common_start(carried, computed) + 1;
        meaning += &format!(" It differs from byte {first} on.");
    }
    lines.compare("MAC", &tag, &meaning, "RFC 7518 §3.2");
    if tag.holds() {
        return (
            "Computed with this secret it comes out the same, byte for byte.",
            Tone::Good,
        );
    }
    (
        "Computed with this secret it is another one. One changed bit of header, payload or secret changes all of it, so that where it differs does not tell what was changed.",
        Tone::Bad,
    )
}

fn judged(holds: bool) -> Tone {
    if holds { Tone::Good } else { Tone::Bad }
}

fn bytes(number: usize) -> String {
    count(number, "byte", "bytes")
}
