//! Signing again: the same header and payload, character for character, under a new signature
//! (RFC 7515 section 5.1).

use super::alg::{AlgName, Algorithm};
use super::base64url;
use super::crypto::{Seed, SignFailure, hmac, rsa};
use super::header::HeaderError;
use super::key::{Key, KeyInput};
use super::selection::{KeyProblem, Purpose, select};
use super::token::{Jws, Source, Token};

/// Why a token cannot be signed.
#[derive(Clone, Debug, PartialEq)]
pub enum SignError {
    /// It is no compact JWS.
    NotAJws,
    Header(HeaderError),
    /// The payload is not base64url.
    Payload(base64url::Error),
    AlgMissing,
    /// `none` means that there is no signature.
    AlgNone,
    AlgUnsupported {
        name: String,
    },
    Key(KeyProblem),
    Failed(SignFailure),
}

/// A token and a key that can sign it.
#[derive(Clone, Copy, Debug)]
pub struct Signer<'a> {
    source: &'a Source,
    jws: &'a Jws,
    alg: Algorithm,
    key: &'a Key,
}

impl<'a> Signer<'a> {
    /// Finds the key that can sign a token with the algorithm of its header.
    ///
    /// # Errors
    /// See [`SignError`].
    pub fn new(source: &'a Source, input: &'a KeyInput) -> Result<Self, SignError> {
        let Token::Jws(jws) = &source.token else {
            return Err(SignError::NotAJws);
        };
        let header = jws
            .header
            .as_ref()
            .map_err(|error| SignError::Header(error.clone()))?;
        if let Err(error) = &jws.payload_part.decoded {
            return Err(SignError::Payload(error.clone()));
        }
        let alg = match &header.alg {
            Some(AlgName::Supported(alg)) => *alg,
            Some(AlgName::None) => return Err(SignError::AlgNone),
            Some(AlgName::Unsupported { name, .. }) => {
                return Err(SignError::AlgUnsupported { name: name.clone() });
            }
            None => return Err(SignError::AlgMissing),
        };
        let selection = select(input, alg, header, Purpose::Sign).map_err(SignError::Key)?;
        let mut candidates = selection.candidates.iter();
        let able = candidates.find(|candidate| candidate.key.can_sign());
        let key = able
            .ok_or(SignError::Failed(SignFailure::NoPrivateHalf))?
            .key;
        Ok(Self {
            source,
            jws,
            alg,
            key,
        })
    }

    /// The algorithm it signs with.
    pub fn algorithm(self) -> Algorithm {
        self.alg
    }

    /// Whether signing takes so long that it does not belong on the thread of a page.
    pub fn is_slow(self) -> bool {
        matches!(self.alg, Algorithm::Rs(_) | Algorithm::Ps(_))
    }

    /// The token under a new signature. `text` is the one the [`Source`] was read from; only its
    /// signature changes.
    ///
    /// # Errors
    /// [`SignError::Failed`].
    pub fn sign(self, text: &str, seed: Seed) -> Result<String, SignError> {
        let message = self.jws.signing_input(&self.source.cleaned.text);
        let signature = sign(self.key, self.alg, message, seed).map_err(SignError::Failed)?;
        let span = self
            .source
            .cleaned
            .source_span(self.jws.signature_part.span);
        let encoded = base64url::encode(&signature);
        Ok([&text[..span.start], &encoded, &text[span.end..]].concat())
    }
}

/// Signs a message.
///
/// # Errors
/// See [`SignFailure`].
pub fn sign(key: &Key, alg: Algorithm, message: &[u8], seed: Seed) -> Result<Vec<u8>, SignFailure> {
    match (key, alg) {
        (Key::Rsa(key), Algorithm::Rs(hash)) => key.sign(rsa::Scheme::Pkcs1, hash, message, seed),
        (Key::Rsa(key), Algorithm::Ps(hash)) => key.sign(rsa::Scheme::Pss, hash, message, seed),
        _ => sign_at_once(key, alg, message),
    }
}

/// Signs a message with an algorithm that takes neither randomness nor long: any but those of RSA.
///
/// # Errors
/// See [`SignFailure`].
pub fn sign_at_once(key: &Key, alg: Algorithm, message: &[u8]) -> Result<Vec<u8>, SignFailure> {
    match (key, alg) {
        (Key::Secret(secret), Algorithm::Hs(hash)) => Ok(hmac::sign(hash, secret, message)),
        (Key::Ec(key), Algorithm::Es(_)) => key.sign(message),
        (Key::Ed25519(key), Algorithm::Ed25519) => key.sign(message),
        // A key of another type, which selection does not let through.
        _ => Err(SignFailure::NoPrivateHalf),
    }
}
