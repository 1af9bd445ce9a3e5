//! The claims that rules ask for, found in one pass: each search of its own would read all names of a long payload.

use crate::jose::json::{Document, Value};

/// The claims that rules ask for by name.
const NAMES: [&str; 26] = [
    "iss",
    "sub",
    "aud",
    "exp",
    "nbf",
    "iat",
    "jti",
    "events",
    "sid",
    "nonce",
    "azp",
    "at_hash",
    "c_hash",
    "auth_time",
    "htm",
    "htu",
    "scope",
    "scp",
    "client_id",
    "token_use",
    "typ",
    "vc",
    "vct",
    "credentialSubject",
    "response_type",
    "redirect_uri",
];

/// The values of the claims that rules ask for, in the order of their names.
pub struct AskedFor<'a>([Option<Value<'a>>; NAMES.len()]);

impl<'a> AskedFor<'a> {
    /// Of a name that stands twice, the lexically last counts (RFC 7519 section 4).
    pub fn of(claims: Option<&'a Document>) -> Self {
        let mut values = [None; NAMES.len()];
        for member in claims
            .into_iter()
            .flat_map(|claims| claims.root().members())
        {
            let name = member.name();
            if let Some(index) = NAMES.iter().position(|known| *known == name) {
                values[index] = Some(member.value);
            }
        }
        Self(values)
    }

    /// A claim. One that no rule asks for, as the person's policy may, is looked for.
    pub fn get(&self, name: &str, claims: &'a Document) -> Option<Value<'a>> {
        match NAMES.iter().position(|known| *known == name) {
            Some(index) => self.0[index],
            None => claims.root().get(name),
        }
    }
}
