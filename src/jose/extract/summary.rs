//! What a chooser tells of a token.

use crate::jose::claims::UnverifiedTimes;
use crate::jose::json::{Document, Value};
use crate::jose::verdict::Kind;
use crate::jose::{Payload, Source, Token};

/// A token in a few words of its own. Nobody has verified them yet.
#[derive(Clone, Debug, PartialEq)]
pub struct UnverifiedSummary {
    pub kind: Kind,
    /// `typ` of the header (RFC 7519 section 5.1).
    pub typ: Option<String>,
    /// `iss` (RFC 7519 section 4.1.1); of an encrypted token as its header repeats it (section 5.3).
    pub issuer: Option<String>,
    /// `exp` (RFC 7519 section 4.1.4), in seconds since 1970-01-01 UTC.
    pub expiration_time: Option<f64>,
}

impl UnverifiedSummary {
    /// Reads the token that was found.
    pub fn of(token: &str) -> Self {
        let source = Source::read(token);
        let kind = match &source.token {
            Token::Jwe(_) => Kind::Jwe,
            Token::SdJwt(_) => Kind::SdJwt,
            _ => Kind::Jws,
        };
        let header = match &source.token {
            Token::Jwe(jwe) => jwe.header.as_ref().ok(),
            _ => source.jws().and_then(|jws| jws.header.as_ref().ok()),
        };
        let header = header.map(|header| header.document());
        let claims = match source.jws().map(|jws| &jws.payload) {
            Some(Payload::Claims(claims)) => Some(claims),
            _ => header.filter(|_| kind == Kind::Jwe),
        };
        Self {
            kind,
            typ: string(header, "typ"),
            issuer: string(claims, "iss"),
            expiration_time: claims
                .and_then(|claims| UnverifiedTimes::read(claims).ok()?.expiration_time),
        }
    }
}

fn string(json: Option<&Document>, name: &str) -> Option<String> {
    let value = json?.root().get(name).and_then(Value::as_str)?;
    Some(value.into_owned())
}
