//! Fresh keys.

use super::Key;
use crate::jose::alg::Algorithm;
use crate::jose::crypto::Seed;
use crate::jose::crypto::ecdsa::EcKey;
use crate::jose::crypto::eddsa::EdKey;
use crate::jose::crypto::hmac::Secret;

/// A fresh key for an algorithm: a secret as long as the hash (RFC 7518 section 3.2), or a key pair. `None`
/// for RSA, whose primes take long to find.
pub fn generate(alg: Algorithm, seed: Seed) -> Option<Key> {
    match alg {
        Algorithm::Hs(hash) => Secret::new(seed.into_bytes(hash.size())).map(Key::Secret),
        Algorithm::Es(curve) => Some(Key::Ec(Box::new(EcKey::generate(curve, seed)))),
        // Any 32 random bytes are a private key (RFC 8032 section 5.1.5).
        Algorithm::Ed25519 => {
            let key = EdKey::from_private(&seed.into_bytes(32)).ok()?;
            Some(Key::Ed25519(Box::new(key)))
        }
        Algorithm::Rs(_) | Algorithm::Ps(_) => None,
    }
}
