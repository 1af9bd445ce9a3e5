//! The block of an RSA signature, piece by piece (RFC 8017 section 9).

use super::{add, add_expected, bytes, digits, judged, told};
use crate::jose::Algorithm;
use crate::jose::opened::{Piece, Pkcs1, Pss};
use crate::words::count;
use crate::words::fact::Fact;
use crate::words::notes::Tone;

const OF_PKCS1: &str = "RFC 8017 §9.2";
const OF_PSS: &str = "RFC 8017 §9.1.2";

const AS_IT_HAS_TO_BE: &str = "The public key turns it into a block of padding and hash, and every byte of that is what it has to be.";
const OTHER_CONTENT: &str = "The padding is right, so this key's private half made it, but over another header or payload than these: they were changed after signing, or the signature is that of another token.";

/// PKCS#1 v1.5.
pub fn pkcs1(block: &Pkcs1, out: &mut Vec<Fact>) -> (String, Tone) {
    let padding_holds = block.padding == block.wanted_padding;
    let start = "Says that the block is one of a signature.";
    out.push(told(
        "Start",
        "0001".to_owned(),
        start,
        Tone::Good,
        OF_PKCS1,
    ));
    let fills = "Fills the block up to the length of the modulus.";
    let tone = judged(padding_holds);
    out.push(told(
        "Padding",
        repeated("ff", block.padding),
        fills,
        tone,
        OF_PKCS1,
    ));
    if !padding_holds {
        add_expected(out, repeated("ff", block.wanted_padding));
    }
    out.push(told(
        "Separator",
        "00".to_owned(),
        "Ends the padding.",
        Tone::Good,
        OF_PKCS1,
    ));
    let named = match block.named {
        _ if block.identifier.found.is_empty() => {
            "There is none: what follows does not say which hash it is.".to_owned()
        }
        Some(name) => format!("Says which hash follows: {name}."),
        None => "Names a hash that is not known here.".to_owned(),
    };
    add(out, "Hash identifier", &block.identifier, &named, OF_PKCS1);
    add_hash(
        out,
        "Hash",
        &block.hash,
        "The hash of header and payload, as the signer computed it.",
        OF_PKCS1,
    );
    if !block.identifier.holds() || !padding_holds {
        return (
            "This key's private half made it, but with another hash than the algorithm has."
                .to_owned(),
            Tone::Bad,
        );
    }
    concluded(block.hash.holds())
}

/// PSS.
pub fn pss(block: &Pss, out: &mut Vec<Fact>) -> (String, Tone) {
    if block.left_bits > 0 {
        let value = format!("{} of 0", count(block.left_bits, "bit", "bits"));
        let tone = judged(block.left_bits_are_clear);
        let meaning = "At the left, so that the block stays below the modulus.";
        out.push(told("Start", value, meaning, tone, OF_PSS));
    }
    let padding_holds = block.padding.holds();
    let one = |piece: &[u8]| repeated("00", piece.len() - 1) + ", 01";
    let fills =
        "Fills the block. It lay, with the salt, under a mask that MGF1 makes of the hash below.";
    out.push(told(
        "Padding",
        one(&block.padding.found),
        fills,
        judged(padding_holds),
        OF_PSS,
    ));
    if !padding_holds {
        add_expected(out, one(&block.padding.expected));
    }
    let salt_holds = block.salt.len() == block.wanted_salt;
    let mut salt = format!("{}, fresh for every signature.", bytes(block.salt.len()));
    if !salt_holds {
        salt += &format!(
            " They have to be {}, as many as the hash has.",
            block.wanted_salt
        );
    }
    out.push(told(
        "Salt",
        digits(&block.salt),
        &salt,
        judged(salt_holds),
        "RFC 7518 §3.5",
    ));
    add_hash(
        out,
        "Hash",
        &block.hash,
        "The hash of 8 zeros, the hash of header and payload, and the salt, as the signer computed it.",
        OF_PSS,
    );
    out.push(told(
        "End",
        "bc".to_owned(),
        "Ends every block of PSS.",
        Tone::Good,
        OF_PSS,
    ));
    if block.hash.holds() && !salt_holds {
        return ("This key's private half made it over this header and payload, but with a salt of another length, which JOSE does not allow.".to_owned(), Tone::Bad);
    }
    concluded(block.hash.holds() && padding_holds && block.left_bits_are_clear)
}

fn concluded(holds: bool) -> (String, Tone) {
    let meaning = if holds {
        AS_IT_HAS_TO_BE
    } else {
        OTHER_CONTENT
    };
    (meaning.to_owned(), judged(holds))
}

fn add_hash(out: &mut Vec<Fact>, name: &str, hash: &Piece, meaning: &str, source: &'static str) {
    let before = out.len();
    add(out, name, hash, meaning, source);
    if let Some(expected) = out.get_mut(before + 1) {
        expected.meaning = "The same of header and payload as they stand here.".to_owned();
    }
}

/// What the key made of it, where that is no padding.
pub fn noise(block: &[u8], alg: Option<Algorithm>, out: &mut Vec<Fact>) -> (String, Tone) {
    let (edge, rest) = block.split_at(block.len().min(16));
    let end = &rest[rest.len() - rest.len().min(8)..];
    let value = [&digits(edge), "…", &digits(end)].concat();
    let is_pss = matches!(alg, Some(Algorithm::Ps(_)));
    let (source, expected) = if is_pss {
        (OF_PSS, "…bc")
    } else {
        (OF_PKCS1, "0001ffffff…")
    };
    let noise = "What the public key makes of it: no padding.";
    out.push(told("Block", value, noise, Tone::Bad, source));
    add_expected(out, expected.to_owned());
    let why = match (is_pss, block) {
        (true, [0, 1, 0xff, 0xff, ..]) => {
            "This key's private half made it, but with the padding of PKCS#1 v1.5, as RS256, RS384 and RS512 have it."
        }
        (true, [.., 0xbc]) => {
            "It ends as PSS does, but under the mask there is noise: most likely it was made with another hash than the algorithm has, for the content or for the mask."
        }
        (false, [.., 0xbc]) => {
            "It ends as PSS does: perhaps it was made with PS256, PS384 or PS512."
        }
        _ => {
            "What comes out is noise: it does not look like a signature made with this key's private half. The key is most likely another one, or the signature was changed."
        }
    };
    (why.to_owned(), Tone::Bad)
}

/// "ff × 202".
fn repeated(byte: &str, times: usize) -> String {
    format!("{byte} × {times}")
}
