//! HMAC out of its two hashes, and what becomes of it when a bit flips.

use crate::jose::alg::Hash;
use crate::jose::crypto::digest;
use crate::jose::crypto::hmac::{Secret, sign};
use crate::learn::binary::{bits, distance, flipped};
use crate::learn::tokens::SECRET;
use crate::learn::{Stage, Tone};

/// The bytes of a block of SHA-256.
pub const BLOCK: usize = 64;

/// The keys of both hashes (RFC 2104 section 2).
pub struct Keys {
    /// The key as long as a block.
    pub filled: Vec<u8>,
    pub inner: Vec<u8>,
    pub outer: Vec<u8>,
}

impl Keys {
    pub fn new(key: &[u8]) -> Self {
        let mut filled = match key.len() > BLOCK {
            true => digest(Hash::Sha256, key),
            false => key.to_vec(),
        };
        filled.resize(BLOCK, 0);
        let mixed = |pad: u8| filled.iter().map(|byte| byte ^ pad).collect();
        Self {
            inner: mixed(0x36),
            outer: mixed(0x5c),
            filled,
        }
    }

    /// The hash within, and the hash of that, which is the MAC.
    pub fn hashes(&self, text: &[u8]) -> (Vec<u8>, Vec<u8>) {
        let inner = digest(Hash::Sha256, &[&self.inner, text].concat());
        let outer = digest(Hash::Sha256, &[&*self.outer, &*inner].concat());
        (inner, outer)
    }
}

/// The MAC that the inspector makes; nothing with an empty key.
pub fn mac(key: &str, text: &[u8]) -> Vec<u8> {
    let secret = Secret::new(key.as_bytes().to_vec().into());
    secret.map_or_else(Vec::new, |secret| sign(Hash::Sha256, &secret, text))
}

/// How many bits of the signature flip with each of the first bits of a text.
pub struct Trials {
    /// How many bits were tried.
    pub count: u32,
    pub least: u32,
    pub most: u32,
    sum: u32,
}

impl Trials {
    /// So many that it stays quick while somebody types.
    const MOST: usize = 256;

    pub fn of(text: &[u8], signature: &[u8]) -> Self {
        let mut trials = Self {
            count: 0,
            least: 256,
            most: 0,
            sum: 0,
        };
        for bit in 0..(text.len() * 8).min(Self::MOST) {
            let flips = distance(signature, &mac(SECRET, &flipped(text, bit)));
            trials.count += 1;
            trials.least = trials.least.min(flips);
            trials.most = trials.most.max(flips);
            trials.sum += flips;
        }
        trials
    }

    pub fn average(&self) -> u32 {
        (self.sum + self.count / 2) / self.count.max(1)
    }
}

/// Which bit that is, and what becomes of its byte.
pub fn told(text: &[u8], bit: usize) -> String {
    let at = bit / 8;
    let after = flipped(text, bit);
    let [before, after] = [text[at], after[at]].map(|byte| bits(byte, 8));
    ["byte ", &(at + 1).to_string(), ": ", &before, " → ", &after].concat()
}

/// 32 bits, with those that differ.
pub fn compared(stage: &mut Stage, before: &[u8], after: &[u8]) {
    let mut text = String::new();
    for (before, after) in before.iter().zip(after) {
        text += &bits(before ^ after, 8).replace('0', "·").replace('1', "X");
        text.push(' ');
    }
    let note = [&distance(before, after).to_string(), " of 32"].concat();
    stage.line(Tone::Good, &text, &note);
}
