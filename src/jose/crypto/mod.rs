//! The mathematics, one file a family. Every primitive is of the RustCrypto and dalek crates; here they are given
//! the shape of JOSE signatures (RFC 7518 section 3).

pub mod ecdsa;
pub mod eddsa;
pub mod hmac;
pub mod rsa;

use super::alg::Hash;
use rand_core::Rng;
use sha2::{Digest, Sha256, Sha384, Sha512};
use zeroize::Zeroizing;

/// What the mathematics say of a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Holds,
    /// It does not. `expected` is the right one, where a verifier can compute it (HMAC).
    Differs {
        expected: Option<Vec<u8>>,
    },
    /// It cannot be one of this algorithm, whatever the key; of RSA, none of this key.
    Malformed(Malformed),
}

/// Why bytes cannot be a signature of the algorithm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// Another number of bytes than every signature of this algorithm, or of this RSA modulus, has.
    Length { wanted: usize, found: usize },
    /// ECDSA in DER, where JOSE wants r and s one after the other (RFC 7518 section 3.4).
    Der { wanted: usize, found: usize },
    /// r or s is 0, or not below the order of the curve.
    OutOfRange,
}

/// 32 random bytes from which all randomness of one act is drawn: of signing, or of making a key. Wiped on drop.
#[derive(Clone)]
pub struct Seed(Zeroizing<[u8; 32]>);

impl Seed {
    /// The bytes must come from a cryptographic random number generator and serve only once.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Seeds for several acts.
    pub fn split<const N: usize>(self) -> [Self; N] {
        let mut rng = self.into_rng();
        std::array::from_fn(|_| {
            let mut bytes = Zeroizing::new([0; 32]);
            rng.fill_bytes(&mut *bytes);
            Self(bytes)
        })
    }

    /// Random bytes, as many as are wanted.
    pub fn into_bytes(self, length: usize) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(vec![0; length]);
        self.into_rng().fill_bytes(&mut bytes);
        bytes
    }

    fn into_rng(self) -> chacha20::ChaCha20Rng {
        rand_core::SeedableRng::from_seed(*self.0)
    }
}

impl std::fmt::Debug for Seed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seed(redacted)")
    }
}

/// Why a key that fits cannot sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignFailure {
    /// It has no private half.
    NoPrivateHalf,
    /// Its private half is damaged, or belongs to another public half.
    HalvesDiffer,
    /// An RSA key with a small exponent came without its primes, which cannot be found again.
    PrimesMissing,
    /// The modulus is too small for padding and hash (RFC 8017 sections 8.1.1 and 9.2).
    ModulusTooSmall { bits: usize },
}

/// The hash of a message.
pub fn digest(hash: Hash, message: &[u8]) -> Vec<u8> {
    match hash {
        Hash::Sha256 => Sha256::digest(message).to_vec(),
        Hash::Sha384 => Sha384::digest(message).to_vec(),
        Hash::Sha512 => Sha512::digest(message).to_vec(),
    }
}
