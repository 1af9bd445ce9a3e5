//! DER to a key: SubjectPublicKeyInfo, PKCS#1, PKCS#8, SEC 1 and certificates.

use super::structures::{
    Info, ec_parts, info, oid, private_info, private_numbers, seed, two_numbers,
};
use super::{
    Certificate, Entry, Key, KeyError, KeyInput, Meta, RingForm, Structure, certificate, secret,
};
use crate::jose::alg::Curve;
use crate::jose::crypto::ecdsa::EcKey;
use crate::jose::crypto::eddsa::{EdKey, EdKeyError};
use crate::jose::crypto::rsa::{PrivateParts, RsaKey};
use sec1::der::asn1::{AnyRef, ObjectIdentifier};
use sec1::der::{self, Decode};
use zeroize::Zeroizing;

pub(super) const RSA: ObjectIdentifier = oid("1.2.840.113549.1.1.1");
const RSA_PSS: ObjectIdentifier = oid("1.2.840.113549.1.1.10");
pub(super) const EC: ObjectIdentifier = oid("1.2.840.10045.2.1");
pub(super) const ED25519: ObjectIdentifier = oid("1.3.101.112");
pub(super) const CURVES: [(ObjectIdentifier, Curve); 4] = [
    (oid("1.2.840.10045.3.1.7"), Curve::P256),
    (oid("1.3.132.0.34"), Curve::P384),
    (oid("1.3.132.0.35"), Curve::P521),
    (oid("1.3.132.0.10"), Curve::Secp256k1),
];

/// Every structure, the commonest first.
const STRUCTURES: [Structure; 6] = [
    Structure::Spki,
    Structure::Certificate,
    Structure::Pkcs8,
    Structure::Pkcs1Private,
    Structure::Pkcs1Public,
    Structure::Sec1,
];

/// Base64 that decodes to DER of a key, without PEM lines around it; quotes and written-out line breaks, as
/// in a configuration file, do not hide it.
pub fn recognise_bare(text: &str) -> Option<KeyInput> {
    let quotes = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | ',' | ';');
    let text = text.trim_matches(quotes);
    if !text.starts_with('M') {
        return None;
    }
    let text = Zeroizing::new(text.replace("\\n", ""));
    let text = Zeroizing::new(text.replace("\\r", ""));
    let bytes = secret::base64(&text).ok()?;
    let (key, meta) = read(&bytes, Structure::Spki).ok()?;
    let entry = Entry { key: Ok(key), meta };
    Some(KeyInput::ring(RingForm::BareDer, vec![entry], 0))
}

/// The structure a PEM label announces.
pub fn expected(label: &str) -> Structure {
    match label {
        "PUBLIC KEY" => Structure::Spki,
        "RSA PUBLIC KEY" => Structure::Pkcs1Public,
        "RSA PRIVATE KEY" => Structure::Pkcs1Private,
        "EC PRIVATE KEY" => Structure::Sec1,
        label if label.ends_with("CERTIFICATE") => Structure::Certificate,
        _ => Structure::Pkcs8,
    }
}

