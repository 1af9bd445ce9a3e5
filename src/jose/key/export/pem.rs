//! A key as PEM (RFC 7468): SubjectPublicKeyInfo, or PKCS#8 for the private half.

use super::Half;
use crate::jose::alg::Curve;
use crate::jose::crypto::ecdsa::EcKey;
use crate::jose::crypto::rsa::RsaKey;
use crate::jose::key::{Key, der};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sec1::der::asn1::ObjectIdentifier;
use zeroize::Zeroizing;

type Bytes = Zeroizing<Vec<u8>>;

/// Letters of a line (RFC 7468 section 2).
const WIDTH: usize = 64;

const INTEGER: u8 = 0x02;
const BIT_STRING: u8 = 0x03;
const OCTET_STRING: u8 = 0x04;
const NULL: u8 = 0x05;
const OBJECT_IDENTIFIER: u8 = 0x06;
const SEQUENCE: u8 = 0x30;
/// The second of the optional fields of a structure, with its own tag inside.
const SECOND: u8 = 0xa1;

/// A key as PEM. `None` for a secret, which has no such form, and where the key lacks the half.
pub fn pem(key: &Key, half: Half) -> Option<Zeroizing<String>> {
    let algorithm = algorithm(key)?;
    Some(match half {
        Half::Public => armored("PUBLIC KEY", &spki(&algorithm, &public(key)?)),
        Half::Private => armored("PRIVATE KEY", &pkcs8(&algorithm, &private(key)?)),
    })
}

fn armored(label: &str, der: &[u8]) -> Zeroizing<String> {
    let letters = Zeroizing::new(STANDARD.encode(der));
    let lines = letters.len().div_ceil(WIDTH);
    // With room for all of it: growing would leave pieces of a key behind.
    let mut pem = Zeroizing::new(String::with_capacity(letters.len() + lines + 64));
    for piece in ["-----BEGIN ", label, "-----\n"] {
        pem.push_str(piece);
    }
    for line in 0..lines {
        let end = letters.len().min((line + 1) * WIDTH);
        pem.push_str(&letters[line * WIDTH..end]);
        pem.push('\n');
    }
    for piece in ["-----END ", label, "-----\n"] {
        pem.push_str(piece);
    }
    pem
}

/// Bytes in DER (X.690 section 8.1): the tag, the length, and the pieces one after the other.
fn element(tag: u8, pieces: &[&[u8]]) -> Bytes {
    let length: usize = pieces.iter().map(|piece| piece.len()).sum();
    let digits = (length as u32).to_be_bytes();
    let zeros = length.leading_zeros().saturating_sub(usize::BITS - 32) as usize / 8;
    let mut out = Zeroizing::new(Vec::with_capacity(length + 6));
    out.push(tag);
    if length < 0x80 {
        out.push(digits[3]);
    } else {
        out.push(0x80 | (4 - zeros as u8));
        out.extend_from_slice(&digits[zeros..]);
    }
    for piece in pieces {
        out.extend_from_slice(piece);
    }
    out
}

/// A number that is not negative, big-endian, without zeros before it.
fn integer(number: &[u8]) -> Bytes {
    let sign: &[u8] = match number.first() {
        Some(0x80..) => &[0],
        _ => &[],
    };
    element(INTEGER, &[sign, number])
}

/// Bits that fill their bytes.
fn bits(bytes: &[u8]) -> Bytes {
    element(BIT_STRING, &[&[0], bytes])
}

/// AlgorithmIdentifier (RFC 5280 section 4.1.1.2).
fn algorithm(key: &Key) -> Option<Bytes> {
    let (oid, parameters) = match key {
        Key::Secret(_) => return None,
        // RFC 3279 section 2.3.1.
        Key::Rsa(_) => (der::RSA, element(NULL, &[])),
        // RFC 5480 section 2.1.1.
        Key::Ec(key) => (der::EC, identifier(named(key.curve())?)),
        // RFC 8410 section 3.
        Key::Ed25519(_) => (der::ED25519, Bytes::default()),
    };
    Some(element(SEQUENCE, &[&identifier(oid), &parameters]))
}

fn named(curve: Curve) -> Option<ObjectIdentifier> {
    let mut curves = der::CURVES.iter();
    let (oid, _) = curves.find(|(_, known)| *known == curve)?;
    Some(*oid)
}

fn identifier(oid: ObjectIdentifier) -> Bytes {
    element(OBJECT_IDENTIFIER, &[oid.as_bytes()])
}

/// RFC 5280 section 4.1.2.7.
fn spki(algorithm: &[u8], key: &[u8]) -> Bytes {
    element(SEQUENCE, &[algorithm, &bits(key)])
}

/// RFC 5208 section 5.
fn pkcs8(algorithm: &[u8], key: &[u8]) -> Bytes {
    let key = element(OCTET_STRING, &[key]);
    element(SEQUENCE, &[&integer(&[0]), algorithm, &key])
}

fn public(key: &Key) -> Option<Vec<u8>> {
    match key {
        Key::Secret(_) => None,
        Key::Rsa(key) => Some(pkcs1_public(key).to_vec()),
        Key::Ec(key) => Some(key.point()),
        Key::Ed25519(key) => Some(key.public().to_vec()),
    }
}

fn private(key: &Key) -> Option<Bytes> {
    match key {
        Key::Secret(_) => None,
        Key::Rsa(key) => pkcs1_private(key),
        Key::Ec(key) => sec1(key),
        // RFC 8410 section 7.
        Key::Ed25519(key) => Some(element(OCTET_STRING, &[key.private()?])),
    }
}

/// RFC 8017 appendix A.1.1.
fn pkcs1_public(key: &RsaKey) -> Bytes {
    let [n, e] = key.public_numbers().map(|number| integer(&number));
    element(SEQUENCE, &[&n, &e])
}

/// RFC 8017 appendix A.1.2.
fn pkcs1_private(key: &RsaKey) -> Option<Bytes> {
    let mut numbers = vec![integer(&[0])];
    numbers.extend(key.public_numbers().iter().map(|number| integer(number)));
    numbers.extend(key.private_numbers()?.iter().map(|number| integer(number)));
    let pieces: Vec<&[u8]> = numbers.iter().map(|number| number.as_slice()).collect();
    Some(element(SEQUENCE, &pieces))
}

/// RFC 5915 section 3; the curve stands in the algorithm already.
fn sec1(key: &EcKey) -> Option<Bytes> {
    let scalar = element(OCTET_STRING, &[&key.scalar()?]);
    let point = element(SECOND, &[&bits(&key.point())]);
    Some(element(SEQUENCE, &[&integer(&[1]), &scalar, &point]))
}
