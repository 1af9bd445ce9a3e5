//! The examples of the page, made when they are chosen: their times are live and their signatures real.

mod make;
mod payload;

pub use make::token_for;
pub use payload::claims;

use crate::jose::SecretEncoding;
use crate::jose::alg::{Algorithm, Curve, Hash, KeyType};
use crate::jose::crypto::Seed;
use zeroize::Zeroizing;

/// One example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Example {
    /// A token by this algorithm that verifies.
    Of(Algorithm),
    /// One whose time is over.
    Expired,
    /// One whose payload was changed after it was signed.
    Tampered,
    /// One that says it has no signature.
    AlgNone,
    /// One by one key of a set.
    KeySet,
    /// One with a payload of 500 kB.
    Large,
}

/// Where an example's key comes from.
pub enum KeySource<'a> {
    /// Made here, of this seed.
    Seed(Seed),
    /// A private RSA key as JWK, made by whoever asks: see [`Example::wants_rsa`].
    RsaJwk(&'a str),
}

/// What an example puts into the boxes.
pub struct Made {
    pub token: String,
    /// What the token was before it was tampered with.
    pub original: Option<String>,
    /// The text for the key box; it can sign, except that of a key set.
    pub key: Zeroizing<String>,
    pub encoding: SecretEncoding,
    /// The signature is still empty: RSA takes too long for a page's thread. The key can make it.
    pub needs_signature: bool,
}

impl Example {
    /// All of them in the order of a menu: one for each algorithm, then the others. The first one is for a
    /// first visit.
    pub const MENU: [Self; 19] = [
        Self::Of(Algorithm::Hs(Hash::Sha256)),
        Self::Of(Algorithm::Hs(Hash::Sha384)),
        Self::Of(Algorithm::Hs(Hash::Sha512)),
        Self::Of(Algorithm::Rs(Hash::Sha256)),
        Self::Of(Algorithm::Rs(Hash::Sha384)),
        Self::Of(Algorithm::Rs(Hash::Sha512)),
        Self::Of(Algorithm::Ps(Hash::Sha256)),
        Self::Of(Algorithm::Ps(Hash::Sha384)),
        Self::Of(Algorithm::Ps(Hash::Sha512)),
        Self::Of(Algorithm::Es(Curve::P256)),
        Self::Of(Algorithm::Es(Curve::P384)),
        Self::Of(Algorithm::Es(Curve::P521)),
        Self::Of(Algorithm::Es(Curve::Secp256k1)),
        Self::Of(Algorithm::Ed25519),
        Self::Expired,
        Self::Tampered,
        Self::AlgNone,
        Self::KeySet,
        Self::Large,
    ];

    /// Whether its key must be a [`KeySource::RsaJwk`].
    pub fn wants_rsa(self) -> bool {
        matches!(self, Self::Of(alg) if alg.key_type() == KeyType::Rsa)
    }
}
