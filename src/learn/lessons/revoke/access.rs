//! An access token of the simulation: really signed, and judged at its minute.

use crate::jose::Source;
use crate::jose::verdict::{TimeCheck, time};
use crate::learn::tokens::{self, HS256, SECRET};

#[derive(Clone)]
pub struct Access {
    token: String,
    /// Its `jti`.
    pub id: String,
    /// The minute from which on it has expired.
    pub until: usize,
}

/// Minute 0, in seconds since 1970.
const START: usize = 1_800_000_000;

impl Access {
    /// The token of this number, good for `life` minutes.
    pub fn issued(number: usize, role: &str, minute: usize, life: usize) -> Self {
        let id = ["t", &number.to_string()].concat();
        let until = minute + life;
        let at = |minute: usize| (START + 60 * minute).to_string();
        let payload = [
            r#"{"sub":"42","role":""#,
            role,
            r#"","jti":""#,
            &id,
            r#"","iat":"#,
            &at(minute),
            r#","exp":"#,
            &at(until),
            "}",
        ];
        let token = tokens::signed(HS256, &payload.concat(), SECRET);
        Self { token, id, until }
    }

    /// The role of whoever shows it at this minute, or why it is refused. What is `denied` is so by its `jti`.
    pub fn judge(&self, minute: usize, denied: &[String]) -> Result<String, &'static str> {
        if !tokens::verifies(&self.token, SECRET) {
            return Err("the signature does not hold");
        }
        let now = (START + 60 * minute) as f64;
        let TimeCheck::InTime { .. } = time(&Source::read(&self.token), now, 0.0) else {
            return Err("the token has expired");
        };
        let payload = tokens::decoded(tokens::parts(&self.token)[1]);
        let claim = |name| tokens::member(&payload, name).unwrap_or_default();
        if denied.contains(&claim("jti")) {
            return Err("the token is on the list");
        }
        Ok(claim("role"))
    }
}
