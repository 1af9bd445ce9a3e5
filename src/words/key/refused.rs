//! Why a key, or each key of a set, is not used.

use super::unreadable::{problem, remedy, secret_problem};
use super::{a, one_of_several};
use crate::jose::selection::{KeyProblem, Reason, Refusal, Restriction};
use crate::words::{Said, grouped, listed, quoted};

/// Why the signature could not be checked, for want of a key.
pub fn said(found: &KeyProblem) -> Said {
    match found {
        KeyProblem::Missing => Said::new("no key", "Without a key the signature cannot be checked.")
            .remedy("Paste the secret or the public key."),
        KeyProblem::SelfAsserted { parameter } => Said::new(
            "only its own key",
            format!("The token brings its own key in “{parameter}”. Anybody can sign with a key of their own, so that proves nothing."),
        )
        .remedy("Paste a key that you trust.")
        .source("RFC 8725 §3.10"),
        KeyProblem::Unreadable(error) => Said::new("key not readable", format!("{}.", problem(error))).remedy(remedy(error)),
        KeyProblem::SecretUnreadable { encoding, error } => {
            Said::new("key not readable", format!("{}.", secret_problem(error, *encoding)))
                .remedy("Choose how the secret is written, or copy it again.")
        }
        KeyProblem::PlainText { wanted } => Said::new(
            "no public key",
            format!("What is in the key box is no key in a form that is known; {} is needed.", a(*wanted)),
        )
        .remedy("Paste a public key as PEM, JWK or JWKS."),
        KeyProblem::WrongType { wanted, found } => Said::new(
            "another kind of key",
            format!("The token needs {}; this is {}.", a(*wanted), a(*found)),
        )
        .remedy("Paste the key that belongs to the token's algorithm.")
        .source("RFC 8725 §3.1"),
        KeyProblem::NotForThis(restriction) => {
            Said::new("key not for this", restricted(restriction))
                .remedy("Paste the key that is meant for this, or mend the JWK.")
                .source("RFC 7517 §4")
        }
        KeyProblem::NoMatch { kid, refused } => no_match(kid.as_deref(), refused),
    }
}

fn no_match(kid: Option<&str>, refused: &[Refusal]) -> Said {
    let wanted = match kid {
        Some(kid) => format!("The token asks for the key {}.", quoted(kid)),
        None => "The token names no key.".to_owned(),
    };
    let why: Vec<String> = refused.iter().take(6).map(refusal).collect();
    let more = match refused.len().saturating_sub(6) {
        0 => String::new(),
        more => format!(" And {} more.", grouped(more)),
    };
    let found = if refused.is_empty() {
        "The set is empty.".to_owned()
    } else {
        format!("None fits: {}.{more}", why.join("; "))
    };
    Said::new("no key fits", format!("{wanted} {found}"))
        .remedy("Paste the keys that the issuer publishes now.")
        .source("RFC 7517 §4.5")
}

fn refusal(refusal: &Refusal) -> String {
    let name = one_of_several(refusal.kid.as_deref(), refusal.index);
    let reason = match &refusal.reason {
        Reason::OtherKid => "has another name".to_owned(),
        Reason::Differs => "does not match the signature".to_owned(),
        Reason::NotTried => "was not tried, for there are too many".to_owned(),
        Reason::Unreadable(error) => format!("is not readable ({})", problem(error)),
        Reason::WrongType { found } => format!("is {}", a(*found)),
        Reason::NotForThis(Restriction::Use { found }) => format!("is for “use” {}", quoted(found)),
        Reason::NotForThis(Restriction::PssOnly) => "is for RSA PSS alone".to_owned(),
        Reason::NotForThis(Restriction::KeyOps { found }) if found.is_empty() => {
            "allows no operation".to_owned()
        }
        Reason::NotForThis(Restriction::KeyOps { found }) => {
            format!("is only for {}", listed(found))
        }
        Reason::NotForThis(Restriction::Alg { found, .. }) => format!("is for {}", quoted(found)),
    };
    format!("{name} {reason}")
}

fn restricted(restriction: &Restriction) -> String {
    match restriction {
        Restriction::PssOnly => {
            "The key says that it is for RSA PSS alone (PS256, PS384, PS512).".to_owned()
        }
        Restriction::Use { found } => {
            format!("The key's “use” is {}, and not “sig”.", quoted(found))
        }
        Restriction::KeyOps { found } if found.is_empty() => {
            "The key's “key_ops” names no operation.".to_owned()
        }
        Restriction::KeyOps { found } => {
            format!("The key's “key_ops” allows only {}.", listed(found))
        }
        Restriction::Alg { found, wanted } => {
            format!(
                "The key's “alg” is {}, and the token's is {wanted}.",
                quoted(found)
            )
        }
    }
}
