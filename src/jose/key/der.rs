//! DER to a key: SubjectPublicKeyInfo, PKCS#1, PKCS#8, SEC 1 and certificates.

use super::fields::{Fields, algorithm, two_numbers};
use super::{
    Certificate, Entry, Key, KeyError, KeyInput, Meta, RingForm, Structure, certificate, secret,
};
use crate::jose::alg::Curve;
use crate::jose::crypto::ecdsa::EcKey;
use crate::jose::crypto::eddsa::{EdKey, EdKeyError};
use crate::jose::crypto::rsa::{PrivateParts, RsaKey};
use sec1::der::asn1::{AnyRef, BitStringRef, ObjectIdentifier};
use sec1::der::{self, Decode, Tag, TagNumber, Tagged};
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
    let reason = error.to_string();
    KeyError::Der { structure, reason }
}

/// A key under the identifier of its algorithm.
struct Info<'a> {
    oid: String,
    parameters: Option<AnyRef<'a>>,
    key: &'a [u8],
}

impl Info<'_> {
    fn curve(&self) -> Result<Curve, KeyError> {
        let named = self.parameters.map(|named| named.decode_as());
        match named {
            Some(Ok(oid)) => curve_of(&oid),
            _ => Err(KeyError::Oid { oid: EC.to_owned() }),
        }
    }

    fn found(&self, key: Key) -> Found {
        Found {
            pss_only: self.oid == RSA_PSS,
            ..Found::from(key)
        }
    }

    fn unsupported(&self) -> KeyError {
        KeyError::Oid {
            oid: self.oid.clone(),
        }
    }
}

/// SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7).
fn info(any: AnyRef) -> der::Result<Info> {
    let mut fields = Fields::inside(any)?;
    let (oid, parameters) = algorithm(fields.any()?)?;
    let key = fields.bits()?.raw_bytes();
    fields.finish()?;
    Ok(Info {
        oid: oid.to_string(),
        parameters,
        key,
    })
}

/// OneAsymmetricKey (RFC 5958 section 2), of which PrivateKeyInfo is the first version.
fn private_info(bytes: &[u8]) -> der::Result<Info<'_>> {
    let mut fields = Fields::of(bytes)?;
    let version = fields.number()?;
    let (oid, parameters) = algorithm(fields.any()?)?;
    let key = fields.of_type(Tag::OctetString)?.value();
    let mut has_public_key = false;
    while !fields.is_empty() {
        let tag = fields.any()?.tag();
        if !tag.is_context_specific() {
            return Err(tag.unexpected_error(None).into());
        }
        has_public_key |= tag.number() == TagNumber(1);
    }
    if version != [u8::from(has_public_key)] {
        return Err(Tag::Integer.value_error().into());
    }
    Ok(Info {
        oid: oid.to_string(),
        parameters,
        key,
    })
}

fn spki(info: Info) -> Result<Found, KeyError> {
    let key = match info.oid.as_str() {
        RSA | RSA_PSS => rsa_public(info.key)?,
        EC => {
            let curve = info.curve()?;
            let key = EcKey::new(curve, info.key, None);
            Key::Ec(Box::new(key.map_err(|_| not_on(curve))?))
        }
        ED25519 => {
            let key = EdKey::new(info.key, None);
            Key::Ed25519(Box::new(key.map_err(ed25519_error)?))
        }
        _ => return Err(info.unsupported()),
    };
    Ok(info.found(key))
}

fn pkcs8(info: Info) -> Result<Found, KeyError> {
    let key = match info.oid.as_str() {
        RSA | RSA_PSS => rsa_private(info.key)?,
        EC => sec1(info.key, Some(info.curve()?))?,
        ED25519 => {
            let seed = seed(info.key).map_err(|error| not(Structure::Pkcs8, error))?;
            let key = EdKey::from_private(seed);
            Key::Ed25519(Box::new(key.map_err(ed25519_error)?))
        }
        _ => return Err(info.unsupported()),
    };
    Ok(info.found(key))
}

/// CurvePrivateKey (RFC 8410 section 7).
fn seed(bytes: &[u8]) -> der::Result<&[u8]> {
    let seed = AnyRef::from_der(bytes)?;
    seed.tag().assert_eq(Tag::OctetString)?;
    Ok(seed.value())
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

/// RSAPrivateKey (RFC 8017 appendix A.1.2): n, e, d, p and q. The rest follows from them.
fn private_numbers(bytes: &[u8]) -> der::Result<[&[u8]; 5]> {
    let mut fields = Fields::of(bytes)?;
    let version = fields.number()?;
    let mut numbers: [&[u8]; 8] = [&[]; 8];
    for number in &mut numbers {
        *number = fields.number()?;
    }
    // More than two primes.
    let others = fields.optional(Tag::Sequence)?;
    if version != [u8::from(others.is_some())] {
        return Err(Tag::Integer.value_error().into());
    }
    fields.finish()?;
    let [n, e, d, p, q, ..] = numbers;
    Ok([n, e, d, p, q])
}

/// ECPrivateKey (RFC 5915 section 3).
struct EcParts<'a> {
    scalar: &'a [u8],
    named: Option<ObjectIdentifier>,
    point: Option<&'a [u8]>,
}

fn ec_parts(bytes: &[u8]) -> der::Result<EcParts<'_>> {
    let mut fields = Fields::of(bytes)?;
    if fields.number()? != [1] {
        return Err(Tag::Integer.value_error().into());
    }
    let scalar = fields.of_type(Tag::OctetString)?.value();
    let mut explicit = |number: u32| {
        let field = fields.optional(TagNumber(number).context_specific(true))?;
        field
            .map(|field| AnyRef::from_der(field.value()))
            .transpose()
    };
    let (named, point) = (explicit(0)?, explicit(1)?);
    fields.finish()?;
    Ok(EcParts {
        scalar,
        named: named.map(|oid| oid.decode_as()).transpose()?,
        point: point.map(whole_bytes).transpose()?,
    })
}

fn whole_bytes(bits: AnyRef<'_>) -> der::Result<&[u8]> {
    let bytes = bits.decode_as::<BitStringRef>()?.as_bytes();
    bytes.ok_or_else(|| Tag::BitString.value_error().into())
}

fn sec1(bytes: &[u8], curve: Option<Curve>) -> Result<Key, KeyError> {
    let parts = ec_parts(bytes).map_err(|error| not(Structure::Sec1, error))?;
    let curve = match (curve, parts.named) {
        (Some(curve), _) => curve,
        (None, Some(oid)) => curve_of(&oid)?,
        (None, None) => {
            return Err(KeyError::Der {
                structure: Structure::Sec1,
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
