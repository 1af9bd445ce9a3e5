//! HMAC with SHA-2 (RFC 7518 section 3.2, RFC 2104).

use super::Outcome;
use crate::jose::alg::Hash;
use hmac::{Hmac, KeyInit, Mac};
use p256::elliptic_curve::subtle::ConstantTimeEq;
use sha2::{Sha256, Sha384, Sha512};
use zeroize::Zeroizing;

/// A shared secret of at least one byte. Redacted in `Debug`, wiped on drop.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<Vec<u8>>);

impl Secret {
    /// `None` for no bytes at all, which keep no secret.
    pub fn new(bytes: Zeroizing<Vec<u8>>) -> Option<Self> {
        (!bytes.is_empty()).then_some(Self(bytes))
    }

    /// Its length in bits.
    pub fn bits(&self) -> usize {
        self.0.len() * 8
    }

    /// The bytes themselves.
    pub fn expose(&self) -> &[u8] {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Secret({} bits, redacted)", self.bits())
    }
}

/// The MAC of a message.
pub fn sign(hash: Hash, secret: &Secret, message: &[u8]) -> Vec<u8> {
    match hash {
        Hash::Sha256 => mac::<Hmac<Sha256>>(secret, message),
        Hash::Sha384 => mac::<Hmac<Sha384>>(secret, message),
        Hash::Sha512 => mac::<Hmac<Sha512>>(secret, message),
    }
}

/// Compares the MAC of a message with a signature, in constant time.
pub fn verify(hash: Hash, secret: &Secret, message: &[u8], signature: &[u8]) -> Outcome {
    let expected = sign(hash, secret, message);
    if expected.ct_eq(signature).into() {
        return Outcome::Holds;
    }
    Outcome::Differs {
        expected: Some(expected),
    }
}

fn mac<M: Mac + KeyInit>(secret: &Secret, message: &[u8]) -> Vec<u8> {
    let Ok(mut mac) = <M as KeyInit>::new_from_slice(secret.expose()) else {
        return Vec::new();
    };
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}
