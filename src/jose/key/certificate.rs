//! A certificate (RFC 5280 section 4.1): its key, and what it says of whose it is and how long. The rest is read as
//! far as its outermost tags and lengths: reading all of it would weigh 24 kB in the page.

use super::fields::{Fields, algorithm};
use super::name;
use sec1::der::asn1::{AnyRef, GeneralizedTime, UtcTime};
use sec1::der::{Result, Tag, TagNumber, Tagged};
use sha2::{Digest, Sha256};

/// What a certificate says besides its key. Nobody checked who signed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// In DER, without a zero before it.
    pub serial: Vec<u8>,
    /// As text: "CN=…, O=…" (RFC 4514); `None` where it cannot be read.
    pub issuer: Option<String>,
    /// As text; `None` where it cannot be read.
    pub subject: Option<String>,
    /// Seconds since 1970; `None` where it cannot be read.
    pub not_before: Option<u64>,
    /// Seconds since 1970, the last that counts; `None` where it cannot be read.
    pub not_after: Option<u64>,
    /// SHA-256 of its DER: `x5t#S256` (RFC 7515 section 4.1.8).
    pub sha256: [u8; 32],
}

/// What a version above 1 stands in.
const VERSION: Tag = Tag::ContextSpecific {
    constructed: true,
    number: TagNumber(0),
};

/// Signature algorithm, issuer, validity and subject, after the serial number.
const BEFORE_KEY: [Tag; 5] = [
    Tag::Integer,
    Tag::Sequence,
    Tag::Sequence,
    Tag::Sequence,
    Tag::Sequence,
];

/// The SubjectPublicKeyInfo of a certificate in DER, which is not read yet, and what the certificate says.
///
/// # Errors
/// Where the bytes stop being a certificate.
pub fn read(der: &[u8]) -> Result<(AnyRef<'_>, Certificate)> {
    let mut fields = Fields::of(der)?;
    let to_be_signed = fields.any()?;
    algorithm(fields.any()?)?;
    fields.bits()?;
    fields.finish()?;
    let ([serial, _, issuer, validity, subject], key) = signed_fields(to_be_signed)?;
    let serial = serial.value();
    let times = name::elements(validity.value()).unwrap_or_default();
    let time = |index: usize| times.get(index).copied().and_then(seconds);
    let certificate = Certificate {
        serial: serial.strip_prefix(&[0]).unwrap_or(serial).to_vec(),
        issuer: name::text(issuer),
        subject: name::text(subject),
        not_before: time(0),
        not_after: time(1),
        sha256: Sha256::digest(der).into(),
    };
    Ok((key, certificate))
}

fn signed_fields(to_be_signed: AnyRef) -> Result<([AnyRef; 5], AnyRef)> {
    let mut fields = Fields::inside(to_be_signed)?;
    fields.optional(VERSION)?;
    let mut before = [AnyRef::NULL; 5];
    for (field, tag) in before.iter_mut().zip(BEFORE_KEY) {
        *field = fields.of_type(tag)?;
    }
    let key = fields.any()?;
    while !fields.is_empty() {
        fields.any()?;
    }
    Ok((before, key))
}

/// RFC 5280 section 4.1.2.5.
fn seconds(time: AnyRef) -> Option<u64> {
    let since_1970 = match time.tag() {
        Tag::UtcTime => time.decode_as::<UtcTime>().ok()?.to_unix_duration(),
        _ => {
            let time = time.decode_as::<GeneralizedTime>().ok()?;
            time.to_unix_duration()
        }
    };
    Some(since_1970.as_secs())
}
