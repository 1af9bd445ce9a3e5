//! The registered claims about time (RFC 7519 section 4.1.4 to 4.1.6), read from a payload that nobody
//! has verified yet.

use super::json::{Document, Type};
use super::{Payload, Source};

/// A claim that holds a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeClaim {
    /// `exp`: not to be accepted at this time or after.
    ExpirationTime,
    /// `nbf`: not to be accepted before this time.
    NotBefore,
    /// `iat`: when it was issued.
    IssuedAt,
}

impl TimeClaim {
    pub const ALL: [Self; 3] = [Self::ExpirationTime, Self::NotBefore, Self::IssuedAt];

    /// The name in the payload.
    pub fn name(self) -> &'static str {
        match self {
            Self::ExpirationTime => "exp",
            Self::NotBefore => "nbf",
            Self::IssuedAt => "iat",
        }
    }
}

/// Whether a time is in milliseconds by mistake: seconds of the year 5138 and later are milliseconds of our days.
pub fn is_milliseconds(seconds: f64) -> bool {
    seconds > 1e11 && seconds < 1e14
}

/// What an unverified payload says about time: seconds since 1970-01-01 UTC, fractions allowed
/// (RFC 7519 section 2, NumericDate).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct UnverifiedTimes {
    pub expiration_time: Option<f64>,
    pub not_before: Option<f64>,
    pub issued_at: Option<f64>,
}

/// A time that is not a JSON number.
#[derive(Clone, Debug, PartialEq)]
pub struct NotANumber {
    pub claim: TimeClaim,
    /// What stands there instead.
    pub found: Type,
    /// The value as it was written.
    pub text: String,
}

impl UnverifiedTimes {
    /// Those that are there, in the order in which they come in the life of a token.
    pub fn all(&self) -> impl Iterator<Item = (TimeClaim, f64)> {
        let all = [
            self.issued_at.map(|time| (TimeClaim::IssuedAt, time)),
            self.not_before.map(|time| (TimeClaim::NotBefore, time)),
            self.expiration_time
                .map(|time| (TimeClaim::ExpirationTime, time)),
        ];
        all.into_iter().flatten()
    }

    /// Whether, at `now`, only a tolerance for clocks can let them pass.
    pub fn by_tolerance(&self, now: f64) -> bool {
        self.expiration_time.is_some_and(|end| end <= now)
            || self.not_before.is_some_and(|start| start > now)
    }

    /// Reads the times of a token; `None` where it has no payload of claims that could be decoded.
    pub fn of(source: &Source) -> Option<Result<Self, NotANumber>> {
        let whole = source.jws().filter(|jws| jws.payload_part.decoded.is_ok());
        match &whole?.payload {
            Payload::Claims(claims) => Some(Self::read(claims)),
            _ => None,
        }
    }

    /// Reads the times of a payload of claims.
    ///
    /// # Errors
    /// The first time that is not a JSON number.
    pub fn read(claims: &Document) -> Result<Self, NotANumber> {
        let read = |claim: TimeClaim| match claims.root().get(claim.name()) {
            None => Ok(None),
            Some(value) => value.as_f64().map(Some).ok_or_else(|| NotANumber {
                claim,
                found: value.kind(),
                text: value.text().to_owned(),
            }),
        };
        Ok(Self {
            expiration_time: read(TimeClaim::ExpirationTime)?,
            not_before: read(TimeClaim::NotBefore)?,
            issued_at: read(TimeClaim::IssuedAt)?,
        })
    }
}