/// Reads DER of any structure: first as the expected one, then as the others, for labels are often
/// wrong.
///
/// # Errors
/// Why it is not the expected structure.
pub fn read(bytes: &[u8], expected: Structure) -> Result<(Key, Meta), KeyError> {
    let error = match read_as(bytes, expected) {
        Ok(found) => return Ok(found.with_meta(expected)),
        Err(error) => error,
    };
    if !matches!(error, KeyError::Der { .. }) {
        return Err(error);
    }
    for structure in STRUCTURES {
        match read_as(bytes, structure) {
            Ok(found) => return Ok(found.with_meta(structure)),
            Err(KeyError::Der { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    Err(error)
}

/// A key, whether its algorithm identifier is the one for PSS alone (RFC 4055 section 1.2), and the certificate it
/// came in.
struct Found {
    key: Key,
    pss_only: bool,
    certificate: Option<Box<Certificate>>,
}

impl Found {
    fn with_meta(self, structure: Structure) -> (Key, Meta) {
        let meta = Meta {
            structure: Some(structure),
            pss_only: self.pss_only,
            certificate: self.certificate,
            ..Meta::default()
        };
        (self.key, meta)
    }
}

impl From<Key> for Found {
    fn from(key: Key) -> Self {
        Self {
            key,
            pss_only: false,
            certificate: None,
        }
    }
}

fn read_as(bytes: &[u8], structure: Structure) -> Result<Found, KeyError> {
    let not = |error: der::Error| not(structure, error);
    match structure {
        Structure::Spki => spki(info(AnyRef::from_der(bytes).map_err(not)?).map_err(not)?),
        Structure::Certificate => {
            let (key, certificate) = certificate::read(bytes).map_err(not)?;
            let certificate = Some(Box::new(certificate));
            spki(info(key).map_err(not)?).map(|found| Found {
                certificate,
                ..found
            })
        }
        Structure::Pkcs8 => pkcs8(private_info(bytes).map_err(not)?),
        Structure::Pkcs1Public => rsa_public(bytes).map(Found::from),
        Structure::Pkcs1Private => rsa_private(bytes).map(Found::from),
        Structure::Sec1 => sec1(bytes, None).map(Found::from),
    }
}

fn not(structure: Structure, error: der::Error) -> KeyError {
    KeyError::Der {
        structure,
        is_cut: matches!(error.kind(), der::ErrorKind::Incomplete { .. }),
        reason: error.to_string(),
    }
}

impl Info<'_> {
    fn curve(&self) -> Result<Curve, KeyError> {
        let named = self.parameters.map(|named| named.decode_as());
        match named {
            Some(Ok(oid)) => curve_of(oid),
            _ => Err(unsupported(EC)),
        }
    }

    fn found(&self, key: Key) -> Found {
        Found {
            pss_only: self.oid == RSA_PSS,
            ..Found::from(key)
        }
    }

    fn is_rsa(&self) -> bool {
        self.oid == RSA || self.oid == RSA_PSS
    }
}

fn unsupported(oid: ObjectIdentifier) -> KeyError {
    let oid = oid.to_string();
    KeyError::Oid { oid }
}

fn spki(info: Info) -> Result<Found, KeyError> {
    let key = if info.is_rsa() {
        rsa_public(info.key)?
    } else if info.oid == EC {
        let curve = info.curve()?;
        let key = EcKey::new(curve, info.key, None);
        Key::Ec(Box::new(key.map_err(|_| not_on(curve))?))
    } else if info.oid == ED25519 {
        let key = EdKey::new(info.key, None);
        Key::Ed25519(Box::new(key.map_err(ed25519_error)?))
    } else {
        return Err(unsupported(info.oid));
    };
    Ok(info.found(key))
}

fn pkcs8(info: Info) -> Result<Found, KeyError> {
    let key = if info.is_rsa() {
        rsa_private(info.key)?
    } else if info.oid == EC {
        sec1(info.key, Some(info.curve()?))?
    } else if info.oid == ED25519 {
        let seed = seed(info.key).map_err(|error| not(Structure::Pkcs8, error))?;
        let key = EdKey::from_private(seed);
        Key::Ed25519(Box::new(key.map_err(ed25519_error)?))
    } else {
        return Err(unsupported(info.oid));
    };
    Ok(info.found(key))
}

fn rsa_public(bytes: &[u8]) -> Result<Key, KeyError> {
    let [n, e] = two_numbers(bytes).map_err(|error| not(Structure::Pkcs1Public, error))?;
    let key = RsaKey::new(n, e, None);
    key.map(Key::Rsa).map_err(KeyError::Rsa)
}

fn rsa_private(bytes: &[u8]) -> Result<Key, KeyError> {
    let [n, e, d, p, q] =
        private_numbers(bytes).map_err(|error| not(Structure::Pkcs1Private, error))?;
    let secret = |bytes: &[u8]| Zeroizing::new(bytes.to_vec());
    let private = PrivateParts {
        exponent: secret(d),
        primes: Some([secret(p), secret(q)]),
    };
    let key = RsaKey::new(n, e, Some(private));
    key.map(Key::Rsa).map_err(KeyError::Rsa)
}

fn sec1(bytes: &[u8], curve: Option<Curve>) -> Result<Key, KeyError> {
    let parts = ec_parts(bytes).map_err(|error| not(Structure::Sec1, error))?;
    let curve = match (curve, parts.named) {
        (Some(curve), _) => curve,
        (None, Some(oid)) => curve_of(oid)?,
        (None, None) => {
            return Err(KeyError::Der {
                structure: Structure::Sec1,
                is_cut: false,
                reason: "no named curve".to_owned(),
            });
        }
    };
    let scalar = Zeroizing::new(parts.scalar.to_vec());
    let read = match parts.point {
        Some(point) => EcKey::new(curve, point, Some(scalar)),
        None => EcKey::from_private(curve, scalar),
    };
    read.map(Box::new).map(Key::Ec).map_err(|_| not_on(curve))
}

fn curve_of(oid: ObjectIdentifier) -> Result<Curve, KeyError> {
    let known = CURVES.iter().find(|(known, _)| *known == oid);
    known
        .map(|(_, curve)| *curve)
        .ok_or_else(|| unsupported(oid))
}

fn not_on(curve: Curve) -> KeyError {
    KeyError::NotOnCurve {
        curve: curve.name(),
    }
}

/// The key error behind an Ed25519 key that was refused.
pub fn ed25519_error(error: EdKeyError) -> KeyError {
    match error {
        EdKeyError::Length { found } => KeyError::Size {
            name: "x",
            wanted: 32,
            found,
        },
        EdKeyError::NotOnCurve => KeyError::NotOnCurve { curve: "Ed25519" },
        EdKeyError::SmallOrder => KeyError::SmallOrder,
    }
}
