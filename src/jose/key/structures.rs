//! The structures that a key in DER comes in, as far as they are needed: what they hold is judged elsewhere.

use super::fields::Fields;
use sec1::der::asn1::{AnyRef, BitStringRef, ObjectIdentifier};
use sec1::der::{Decode, Result, Tag, TagNumber, Tagged};

/// An object identifier that is known when the page is built.
pub const fn oid(text: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(text)
}

/// AlgorithmIdentifier (RFC 5280 section 4.1.1.2): the algorithm and its parameters.
pub fn algorithm(identifier: AnyRef) -> Result<(ObjectIdentifier, Option<AnyRef>)> {
    let mut fields = Fields::inside(identifier)?;
    let oid = fields.any()?.decode_as()?;
    let parameters = match fields.is_empty() {
        true => None,
        false => Some(fields.any()?),
    };
    fields.finish()?;
    Ok((oid, parameters))
}

/// A key under the identifier of its algorithm.
pub struct Info<'a> {
    pub oid: ObjectIdentifier,
    pub parameters: Option<AnyRef<'a>>,
    pub key: &'a [u8],
}

/// SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7).
pub fn info(any: AnyRef) -> Result<Info> {
    let mut fields = Fields::inside(any)?;
    let (oid, parameters) = algorithm(fields.any()?)?;
    let key = fields.bits()?.raw_bytes();
    fields.finish()?;
    Ok(Info {
        oid,
        parameters,
        key,
    })
}

/// OneAsymmetricKey (RFC 5958 section 2), of which PrivateKeyInfo is the first version.
pub fn private_info(bytes: &[u8]) -> Result<Info<'_>> {
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
        oid,
        parameters,
        key,
    })
}

/// CurvePrivateKey (RFC 8410 section 7).
pub fn seed(bytes: &[u8]) -> Result<&[u8]> {
    let seed = AnyRef::from_der(bytes)?;
    seed.tag().assert_eq(Tag::OctetString)?;
    Ok(seed.value())
}

/// A sequence of two numbers: RSAPublicKey (RFC 8017 appendix A.1.1), ECDSA-Sig-Value (RFC 3279 section 2.2.3).
pub fn two_numbers(der: &[u8]) -> Result<[&[u8]; 2]> {
    let mut fields = Fields::of(der)?;
    let numbers = [fields.number()?, fields.number()?];
    fields.finish()?;
    Ok(numbers)
}

/// RSAPrivateKey (RFC 8017 appendix A.1.2): n, e, d, p and q. The rest follows from them.
pub fn private_numbers(bytes: &[u8]) -> Result<[&[u8]; 5]> {
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
pub struct EcParts<'a> {
    pub scalar: &'a [u8],
    pub named: Option<ObjectIdentifier>,
    pub point: Option<&'a [u8]>,
}

pub fn ec_parts(bytes: &[u8]) -> Result<EcParts<'_>> {
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

fn whole_bytes(bits: AnyRef<'_>) -> Result<&[u8]> {
    let bytes = bits.decode_as::<BitStringRef>()?.as_bytes();
    bytes.ok_or_else(|| Tag::BitString.value_error().into())
}
