//! What the tests of the rules share.

use super::{HS256, NOW, SECRET, compact, hs256, key};
use jwt_inspector::jose::{KeyInput, Source};
use jwt_inspector::lint::{Finding, Policy, Subject, lint};

/// Claims that every rule agrees with, for a token of no special kind, at [`NOW`].
pub const CLAIMS: &str =
    r#""iss":"https://issuer.example","aud":"api","iat":2000000000,"exp":2000000600"#;

/// An object of the claims that every rule agrees with, and others.
pub fn payload(others: &str) -> String {
    match others {
        "" => format!("{{{CLAIMS}}}"),
        others => format!("{{{CLAIMS},{others}}}"),
    }
}

/// A signed token with the everyday header, and claims besides the usual ones.
pub fn claims(others: &str) -> String {
    hs256(HS256, &payload(others))
}

/// A signed token with the usual claims, and a header of `alg` and other parameters.
pub fn header(others: &str) -> String {
    hs256(&format!(r#"{{"alg":"HS256",{others}}}"#), &payload(""))
}

/// A token with the usual claims of an algorithm, under a signature of so many bytes.
pub fn sized(alg: &str, bytes: usize) -> String {
    let signature = jwt_inspector::jose::base64url::encode(&vec![0x11; bytes]);
    compact(&format!(r#"{{"alg":"{alg}"}}"#), &payload(""), &signature)
}

/// What is found of a token and a key by a policy.
pub fn findings_by(policy: &Policy, token: &str, pasted_key: &str) -> Vec<Finding> {
    judged(policy, &Source::read(token), &key(pasted_key))
}

/// What is found of a token and a key that were read.
pub fn judged(policy: &Policy, source: &Source, key: &KeyInput) -> Vec<Finding> {
    lint(&Subject {
        source,
        key,
        policy,
        now: NOW,
        skew: 0.0,
    })
}

/// What is found of a token and a key.
pub fn findings(token: &str, pasted_key: &str) -> Vec<Finding> {
    findings_by(&Policy::default(), token, pasted_key)
}

/// The ids of what is found.
pub fn ids(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.rule.id()).collect()
}

/// A token and a key, as they are pasted.
pub struct Pasted {
    pub token: String,
    pub key: String,
}

/// A token without a key.
pub fn alone(token: impl Into<String>) -> Pasted {
    with(token, "")
}

/// A token with a key.
pub fn with(token: impl Into<String>, key: impl Into<String>) -> Pasted {
    Pasted {
        token: token.into(),
        key: key.into(),
    }
}

/// A token with the secret that signs the tokens of these tests.
pub fn with_secret(token: impl Into<String>) -> Pasted {
    with(token, SECRET)
}

/// A rule, tokens of which it speaks, and tokens of which it does not.
pub struct Case {
    pub id: &'static str,
    pub bad: Vec<Pasted>,
    pub good: Vec<Pasted>,
}

/// See [`Case`].
pub fn case(
    id: &'static str,
    bad: impl IntoIterator<Item = Pasted>,
    good: impl IntoIterator<Item = Pasted>,
) -> Case {
    Case {
        id,
        bad: bad.into_iter().collect(),
        good: good.into_iter().collect(),
    }
}
