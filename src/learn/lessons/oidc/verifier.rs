//! Those who receive a token, as code that runs: line by line, up to the first that does not hold.

use super::issuer::{API, APP, ISSUER, NONCE, PUBLIC};
use crate::jose::Source;
use crate::jose::alg::{Algorithm, Curve};
use crate::jose::verdict::{TimeCheck, time};
use crate::learn::code::Run;
use crate::learn::{Stage, tokens};
use crate::words::learn as words;

/// A line of a verifier.
#[derive(Clone, Copy)]
pub enum Rule {
    Signature,
    /// A member of the header that must have this value.
    Header(&'static str, &'static str),
    /// A claim that must have this value.
    Claim(&'static str, &'static str),
    InTime,
}

/// Whoever looks at the signature and the clock, and no further.
pub const CARELESS: &[Rule] = &[Rule::Signature, Rule::InTime];

/// The API (RFC 9068 section 4).
pub const CAREFUL_API: &[Rule] = &[
    Rule::Signature,
    Rule::Header("typ", "at+jwt"),
    Rule::Claim("iss", ISSUER),
    Rule::Claim("aud", API),
    Rule::InTime,
];

/// The app, which asks who signed in (OpenID Connect Core section 3.1.3.7).
pub const CAREFUL_APP: &[Rule] = &[
    Rule::Signature,
    Rule::Claim("iss", ISSUER),
    Rule::Claim("aud", APP),
    Rule::Claim("nonce", NONCE),
    Rule::InTime,
];

/// The verifier as code that has run; whether it lets the token pass at `now`.
pub fn ran(
    stage: &mut Stage,
    label: &'static str,
    token: &str,
    rules: &[Rule],
    now: usize,
) -> bool {
    let mut run = Run::new(label);
    for rule in rules {
        let (holds, found) = rule.run(token, now);
        run = run.refuse_if(rule.code(), !holds, &found);
    }
    let passes = run.has_accepted();
    stage.run(run, false);
    passes
}

impl Rule {
    fn code(self) -> String {
        match self {
            Self::Signature => r#"verify(token, issuer_key, "ES256")"#.to_owned(),
            Self::Header(name, wanted) => ["header.", name, " == \"", wanted, "\""].concat(),
            Self::Claim(name, wanted) => ["claims.", name, " == \"", wanted, "\""].concat(),
            Self::InTime => "now < claims.exp".to_owned(),
        }
    }

    /// Whether it holds, and what was found.
    fn run(self, token: &str, now: usize) -> (bool, String) {
        let [header, payload, _] = tokens::parts(token);
        match self {
            Self::Signature => {
                let required = Some(Algorithm::Es(Curve::P256));
                let holds = tokens::is_verified(&tokens::check(token, PUBLIC, required));
                (holds, words::holds(holds).to_owned())
            }
            Self::Header(name, wanted) => member_is(header, name, wanted),
            Self::Claim(name, wanted) => member_is(payload, name, wanted),
            Self::InTime => {
                let check = time(&Source::read(token), now as f64, 0.0);
                let holds = matches!(check, TimeCheck::InTime { .. });
                (holds, if holds { "in time" } else { "expired" }.into())
            }
        }
    }
}

fn member_is(part: &str, name: &str, wanted: &str) -> (bool, String) {
    match tokens::member(&tokens::decoded(part), name) {
        Some(found) => (found == wanted, ["it is ", &found].concat()),
        None => (false, "there is none".to_owned()),
    }
}
