//! A JWS or JWE in JSON serialization (RFC 7515 section 7.2, RFC 7516 section 7.2): recognised, and read as far
//! as that goes without keys.

use super::base64url;
use super::edit::Editable;
use super::json::{Document, Type, Value};
use super::payload::Payload;

/// A token in JSON serialization.
#[derive(Clone, Debug, PartialEq)]
pub struct JsonSerialization {
    pub document: Document,
    /// Whether it has a `ciphertext`.
    pub encrypted: bool,
    /// The first protected header.
    pub protected: Option<Document>,
    pub payload: Option<Payload>,
    /// What breaks the rules of the serialization.
    pub flaw: Option<JsonFlaw>,
}

/// Why JSON is no token in JSON serialization.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonFlaw {
    /// A member has another type than its definition says.
    WrongType { name: &'static str, wanted: Type },
    /// A member is missing.
    Missing { name: &'static str },
    /// A member is not base64url.
    Base64url { name: &'static str },
    /// A protected header is not a JSON object.
    Protected,
    /// `signatures` is empty.
    NoSignatures,
    /// `signature` and `signatures` stand together.
    BothForms,
}

impl JsonSerialization {
    /// Reads JSON that means to be a token: an object with a signature or a ciphertext.
    pub fn read(text: &str) -> Option<Self> {
        let document = Document::parse(text.to_owned()).ok()?;
        let root = document.root();
        let encrypted = root.get("ciphertext").is_some();
        let signed = root.get("signature").or(root.get("signatures")).is_some();
        if !encrypted && !signed {
            return None;
        }
        Some(Self {
            encrypted,
            protected: protected(root).and_then(header),
            payload: root.get("payload").and_then(bytes).map(Payload::read),
            flaw: check(root, encrypted).err(),
            document,
        })
    }

    /// The string that carries [`Self::protected`] or [`Self::payload`].
    pub fn carrier(&self, part: Editable) -> Option<Value<'_>> {
        let root = self.document.root();
        match part {
            Editable::Header => self.protected.as_ref().and_then(|_| protected(root)),
            Editable::Payload => self.payload.as_ref().and_then(|_| root.get("payload")),
        }
    }
}

/// The protected header: of the token, or of the first of its signatures.
fn protected(root: Value) -> Option<Value> {
    let first = || root.get("signatures")?.elements().next();
    root.get("protected").or_else(|| first()?.get("protected"))
}

fn check(root: Value, encrypted: bool) -> Result<(), JsonFlaw> {
    if encrypted {
        return check_encrypted(root);
    }
    required_bytes(root, "payload")?;
    match (root.get("signature"), root.get("signatures")) {
        (Some(_), Some(_)) => Err(JsonFlaw::BothForms),
        (Some(_), None) => check_signature(root),
        (None, Some(list)) => check_signatures(list),
        (None, None) => Err(JsonFlaw::Missing { name: "signature" }),
    }
}

fn check_encrypted(root: Value) -> Result<(), JsonFlaw> {
    required_bytes(root, "ciphertext")?;
    for name in ["iv", "tag", "aad", "encrypted_key"] {
        if root.get(name).is_some() {
            required_bytes(root, name)?;
        }
    }
    check_protected(root)
}

fn check_signatures(list: Value) -> Result<(), JsonFlaw> {
    if list.kind() != Type::Array {
        return Err(JsonFlaw::WrongType {
            name: "signatures",
            wanted: Type::Array,
        });
    }
    if list.elements().len() == 0 {
        return Err(JsonFlaw::NoSignatures);
    }
    list.elements().try_for_each(check_signature)
}

fn check_signature(signature: Value) -> Result<(), JsonFlaw> {
    required_bytes(signature, "signature")?;
    if signature
        .get("header")
        .is_some_and(|header| header.kind() != Type::Object)
    {
        return Err(JsonFlaw::WrongType {
            name: "header",
            wanted: Type::Object,
        });
    }
    check_protected(signature)
}

fn check_protected(object: Value) -> Result<(), JsonFlaw> {
    match object.get("protected") {
        Some(protected) if header(protected).is_none() => Err(JsonFlaw::Protected),
        _ => Ok(()),
    }
}

fn required_bytes(object: Value, name: &'static str) -> Result<(), JsonFlaw> {
    let value = object.get(name).ok_or(JsonFlaw::Missing { name })?;
    let text = value.as_str().ok_or(JsonFlaw::WrongType {
        name,
        wanted: Type::String,
    })?;
    match base64url::decode(&text) {
        Ok(_) => Ok(()),
        Err(_) => Err(JsonFlaw::Base64url { name }),
    }
}

fn bytes(value: Value) -> Option<Vec<u8>> {
    base64url::decode(&value.as_str()?).ok()
}

fn header(value: Value) -> Option<Document> {
    let text = String::from_utf8(bytes(value)?).ok()?;
    let document = Document::parse(text).ok()?;
    (document.root().kind() == Type::Object).then_some(document)
}
