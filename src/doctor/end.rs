//! The end of the signature: characters lost, doubled or added by copying.

use super::Finding;
use super::change::{Change, Explanation, SignatureEnd};
use super::encoding::characters;
use super::given::{Given, Parts};
use super::trials::Trials;
use crate::jose::Algorithm;
use crate::jose::alg::KeyType;
use crate::jose::base64url::{self, Error};
use crate::jose::crypto::hmac;
use crate::jose::key::Key;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Mends the end where the length or the last character cannot be right.
pub fn examine(given: &Given, trials: &mut Trials) -> Option<Finding> {
    let parts = given.parts()?;
    let signature = parts.signature;
    let length = signature_bytes(given)?;
    let wanted = characters(length);
    if signature.is_empty() || !signature.is_ascii() {
        return None;
    }
    match wanted.checked_sub(signature.len()) {
        Some(0) => canonical_end(given, trials, parts),
        None => cut(given, trials, parts, wanted),
        Some(1) if !matches!(given.alg(), Some(Algorithm::Hs(_))) => {
            last_found(given, trials, parts, length)
        }
        Some(missing) => completed(given, trials, parts, missing),
    }
}

/// How many bytes the signature has to have; of RSA, where all keys are of one size.
fn signature_bytes(given: &Given) -> Option<usize> {
    let alg = given.alg()?;
    if let Some(size) = alg.signature_size() {
        return Some(size);
    }
    let keys = given.keys().filter(|key| key.key_type() == KeyType::Rsa);
    let mut sizes = keys.map(|key| key.bits().div_ceil(8));
    let size = sizes.next()?;
    sizes.all(|other| other == size).then_some(size)
}

fn canonical_end(given: &Given, trials: &mut Trials, parts: Parts) -> Option<Finding> {
    let Err(Error::UnusedBits { canonical, .. }) = base64url::decode(parts.signature) else {
        return None;
    };
    let kept = &parts.signature[..parts.signature.len() - 1];
    let inputs = parts.with_signature(&[kept, &canonical.to_string()].concat());
    let change = Change::SignatureEnd(SignatureEnd::UnusedBits);
    trials.cure(given, vec![change], inputs)
}

fn cut(given: &Given, trials: &mut Trials, parts: Parts, wanted: usize) -> Option<Finding> {
    let (kept, rest) = parts.signature.split_at(wanted);
    let end = if rest.len() == 1 && kept.ends_with(rest) {
        SignatureEnd::Doubled
    } else {
        SignatureEnd::TooMany { extra: rest.len() }
    };
    trials.cure(
        given,
        vec![Change::SignatureEnd(end)],
        parts.with_signature(kept),
    )
}

/// Whoever has the secret can compute what is missing. At least half must be there, and match.
fn completed(given: &Given, trials: &mut Trials, parts: Parts, missing: usize) -> Option<Finding> {
    let Some(Algorithm::Hs(hash)) = given.alg() else {
        return None;
    };
    let message = [parts.header, parts.payload].join(".");
    let right = given.keys().find_map(|key| match key {
        Key::Secret(secret) if trials.may(key, message.as_bytes()) => {
            let right = base64url::encode(&hmac::sign(hash, secret, message.as_bytes()));
            right.starts_with(parts.signature).then_some(right)
        }
        _ => None,
    });
    let right = right.filter(|right| missing <= right.len() / 2)?;
    let change = Change::SignatureEnd(SignatureEnd::Missing { missing });
    trials.cure(given, vec![change], parts.with_signature(&right))
}

/// Tries each character that an encoder may have written last.
fn last_found(given: &Given, trials: &mut Trials, parts: Parts, length: usize) -> Option<Finding> {
    // The last character carries 6, 4 or 2 bits of the last byte; the others are 0.
    let step = [1, 16, 4][length % 3];
    ALPHABET.iter().step_by(step).find_map(|last| {
        let whole = [parts.signature, &char::from(*last).to_string()].concat();
        let change = Change::SignatureEnd(SignatureEnd::Missing { missing: 1 });
        trials.cure(given, vec![change], parts.with_signature(&whole))
    })
}

/// Tells how much of the signature is missing. An RSA signature of another usual size is not cut, but of another key.
pub fn short(given: &Given) -> Option<Explanation> {
    let alg = given.alg()?;
    let bytes = signature_bytes(given)?;
    let (found, wanted) = (given.parts()?.signature.len(), characters(bytes));
    let usual = [128, 256, 384, 512, 1024].map(characters);
    let of_other_key = alg.key_type() == KeyType::Rsa && usual.contains(&found);
    (found > 0 && found < wanted && !of_other_key).then_some(Explanation::Short {
        alg,
        found,
        wanted,
    })
}
