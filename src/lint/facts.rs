//! What the rules look at, gathered once.

use super::asked_for::AskedFor;
use super::{Profile, Subject};
use crate::jose::alg::{AlgName, Algorithm};
use crate::jose::header::UnverifiedHeader;
use crate::jose::json::{Document, Type, Value};
use crate::jose::key::{Entry, Key, KeyError, KeyInput, KeyRing, RingForm};
use crate::jose::selection::{KeyProblem, Purpose, Reason, select};
use crate::jose::token::{Jws, Token};
use crate::jose::{Payload, Source};
use std::borrow::Cow;

/// A token taken apart for the rules.
pub struct Facts<'a> {
    pub subject: &'a Subject<'a>,
    pub source: &'a Source,
    /// The JWS whose signature counts.
    pub jws: Option<&'a Jws>,
    /// The header as JSON of any type, also where it breaks a rule.
    pub header: Option<Cow<'a, Document>>,
    /// The header, if it breaks none.
    pub strict: Option<&'a UnverifiedHeader>,
    /// The payload, if it is one of claims.
    pub claims: Option<&'a Document>,
    asked_for: AskedFor<'a>,
    pub alg: Option<AlgName>,
    /// `typ` in lower case, without `application/` (RFC 7515 section 4.1.9).
    pub typ: Option<String>,
    pub profile: Profile,
    /// Why the key that is meant for the token does not fit, and its place among the pasted ones.
    pub refusal: Option<(usize, Reason)>,
}

impl<'a> Facts<'a> {
    pub fn of(subject: &'a Subject<'a>) -> Self {
        let source = subject.source;
        let jws = source.jws();
        let header = header(source);
        let text = |name| {
            let value = header.as_ref()?.root().get(name)?.as_str()?;
            Some(value.into_owned())
        };
        let alg = text("alg").map(|name| AlgName::read(&name));
        let typ = text("typ").map(|typ| {
            let typ = typ.to_ascii_lowercase();
            typ.strip_prefix("application/")
                .map_or(typ.clone(), str::to_owned)
        });
        let claims = jws.and_then(claims);
        let mut facts = Self {
            subject,
            source,
            jws,
            strict: jws.and_then(|jws| jws.header.as_ref().ok()),
            claims,
            asked_for: AskedFor::of(claims),
            header,
            alg,
            typ,
            profile: Profile::Plain,
            refusal: None,
        };
        let chosen = subject.policy.profile;
        facts.profile = chosen.unwrap_or_else(|| Profile::detect(&facts));
        facts.refusal = facts.refusal();
        facts
    }

    /// The algorithm, if it is one that is supported here.
    pub fn algorithm(&self) -> Option<Algorithm> {
        match self.alg {
            Some(AlgName::Supported(alg)) => Some(alg),
            _ => None,
        }
    }

    /// A header parameter.
    pub fn parameter(&self, name: &str) -> Option<Value<'_>> {
        self.header.as_ref()?.root().get(name)
    }

    /// A header parameter that is a string.
    pub fn parameter_text(&self, name: &str) -> Option<(Value<'_>, Cow<'_, str>)> {
        let value = self.parameter(name)?;
        Some((value, value.as_str()?))
    }

    /// A claim.
    pub fn claim(&self, name: &str) -> Option<Value<'a>> {
        self.asked_for.get(name, self.claims?)
    }

    /// A claim that is a string.
    pub fn claim_text(&self, name: &str) -> Option<Cow<'a, str>> {
        self.claim(name)?.as_str()
    }

    /// Those of some names that no claim has.
    pub fn missing(&self, names: &[&str]) -> Vec<String> {
        let absent = names.iter().filter(|name| self.claim(name).is_none());
        absent.map(|name| (*name).to_owned()).collect()
    }

    /// The pasted keys, where they were told by their form.
    pub fn ring(&self) -> Option<&'a KeyRing> {
        match self.subject.key {
            KeyInput::Keys(ring) => Some(ring),
            _ => None,
        }
    }

    /// The pasted keys, where they are a set.
    pub fn key_set(&self) -> Option<&'a KeyRing> {
        self.ring().filter(|ring| ring.form == RingForm::JwkSet)
    }

    /// The pasted keys that may be the token's, with their places: those of its `kid` and type.
    pub fn keys(&self) -> Vec<(usize, &'a Key)> {
        if let KeyInput::Secret { key: Ok(key), .. } = self.subject.key {
            return vec![(0, key)];
        }
        let entries = self.ring().map_or(&[][..], |ring| &ring.entries);
        let kid = self.strict.and_then(|header| header.kid.as_deref());
        let named = |entry: &Entry| kid.is_some() && entry.meta.kid.as_deref() == kid;
        let by_name = entries.iter().any(named);
        let alg = self.algorithm();
        let fits = |key: &Key| alg.is_none_or(|alg| alg.key_type() == key.key_type());
        let mut keys = Vec::new();
        for (index, entry) in entries.iter().enumerate() {
            if let Ok(key) = &entry.key
                && (!by_name || named(entry))
                && fits(key)
            {
                keys.push((index, key));
            }
        }
        keys
    }

    /// Why pasted keys cannot be read, with their places.
    pub fn key_errors(&self) -> impl Iterator<Item = (usize, &'a KeyError)> {
        let alone = match self.subject.key {
            KeyInput::Unreadable(error) => Some((0, error)),
            _ => None,
        };
        let entries = self.ring().map_or(&[][..], |ring| &ring.entries);
        let of_ring = entries.iter().enumerate();
        let errors = of_ring.filter_map(|(index, entry)| Some((index, entry.key.as_ref().err()?)));
        alone.into_iter().chain(errors)
    }

    fn refusal(&self) -> Option<(usize, Reason)> {
        let problem = select(
            self.subject.key,
            self.algorithm()?,
            self.strict?,
            Purpose::Verify,
        );
        match problem.err()? {
            KeyProblem::WrongType { found, .. } => Some((0, Reason::WrongType { found })),
            KeyProblem::NotForThis(why) => Some((0, Reason::NotForThis(why))),
            KeyProblem::NoMatch { kid, refused } => {
                let mut named = refused
                    .into_iter()
                    .filter(|key| kid.is_some() && key.kid == kid);
                named.next().map(|key| (key.index, key.reason))
            }
            _ => None,
        }
    }
}

fn header(source: &Source) -> Option<Cow<'_, Document>> {
    let (part, strict) = match &source.token {
        Token::Jwe(jwe) => (&jwe.parts[0], &jwe.header),
        Token::Json(token) => return token.protected.as_ref().map(Cow::Borrowed),
        _ => {
            let jws = source.jws()?;
            (&jws.header_part, &jws.header)
        }
    };
    match strict {
        Ok(header) => Some(Cow::Borrowed(header.document())),
        Err(_) => part
            .json()
            .filter(|json| json.root().kind() == Type::Object)
            .map(Cow::Owned),
    }
}

fn claims(jws: &Jws) -> Option<&Document> {
    match &jws.payload {
        Payload::Claims(claims) if jws.payload_part.decoded.is_ok() => Some(claims),
        _ => None,
    }
}
