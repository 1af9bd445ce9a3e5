//! A certificate (RFC 5280 section 4.1): its key, and what it says of whose it is and how long. The rest is read as
//! far as its outermost tags and lengths: reading all of it would weigh 24 kB in the page.

use super::fields::Fields;
use super::name;
use super::structures::algorithm;
use sec1::der::asn1::AnyRef;
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

/// UTCTime as YYMMDDHHMMSSZ or GeneralizedTime as YYYYMMDDHHMMSSZ (RFC 5280 section 4.1.2.5), in seconds since 1970.
fn seconds(time: AnyRef) -> Option<u64> {
    let digits = time.value().strip_suffix(b"Z")?;
    let century: &[u8] = match (time.tag(), digits.first()?) {
        (Tag::UtcTime, b'0'..=b'4') => b"20",
        (Tag::UtcTime, _) => b"19",
        (Tag::GeneralizedTime, _) => b"",
        _ => return None,
    };
    let digits = [century, digits].concat();
    if digits.len() != 14 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let pair = |at: usize| u64::from((digits[at] - b'0') * 10 + digits[at + 1] - b'0');
    let day = day(100 * pair(0) + pair(2), pair(4), pair(6))?;
    let [hour, minute, second] = [8, 10, 12].map(pair);
    let is_of_day = hour < 24 && minute < 60 && second < 60;
    is_of_day.then_some(((day * 24 + hour) * 60 + minute) * 60 + second)
}

/// Days from 1970-01-01 to a date. `None` for what is no date, or before.
fn day(year: u64, month: u64, day: u64) -> Option<u64> {
    let is_century = year.is_multiple_of(100);
    let is_leap = year.is_multiple_of(if is_century { 400 } else { 4 });
    let february = if is_leap { 29 } else { 28 };
    let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let before = month.checked_sub(1)? as usize;
    if year < 1970 || !(1..=*lengths.get(before)?).contains(&day) {
        return None;
    }
    let years = year - 1;
    let leap_days = years / 4 - years / 100 + years / 400;
    let of_year: u64 = lengths[..before].iter().sum();
    // As many as there are from the first day of the year 1 on.
    Some(years * 365 + leap_days + of_year + day - 1 - 719_162)
}
