//! The signature written in another way than JOSE wants it.

use super::Finding;
use super::change::{Change, SignatureForm};
use super::encoding;
use super::given::Given;
use super::trials::Trials;
use crate::jose::alg::{Algorithm, KeyType};
use crate::jose::base64url;

/// Leading zeros that a signer may have lost: each is one in 256.
const MAX_LOST: usize = 3;

/// Every way to write it that its bytes allow.
pub fn examine(given: &Given, trials: &mut Trials) -> Option<Finding> {
    let (alg, parts) = (given.alg()?, given.parts()?);
    let bytes = encoding::bytes(parts.signature);
    let mut forms = encoded_otherwise(parts.signature, &bytes);
    match alg {
        Algorithm::Es(curve) => forms.extend(of_ecdsa(&bytes, curve.size())),
        Algorithm::Rs(_) | Algorithm::Ps(_) => forms.extend(of_rsa(given, &bytes)),
        Algorithm::Hs(_) | Algorithm::Ed25519 => {}
    }
    forms.into_iter().find_map(|(form, bytes)| {
        let inputs = parts.with_signature(&base64url::encode(&bytes));
        trials.cure(given, vec![Change::Signature(form)], inputs)
    })
}

type Forms = Vec<(SignatureForm, Vec<u8>)>;

/// In hexadecimal as it stands or in base64url, or in base64 once more.
fn encoded_otherwise(text: &str, bytes: &[u8]) -> Forms {
    let inner = std::str::from_utf8(bytes).unwrap_or_default();
    let hex = [text, inner].into_iter().filter_map(from_hex);
    let mut forms: Forms = hex.map(|bytes| (SignatureForm::Hex, bytes)).collect();
    let is_base64 = |c: char| c.is_ascii_alphanumeric() || "-_+/=".contains(c);
    if !inner.is_empty() && inner.chars().all(is_base64) {
        forms.push((SignatureForm::Twice, encoding::bytes(inner)));
    }
    forms
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    if text.is_empty() || !text.len().is_multiple_of(2) {
        return None;
    }
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let mut bytes = Vec::new();
    for pair in text.as_bytes().chunks_exact(2) {
        bytes.push((digit(pair[0])? << 4 | digit(pair[1])?) as u8);
    }
    Some(bytes)
}

/// r and s of `size` bytes each, out of what is there.
fn of_ecdsa(bytes: &[u8], size: usize) -> Forms {
    let mut forms = Vec::new();
    let mut add = |form, r: &[u8], s: &[u8]| {
        if let (Some(mut r), Some(s)) = (padded(r, size), padded(s, size)) {
            r.extend_from_slice(&s);
            forms.push((form, r));
        }
    };
    if let Some((r, s)) = of_der(bytes) {
        add(SignatureForm::Der, r, s);
    }
    if bytes.len() == 2 * size {
        let (r, s) = bytes.split_at(size);
        add(SignatureForm::Swapped, s, r);
        return forms;
    }
    let lost = (2 * size).saturating_sub(bytes.len());
    let longest = bytes.len().saturating_sub(size);
    let cuts = if lost > 0 && lost <= MAX_LOST {
        size - lost..=size
    } else if longest > size && longest <= size + 2 {
        size..=size + 1
    } else {
        return forms;
    };
    for cut in cuts {
        let (r, s) = bytes.split_at(cut);
        add(SignatureForm::Unpadded, r, s);
    }
    forms
}

/// The two integers of a DER sequence.
fn of_der(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (inside, []) = tagged(0x30, bytes)? else {
        return None;
    };
    let (r, rest) = tagged(0x02, inside)?;
    let (s, []) = tagged(0x02, rest)? else {
        return None;
    };
    Some((r, s))
}

/// What a tag and a length below 256 announce, and what follows it.
fn tagged(tag: u8, bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = match bytes {
        [found, 0x81, length, rest @ ..] if *found == tag => (length, rest),
        [found, length, rest @ ..] if *found == tag && *length < 0x80 => (length, rest),
        _ => return None,
    };
    rest.split_at_checked(usize::from(*length))
}

/// A number in `size` bytes, where it fits.
fn padded(number: &[u8], size: usize) -> Option<Vec<u8>> {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    let digits = &number[zeros..];
    let mut padded = vec![0; size.checked_sub(digits.len())?];
    padded.extend_from_slice(digits);
    Some(padded)
}

/// With the leading zeros that are lost, or without those that are too many.
fn of_rsa(given: &Given, bytes: &[u8]) -> Option<(SignatureForm, Vec<u8>)> {
    let mut keys = given.keys().filter(|key| key.key_type() == KeyType::Rsa);
    let size = keys.next()?.bits().div_ceil(8);
    if bytes.len().abs_diff(size) > MAX_LOST || bytes.len() == size {
        return None;
    }
    Some((SignatureForm::Unpadded, padded(bytes, size)?))
}
