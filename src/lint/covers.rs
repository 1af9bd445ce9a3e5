//! Which lines of the four checks say what a finding says already.

use super::{Datum, Finding, Place, Rule};

impl Finding {
    /// The codes of checks that say the very same, so that nothing is listed twice.
    pub fn covers(&self) -> &'static [&'static str] {
        match self.rule {
            Rule::Str01 => &["format.parts"],
            Rule::Str02 | Rule::Str03 | Rule::Str04 => &[
                "format.base64url",
                "signature.malformed",
                "header.malformed",
            ],
            Rule::Str05 | Rule::Str06 if self.is_of_header() => {
                &["format.header", "header.malformed"]
            }
            Rule::Str07 => match self.place {
                Some(Place::Payload(_)) => &["format.duplicate"],
                _ => &["format.header", "header.duplicate"],
            },
            Rule::Str10 => &["format.cleaned"],
            Rule::Alg01 if self.data.is_empty() => &["alg.missing"],
            Rule::Alg01 => &["format.header", "header.malformed"],
            Rule::Alg02 => &["alg.none", "signature.missing"],
            Rule::Alg03 | Rule::Alg04 => &["alg.unsupported"],
            Rule::Alg09 | Rule::Key08 => &["key.not-for-this"],
            Rule::Alg10 => &["key.wrong-type"],
            Rule::Sig01 | Rule::Sig02 | Rule::Sig03 => &["signature.malformed"],
            Rule::Key05 if self.data.is_empty() => &["key.unreadable"],
            Rule::Key06 => &["key.wrong-type", "key.unreadable"],
            Rule::Key09 => &["key.unreadable"],
            Rule::Hdr04 | Rule::Hdr05 | Rule::Hdr06 => &["header.crit"],
            Rule::Clm01 => &["time.malformed"],
            Rule::Clm03 => &["time.expired"],
            Rule::Clm04 => &["time.not-yet"],
            Rule::Clm02 if self.names("iat") => &["time.issued-in-future"],
            Rule::Clm05 => &["time.issued-in-future"],
            Rule::Clm07 => &["time.no-expiry"],
            Rule::At01 | Rule::Oid01 | Rule::Oid06 if self.names("exp") => &["time.no-expiry"],
            _ => &[],
        }
    }

    /// Whether it speaks of the first part of the text.
    fn is_of_header(&self) -> bool {
        matches!(self.place, Some(Place::Token(span)) if span.start == 0)
    }

    fn names(&self, claim: &str) -> bool {
        matches!(self.data.as_slice(), [Datum::Names(names)] if names.iter().any(|name| name == claim))
    }
}
