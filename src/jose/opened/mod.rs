//! A signature opened up: what its bytes stand for, each piece beside what it had to be.

mod ecdsa;
mod rsa;

pub use ecdsa::{Ecdsa, Form, Number};
pub use rsa::{Pkcs1, Pss, padding};

use super::alg::{AlgName, Algorithm};
use super::crypto::rsa::RsaKey;
use super::crypto::{eddsa, hmac};
use super::header::UnverifiedHeader;
use super::key::{Key, KeyInput};
use super::selection::{Candidate, Purpose, select};
use super::token::{Source, Token};
use super::verify::{SignatureCheck, SignatureFlaw, TriedKey};

/// A signature, and what is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// What the header names, if it is supported.
    pub alg: Option<Algorithm>,
    /// The key it was opened with: the one that verifies it, else the first that fits.
    pub key: Option<TriedKey>,
    /// Its bytes; what they most likely are, where they are not base64url.
    pub carried: Vec<u8>,
    /// How many bytes it has to have; `None` where that depends on what is not known.
    pub wanted: Option<usize>,
    pub inside: Inside,
}

/// What is in a signature.
#[derive(Clone, Debug, PartialEq)]
pub enum Inside {
    /// It could not be taken apart.
    Closed(Closed),
    /// The MAC that the secret gives; it has to be the one that is carried.
    Hmac {
        computed: Vec<u8>,
    },
    Pkcs1(Pkcs1),
    Pss(Pss),
    /// What the public operation of RSA gave is no padding of the algorithm: noise, as another key gives.
    Noise {
        block: Vec<u8>,
    },
    Ecdsa(Ecdsa),
    Ed25519(Ed25519),
}

/// Why a signature was not taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// A verifier stops before it: at the header, the algorithm, or what is no base64url.
    Refused,
    /// There is no key to open it with.
    NoKey,
    /// It has another length than a signature of the algorithm and the key.
    Length,
    /// It is a number that is not below the modulus (RFC 8017 section 5.2.2).
    NotBelowModulus,
}

/// A piece of a signature, and what it had to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub found: Vec<u8>,
    pub expected: Vec<u8>,
}

/// R and S (RFC 8032 section 5.1.6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ed25519 {
    pub r: Vec<u8>,
    /// R is a point of the curve.
    pub r_on_curve: bool,
    pub s: Vec<u8>,
    /// S is below the order of the base point.
    pub s_in_range: bool,
    /// The point that a verifier computes with the key is R, as it has to be; `None` where that was not tried.
    pub leads_to_r: Option<bool>,
}

impl Piece {
    /// Whether it is what it had to be.
    pub fn holds(&self) -> bool {
        self.found == self.expected
    }
}

/// Opens the signature of a token with the key its check was made with. `check` is what `verify` said of this
/// token and these keys. `None` where there is no JWS in compact serialization.
pub fn open(source: &Source, input: &KeyInput, check: &SignatureCheck) -> Option<Opened> {
    let Token::Jws(jws) = &source.token else {
        return None;
    };
    let header = jws.header.as_ref().ok();
    let alg = header.and_then(|header| match header.alg {
        Some(AlgName::Supported(alg)) => Some(alg),
        _ => None,
    });
    let text = &source.cleaned.text;
    let mut opened = Opened {
        alg,
        key: None,
        carried: jws.signature_part.shown_bytes(text),
        wanted: alg.and_then(Algorithm::signature_size),
        inside: Inside::Closed(Closed::Refused),
    };
    if let (Some(header), Some(alg), false) = (header, alg, is_refused(check)) {
        let candidate = chosen(input, alg, header, check);
        opened.key = candidate.map(|candidate| candidate.place.into());
        let key = candidate.map(|candidate| candidate.key);
        if let Some(Key::Rsa(key)) = key {
            opened.wanted = Some(key.size());
        }
        opened.inside = inside(alg, key, jws.signing_input(text), &opened.carried);
        if let Inside::Ed25519(halves) = &mut opened.inside {
            halves.leads_to_r = holds(check);
        }
    }
    Some(opened)
}

/// Whether a verifier refuses before it comes to the bytes of the signature.
fn is_refused(check: &SignatureCheck) -> bool {
    !matches!(
        check,
        SignatureCheck::Verified(_)
            | SignatureCheck::Mismatch(_)
            | SignatureCheck::Key(_)
            | SignatureCheck::Malformed(SignatureFlaw::Shape { .. })
    )
}

/// Whether it verified; `None` where no key was tried.
fn holds(check: &SignatureCheck) -> Option<bool> {
    match check {
        SignatureCheck::Verified(_) => Some(true),
        SignatureCheck::Mismatch(_) => Some(false),
        _ => None,
    }
}

/// The key that verified, else the first that fits.
fn chosen<'a>(
    input: &'a KeyInput,
    alg: Algorithm,
    header: &UnverifiedHeader,
    check: &SignatureCheck,
) -> Option<Candidate<'a>> {
    let candidates = select(input, alg, header, Purpose::Verify).ok()?.candidates;
    let verified = match check {
        SignatureCheck::Verified(verified) => Some(verified.key().index),
        _ => None,
    };
    let that = |candidate: &&Candidate| Some(candidate.place.index) == verified;
    let found = candidates.iter().find(that).or(candidates.first());
    found.copied()
}

fn inside(alg: Algorithm, key: Option<&Key>, message: &[u8], carried: &[u8]) -> Inside {
    match (alg, key) {
        (Algorithm::Hs(hash), Some(Key::Secret(secret))) => Inside::Hmac {
            computed: hmac::sign(hash, secret, message),
        },
        (Algorithm::Rs(_) | Algorithm::Ps(_), Some(Key::Rsa(key))) => {
            of_rsa(alg, key, message, carried)
        }
        (Algorithm::Es(curve), key) => {
            let key = match key {
                Some(Key::Ec(key)) => Some(&**key),
                _ => None,
            };
            ecdsa::open(curve, key, message, carried)
                .map_or(Inside::Closed(Closed::Length), Inside::Ecdsa)
        }
        (Algorithm::Ed25519, _) => of_ed25519(carried),
        _ => Inside::Closed(Closed::NoKey),
    }
}

fn of_rsa(alg: Algorithm, key: &RsaKey, message: &[u8], carried: &[u8]) -> Inside {
    if carried.len() != key.size() {
        return Inside::Closed(Closed::Length);
    }
    let Some(block) = key.open(carried) else {
        return Inside::Closed(Closed::NotBelowModulus);
    };
    let found = match alg {
        Algorithm::Rs(hash) => rsa::pkcs1(&block, hash, message).map(Inside::Pkcs1),
        Algorithm::Ps(hash) => rsa::pss(&block, key.bits(), hash, message).map(Inside::Pss),
        _ => None,
    };
    found.unwrap_or(Inside::Noise { block })
}

fn of_ed25519(carried: &[u8]) -> Inside {
    match carried.split_at_checked(32) {
        Some((r, s)) if s.len() == 32 => Inside::Ed25519(Ed25519 {
            r: r.to_vec(),
            r_on_curve: eddsa::is_on_curve(r),
            s: s.to_vec(),
            s_in_range: eddsa::is_in_range(s),
            leads_to_r: None,
        }),
        _ => Inside::Closed(Closed::Length),
    }
}
