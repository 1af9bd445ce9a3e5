//! The block an RSA signature stands for, taken apart (RFC 8017 sections 9.1 and 9.2).

use super::Piece;
use crate::jose::alg::Hash;
use crate::jose::crypto::digest;

/// EMSA-PKCS1-v1_5 (RFC 8017 section 9.2): 00 01, padding of ff, 00, then the DigestInfo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pkcs1 {
    /// How many ff there are.
    pub padding: usize,
    /// How many there have to be.
    pub wanted_padding: usize,
    /// The DigestInfo up to the hash: it says which hash follows. Empty where there is none.
    pub identifier: Piece,
    /// The hash that the identifier names, if it is a known one.
    pub named: Option<&'static str>,
    /// The hash of header and payload.
    pub hash: Piece,
}

/// EMSA-PSS (RFC 8017 section 9.1): the masked data block, H, bc; the mask is taken off here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pss {
    /// How many bits at the left have to be 0 under the mask.
    pub left_bits: u32,
    pub left_bits_are_clear: bool,
    /// Zeros, then 01. Their number follows from the length of the salt.
    pub padding: Piece,
    pub salt: Vec<u8>,
    /// As long as the hash (RFC 7518 section 3.5).
    pub wanted_salt: usize,
    /// H, beside the hash of 8 zeros, the hash of header and payload, and the salt.
    pub hash: Piece,
}

/// The object identifiers of hashes in DER, and their names (RFC 8017 appendix B.1, FIPS 202).
const HASHES: [(&[u8], &str); 8] = [
    (&[0x2b, 0x0e, 3, 2, 0x1a], "SHA-1"),
    (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 2, 5], "MD5"),
    (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1], "SHA-256"),
    (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 2], "SHA-384"),
    (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 3], "SHA-512"),
    (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 4], "SHA-224"),
    (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 6], "SHA-512/256"),
    (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 8], "SHA3-256"),
];

/// The padding of PKCS#1 v1.5: how many ff stand between 00 01 and 00. `None` unless all that is more than a third of
/// the block: where the public exponent is 3, anybody can make a block whose first third is what it has to be, as a
/// cube root reaches that far (CVE-2006-4339).
pub fn padding(block: &[u8]) -> Option<usize> {
    let padding = any_padding(block)?.0;
    (padding + 3 > block.len() / 3).then_some(padding)
}

/// How many ff there are, and what follows the 00 behind them.
fn any_padding(block: &[u8]) -> Option<(usize, &[u8])> {
    let rest = block.strip_prefix(&[0, 1])?;
    let padding = rest.iter().position(|byte| *byte != 0xff)?;
    Some((padding, rest[padding..].strip_prefix(&[0])?))
}

/// Takes a block of PKCS#1 v1.5 apart. `None` unless the private half made it, whatever it is over: there is much
/// padding, or what there is and the identifier are what they have to be.
pub fn pkcs1(block: &[u8], hash: Hash, message: &[u8]) -> Option<Pkcs1> {
    let (found_padding, info) = any_padding(block)?;
    let (oid, identifier, found) = digest_info(info).unwrap_or((&[], &[], info));
    let expected = identifier_of(hash);
    if identifier != expected {
        padding(block)?;
    }
    Some(Pkcs1 {
        padding: found_padding,
        wanted_padding: block.len().saturating_sub(3 + expected.len() + hash.size()),
        identifier: Piece {
            found: identifier.to_vec(),
            expected,
        },
        named: name(oid),
        hash: Piece {
            found: found.to_vec(),
            expected: digest(hash, message),
        },
    })
}

/// The object identifier, all that stands before the hash, and the hash, which ends it.
fn digest_info(info: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let [0x30, _, 0x30, length, 0x06, of_oid, ..] = *info else {
        return None;
    };
    let at = 4 + usize::from(length);
    let (identifier, hash) = info.split_at_checked(at + 2)?;
    let is_string = identifier.ends_with(&[0x04, u8::try_from(hash.len()).ok()?]);
    let oid = info.get(6..6 + usize::from(of_oid))?;
    is_string.then_some((oid, identifier, hash))
}

fn name(oid: &[u8]) -> Option<&'static str> {
    let known = HASHES.iter().find(|(known, _)| *known == oid)?;
    Some(known.1)
}

/// What stands before a hash of SHA-2 (RFC 8017 section 9.2, note 1).
fn identifier_of(hash: Hash) -> Vec<u8> {
    let size = hash.size() as u8;
    let last = match hash {
        Hash::Sha256 => 1,
        Hash::Sha384 => 2,
        Hash::Sha512 => 3,
    };
    let algorithm = [
        0x30, 0x0d, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, last, 5, 0,
    ];
    [&[0x30, 17 + size][..], &algorithm, &[4, size]].concat()
}

/// Takes a block of PSS apart (RFC 8017 section 9.1.2). `None` unless the private half made it: under the mask there
/// is the hash, or all of the padding. A piece of padding comes about by chance.
pub fn pss(block: &[u8], bits: usize, hash: Hash, message: &[u8]) -> Option<Pss> {
    let size = hash.size();
    // One bit less than the modulus; a byte less, where the modulus has one bit in its first.
    let length = (bits - 1).div_ceil(8);
    let left_bits = (8 * length - (bits - 1)) as u32;
    let (above, encoded) = block.split_at_checked(block.len().checked_sub(length)?)?;
    let masked_and_hash = encoded.strip_suffix(&[0xbc])?;
    let (masked, found) = masked_and_hash.split_at_checked(length.checked_sub(size + 1)?)?;
    let mut data = unmasked(masked, found, hash);
    let left_bits_are_clear = above.iter().all(|byte| *byte == 0)
        && masked
            .first()
            .is_some_and(|first| first.leading_zeros() >= left_bits);
    *data.first_mut()? &= 0xff >> left_bits;
    let zeros = data.iter().position(|byte| *byte != 0)?;
    if data[zeros] != 1 {
        return None;
    }
    let salt = data.split_off(zeros + 1);
    let hashed = [&[0; 8], digest(hash, message).as_slice(), &salt].concat();
    let mut expected = vec![0; (masked.len()).saturating_sub(size + 1)];
    expected.push(1);
    let block = Pss {
        left_bits,
        left_bits_are_clear,
        padding: Piece {
            found: data,
            expected,
        },
        salt,
        wanted_salt: size,
        hash: Piece {
            found: found.to_vec(),
            expected: digest(hash, &hashed),
        },
    };
    let has_padding = block.padding.holds() && left_bits_are_clear;
    (block.hash.holds() || has_padding).then_some(block)
}

/// Without the mask that MGF1 makes of a seed (RFC 8017 appendix B.2.1): the hashes of the seed and a counter. The
/// crate keeps its own to itself.
fn unmasked(masked: &[u8], seed: &[u8], hash: Hash) -> Vec<u8> {
    let mut data = Vec::with_capacity(masked.len());
    for (counter, stretch) in (0_u32..).zip(masked.chunks(hash.size())) {
        let mask = digest(hash, &[seed, &counter.to_be_bytes()].concat());
        data.extend(stretch.iter().zip(mask).map(|(byte, mask)| byte ^ mask));
    }
    data
}
