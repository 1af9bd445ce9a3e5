//! What was pasted as a key: a secret, PEM, bare DER in base64, a JWK or a set of them. Told by its
//! content, and told truthfully: a public key is never read as a secret.

mod certificate;
mod der;
pub mod export;
mod fields;
pub mod generate;
mod jwk;
mod name;
mod pem;
mod secret;
mod structures;

pub use certificate::Certificate;

pub use jwk::PRIVATE as PRIVATE_MEMBERS;
pub use secret::{SecretEncoding, SecretError};
pub(super) use structures::two_numbers;

use super::alg::KeyType;
use super::crypto::ecdsa::EcKey;
use super::crypto::eddsa::EdKey;
use super::crypto::hmac::Secret;
use super::crypto::rsa::{RsaKey, RsaKeyError};
use super::{base64url, json};

/// Keys that are read of one paste.
const MAX_KEYS: usize = 1000;

/// The longest text that is read as a key, in bytes.
pub const MAX_LENGTH: usize = 1 << 20;

/// The content of a key box.
#[derive(Clone, Debug)]
pub enum KeyInput {
    /// Nothing.
    Empty,
    /// One key or several, told by their form.
    Keys(KeyRing),
    /// Text of no known form: the bytes of a secret in the chosen encoding.
    Secret {
        key: Result<Key, SecretError>,
        encoding: SecretEncoding,
    },
    /// A form that was recognised, but holds no key.
    Unreadable(KeyError),
}

/// Keys that were pasted together.
#[derive(Clone, Debug)]
pub struct KeyRing {
    pub form: RingForm,
    pub entries: Vec<Entry>,
    /// How many more there were than are read.
    pub left_out: usize,
}

/// How keys were pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RingForm {
    /// PEM blocks (RFC 7468).
    Pem,
    /// Base64 of DER, without the PEM lines.
    BareDer,
    /// A JWK (RFC 7517 section 4).
    Jwk,
    /// A JWK Set (RFC 7517 section 5), or an array of JWKs.
    JwkSet,
}

/// One key of a ring: what it is, or why it cannot be read.
#[derive(Clone, Debug)]
pub struct Entry {
    pub key: Result<Key, KeyError>,
    pub meta: Meta,
}

impl Entry {
    /// Whether it holds, or may hold, anything that is to be kept secret.
    pub fn may_be_private(&self) -> bool {
        match &self.key {
            Ok(key) => key.can_sign() || self.meta.has_private_members,
            Err(_) => self.meta.structure.is_none() && !self.meta.is_public_jwk(),
        }
    }
}

/// Key material.
#[derive(Clone, Debug)]
pub enum Key {
    Secret(Secret),
    Rsa(RsaKey),
    Ec(Box<EcKey>),
    Ed25519(Box<EdKey>),
}

/// What a key says about itself; only a JWK says more than its structure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The structure of the DER, where it came as DER.
    pub structure: Option<Structure>,
    /// An RSA key for PSS alone (id-RSASSA-PSS, RFC 4055 section 1.2).
    pub pss_only: bool,
    /// `kid` (RFC 7517 section 4.5).
    pub kid: Option<String>,
    /// `use` (RFC 7517 section 4.2).
    pub public_key_use: Option<String>,
    /// `key_ops` (RFC 7517 section 4.3).
    pub key_ops: Option<Vec<String>>,
    /// `alg` (RFC 7517 section 4.4).
    pub alg: Option<String>,
    /// It came as a JWK.
    pub is_jwk: bool,
    /// The JWK has members that only a secret or private key has, whether they can be read or not.
    pub has_private_members: bool,
    /// The first certificate of the JWK's `x5c` is that of another key (RFC 7517 section 4.7).
    pub other_certificate: bool,
    /// The certificate it came in, or the first of the JWK's `x5c`.
    pub certificate: Option<Box<Certificate>>,
    /// Members of the JWK that are read although they are not strict base64url.
    pub not_base64url: Vec<&'static str>,
}

impl Meta {
    /// A JWK without members that are to be kept secret.
    fn is_public_jwk(&self) -> bool {
        self.is_jwk && !self.has_private_members
    }
}

/// A DER structure that holds a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Structure {
    /// SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7).
    Spki,
    /// RSAPublicKey (RFC 8017 appendix A.1.1).
    Pkcs1Public,
    /// RSAPrivateKey (RFC 8017 appendix A.1.2).
    Pkcs1Private,
    /// PrivateKeyInfo (RFC 5208), OneAsymmetricKey (RFC 5958).
    Pkcs8,
    /// ECPrivateKey (RFC 5915).
    Sec1,
    /// Certificate (RFC 5280 section 4.1).
    Certificate,
}

