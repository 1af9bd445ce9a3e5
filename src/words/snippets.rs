//! Code that verifies tokens like this one, and why there is none.

use super::listed;
use crate::snippets::{KeySource, Language, NoSnippet, Want};

pub const TITLE: &str = "Verify this in your code";
pub const LANGUAGE: &str = "Language";
pub const COPY: &str = "Copy the code";

/// "Node, with jose".
pub fn name(language: Language) -> String {
    [language.name(), ", with ", language.package()].concat()
}

/// What to know before the code is used.
pub fn advice(want: &Want) -> String {
    let mut out = String::from(match want.key {
        KeySource::Secret(_) => "The secret comes from the environment variable JWT_SECRET.",
        KeySource::Pem => "The key comes from the file public-key.pem.",
        KeySource::Jwks { .. } => {
            "The keys come from their issuer; their address is a guess, so look it up."
        }
    });
    out += match (&want.issuer, &want.audience) {
        (Some(_), Some(_)) => {
            " Issuer and audience are those of this token: make sure that they are yours to trust."
        }
        (None, Some(_)) => " The token names no issuer, so none is checked.",
        (Some(_), None) => {
            " The token names no audience, so one for another service would pass, too."
        }
        (None, None) => {
            " The token names neither issuer nor audience, so one for another service would pass, too."
        }
    };
    if want.audiences > 1 {
        out += " Of its audiences it is the first that is expected.";
    }
    out + " A token without “exp” is refused."
}

/// Why there is none.
pub fn why_not(reason: &NoSnippet) -> String {
    match reason {
        NoSnippet::NotSigned => {
            "There is no code for this: it is no signed token whose header can be read.".to_owned()
        }
        NoSnippet::SdJwt => {
            "There is no code for this: use a library for SD-JWTs. One for JWTs takes only what stands before the first “~”."
                .to_owned()
        }
        NoSnippet::Unsecured => {
            "There is no code for this: nothing is signed, and a verifier must refuse it."
                .to_owned()
        }
        NoSnippet::UnknownAlgorithm => {
            "There is no code for this: the header names no algorithm that is supported here."
                .to_owned()
        }
        NoSnippet::Library {
            language,
            algorithm,
        } => {
            let others = Language::ALL.into_iter();
            let others = others.filter(|other| other.verifies(algorithm));
            let others: Vec<&str> = others.map(Language::package).collect();
            [
                language.package(),
                " does not verify ",
                algorithm,
                " by itself. ",
                &listed(&others),
                if others.len() == 1 { " does." } else { " do." },
            ]
            .concat()
        }
    }
}
