//! ECDSA over P-256, P-384, P-521 and secp256k1 (RFC 7518 section 3.4, RFC 8812 section 3.2). Signing is
//! deterministic (RFC 6979).

use super::{Malformed, Outcome, Seed, SignFailure, digest};
use crate::jose::alg::Curve;
use p256::ecdsa::signature::{Signer, Verifier};
use p256::elliptic_curve::Generate;
use p256::elliptic_curve::ops::{Invert, MulByGeneratorVartime, Reduce};
use p256::elliptic_curve::point::AffineCoordinates;
use zeroize::Zeroizing;

/// An elliptic curve key: the point, and the private scalar where it was given.
#[derive(Clone)]
pub struct EcKey {
    public: Point,
    private: Option<Zeroizing<Vec<u8>>>,
}

#[derive(Clone)]
enum Point {
    P256(p256::ecdsa::VerifyingKey),
    P384(p384::ecdsa::VerifyingKey),
    P521(p521::ecdsa::VerifyingKey),
    Secp256k1(k256::ecdsa::VerifyingKey),
}

/// The point is not on the curve, is its neutral element, or the scalar is out of range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotOnCurve(pub Curve);

/// The crates of the curves share names, but no trait that could stand for all of them.
macro_rules! public_key {
    ($curve:ident, $krate:ident, $point:expr) => {
        $krate::ecdsa::VerifyingKey::from_sec1_bytes($point).map(Point::$curve)
    };
}

macro_rules! public_half {
    ($curve:ident, $krate:ident, $scalar:expr) => {
        $krate::ecdsa::SigningKey::from_slice($scalar)
            .map(|key| Point::$curve(*key.verifying_key()))
    };
}

/// `normalize_s`: k256 wants the lower of s and n - s, which RFC 8812 does not ask for; both verify.
macro_rules! verified {
    ($krate:ident, $key:expr, $message:expr, $signature:expr) => {
        $krate::ecdsa::Signature::from_slice($signature)
            .is_ok_and(|signature| $key.verify($message, &signature.normalize_s()).is_ok())
    };
}

/// The private key of a scalar, if it is that of the public key.
macro_rules! matching {
    ($krate:ident, $public:expr, $scalar:expr) => {
        $krate::ecdsa::SigningKey::from_slice($scalar)
            .ok()
            .filter(|key| key.verifying_key() == $public)
    };
}

macro_rules! signed {
    ($krate:ident, $public:expr, $scalar:expr, $message:expr) => {
        matching!($krate, $public, $scalar).map(|key| {
            let signature: $krate::ecdsa::Signature = key.sign($message);
            signature.to_vec()
        })
    };
}

/// The x of the point s⁻¹(z·G + r·Q), modulo the order; a verifier asks that it is r.
macro_rules! reached {
    ($krate:ident, $key:expr, $hash:expr, $signature:expr) => {{
        let signature = $krate::ecdsa::Signature::from_slice($signature).ok()?;
        let (r, s) = signature.split_scalars();
        let hash = $krate::FieldBytes::try_from($hash).ok()?;
        let z = <$krate::Scalar as Reduce<$krate::FieldBytes>>::reduce(&hash);
        let inverse = *s.invert_vartime();
        let point = $krate::ProjectivePoint::mul_by_generator_and_mul_add_vartime(
            &(z * inverse),
            &(*r * inverse),
            &(*$key.as_affine()).into(),
        );
        let x = <$krate::Scalar as Reduce<$krate::FieldBytes>>::reduce(&point.to_affine().x());
        Some(x.to_bytes().to_vec())
    }};
}

macro_rules! fresh {
    ($curve:ident, $krate:ident, $rng:expr) => {{
        let key = $krate::ecdsa::SigningKey::generate_from_rng($rng);
        (Point::$curve(*key.verifying_key()), key.to_bytes().to_vec())
    }};
}