/// Why there is no key.
#[derive(Clone, Debug, PartialEq)]
pub enum KeyError {
    /// Longer than [`MAX_LENGTH`].
    TooLong { length: usize },
    /// The text holds half a character (a lone surrogate), which is no text.
    HalfCharacter,
    /// The end of a PEM block without its beginning.
    PemWithoutBegin,
    /// A PEM block without its END line.
    PemWithoutEnd { label: String },
    /// A character in PEM that is not of base64; `line` counts from 1 at the BEGIN line.
    PemCharacter {
        label: String,
        line: usize,
        found: char,
    },
    /// The base64 of a PEM block ends in the middle of a byte.
    PemBase64 { label: String },
    /// A PEM block for something else.
    PemLabel { label: String },
    /// Encrypted with a password.
    Encrypted,
    /// Bytes that are no DER of the structure, with the parser's reason.
    Der {
        structure: Structure,
        /// They end too early.
        is_cut: bool,
        reason: String,
    },
    /// A key of an algorithm that is not supported here.
    Oid { oid: String },
    /// OpenSSH's own form (RFC 4253 section 6.6).
    Ssh { kind: String },
    /// Looks like a JWK, but is not JSON.
    NotJson {
        error: json::Error,
        /// Line and column in the key box, both from 1.
        position: (usize, usize),
    },
    /// A name stands twice in the JWK or set.
    DuplicateMember { name: String },
    /// A JWK's member is no list of strings.
    NotAList { name: &'static str },
    /// An element of a set is no object.
    NotAnObject,
    /// A JWK lacks a member.
    Missing { name: &'static str },
    /// A JWK's member is no string.
    NotAString { name: &'static str },
    /// A JWK's member is not base64url.
    Base64url {
        name: &'static str,
        error: base64url::Error,
    },
    /// A JWK's member has another length, in bytes.
    Size {
        name: &'static str,
        wanted: usize,
        found: usize,
    },
    /// `kty` is none of oct, RSA, EC, OKP.
    UnknownType { kty: String },
    /// `crv` is none that is supported.
    UnknownCurve { crv: String },
    /// The numbers are no RSA key.
    Rsa(RsaKeyError),
    /// The point is not on the curve.
    NotOnCurve { curve: &'static str },
    /// An Ed25519 key of small order.
    SmallOrder,
    /// A secret of no bytes.
    EmptySecret,
}

impl KeyInput {
    /// Reads the content of a key box. `encoding` says how a plain secret is written; every other form
    /// is told by its content.
    pub fn read(text: &str, encoding: SecretEncoding) -> Self {
        if text.is_empty() {
            return Self::Empty;
        }
        if text.len() > MAX_LENGTH {
            return Self::Unreadable(KeyError::TooLong { length: text.len() });
        }
        jwk::recognise(text)
            .or_else(|| pem::recognise(text))
            .or_else(|| ssh(text))
            .or_else(|| pem::recognise_encoded(text))
            .or_else(|| der::recognise_bare(text))
            .unwrap_or_else(|| Self::Secret {
                key: secret::read(text, encoding).map(Key::Secret),
                encoding,
            })
    }

    /// The key, where it is exactly one.
    pub fn single(&self) -> Option<&Key> {
        match self {
            Self::Keys(ring) => match ring.entries.as_slice() {
                [Entry { key: Ok(key), .. }] => Some(key),
                _ => None,
            },
            Self::Secret { key: Ok(key), .. } => Some(key),
            _ => None,
        }
    }

    /// What was said of the key, where it is exactly one and no secret.
    pub fn single_meta(&self) -> Option<&Meta> {
        match self {
            Self::Keys(ring) => match ring.entries.as_slice() {
                [entry] => Some(&entry.meta),
                _ => None,
            },
            _ => None,
        }
    }

    fn ring(form: RingForm, entries: Vec<Entry>, left_out: usize) -> Self {
        Self::Keys(KeyRing {
            form,
            entries,
            left_out,
        })
    }
}

/// A public key as OpenSSH or RFC 4716 writes it.
fn ssh(text: &str) -> Option<KeyInput> {
    let unreadable = |kind: &str| {
        KeyInput::Unreadable(KeyError::Ssh {
            kind: kind.to_owned(),
        })
    };
    if text.contains("---- BEGIN SSH2 PUBLIC KEY") {
        return Some(unreadable("SSH2"));
    }
    let mut words = text.split_whitespace();
    let kind = words.next()?;
    let known = ["ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-"];
    let is_key =
        known.iter().any(|prefix| kind.starts_with(prefix)) && words.next()?.starts_with("AAAA");
    is_key.then(|| unreadable(kind))
}

impl Key {
    /// What kind of key it is.
    pub fn key_type(&self) -> KeyType {
        match self {
            Self::Secret(_) => KeyType::Secret,
            Self::Rsa(_) => KeyType::Rsa,
            Self::Ec(key) => KeyType::Ec(key.curve()),
            Self::Ed25519(_) => KeyType::Ed25519,
        }
    }

    /// Whether it can sign: a secret, or a private half.
    pub fn can_sign(&self) -> bool {
        match self {
            Self::Secret(_) => true,
            Self::Rsa(key) => key.is_private(),
            Self::Ec(key) => key.is_private(),
            Self::Ed25519(key) => key.is_private(),
        }
    }

    /// Its size in bits: of the secret, the modulus, the coordinates.
    pub fn bits(&self) -> usize {
        match self {
            Self::Secret(secret) => secret.bits(),
            Self::Rsa(key) => key.bits(),
            Self::Ec(key) if key.curve().size() == 66 => 521,
            Self::Ec(key) => key.curve().size() * 8,
            Self::Ed25519(_) => 256,
        }
    }
}
