//! What can be changed about a token and its key, and what can be said of them.

use super::form::Form;
use crate::jose::{Algorithm, SecretEncoding};
use zeroize::Zeroizing;

/// What to put in place of what was given; `None` leaves it. The key is redacted in `Debug`.
#[derive(Clone, Default, PartialEq)]
pub struct Inputs {
    pub token: Option<String>,
    pub key: Option<Zeroizing<String>>,
    pub encoding: Option<SecretEncoding>,
    /// No algorithm is required any more: the header's is taken.
    pub any_algorithm: bool,
}

impl Inputs {
    /// Another token.
    pub fn token(text: String) -> Self {
        Self {
            token: Some(text),
            ..Self::default()
        }
    }

    /// Another key.
    pub fn key(text: Zeroizing<String>) -> Self {
        Self {
            key: Some(text),
            ..Self::default()
        }
    }

    /// These, and of the others what these leave.
    pub(super) fn over(self, others: &Self) -> Self {
        Self {
            token: self.token.or_else(|| others.token.clone()),
            key: self.key.or_else(|| others.key.clone()),
            encoding: self.encoding.or(others.encoding),
            any_algorithm: self.any_algorithm || others.any_algorithm,
        }
    }
}

impl std::fmt::Debug for Inputs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Inputs")
            .field("token", &self.token)
            .field("key", &self.key.as_ref().map(|_| "redacted"))
            .field("encoding", &self.encoding)
            .field("any_algorithm", &self.any_algorithm)
            .finish()
    }
}

/// A change after which the signature was verified.
#[derive(Clone, Debug, PartialEq)]
pub struct Cure {
    /// One change, or few that are needed together.
    pub changes: Vec<Change>,
    /// How to make them.
    pub apply: Inputs,
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The required algorithm is required no more.
    AnyAlgorithm { required: Algorithm },
    /// Characters that no token has are taken off it, or written as base64url has them.
    Characters(Vec<Stray>),
    /// The secret is read in another encoding.
    Encoding(SecretEncoding),
    /// The secret is another text.
    Secret(SecretText),
    /// A key that was not tried when the token was verified.
    OtherKey {
        /// Its place among the pasted keys, from 0; `None` where it is the only one.
        index: Option<usize>,
        kid: Option<String>,
        kept_out: KeptOut,
    },
    /// The key or certificate alone, without what was around it.
    BareKey,
    /// The signature is written in the form that JOSE wants.
    Signature(SignatureForm),
    /// Its last characters.
    SignatureEnd(SignatureEnd),
    /// The `nonce` of the header is put in as its hash.
    HashedNonce,
    /// The header is written as it was when it was signed.
    Header(Form),
    /// The payload is written as it was when it was signed.
    Payload(Form),
}

/// Why a key was not tried.
#[derive(Clone, Debug, PartialEq)]
pub enum KeptOut {
    /// The header's `kid`, which is this one, asks for another.
    Kid(String),
    /// The key says that it is not for this: by `use`, `key_ops`, `alg`, or as a key for RSA PSS alone.
    Restriction,
    /// There are too many keys to try them all.
    Number,
}

/// Characters that do not belong into a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stray {
    /// White space, line breaks written as `\n`, and invisible characters.
    Blank,
    /// `%2B`, `%2F`, `%3D`.
    Percent,
    /// `+` and `/`, of the standard alphabet.
    Standard,
    /// `=`.
    Padding,
    /// Anything else at its beginning or end.
    Around,
}

/// What is left or made of the text of a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretText {
    WithoutFinalLineBreak,
    Trimmed,
    WithFinalLineBreak,
    WithFinalCrLf,
    /// Without quotes around it.
    Unquoted,
    /// With `\n` as a line break.
    Unescaped,
    /// What follows `NAME=` or `name:`.
    Value,
    /// With `%2B` and the like as the characters they stand for.
    PercentDecoded,
    /// The text of a JWK's `k`, and not the bytes that it stands for.
    TextOfK,
}

/// How the signature is written in the token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureForm {
    /// ECDSA in DER.
    Der,
    /// s before r.
    Swapped,
    /// A number without its leading zeros, or with one too many.
    Unpadded,
    /// In hexadecimal.
    Hex,
    /// In base64 twice.
    Twice,
}

/// What became of the end of the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureEnd {
    /// The last character stands twice.
    Doubled,
    /// There are more characters than a signature has.
    TooMany { extra: usize },
    /// Characters are missing.
    Missing { missing: usize },
    /// The last character has bits that belong to no byte.
    UnusedBits,
}

/// Something that is known, and that no change can mend for a verifier.
#[derive(Clone, Debug, PartialEq)]
pub enum Explanation {
    /// Proven: the signature is one of another algorithm than the header names.
    SignedAs {
        alg: Algorithm,
        /// The `alg` of the header, as it is written there.
        header: Option<String>,
        /// How the secret has to be read for that, where it is not as it was chosen.
        encoding: Option<SecretEncoding>,
    },
    /// Proven: the text of the key was used as the secret of an HMAC.
    KeyAsSecret { alg: Algorithm, public: bool },
    /// Proven: the signature is over base64 as JOSE does not write it.
    SignedOver { standard: bool, padding: bool },
    /// Microsoft's tokens for Graph have a `nonce` whose hash was signed.
    GraphNonce,
    /// The signature has fewer characters than every one of this algorithm (or this RSA key).
    Short {
        alg: Algorithm,
        found: usize,
        wanted: usize,
    },
}

/// A kind of change that is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    AnyAlgorithm,
    Characters,
    Encoding,
    SecretText,
    TextOfK,
    SignatureEnd,
    SignatureForm,
    OtherKey,
    BareKey,
    OtherAlgorithm,
    KeyAsSecret,
    SignedOver,
    HashedNonce,
    Payload,
    Header,
}
