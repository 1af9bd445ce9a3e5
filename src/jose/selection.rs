//! Which of the pasted keys may verify or sign a token: by `kid`, then by type, `use`, `key_ops` and
//! `alg` (RFC 7515 appendix D, RFC 7517 section 4).

use super::alg::{Algorithm, KeyType};
use super::header::UnverifiedHeader;
use super::key::{
    Entry, Key, KeyError, KeyInput, KeyRing, Meta, RingForm, SecretEncoding, SecretError,
};

/// What a key is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Verify,
    Sign,
}

/// A key that fits.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    pub key: &'a Key,
    pub place: KeyPlace<'a>,
}

/// Where a key stands in what was pasted.
#[derive(Clone, Copy, Debug)]
pub struct KeyPlace<'a> {
    /// From 0.
    pub index: usize,
    /// How many keys were pasted together.
    pub of: usize,
    pub kid: Option<&'a str>,
}

/// Why no key can be used: something is missing or does not fit, which says nothing of the token.
#[derive(Clone, Debug, PartialEq)]
pub enum KeyProblem {
    /// Nothing was pasted.
    Missing,
    /// Nothing was pasted, and the token brings a key of its own, in this header parameter.
    SelfAsserted { parameter: &'static str },
    /// A known form without a key in it.
    Unreadable(KeyError),
    /// A secret that is not written in the chosen encoding.
    SecretUnreadable {
        encoding: SecretEncoding,
        error: SecretError,
    },
    /// Plain text, where a public key is wanted.
    PlainText { wanted: KeyType },
    /// A key of another type or curve.
    WrongType { wanted: KeyType, found: KeyType },
    /// The key says itself that it is not for this.
    NotForThis(Restriction),
    /// A set without a key that fits; why each was left out.
    NoMatch {
        kid: Option<String>,
        refused: Vec<Refusal>,
    },
}

/// What a JWK says it is for (RFC 7517 sections 4.2 to 4.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Restriction {
    Use {
        found: String,
    },
    KeyOps {
        found: Vec<String>,
    },
    Alg {
        found: String,
        wanted: &'static str,
    },
    /// Its algorithm identifier is for RSASSA-PSS alone (RFC 4055 section 1.2).
    PssOnly,
}

/// A key of a set that was left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    pub index: usize,
    pub kid: Option<String>,
    pub reason: Reason,
}

/// Why a key of a set was left out.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    OtherKid,
    /// It was tried, and the signature does not match.
    Differs,
    /// There are too many to try them all.
    NotTried,
    Unreadable(KeyError),
    WrongType {
        found: KeyType,
    },
    NotForThis(Restriction),
}

/// The keys that fit a token.
#[derive(Clone, Debug)]
pub struct Selection<'a> {
    /// In the order in which they were pasted, [`MAX_TRIED`] at the most.
    pub candidates: Vec<Candidate<'a>>,
    /// What to answer if none of them verifies, where that proves nothing: the right key may be one that
    /// could not be read, is not in the set, or was left out.
    pub doubt: Option<KeyProblem>,
}

/// Keys that are tried for one signature.
const MAX_TRIED: usize = 50;

/// The keys that fit a token.
///
/// # Errors
/// Why there is none.
pub fn select<'a>(
    input: &'a KeyInput,
    alg: Algorithm,
    header: &UnverifiedHeader,
    purpose: Purpose,
) -> Result<Selection<'a>, KeyProblem> {
    match input {
        KeyInput::Empty => Err(match header.own_key() {
            Some(parameter) => KeyProblem::SelfAsserted { parameter },
            None => KeyProblem::Missing,
        }),
        KeyInput::Unreadable(error) => Err(KeyProblem::Unreadable(error.clone())),
        KeyInput::Secret { key, encoding } => plain_secret(key, *encoding, alg),
        KeyInput::Keys(ring) => of_ring(ring, alg, header.kid.as_deref(), purpose),
    }
}

fn plain_secret(
    key: &Result<Key, SecretError>,
    encoding: SecretEncoding,
    alg: Algorithm,
) -> Result<Selection<'_>, KeyProblem> {
    if alg.key_type() != KeyType::Secret {
        return Err(KeyProblem::PlainText {
            wanted: alg.key_type(),
        });
    }
    let key = key.as_ref().map_err(|error| KeyProblem::SecretUnreadable {
        encoding,
        error: error.clone(),
    })?;
    let place = KeyPlace {
        index: 0,
        of: 1,
        kid: None,
    };
    Ok(Selection {
        candidates: vec![Candidate { key, place }],
        doubt: None,
    })
}

