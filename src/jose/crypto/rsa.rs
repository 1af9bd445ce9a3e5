//! RSASSA-PKCS1-v1_5 and RSASSA-PSS (RFC 7518 sections 3.3 and 3.5, RFC 8017).

use super::{Malformed, Outcome, Seed, SignFailure, digest};
use crate::jose::alg::Hash;
use rsa::hazmat::rsa_encrypt;
use rsa::pss::Pss;
use rsa::traits::{PrivateKeyParts, PublicKeyParts};
use rsa::{BoxedUint, Pkcs1v15Sign, RsaPrivateKey, RsaPublicKey};
use sha2::{Sha256, Sha384, Sha512};
use std::ops::RangeInclusive;
use zeroize::Zeroizing;

/// Sizes of modulus that are read, in bits. Small ones are weak, which the policy says.
pub const MODULUS_BITS: RangeInclusive<usize> = 512..=16384;

/// Which of the two signature schemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    Pkcs1,
    Pss,
}

/// An RSA key: the public half, and the private one where it was given.
#[derive(Clone)]
pub struct RsaKey {
    public: RsaPublicKey,
    private: Option<PrivateParts>,
}

/// Private exponent and the two primes, big-endian. The primes may be left out (RFC 7518 section 6.3.2).
#[derive(Clone)]
pub struct PrivateParts {
    pub exponent: Zeroizing<Vec<u8>>,
    pub primes: Option<[Zeroizing<Vec<u8>>; 2]>,
}

/// Why numbers are no RSA key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RsaKeyError {
    /// Modulus outside [`MODULUS_BITS`].
    ModulusSize { bits: usize },
    /// An even modulus.
    Modulus,
    /// An exponent of 0 or 1, an even one, or one beyond 33 bits.
    Exponent,
}

impl RsaKey {
    /// From modulus and public exponent, big-endian.
    ///
    /// # Errors
    /// See [`RsaKeyError`].
    pub fn new(
        modulus: &[u8],
        exponent: &[u8],
        private: Option<PrivateParts>,
    ) -> Result<Self, RsaKeyError> {
        let bits = bit_length(modulus);
        if !MODULUS_BITS.contains(&bits) {
            return Err(RsaKeyError::ModulusSize { bits });
        }
        let n = number(modulus);
        let public = RsaPublicKey::new_with_size_limits(n, number(exponent), MODULUS_BITS)
            .map_err(|error| match error {
                rsa::Error::InvalidModulus => RsaKeyError::Modulus,
                _ => RsaKeyError::Exponent,
            })?;
        Ok(Self { public, private })
    }

    /// Bits of the modulus.
    pub fn bits(&self) -> usize {
        self.public.n().bits_vartime() as usize
    }

    /// The public exponent, which has 33 bits at the most.
    pub fn exponent(&self) -> u64 {
        let bytes = self.public.e_bytes();
        bytes
            .iter()
            .fold(0, |number, byte| number << 8 | u64::from(*byte))
    }

    /// Whether the private half is there.
    pub fn is_private(&self) -> bool {
        self.private.is_some()
    }

    /// Modulus and public exponent, big-endian.
    pub fn public_numbers(&self) -> [Vec<u8>; 2] {
        [self.public.n_bytes(), self.public.e_bytes()].map(|bytes| bytes.into_vec())
    }

    /// The numbers that only the private half has, with those that were left out, in the order of RSAPrivateKey
    /// (RFC 8017 appendix A.1.2): d, p, q, d mod p - 1, d mod q - 1, and the inverse of q modulo p. `None` where that
    /// half is not there, damaged, or belongs to another public half.
    pub fn private_numbers(&self) -> Option<[Zeroizing<Vec<u8>>; 6]> {
        let key = self.private_key().ok()?;
        let [p, q] = key.primes() else {
            return None;
        };
        let inverse = Zeroizing::new(key.crt_coefficient()?);
        let numbers = [key.d(), p, q, key.dp()?, key.dq()?, &inverse];
        Some(numbers.map(|number| {
            let bytes = Zeroizing::new(number.to_be_bytes());
            Zeroizing::new(without_leading_zeros(&bytes).to_vec())
        }))
    }

    /// Verifies a signature over a message.
    pub fn verify(&self, scheme: Scheme, hash: Hash, message: &[u8], signature: &[u8]) -> Outcome {
        let wanted = self.public.size();
        if signature.len() != wanted {
            return Outcome::Malformed(Malformed::Length {
                wanted,
                found: signature.len(),
            });
        }
        let digest = digest(hash, message);
        let holds = match (scheme, hash) {
            (Scheme::Pkcs1, _) => self.public.verify(pkcs1(hash), &digest, signature),
            (Scheme::Pss, Hash::Sha256) => {
                self.public.verify(Pss::<Sha256>::new(), &digest, signature)
            }
            (Scheme::Pss, Hash::Sha384) => {
                self.public.verify(Pss::<Sha384>::new(), &digest, signature)
            }
            (Scheme::Pss, Hash::Sha512) => {
                self.public.verify(Pss::<Sha512>::new(), &digest, signature)
            }
        };
        match holds {
            Ok(()) => Outcome::Holds,
            Err(_) => Outcome::Differs { expected: None },
        }
    }