impl EcKey {
    /// From a point in SEC 1 form (uncompressed or compressed), and perhaps the private scalar.
    ///
    /// # Errors
    /// A point that is not on the curve.
    pub fn new(
        curve: Curve,
        point: &[u8],
        private: Option<Zeroizing<Vec<u8>>>,
    ) -> Result<Self, NotOnCurve> {
        let public = match curve {
            Curve::P256 => public_key!(P256, p256, point),
            Curve::P384 => public_key!(P384, p384, point),
            Curve::P521 => public_key!(P521, p521, point),
            Curve::Secp256k1 => public_key!(Secp256k1, k256, point),
        };
        let public = public.map_err(|_| NotOnCurve(curve))?;
        Ok(Self { public, private })
    }

    /// From the private scalar alone.
    ///
    /// # Errors
    /// A scalar of 0, or not below the order of the curve.
    pub fn from_private(curve: Curve, scalar: Zeroizing<Vec<u8>>) -> Result<Self, NotOnCurve> {
        let public = match curve {
            Curve::P256 => public_half!(P256, p256, &scalar),
            Curve::P384 => public_half!(P384, p384, &scalar),
            Curve::P521 => public_half!(P521, p521, &scalar),
            Curve::Secp256k1 => public_half!(Secp256k1, k256, &scalar),
        };
        let public = public.map_err(|_| NotOnCurve(curve))?;
        Ok(Self {
            public,
            private: Some(scalar),
        })
    }

    /// A fresh key pair.
    pub fn generate(curve: Curve, seed: Seed) -> Self {
        let rng = &mut seed.into_rng();
        let (public, scalar) = match curve {
            Curve::P256 => fresh!(P256, p256, rng),
            Curve::P384 => fresh!(P384, p384, rng),
            Curve::P521 => fresh!(P521, p521, rng),
            Curve::Secp256k1 => fresh!(Secp256k1, k256, rng),
        };
        Self {
            public,
            private: Some(Zeroizing::new(scalar)),
        }
    }

    /// The curve it is on.
    pub fn curve(&self) -> Curve {
        match self.public {
            Point::P256(_) => Curve::P256,
            Point::P384(_) => Curve::P384,
            Point::P521(_) => Curve::P521,
            Point::Secp256k1(_) => Curve::Secp256k1,
        }
    }

    /// Whether the private scalar is there.
    pub fn is_private(&self) -> bool {
        self.private.is_some()
    }

    /// The point in SEC 1 form, uncompressed: 4, then x and y.
    pub fn point(&self) -> Vec<u8> {
        match &self.public {
            Point::P256(key) => key.to_sec1_point(false).as_bytes().to_vec(),
            Point::P384(key) => key.to_sec1_point(false).as_bytes().to_vec(),
            Point::P521(key) => key.to_sec1_point(false).as_bytes().to_vec(),
            Point::Secp256k1(key) => key.to_sec1_point(false).as_bytes().to_vec(),
        }
    }

    /// The private scalar, as long as a coordinate; `None` where it is not there or belongs to another point.
    pub fn scalar(&self) -> Option<Zeroizing<Vec<u8>>> {
        let scalar = self.private.as_ref()?;
        let bytes = match &self.public {
            Point::P256(public) => matching!(p256, public, scalar)?.to_bytes().to_vec(),
            Point::P384(public) => matching!(p384, public, scalar)?.to_bytes().to_vec(),
            Point::P521(public) => matching!(p521, public, scalar)?.to_bytes().to_vec(),
            Point::Secp256k1(public) => matching!(k256, public, scalar)?.to_bytes().to_vec(),
        };
        Some(Zeroizing::new(bytes))
    }

    /// Verifies r and s over a message.
    pub fn verify(&self, message: &[u8], signature: &[u8]) -> Outcome {
        if let Err(malformed) = check_form(self.curve(), signature) {
            return Outcome::Malformed(malformed);
        }
        let holds = match &self.public {
            Point::P256(key) => verified!(p256, key, message, signature),
            Point::P384(key) => verified!(p384, key, message, signature),
            Point::P521(key) => verified!(p521, key, message, signature),
            Point::Secp256k1(key) => verified!(k256, key, message, signature),
        };
        if holds {
            Outcome::Holds
        } else {
            Outcome::Differs { expected: None }
        }
    }

