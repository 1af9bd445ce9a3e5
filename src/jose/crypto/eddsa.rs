//! Ed25519 (RFC 8037 section 3.1, RFC 8032 section 5.1).

use super::{Malformed, Outcome, SignFailure};
use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};

/// An Ed25519 key: the point, and the private seed where it was given.
#[derive(Clone)]
pub struct EdKey {
    public: VerifyingKey,
    private: Option<SigningKey>,
}

/// Why bytes are no Ed25519 key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdKeyError {
    /// Another length than 32 bytes.
    Length { found: usize },
    /// Not a point of the curve.
    NotOnCurve,
    /// A point of small order: a signature by it says nothing.
    SmallOrder,
}

impl EdKey {
    /// From the 32 bytes of the public key, and perhaps those of the private one.
    ///
    /// # Errors
    /// See [`EdKeyError`].
    pub fn new(public: &[u8], private: Option<&[u8]>) -> Result<Self, EdKeyError> {
        let public =
            VerifyingKey::from_bytes(fixed(public)?).map_err(|_| EdKeyError::NotOnCurve)?;
        if public.is_weak() {
            return Err(EdKeyError::SmallOrder);
        }
        let private = match private {
            Some(bytes) => Some(SigningKey::from_bytes(fixed(bytes)?)),
            None => None,
        };
        Ok(Self { public, private })
    }

    /// From the 32 bytes of the private key alone.
    ///
    /// # Errors
    /// Another length.
    pub fn from_private(private: &[u8]) -> Result<Self, EdKeyError> {
        let private = SigningKey::from_bytes(fixed(private)?);
        Ok(Self {
            public: private.verifying_key(),
            private: Some(private),
        })
    }

    /// Whether the private half is there.
    pub fn is_private(&self) -> bool {
        self.private.is_some()
    }

    /// The 32 bytes of the public key.
    pub fn public(&self) -> &[u8] {
        self.public.as_bytes()
    }

    /// The 32 bytes of the private key; `None` where they are not there or belong to another public key.
    pub fn private(&self) -> Option<&[u8]> {
        let key = self.private.as_ref()?;
        (key.verifying_key() == self.public).then_some(key.as_bytes())
    }

    /// Verifies a signature over a message.
    pub fn verify(&self, message: &[u8], signature: &[u8]) -> Outcome {
        let Ok(bytes) = <&[u8; 64]>::try_from(signature) else {
            return Outcome::Malformed(Malformed::Length {
                wanted: 64,
                found: signature.len(),
            });
        };
        match self.public.verify(message, &Signature::from_bytes(bytes)) {
            Ok(()) => Outcome::Holds,
            Err(_) => Outcome::Differs { expected: None },
        }
    }

    /// Signs a message.
    ///
    /// # Errors
    /// See [`SignFailure`].
    pub fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignFailure> {
        let key = self.private.as_ref().ok_or(SignFailure::NoPrivateHalf)?;
        if key.verifying_key() != self.public {
            return Err(SignFailure::HalvesDiffer);
        }
        Ok(key.sign(message).to_bytes().to_vec())
    }
}

/// The order of the base point, as S is written: the least byte first (RFC 8032 section 5.1).
const ORDER: [u8; 32] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

/// Whether S, the second half of a signature, is below the order (RFC 8032 section 5.1.7).
pub fn is_in_range(s: &[u8]) -> bool {
    s.iter().rev().lt(ORDER.iter().rev())
}

/// Whether R, the first half of a signature, is a point of the curve.
pub fn is_on_curve(r: &[u8]) -> bool {
    fixed(r).is_ok_and(|r| VerifyingKey::from_bytes(r).is_ok())
}

fn fixed(bytes: &[u8]) -> Result<&[u8; 32], EdKeyError> {
    bytes
        .try_into()
        .map_err(|_| EdKeyError::Length { found: bytes.len() })
}

impl std::fmt::Debug for EdKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let half = if self.is_private() {
            "private, redacted"
        } else {
            "public"
        };
        write!(f, "EdKey({half})")
    }
}
