//! Those who receive a token, as code that runs: line by line, up to the first that does not hold.

use super::issuer::{API, APP, ISSUER, NONCE, PUBLIC};
use crate::jose::Source;
use crate::jose::alg::{Algorithm, Curve};
use crate::jose::verdict::{TimeCheck, time};
use crate::jose::verify::SignatureCheck;
use crate::learn::block::{Block, Line, Tone};
use crate::learn::tokens;

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

/// The lines of the verifier, and whether they let the token pass at `now`.
pub fn judged(token: &str, rules: &[Rule], now: usize) -> (Vec<Line>, bool) {
    let mut passes = true;
    let mut lines = Vec::new();
    for rule in rules {
        let mut line = Line {
            text: rule.code(),
            ..Line::default()
        };
        if passes {
            let (holds, found) = rule.run(token, now);
            passes = holds;
            line.tone = Tone::of(holds);
            line.note = found;
        }
        lines.push(line);
    }
    (lines, passes)
}

/// The verifier as code that has run.
pub fn ran(label: &'static str, token: &str, rules: &[Rule], now: usize) -> Block {
    let (lines, passes) = judged(token, rules, now);
    Block::Code {
        label,
        lines,
        tone: Tone::of(passes),
        outcome: if passes { "accepted" } else { "refused" }.to_owned(),
    }
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
                let check = tokens::check(token, PUBLIC, required);
                let holds = matches!(check, SignatureCheck::Verified(_));
                (holds, if holds { "holds" } else { "does not hold" }.into())
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