fn of_ring<'a>(
    ring: &'a KeyRing,
    alg: Algorithm,
    kid: Option<&str>,
    purpose: Purpose,
) -> Result<Selection<'a>, KeyProblem> {
    let is_set = ring.form == RingForm::JwkSet;
    let wanted_kid = kid.filter(|_| is_set);
    let same_kid = |entry: &Entry| entry.meta.kid.as_deref() == wanted_kid;
    let kid_known = wanted_kid.is_some() && ring.entries.iter().any(same_kid);
    let mut candidates = Vec::new();
    let mut refused = Vec::new();
    for (index, entry) in ring.entries.iter().enumerate() {
        // A key without a name may be the one that is asked for, unless another has that name.
        let named_otherwise = match wanted_kid {
            Some(_) if kid_known => !same_kid(entry),
            Some(_) => entry.meta.kid.is_some(),
            None => false,
        };
        let fitting = if named_otherwise {
            Err(Reason::OtherKid)
        } else {
            fit(entry, alg, purpose)
        };
        let kid = entry.meta.kid.as_deref();
        match fitting {
            Ok(key) => candidates.push(Candidate {
                key,
                place: KeyPlace {
                    index,
                    of: ring.entries.len(),
                    kid,
                },
            }),
            Err(reason) => refused.push(Refusal {
                index,
                kid: kid.map(str::to_owned),
                reason,
            }),
        }
    }
    if candidates.is_empty() {
        return Err(none_fits(is_set, kid, alg, refused));
    }
    let kid_missing = wanted_kid.is_some() && !kid_known;
    let left_out = candidates.len() > MAX_TRIED || ring.left_out > 0;
    let unread = |refusal: &Refusal| matches!(refusal.reason, Reason::Unreadable(_));
    let doubtful = kid_missing || left_out || refused.iter().any(unread);
    let doubt = doubtful.then(|| doubt(kid, &candidates, refused));
    candidates.truncate(MAX_TRIED);
    Ok(Selection { candidates, doubt })
}

/// The keys that were tried are refused too, once none of them verifies.
fn doubt(kid: Option<&str>, candidates: &[Candidate], mut refused: Vec<Refusal>) -> KeyProblem {
    let tried = candidates
        .iter()
        .enumerate()
        .map(|(count, candidate)| Refusal {
            index: candidate.place.index,
            kid: candidate.place.kid.map(str::to_owned),
            reason: if count < MAX_TRIED {
                Reason::Differs
            } else {
                Reason::NotTried
            },
        });
    for refusal in tried {
        let place = refused.partition_point(|before| before.index < refusal.index);
        refused.insert(place, refusal);
    }
    KeyProblem::NoMatch {
        kid: kid.map(str::to_owned),
        refused,
    }
}

fn fit(entry: &Entry, alg: Algorithm, purpose: Purpose) -> Result<&Key, Reason> {
    let key = entry
        .key
        .as_ref()
        .map_err(|error| Reason::Unreadable(error.clone()))?;
    let found = key.key_type();
    if found != alg.key_type() {
        return Err(Reason::WrongType { found });
    }
    restriction(key, &entry.meta, alg, purpose).map_or(Ok(key), |why| Err(Reason::NotForThis(why)))
}

/// What a key that fits by its type says against being used.
pub fn restriction(
    key: &Key,
    meta: &Meta,
    alg: Algorithm,
    purpose: Purpose,
) -> Option<Restriction> {
    if let Some(found) = meta.public_key_use.as_ref().filter(|found| *found != "sig") {
        return Some(Restriction::Use {
            found: found.clone(),
        });
    }
    if meta.pss_only && !matches!(alg, Algorithm::Ps(_)) {
        return Some(Restriction::PssOnly);
    }
    let is_pair = key.can_sign() && key.key_type() != KeyType::Secret;
    let wanted: &[&str] = match purpose {
        Purpose::Sign => &["sign"],
        // The operations of a private key name what it does; its public half verifies.
        Purpose::Verify if is_pair => &["verify", "sign"],
        Purpose::Verify => &["verify"],
    };
    if let Some(found) = &meta.key_ops
        && !found
            .iter()
            .any(|operation| wanted.contains(&operation.as_str()))
    {
        return Some(Restriction::KeyOps {
            found: found.clone(),
        });
    }
    let found = meta.alg.as_ref()?;
    (Algorithm::from_name(found) != Some(alg)).then(|| Restriction::Alg {
        found: found.clone(),
        wanted: alg.name(),
    })
}

/// Names the reason of a single key; tells the whole story of a set.
fn none_fits(is_set: bool, kid: Option<&str>, alg: Algorithm, refused: Vec<Refusal>) -> KeyProblem {
    match refused.as_slice() {
        [Refusal { reason, .. }] if !is_set => match reason.clone() {
            Reason::Unreadable(error) => return KeyProblem::Unreadable(error),
            Reason::NotForThis(why) => return KeyProblem::NotForThis(why),
            Reason::WrongType { found } => {
                return KeyProblem::WrongType {
                    wanted: alg.key_type(),
                    found,
                };
            }
            Reason::OtherKid | Reason::Differs | Reason::NotTried => {}
        },
        _ => {}
    }
    KeyProblem::NoMatch {
        kid: kid.map(str::to_owned),
        refused,
    }
}