    /// The x, modulo the order of the curve, of the point that a verifier computes from r and s, a message and the
    /// key: the signature holds if that is r (FIPS 186-5 section 6.4.2). `None` if r or s is out of range.
    pub fn reached_x(&self, message: &[u8], signature: &[u8]) -> Option<Vec<u8>> {
        let curve = self.curve();
        let hash = digest(curve.hash(), message);
        let hash = [&vec![0; curve.size() - hash.len()], hash.as_slice()].concat();
        match &self.public {
            Point::P256(key) => reached!(p256, key, &hash[..], signature),
            Point::P384(key) => reached!(p384, key, &hash[..], signature),
            Point::P521(key) => reached!(p521, key, &hash[..], signature),
            Point::Secp256k1(key) => reached!(k256, key, &hash[..], signature),
        }
    }

    /// Signs a message.
    ///
    /// # Errors
    /// See [`SignFailure`].
    pub fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignFailure> {
        let scalar = self.private.as_ref().ok_or(SignFailure::NoPrivateHalf)?;
        let signature = match &self.public {
            Point::P256(public) => signed!(p256, public, scalar, message),
            Point::P384(public) => signed!(p384, public, scalar, message),
            Point::P521(public) => signed!(p521, public, scalar, message),
            Point::Secp256k1(public) => signed!(k256, public, scalar, message),
        };
        signature.ok_or(SignFailure::HalvesDiffer)
    }
}

/// Whether bytes can be r and s of a curve: the length, and both from 1 to the order less 1.
///
/// # Errors
/// See [`Malformed`].
pub fn check_form(curve: Curve, signature: &[u8]) -> Result<(), Malformed> {
    let (wanted, found) = (2 * curve.size(), signature.len());
    if found != wanted {
        return Err(if is_der(signature) {
            Malformed::Der { wanted, found }
        } else {
            Malformed::Length { wanted, found }
        });
    }
    let in_range = match curve {
        Curve::P256 => p256::ecdsa::Signature::from_slice(signature).is_ok(),
        Curve::P384 => p384::ecdsa::Signature::from_slice(signature).is_ok(),
        Curve::P521 => p521::ecdsa::Signature::from_slice(signature).is_ok(),
        Curve::Secp256k1 => k256::ecdsa::Signature::from_slice(signature).is_ok(),
    };
    if in_range {
        Ok(())
    } else {
        Err(Malformed::OutOfRange)
    }
}

/// Whether r or s alone, as long as a coordinate, is from 1 to the order less 1.
pub fn is_in_range(curve: Curve, number: &[u8]) -> bool {
    let mut with_one = number.to_vec();
    with_one.resize(2 * curve.size() - 1, 0);
    with_one.push(1);
    number.len() == curve.size() && check_form(curve, &with_one).is_ok()
}

/// Whether s of a signature on secp256k1 is the higher of s and n - s. RFC 8812 allows both; some libraries take only
/// the lower.
pub fn has_high_s(signature: &[u8]) -> bool {
    k256::ecdsa::Signature::from_slice(signature).is_ok_and(|found| found.normalize_s() != found)
}

/// A DER sequence that fills the bytes and starts with an integer.
fn is_der(bytes: &[u8]) -> bool {
    match bytes {
        [0x30, 0x81, length, 0x02, ..] => usize::from(*length) + 3 == bytes.len(),
        [0x30, length, 0x02, ..] => usize::from(*length) + 2 == bytes.len(),
        _ => false,
    }
}

impl std::fmt::Debug for EcKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let half = if self.is_private() {
            "private, redacted"
        } else {
            "public"
        };
        write!(f, "EcKey({}, {half})", self.curve().name())
    }
}
