//! The JOSE header (RFC 7515 section 4). What it says is a claim of whoever wrote the token: the
//! header of an unverified token is [`UnverifiedHeader`].

use super::alg::AlgName;
use super::base64url;
use super::json::{self, Document, Type, Value};
use std::borrow::Cow;

/// Parameters whose value must be a string (RFC 7515 section 4.1).
const STRINGS: [&str; 8] = ["alg", "jku", "kid", "x5u", "x5t", "x5t#S256", "typ", "cty"];

/// Parameters that `crit` must not name: those RFC 7515 itself defines.
const NEVER_CRITICAL: [&str; 11] = [
    "alg", "jku", "jwk", "kid", "x5u", "x5c", "x5t", "x5t#S256", "typ", "cty", "crit",
];

/// A header that is a JSON object with unique names and well-typed parameters. Nothing in it is
/// verified.
#[derive(Clone, Debug, PartialEq)]
pub struct UnverifiedHeader {
    document: Document,
    /// `alg`, where it is a string (RFC 7515 section 4.1.1).
    pub alg: Option<AlgName>,
    /// `kid` (RFC 7515 section 4.1.4).
    pub kid: Option<String>,
    /// `b64`: whether the payload is base64url (RFC 7797 section 3).
    pub b64: bool,
}

/// Why a header is none.
#[derive(Clone, Debug, PartialEq)]
pub enum HeaderError {
    Base64(base64url::Error),
    /// The first byte that is not UTF-8.
    NotUtf8 {
        at: usize,
    },
    /// It starts with a byte-order mark (RFC 8259 section 8.1 forbids it).
    ByteOrderMark,
    NotJson(json::Error),
    NotObject {
        found: Type,
    },
    /// A name stands twice (RFC 7515 section 4).
    Duplicate {
        name: String,
    },
    /// A registered parameter has another type than its definition says.
    WrongType {
        name: &'static str,
        found: Type,
        wanted: Type,
    },
}

/// Why `crit` makes every conforming verifier reject (RFC 7515 section 4.1.11).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CritError {
    NotNames,
    Empty,
    Repeated {
        name: String,
    },
    Registered {
        name: String,
    },
    Absent {
        name: String,
    },
    NotUnderstood {
        name: String,
    },
    /// `b64` is false, and `crit` does not say so (RFC 7797 section 6).
    B64NotCritical,
}

impl UnverifiedHeader {
    /// Reads the bytes of a header.
    ///
    /// # Errors
    /// What keeps it from being a JOSE header, see [`HeaderError`].
    pub fn read(bytes: &[u8]) -> Result<Self, HeaderError> {
        if bytes.starts_with(b"\xEF\xBB\xBF") {
            return Err(HeaderError::ByteOrderMark);
        }
        let text = std::str::from_utf8(bytes).map_err(|error| HeaderError::NotUtf8 {
            at: error.valid_up_to(),
        })?;
        let document = Document::parse(text.to_owned()).map_err(HeaderError::NotJson)?;
        Self::of(document)
    }

    fn of(document: Document) -> Result<Self, HeaderError> {
        let root = document.root();
        if root.kind() != Type::Object {
            return Err(HeaderError::NotObject { found: root.kind() });
        }
        let parameters = document.duplicates().iter();
        if let Some(twice) = parameters.clone().find(|twice| twice.depth == 1) {
            let name = document.name(twice.again).into_owned();
            return Err(HeaderError::Duplicate { name });
        }
        check_types(root)?;
        let text = |name| root.get(name).and_then(Value::as_str);
        let alg = text("alg").map(|name| AlgName::read(&name));
        let kid = text("kid").map(Cow::into_owned);
        let b64 = root.get("b64").and_then(Value::as_bool).unwrap_or(true);
        Ok(Self {
            alg,
            kid,
            b64,
            document,
        })
    }

    /// The header as JSON.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// A parameter.
    pub fn get(&self, name: &str) -> Option<Value<'_>> {
        self.document.root().get(name)
    }

    /// The parameter with which the token brings a key of its own: `jwk` or `x5c`.
    pub fn own_key(&self) -> Option<&'static str> {
        ["jwk", "x5c"]
            .into_iter()
            .find(|name| self.get(name).is_some())
    }

    /// Applies the rules of `crit`; `b64` is the one extension understood here.
    ///
    /// # Errors
    /// The first rule that is broken.
    pub fn check_crit(&self) -> Result<(), CritError> {
        let Some(crit) = self.get("crit") else {
            return if self.b64 {
                Ok(())
            } else {
                Err(CritError::B64NotCritical)
            };
        };
        if crit.kind() != Type::Array {
            return Err(CritError::NotNames);
        }
        let mut names = Vec::new();
        for name in crit.elements() {
            names.push(name.as_str().ok_or(CritError::NotNames)?);
        }
        if names.is_empty() {
            return Err(CritError::Empty);
        }
        for (index, name) in names.iter().enumerate() {
            self.check_critical_name(name, names[..index].contains(name))?;
        }
        if !self.b64 && !names.iter().any(|name| name == "b64") {
            return Err(CritError::B64NotCritical);
        }
        Ok(())
    }

    fn check_critical_name(&self, name: &str, seen: bool) -> Result<(), CritError> {
        let owned = || name.to_owned();
        if seen {
            Err(CritError::Repeated { name: owned() })
        } else if NEVER_CRITICAL.contains(&name) {
            Err(CritError::Registered { name: owned() })
        } else if self.get(name).is_none() {
            Err(CritError::Absent { name: owned() })
        } else if name != "b64" {
            Err(CritError::NotUnderstood { name: owned() })
        } else {
            Ok(())
        }
    }
}

fn check_types(root: Value) -> Result<(), HeaderError> {
    for name in STRINGS {
        check_type(root, name, Type::String)?;
    }
    check_type(root, "jwk", Type::Object)?;
    check_type(root, "x5c", Type::Array)?;
    check_type(root, "b64", Type::Bool)
}

fn check_type(root: Value, name: &'static str, wanted: Type) -> Result<(), HeaderError> {
    match root.get(name).map(Value::kind) {
        Some(found) if found != wanted => Err(HeaderError::WrongType {
            name,
            found,
            wanted,
        }),
        _ => Ok(()),
    }
}
