//! A distinguished name of X.500 as text (RFC 4514), and text of the kinds that stand in one.

use super::structures::oid;
use sec1::der::asn1::{AnyRef, ObjectIdentifier};
use sec1::der::{Decode, Reader, Result, SliceReader, Tag, Tagged};

/// Bytes that are told of one name.
const LONGEST: usize = 1000;

/// The short names of attributes: those of RFC 4514 section 3, and two more that certificates have.
const ATTRIBUTES: [(ObjectIdentifier, &str); 11] = [
    (oid("2.5.4.3"), "CN"),
    (oid("2.5.4.7"), "L"),
    (oid("2.5.4.8"), "ST"),
    (oid("2.5.4.10"), "O"),
    (oid("2.5.4.11"), "OU"),
    (oid("2.5.4.6"), "C"),
    (oid("2.5.4.9"), "STREET"),
    (oid("0.9.2342.19200300.100.1.25"), "DC"),
    (oid("0.9.2342.19200300.100.1.1"), "UID"),
    (oid("2.5.4.5"), "serialNumber"),
    (oid("1.2.840.113549.1.9.1"), "emailAddress"),
];

/// A name as text, its last part first (RFC 4514 section 2.1). `None` where it is no name.
pub fn text(name: AnyRef) -> Option<String> {
    let mut text = String::new();
    for part in elements(name.value()).ok()?.iter().rev() {
        let mut between = ", ";
        for attribute in elements(part.value()).ok()? {
            if !text.is_empty() {
                text.push_str(between);
            }
            if text.len() >= LONGEST {
                text.push('…');
                return Some(text);
            }
            add(&mut text, &elements(attribute.value()).ok()?)?;
            between = "+";
        }
    }
    Some(text)
}

/// The elements of a sequence or a set.
pub fn elements(value: &[u8]) -> Result<Vec<AnyRef<'_>>> {
    let mut reader = SliceReader::new(value)?;
    let mut found = Vec::new();
    while !reader.is_finished() {
        found.push(AnyRef::decode(&mut reader)?);
    }
    Ok(found)
}

/// "CN=example.com"; an attribute without a short name by its number.
fn add(text: &mut String, attribute: &[AnyRef]) -> Option<()> {
    let [kind, value] = attribute else {
        return None;
    };
    let kind: ObjectIdentifier = kind.decode_as().ok()?;
    match ATTRIBUTES.iter().find(|(known, _)| *known == kind) {
        Some((_, name)) => text.push_str(name),
        None => text.push_str(&kind.to_string()),
    }
    text.push('=');
    for (index, c) in characters(*value).chars().enumerate() {
        if text.len() >= LONGEST {
            text.push('…');
            break;
        }
        // RFC 4514 section 2.4.
        let at_start = index == 0 && matches!(c, '#' | ' ');
        if at_start || matches!(c, '"' | '+' | ',' | ';' | '<' | '>' | '\\') {
            text.push('\\');
        }
        text.push(c);
    }
    Some(())
}

/// A string of any kind; what is none, or cannot be read, with the character that stands for that.
fn characters(value: AnyRef) -> String {
    let bytes = value.value();
    match value.tag() {
        Tag::BmpString => {
            let units = bytes.chunks(2).map(|pair| match *pair {
                [high, low] => u16::from_be_bytes([high, low]),
                _ => 0xfffd,
            });
            let read = char::decode_utf16(units);
            read.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect()
        }
        // In practice Latin-1, though T.61 is another one.
        Tag::TeletexString => bytes.iter().map(|byte| char::from(*byte)).collect(),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}
