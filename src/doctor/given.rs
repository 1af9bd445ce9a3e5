//! What was given to be examined.

use super::change::{Change, Inputs};
use crate::jose::alg::AlgName;
use crate::jose::key::{Entry, Key};
use crate::jose::token::{Jws, Token};
use crate::jose::verify::{self, SignatureCheck};
use crate::jose::{Algorithm, KeyInput, SecretEncoding, Source};

/// A token and a key that do not go together.
pub struct Given<'a> {
    pub token: String,
    pub key: &'a str,
    pub encoding: SecretEncoding,
    pub required: Option<Algorithm>,
    pub source: Source,
    pub input: KeyInput,
    /// What had to be changed before anything else could be tried.
    pub changes: Vec<Change>,
    pub apply: Inputs,
}

/// The three parts of a compact JWS as they are written.
#[derive(Clone, Copy)]
pub struct Parts<'a> {
    pub header: &'a str,
    pub payload: &'a str,
    pub signature: &'a str,
}

impl Parts<'_> {
    pub fn with_signature(self, signature: &str) -> Inputs {
        Inputs::token([self.header, self.payload, signature].join("."))
    }
}

impl Given<'_> {
    pub fn check(&self) -> SignatureCheck {
        verify::signature(&self.source, &self.input, self.required)
    }

    pub fn jws(&self) -> Option<&Jws> {
        match &self.source.token {
            Token::Jws(jws) => Some(jws),
            _ => None,
        }
    }

    pub fn parts(&self) -> Option<Parts<'_>> {
        let jws = self.jws()?;
        let text = &self.source.cleaned.text;
        Some(Parts {
            header: jws.header_part.text(text),
            payload: jws.payload_part.text(text),
            signature: jws.signature_part.text(text),
        })
    }

    /// The algorithm of the header, where it is one that is supported.
    pub fn alg(&self) -> Option<Algorithm> {
        match self.jws()?.header.as_ref().ok()?.alg {
            Some(AlgName::Supported(alg)) => Some(alg),
            _ => None,
        }
    }

    /// Message and signature as they are, where the signature is base64url.
    pub fn signed(&self) -> Option<(&[u8], &[u8])> {
        let jws = self.jws()?;
        let signature = jws.signature_part.decoded.as_ref().ok()?;
        Some((jws.signing_input(&self.source.cleaned.text), signature))
    }

    /// The pasted keys that are not a plain secret.
    pub fn entries(&self) -> &[Entry] {
        match &self.input {
            KeyInput::Keys(ring) => &ring.entries,
            _ => &[],
        }
    }

    /// Every key that can be read, restrictions or not.
    pub fn keys(&self) -> impl Iterator<Item = &Key> {
        let secret = match &self.input {
            KeyInput::Secret { key, .. } => key.as_ref().ok(),
            _ => None,
        };
        let keys = self.entries().iter();
        secret
            .into_iter()
            .chain(keys.filter_map(|entry| entry.key.as_ref().ok()))
    }

    /// Makes changes for good: what is tried later is tried on top of them.
    pub fn change(&mut self, change: Change, inputs: Inputs) {
        self.apply = inputs.over(&self.apply);
        self.changes.push(change);
        if self.apply.any_algorithm {
            self.required = None;
        }
        if let Some(token) = &self.apply.token {
            self.token.clone_from(token);
            self.source = Source::read(token);
        }
    }
}
