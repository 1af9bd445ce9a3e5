//! DER to a key: SubjectPublicKeyInfo, PKCS#1, PKCS#8, SEC 1 and certificates.

use super::{
    Certificate, Entry, Key, KeyError, KeyInput, Meta, RingForm, Structure, certificate, secret,
};
use crate::jose::alg::Curve;
use crate::jose::crypto::ecdsa::EcKey;
use crate::jose::crypto::eddsa::{EdKey, EdKeyError};
use crate::jose::crypto::rsa::{PrivateParts, RsaKey};
use rsa::pkcs1::{RsaPrivateKey, RsaPublicKey};
use rsa::pkcs8::PrivateKeyInfoRef;
use rsa::pkcs8::spki::{AlgorithmIdentifierRef, SubjectPublicKeyInfoRef};
use sec1::EcPrivateKey;
use sec1::der::Decode;
use sec1::der::asn1::{ObjectIdentifier, OctetStringRef};
use zeroize::Zeroizing;

pub(super) const RSA: &str = "1.2.840.113549.1.1.1";
const RSA_PSS: &str = "1.2.840.113549.1.1.10";
pub(super) const EC: &str = "1.2.840.10045.2.1";
pub(super) const ED25519: &str = "1.3.101.112";
pub(super) const CURVES: [(&str, Curve); 4] = [
    ("1.2.840.10045.3.1.7", Curve::P256),
    ("1.3.132.0.34", Curve::P384),
    ("1.3.132.0.35", Curve::P521),
    ("1.3.132.0.10", Curve::Secp256k1),
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
    let not = |error: sec1::der::Error| KeyError::Der {
        structure,
        reason: error.to_string(),
    };
    match structure {
        Structure::Spki => spki(SubjectPublicKeyInfoRef::from_der(bytes).map_err(not)?),
        Structure::Certificate => {
            let (key, certificate) = certificate::read(bytes).map_err(not)?;
            let certificate = Some(Box::new(certificate));
            spki(key).map(|found| Found {
                certificate,
                ..found
            })
        }
        Structure::Pkcs8 => pkcs8(PrivateKeyInfoRef::from_der(bytes).map_err(not)?),
        Structure::Pkcs1Public => {
            let key = <RsaPublicKey<_>>::from_der(bytes).map_err(not)?;
            rsa_public(key).map(Found::from)
        }
        Structure::Pkcs1Private => rsa_private(bytes, structure).map(Found::from),
        Structure::Sec1 => sec1(bytes, None, structure).map(Found::from),
    }
}

fn spki(info: SubjectPublicKeyInfoRef) -> Result<Found, KeyError> {
    let bytes = info.subject_public_key.raw_bytes();
    let oid = info.algorithm.oid.to_string();
    let key = match oid.as_str() {
        RSA | RSA_PSS => {
            let key = <RsaPublicKey<_>>::from_der(bytes).map_err(|error| KeyError::Der {
                structure: Structure::Pkcs1Public,
                reason: error.to_string(),
            })?;
            rsa_public(key)
        }
        EC => {
            let curve = named_curve(&info.algorithm)?;
            let key = EcKey::new(curve, bytes, None);
            key.map(Box::new).map(Key::Ec).map_err(|_| not_on(curve))
        }
        ED25519 => EdKey::new(bytes, None)
            .map(Box::new)
            .map(Key::Ed25519)
            .map_err(ed25519_error),
        oid => Err(KeyError::Oid {
            oid: oid.to_owned(),
        }),
    };
    let pss_only = oid == RSA_PSS;
    key.map(|key| Found {
        pss_only,
        ..Found::from(key)
    })
}

fn pkcs8(info: PrivateKeyInfoRef) -> Result<Found, KeyError> {
    let bytes = info.private_key.as_bytes();
    let oid = info.algorithm.oid.to_string();
    let key = match oid.as_str() {
        RSA | RSA_PSS => rsa_private(bytes, Structure::Pkcs1Private),
        EC => sec1(bytes, Some(named_curve(&info.algorithm)?), Structure::Sec1),
        ED25519 => {
            let seed = <&OctetStringRef>::from_der(bytes).map_err(|error| KeyError::Der {
                structure: Structure::Pkcs8,
                reason: error.to_string(),
            })?;
            EdKey::from_private(seed.as_bytes())
                .map(Box::new)
                .map(Key::Ed25519)
                .map_err(ed25519_error)
        }
        oid => Err(KeyError::Oid {
            oid: oid.to_owned(),
        }),
    };
    let pss_only = oid == RSA_PSS;
    key.map(|key| Found {
        pss_only,
        ..Found::from(key)
    })
}

fn rsa_public(key: RsaPublicKey<rsa::pkcs1::UintRef>) -> Result<Key, KeyError> {
    RsaKey::new(key.modulus.as_bytes(), key.public_exponent.as_bytes(), None)
        .map(Key::Rsa)
        .map_err(KeyError::Rsa)
}

fn rsa_private(bytes: &[u8], structure: Structure) -> Result<Key, KeyError> {
    let key =
        <RsaPrivateKey<rsa::pkcs1::UintRef>>::from_der(bytes).map_err(|error| KeyError::Der {
            structure,
            reason: error.to_string(),
        })?;
    let secret = |bytes: &[u8]| Zeroizing::new(bytes.to_vec());
    let private = PrivateParts {
        exponent: secret(key.private_exponent.as_bytes()),
        primes: Some([secret(key.prime1.as_bytes()), secret(key.prime2.as_bytes())]),
    };
    RsaKey::new(
        key.modulus.as_bytes(),
        key.public_exponent.as_bytes(),
        Some(private),
    )
    .map(Key::Rsa)
    .map_err(KeyError::Rsa)
}

fn sec1(bytes: &[u8], curve: Option<Curve>, structure: Structure) -> Result<Key, KeyError> {
    let der = |reason: String| KeyError::Der { structure, reason };
    let key = EcPrivateKey::from_der(bytes).map_err(|error| der(error.to_string()))?;
    let named = key
        .parameters
        .and_then(|parameters| parameters.named_curve());
    let curve = match (curve, named) {
        (Some(curve), _) => curve,
        (None, Some(oid)) => curve_of(&oid)?,
        (None, None) => return Err(der("no named curve".to_owned())),
    };
    let scalar = Zeroizing::new(key.private_key.to_vec());
    let read = match key.public_key {
        Some(point) => EcKey::new(curve, point, Some(scalar)),
        None => EcKey::from_private(curve, scalar),
    };
    read.map(Box::new).map(Key::Ec).map_err(|_| not_on(curve))
}

fn named_curve(algorithm: &AlgorithmIdentifierRef) -> Result<Curve, KeyError> {
    match algorithm.parameters_oid() {
        Ok(oid) => curve_of(&oid),
        Err(_) => Err(KeyError::Oid { oid: EC.to_owned() }),
    }
}

fn curve_of(oid: &ObjectIdentifier) -> Result<Curve, KeyError> {
    let oid = oid.to_string();
    let known = CURVES.iter().find(|(known, _)| *known == oid);
    known.map(|(_, curve)| *curve).ok_or(KeyError::Oid { oid })
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
