//! The block of an RSA signature, piece by piece (RFC 8017 section 9).

use super::lines::{Lines, digits};
use super::{Said, bytes, judged};
use crate::jose::Algorithm;
use crate::jose::opened::{Pkcs1, Pss, padding};
use crate::words::count;
use crate::words::notes::Tone;

const OF_PKCS1: &str = "RFC 8017 §9.2";
const OF_PSS: &str = "RFC 8017 §9.1.2";

const AS_IT_HAS_TO_BE: &str = "The public key turns it into a block of padding and hash, and every byte of that is what it has to be.";
const OTHER_CONTENT: &str = "The padding is right, so this key's private half made it, but over another header or payload than these: they were changed after signing, or the signature is that of another token.";
const OTHER_HASH: &str =
    "This key's private half made it, but with another hash than the algorithm has.";
const UNNAMED_HASH: &str =
    "This key's private half made it, but without saying which hash it has, as it has to.";
const OTHER_START: &str = "This key's private half made it over this header and payload, but the block starts with bits that are not 0, as they have to be.";
const OTHER_SALT: &str = "This key's private half made it over this header and payload, but with a salt of another length, which JOSE does not allow.";

/// PKCS#1 v1.5.
pub fn pkcs1(block: &Pkcs1, lines: &mut Lines) -> Said {
    let meaning = "Says that the block is one of a signature.";
    lines.tell("Start", "0001", meaning, Tone::Good, OF_PKCS1);
    let padding = [block.padding, block.wanted_padding].map(|times| repeated("ff", times));
    let meaning = "Fills the block up to the length of the modulus.";
    add_padding(lines, padding, meaning, OF_PKCS1);
    lines.tell("Separator", "00", "Ends the padding.", Tone::Good, OF_PKCS1);
    let hash = match block.named {
        _ if block.identifier.found.is_empty() => "none is named",
        Some(name) => name,
        None => "one that is not known here",
    };
    let meaning = ["Says which hash follows: ", hash, "."].concat();
    lines.compare("Hash identifier", &block.identifier, &meaning, OF_PKCS1);
    let meaning = "The hash of header and payload, as the signer computed it.";
    lines.compare("Hash", &block.hash, meaning, OF_PKCS1);
    match block.identifier.found.as_slice() {
        _ if block.identifier.holds() => concluded(block.hash.holds()),
        [] => (UNNAMED_HASH, Tone::Bad),
        _ => (OTHER_HASH, Tone::Bad),
    }
}

/// PSS.
pub fn pss(block: &Pss, lines: &mut Lines) -> Said {
    if block.left_bits > 0 {
        let value = count(block.left_bits, "bit", "bits") + " of 0";
        let tone = judged(block.left_bits_are_clear);
        let meaning = "At the left, so that the block stays below the modulus.";
        lines.tell("Start", &value, meaning, tone, OF_PSS);
    }
    let padding = [&block.padding.found, &block.padding.expected]
        .map(|bytes| repeated("00", bytes.len() - 1) + ", 01");
    let meaning =
        "Fills the block. It lay, with the salt, under a mask that MGF1 makes of the hash below.";
    add_padding(lines, padding, meaning, OF_PSS);
    let salt_holds = block.salt.len() == block.wanted_salt;
    let meaning = format!(
        "{}, fresh for every signature; JOSE has {}, as many as the hash has.",
        bytes(block.salt.len()),
        block.wanted_salt
    );
    let tone = judged(salt_holds);
    lines.tell(
        "Salt",
        &digits(&block.salt),
        &meaning,
        tone,
        "RFC 7518 §3.5",
    );
    let meaning = "The hash of 8 zeros, the hash of header and payload, and the salt, as the signer computed it.";
    lines.compare("Hash", &block.hash, meaning, OF_PSS);
    lines.tell("End", "bc", "Ends every block of PSS.", Tone::Good, OF_PSS);
    match block.hash.holds() {
        true if !salt_holds => (OTHER_SALT, Tone::Bad),
        true if !block.left_bits_are_clear => (OTHER_START, Tone::Bad),
        holds => concluded(holds),
    }
}

fn add_padding(
    lines: &mut Lines,
    [found, wanted]: [String; 2],
    meaning: &str,
    source: &'static str,
) {
    let holds = found == wanted;
    lines.tell("Padding", &found, meaning, judged(holds), source);
    if !holds {
        lines.expected(&wanted, "");
    }
}

fn concluded(holds: bool) -> Said {
    let meaning = if holds {
        AS_IT_HAS_TO_BE
    } else {
        OTHER_CONTENT
    };
    (meaning, judged(holds))
}

/// What the key made of it, where that is no padding.
pub fn noise(block: &[u8], alg: Option<Algorithm>, lines: &mut Lines) -> Said {
    let start = &block[..block.len().min(16)];
    let end = &block[block.len().saturating_sub(8)..];
    let value = [&digits(start), "…", &digits(end)].concat();
    let is_pss = matches!(alg, Some(Algorithm::Ps(_)));
    let (source, expected) = if is_pss {
        (OF_PSS, "…bc")
    } else {
        (OF_PKCS1, "0001ffffff…")
    };
    let meaning = "What the public key makes of it: no padding.";
    lines.tell("Block", &value, meaning, Tone::Bad, source);
    lines.expected(expected, "");
    let why = match (is_pss, block) {
        (true, _) if padding(block).is_some() => {
            "This key's private half made it, but with the padding of PKCS#1 v1.5, as RS256, RS384 and RS512 have it."
        }
        (_, [0, 1, 0xff, ..]) => {
            "It starts as PKCS#1 v1.5 does, but with too little padding. Where the exponent of the key is small, anybody can make such a signature, so that it proves nothing."
        }
        (true, [.., 0xbc]) => {
            "It ends as PSS does, but under the mask there is noise: perhaps it was made with another hash than the algorithm has, for the content or for the mask, perhaps with another key."
        }
        (false, [.., 0xbc]) => {
            "It ends as PSS does: perhaps it was made with PS256, PS384 or PS512."
        }
        _ => {
            "What comes out is noise: it does not look like a signature made with this key's private half. The key is most likely another one, or the signature was changed."
        }
    };
    (why, Tone::Bad)
}

/// "ff × 202".
fn repeated(byte: &str, times: usize) -> String {
    format!("{byte} × {times}")
}
