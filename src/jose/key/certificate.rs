//! The public key of a certificate (RFC 5280 section 4.1). The rest is read as far as its outermost tags and
//! lengths: nothing of it is used, and reading all of it would weigh 24 kB in the page.

use rsa::pkcs8::spki::{AlgorithmIdentifierRef, SubjectPublicKeyInfoRef};
use sec1::der::asn1::{AnyRef, BitStringRef};
use sec1::der::{Decode, Reader, Result, SliceReader, Tag, TagNumber, Tagged};

/// What a version above 1 stands in.
const VERSION: Tag = Tag::ContextSpecific {
    constructed: true,
    number: TagNumber(0),
};

/// Serial number, signature algorithm, issuer, validity and subject.
const BEFORE_KEY: [Tag; 5] = [
    Tag::Integer,
    Tag::Sequence,
    Tag::Sequence,
    Tag::Sequence,
    Tag::Sequence,
];

/// The SubjectPublicKeyInfo of a certificate in DER.
///
/// # Errors
/// Where the bytes stop being a certificate.
pub fn public_key(der: &[u8]) -> Result<SubjectPublicKeyInfoRef<'_>> {
    AnyRef::from_der(der)?.sequence(|certificate| {
        let to_be_signed = AnyRef::decode(certificate)?;
        AlgorithmIdentifierRef::decode(certificate)?;
        BitStringRef::decode(certificate)?;
        to_be_signed.sequence(of_fields)
    })
}

fn of_fields<'a>(fields: &mut SliceReader<'a>) -> Result<SubjectPublicKeyInfoRef<'a>> {
    if Tag::peek(fields)? == VERSION {
        AnyRef::decode(fields)?;
    }
    for tag in BEFORE_KEY {
        AnyRef::decode(fields)?.tag().assert_eq(tag)?;
    }
    let key = SubjectPublicKeyInfoRef::decode(fields)?;
    while !fields.is_finished() {
        AnyRef::decode(fields)?;
    }
    Ok(key)
}
