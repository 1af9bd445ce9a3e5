//! Verification after RFC 7515 section 5.2, over the characters as they were pasted.

use super::alg::{AlgName, Algorithm};
use super::base64url;
use super::crypto::{Malformed, Outcome, ecdsa, hmac, rsa};
use super::header::{CritError, HeaderError, UnverifiedHeader};
use super::key::{Key, KeyInput};
use super::selection::{Candidate, KeyPlace, KeyProblem, Purpose, select};
use super::token::{Cut, Jws, Source, Token};
use super::verdict::{PolicyCheck, Verdict, format, time};

/// What the person asks for, beyond the standard.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Policy {
    /// The algorithm that is required; `None` takes what the header says.
    pub required: Option<Algorithm>,
    /// Tolerance for clocks that differ, in seconds.
    pub skew: f64,
}

/// The signature check.
#[derive(Clone, Debug, PartialEq)]
pub enum SignatureCheck {
    /// No token, so nothing to check.
    Nothing,
    /// A conforming verifier that trusts this key accepts.
    Verified(Verified),
    /// Computed over these characters with this key, it does not hold.
    Mismatch(Mismatch),
    /// The signature cannot be one of this algorithm, whatever the key; of RSA, none of this key.
    Malformed(SignatureFlaw),
    /// The payload is not base64url, so that nobody can compute over it.
    PayloadMalformed(base64url::Error),
    /// There is no signature.
    Missing,
    /// `alg` is `none` (RFC 8725 section 3.2).
    AlgNone,
    /// Another algorithm is required than the header names.
    AlgNotAllowed { required: Algorithm, found: AlgName },
    /// `crit` makes every verifier reject.
    Crit(CritError),
    /// The header is none.
    Header(HeaderError),
    /// The header names no algorithm.
    AlgMissing,
    /// It is encrypted; its algorithm is one of key management, none of which is supported.
    Encrypted,
    /// An algorithm that cannot be checked here.
    AlgUnsupported { name: String, registered: bool },
    /// A serialization whose signatures are not checked here.
    SerializationUnsupported,
    /// The key is missing or does not fit.
    Key(KeyProblem),
}

/// Proof that a signature was verified, by which key. Only [`signature`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    alg: Algorithm,
    key: TriedKey,
    tried: usize,
}

impl Verified {
    /// The algorithm.
    pub fn algorithm(&self) -> Algorithm {
        self.alg
    }

    /// The key that matched.
    pub fn key(&self) -> &TriedKey {
        &self.key
    }

    /// How many keys were tried, this one included.
    pub fn tried(&self) -> usize {
        self.tried
    }
}

/// A signature that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    pub alg: Algorithm,
    /// The payload is empty: it may travel apart from the token (RFC 7515 appendix F).
    pub without_payload: bool,
    /// The right signature, where whoever verifies can compute it (HMAC).
    pub expected: Option<Vec<u8>>,
    /// The signature in the token.
    pub found: Vec<u8>,
    /// Every key that was tried.
    pub tried: Vec<TriedKey>,
}

/// A key that was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TriedKey {
    /// Its place among the pasted keys, from 0.
    pub index: usize,
    /// How many were pasted together.
    pub of: usize,
    pub kid: Option<String>,
}

/// Why a signature is malformed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureFlaw {
    Base64url(base64url::Error),
    Cut(Cut),
    Shape {
        alg: Algorithm,
        malformed: Malformed,
    },
}

/// The four checks of a token at a time `now`, in seconds since 1970-01-01 UTC.
pub fn verify(source: &Source, key: &KeyInput, policy: &Policy, now: f64) -> Verdict {
    Verdict {
        format: format(source),
        signature: signature(source, key, policy.required),
        time: time(source, now, policy.skew),
        policy: PolicyCheck::NotChecked,
    }
}

/// The signature check alone; time does not enter.
pub fn signature(source: &Source, key: &KeyInput, required: Option<Algorithm>) -> SignatureCheck {
    match &source.token {
        Token::Jws(jws) => of_jws(jws, &source.cleaned.text, key, required),
        Token::Empty | Token::TooLong { .. } | Token::Other { .. } => SignatureCheck::Nothing,
        Token::Jwe(jwe) => encrypted(&jwe.header),
        Token::SdJwt(_) | Token::Json(_) => SignatureCheck::SerializationUnsupported,
    }
}

fn encrypted(header: &Result<UnverifiedHeader, HeaderError>) -> SignatureCheck {
    match header {
        Ok(header) if header.alg.is_some() => SignatureCheck::Encrypted,
        Ok(_) => SignatureCheck::AlgMissing,
        Err(error) => SignatureCheck::Header(error.clone()),
    }
}

fn of_jws(jws: &Jws, text: &str, key: &KeyInput, required: Option<Algorithm>) -> SignatureCheck {
    match prepare(jws, required) {
        Ok((header, alg, signature)) => with_keys(jws, text, key, header, alg, signature),
        Err(check) => check,
    }
}

