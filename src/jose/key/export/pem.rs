//! A key as PEM (RFC 7468): SubjectPublicKeyInfo, or PKCS#8 for the private half.

use super::Half;
use crate::jose::alg::Curve;
use crate::jose::crypto::ecdsa::EcKey;
use crate::jose::key::{Key, der};
use rsa::pkcs8::PrivateKeyInfoRef;
use rsa::pkcs8::spki::{AlgorithmIdentifierRef, SubjectPublicKeyInfoRef};
use sec1::EcPrivateKey;
use sec1::der::asn1::{AnyRef, BitStringRef, ObjectIdentifier, OctetStringRef};
use sec1::der::pem::LineEnding;
use sec1::der::{Encode, SecretDocument};
use zeroize::Zeroizing;

type Bytes = Zeroizing<Vec<u8>>;

/// A key as PEM. `None` for a secret, which has no such form, and where the key lacks the half.
pub fn pem(key: &Key, half: Half) -> Option<Zeroizing<String>> {
    let curve = match key {
        Key::Ec(key) => Some(named(key.curve())?),
        _ => None,
    };
    let algorithm = match key {
        Key::Secret(_) => return None,
        // RFC 3279 section 2.3.1.
        Key::Rsa(_) => identifier(der::RSA, Some(AnyRef::NULL)),
        // RFC 5480 section 2.1.1.
        Key::Ec(_) => identifier(der::EC, curve.as_ref().map(AnyRef::from)),
        // RFC 8410 section 3.
        Key::Ed25519(_) => identifier(der::ED25519, None),
    }?;
    let (label, document) = match half {
        Half::Public => ("PUBLIC KEY", spki(algorithm, &public(key)?)?),
        Half::Private => ("PRIVATE KEY", pkcs8(algorithm, &private(key)?)?),
    };
    document.to_pem(label, LineEnding::LF).ok()
}

fn named(curve: Curve) -> Option<ObjectIdentifier> {
    let (oid, _) = der::CURVES.iter().find(|(_, known)| *known == curve)?;
    ObjectIdentifier::new(oid).ok()
}

fn identifier<'a>(oid: &str, parameters: Option<AnyRef<'a>>) -> Option<AlgorithmIdentifierRef<'a>> {
    let oid = ObjectIdentifier::new(oid).ok()?;
    Some(AlgorithmIdentifierRef { oid, parameters })
}

/// RFC 5280 section 4.1.2.7.
fn spki(algorithm: AlgorithmIdentifierRef, key: &[u8]) -> Option<SecretDocument> {
    let subject_public_key = BitStringRef::from_bytes(key).ok()?;
    let info = SubjectPublicKeyInfoRef {
        algorithm,
        subject_public_key,
    };
    SecretDocument::encode_msg(&info).ok()
}

/// RFC 5208 section 5.
fn pkcs8(algorithm: AlgorithmIdentifierRef, key: &[u8]) -> Option<SecretDocument> {
    let info = PrivateKeyInfoRef::new(algorithm, OctetStringRef::new(key).ok()?);
    SecretDocument::encode_msg(&info).ok()
}

fn public(key: &Key) -> Option<Vec<u8>> {
    match key {
        Key::Secret(_) => None,
        Key::Rsa(key) => key.public_der(),
        Key::Ec(key) => Some(key.point()),
        Key::Ed25519(key) => Some(key.public().to_vec()),
    }
}

fn private(key: &Key) -> Option<Bytes> {
    match key {
        Key::Secret(_) => None,
        Key::Rsa(key) => key.private_der(),
        Key::Ec(key) => sec1(key),
        // RFC 8410 section 7.
        Key::Ed25519(key) => {
            let seed = OctetStringRef::new(key.private()?).ok()?;
            seed.to_der().ok().map(Zeroizing::new)
        }
    }
}

/// RFC 5915 section 3; the curve stands in the algorithm already.
fn sec1(key: &EcKey) -> Option<Bytes> {
    let key = EcPrivateKey {
        private_key: &key.scalar()?,
        parameters: None,
        public_key: Some(&key.point()),
    };
    key.to_der().ok().map(Zeroizing::new)
}