    /// Bytes of the modulus, which every signature has too.
    pub fn size(&self) -> usize {
        self.public.size()
    }

    /// The block that a signature stands for, as long as the modulus (RSAVP1, RFC 8017 section 5.2.2): what was
    /// padded and hashed, if the private half made it. `None` if it is not a number below the modulus, of its length.
    pub fn open(&self, signature: &[u8]) -> Option<Vec<u8>> {
        let modulus = self.public.n();
        let sealed = BoxedUint::from_be_slice(signature, modulus.bits_precision()).ok()?;
        if signature.len() != self.size() || sealed >= **modulus {
            return None;
        }
        let words = rsa_encrypt(&self.public, &sealed).ok()?.to_be_bytes();
        Some(words.get(words.len() - self.size()..)?.to_vec())
    }

    /// Signs a message; the seed gives the salt of PSS and the blinding.
    ///
    /// # Errors
    /// See [`SignFailure`].
    pub fn sign(
        &self,
        scheme: Scheme,
        hash: Hash,
        message: &[u8],
        seed: Seed,
    ) -> Result<Vec<u8>, SignFailure> {
        self.check_room(scheme, hash)?;
        let key = self.private_key()?;
        let rng = &mut seed.into_rng();
        let digest = digest(hash, message);
        let signed = match (scheme, hash) {
            (Scheme::Pkcs1, _) => key.sign_with_rng(rng, pkcs1(hash), &digest),
            (Scheme::Pss, Hash::Sha256) => key.sign_with_rng(rng, Pss::<Sha256>::new(), &digest),
            (Scheme::Pss, Hash::Sha384) => key.sign_with_rng(rng, Pss::<Sha384>::new(), &digest),
            (Scheme::Pss, Hash::Sha512) => key.sign_with_rng(rng, Pss::<Sha512>::new(), &digest),
        };
        signed.map_err(|_| SignFailure::HalvesDiffer)
    }

    /// Whether padding and hash fit into the modulus (RFC 8017 sections 9.1.1 and 9.2).
    fn check_room(&self, scheme: Scheme, hash: Hash) -> Result<(), SignFailure> {
        let bits = self.bits();
        let (room, wanted) = match scheme {
            Scheme::Pkcs1 => (bits.div_ceil(8), hash.size() + 19 + 11),
            Scheme::Pss => ((bits - 1).div_ceil(8), 2 * hash.size() + 2),
        };
        if room < wanted {
            return Err(SignFailure::ModulusTooSmall { bits });
        }
        Ok(())
    }

    fn private_key(&self) -> Result<RsaPrivateKey, SignFailure> {
        let parts = self.private.as_ref().ok_or(SignFailure::NoPrivateHalf)?;
        let exponent_bits = self.public.e().bits_vartime() as usize;
        // The product of the exponents is larger than the least common multiple of p - 1 and q - 1.
        if bit_length(&parts.exponent) + exponent_bits <= self.bits() / 2 {
            return Err(SignFailure::HalvesDiffer);
        }
        if parts.primes.is_none() && exponent_bits <= 16 {
            return Err(SignFailure::PrimesMissing);
        }
        let bits = self.public.n().bits_precision();
        let secret = |bytes: &[u8]| {
            BoxedUint::from_be_slice(bytes, bits).map_err(|_| SignFailure::HalvesDiffer)
        };
        let mut primes = Vec::new();
        for prime in parts.primes.iter().flatten() {
            primes.push(secret(prime)?);
        }
        RsaPrivateKey::from_components(
            self.public.n().as_ref().clone(),
            self.public.e().clone(),
            secret(&parts.exponent)?,
            primes,
        )
        .map_err(|_| SignFailure::HalvesDiffer)
    }
}

impl std::fmt::Debug for RsaKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let half = if self.is_private() {
            "private, redacted"
        } else {
            "public"
        };
        write!(f, "RsaKey({} bits, {half})", self.bits())
    }
}

fn pkcs1(hash: Hash) -> Pkcs1v15Sign {
    match hash {
        Hash::Sha256 => Pkcs1v15Sign::new::<Sha256>(),
        Hash::Sha384 => Pkcs1v15Sign::new::<Sha384>(),
        Hash::Sha512 => Pkcs1v15Sign::new::<Sha512>(),
    }
}

fn without_leading_zeros(bytes: &[u8]) -> &[u8] {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    &bytes[zeros..]
}

fn bit_length(bytes: &[u8]) -> usize {
    let bytes = without_leading_zeros(bytes);
    bytes
        .first()
        .map_or(0, |first| bytes.len() * 8 - first.leading_zeros() as usize)
}

fn number(bytes: &[u8]) -> BoxedUint {
    BoxedUint::from_be_slice_vartime(without_leading_zeros(bytes))
}