/// What can be said without a key: header, algorithm and the form of the signature.
fn prepare(
    jws: &Jws,
    required: Option<Algorithm>,
) -> Result<(&UnverifiedHeader, Algorithm, &[u8]), SignatureCheck> {
    let header = jws
        .header
        .as_ref()
        .map_err(|error| SignatureCheck::Header(error.clone()))?;
    header.check_crit().map_err(SignatureCheck::Crit)?;
    let is_missing = jws.signature_part.span.is_empty();
    let alg = allowed(header, required).map_err(|check| match check {
        // Whatever the algorithm may be: there is nothing that it could check.
        SignatureCheck::AlgUnsupported { .. } if is_missing => SignatureCheck::Missing,
        check => check,
    })?;
    if let Err(error) = &jws.payload_part.decoded {
        return Err(SignatureCheck::PayloadMalformed(error.clone()));
    }
    if is_missing {
        return Err(SignatureCheck::Missing);
    }
    let signature = jws.signature_part.decoded.as_ref().map_err(|error| {
        let flaw = match jws.cut_signature() {
            Some(cut) => SignatureFlaw::Cut(cut),
            None => SignatureFlaw::Base64url(error.clone()),
        };
        SignatureCheck::Malformed(flaw)
    })?;
    check_form(alg, signature)?;
    Ok((header, alg, signature))
}

fn allowed(
    header: &UnverifiedHeader,
    required: Option<Algorithm>,
) -> Result<Algorithm, SignatureCheck> {
    match (&header.alg, required) {
        (None, _) => Err(SignatureCheck::AlgMissing),
        (Some(AlgName::None), _) => Err(SignatureCheck::AlgNone),
        (Some(AlgName::Supported(alg)), Some(required)) if *alg == required => Ok(*alg),
        (Some(found), Some(required)) => Err(SignatureCheck::AlgNotAllowed {
            required,
            found: found.clone(),
        }),
        (Some(AlgName::Supported(alg)), None) => Ok(*alg),
        (Some(AlgName::Unsupported { name, registered }), None) => {
            Err(SignatureCheck::AlgUnsupported {
                name: name.clone(),
                registered: *registered,
            })
        }
    }
}

fn check_form(alg: Algorithm, signature: &[u8]) -> Result<(), SignatureCheck> {
    let found = signature.len();
    let form = match (alg, alg.signature_size()) {
        (Algorithm::Es(curve), _) => ecdsa::check_form(curve, signature),
        (_, Some(wanted)) if wanted != found => Err(Malformed::Length { wanted, found }),
        _ => Ok(()),
    };
    form.map_err(|malformed| shape(alg, malformed))
}

fn shape(alg: Algorithm, malformed: Malformed) -> SignatureCheck {
    SignatureCheck::Malformed(SignatureFlaw::Shape { alg, malformed })
}

fn with_keys(
    jws: &Jws,
    text: &str,
    input: &KeyInput,
    header: &UnverifiedHeader,
    alg: Algorithm,
    signature: &[u8],
) -> SignatureCheck {
    let selection = match select(input, alg, header, Purpose::Verify) {
        Ok(selection) => selection,
        Err(problem) => return SignatureCheck::Key(problem),
    };
    let message = jws.signing_input(text);
    match (
        try_each(&selection.candidates, alg, message, signature),
        selection.doubt,
    ) {
        (verified @ SignatureCheck::Verified(_), _) => verified,
        (_, Some(doubt)) => SignatureCheck::Key(doubt),
        (failed, None) => failed,
    }
}

fn try_each(
    candidates: &[Candidate],
    alg: Algorithm,
    message: &[u8],
    signature: &[u8],
) -> SignatureCheck {
    let mut right = None;
    let mut malformed = None;
    for (count, candidate) in candidates.iter().enumerate() {
        match verify_with(candidate.key, alg, message, signature) {
            Outcome::Holds => {
                return SignatureCheck::Verified(Verified {
                    alg,
                    key: candidate.place.into(),
                    tried: count + 1,
                });
            }
            Outcome::Differs { expected } => right = Some(right.flatten().or(expected)),
            Outcome::Malformed(why) => malformed = Some(why),
        }
    }
    match (right, malformed) {
        (None, Some(malformed)) => shape(alg, malformed),
        (right, _) => SignatureCheck::Mismatch(Mismatch {
            alg,
            without_payload: message.ends_with(b"."),
            expected: right.flatten(),
            found: signature.to_vec(),
            tried: candidates
                .iter()
                .map(|candidate| candidate.place.into())
                .collect(),
        }),
    }
}

/// The mathematics alone: whether a signature is one of a message by a key, whatever a header says. No verification
/// of a token, for which [`signature`] is there.
pub fn holds(key: &Key, alg: Algorithm, message: &[u8], signature: &[u8]) -> bool {
    verify_with(key, alg, message, signature) == Outcome::Holds
}

fn verify_with(key: &Key, alg: Algorithm, message: &[u8], signature: &[u8]) -> Outcome {
    match (key, alg) {
        (Key::Secret(secret), Algorithm::Hs(hash)) => {
            hmac::verify(hash, secret, message, signature)
        }
        (Key::Rsa(key), Algorithm::Rs(hash)) => {
            key.verify(rsa::Scheme::Pkcs1, hash, message, signature)
        }
        (Key::Rsa(key), Algorithm::Ps(hash)) => {
            key.verify(rsa::Scheme::Pss, hash, message, signature)
        }
        (Key::Ec(key), Algorithm::Es(_)) => key.verify(message, signature),
        (Key::Ed25519(key), Algorithm::Ed25519) => key.verify(message, signature),
        // Selection only lets through keys of the algorithm's type.
        _ => Outcome::Differs { expected: None },
    }
}

impl From<KeyPlace<'_>> for TriedKey {
    fn from(place: KeyPlace<'_>) -> Self {
        Self {
            index: place.index,
            of: place.of,
            kid: place.kid.map(str::to_owned),
        }
    }
}
