//! Why a signature does not verify, and the change that makes it verify.

mod change;
mod explained;
mod remedy;

use crate::doctor::{Attempt, Diagnosis, Explanation, Inputs};
pub use remedy::done;

/// What is said of a diagnosis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    pub cure: Option<Remedy>,
    pub explained: Vec<Note>,
    /// What was tried, where nothing came of it; empty where nothing was.
    pub tried: String,
}

/// A change that makes the token verify, and the button that makes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Remedy {
    pub note: Note,
    pub button: String,
    pub apply: Inputs,
}

/// One thing that is said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Note {
    /// A few words.
    pub title: String,
    pub sentence: String,
    /// What follows from it, and what to do; may be empty.
    pub advice: String,
    /// Where the rule is written; may be empty.
    pub source: String,
}

impl Note {
    fn new(title: &str, sentence: String, (advice, source): (&str, &str)) -> Self {
        Self {
            title: title.to_owned(),
            sentence,
            advice: advice.to_owned(),
            source: source.to_owned(),
        }
    }
}

/// Puts a diagnosis into words.
pub fn told(diagnosis: &Diagnosis) -> Told {
    let tried = match diagnosis.cure {
        None if !diagnosis.explained.iter().any(is_proven) => {
            tried(&diagnosis.tried, &diagnosis.left_out)
        }
        _ => String::new(),
    };
    Told {
        cure: diagnosis.cure.as_ref().and_then(remedy::remedy),
        explained: diagnosis
            .explained
            .iter()
            .map(explained::explained)
            .collect(),
        tried,
    }
}

fn is_proven(explanation: &Explanation) -> bool {
    !matches!(
        explanation,
        Explanation::GraphNonce | Explanation::Short { .. }
    )
}

fn tried(tried: &[Attempt], left_out: &[Attempt]) -> String {
    if tried.is_empty() && left_out.is_empty() {
        return String::new();
    }
    let names = |attempts: &[Attempt]| {
        let names: Vec<&str> = attempts.iter().map(|attempt| name(*attempt)).collect();
        names.join("; ")
    };
    let mut sentences = Vec::new();
    if !tried.is_empty() {
        sentences.push(format!("None of these helped: {}.", names(tried)));
    }
    if left_out.is_empty() {
        sentences.push(
            "Most likely another key or secret signed it, or the content was changed.".to_owned(),
        );
    } else {
        sentences.push(format!(
            "Not tried, or not all of it, because it would take too long: {}.",
            names(left_out)
        ));
    }
    sentences.join(" ")
}

/// What was tried, as one of a list.
fn name(attempt: Attempt) -> &'static str {
    match attempt {
        Attempt::AnyAlgorithm => "lifting the required algorithm",
        Attempt::Characters => "taking stray characters out of the token",
        Attempt::Encoding => "other encodings of the secret",
        Attempt::SecretText => "white space, quotes and line breaks of the secret",
        Attempt::TextOfK => "the text of the JWK's “k” as the secret",
        Attempt::SignatureEnd => "a lost or doubled end of the signature",
        Attempt::SignatureForm => "other forms of the signature",
        Attempt::OtherKey => "the other keys that you pasted",
        Attempt::BareKey => "the key without the text around it",
        Attempt::OtherAlgorithm => "other algorithms of the key",
        Attempt::KeyAsSecret => "the text of the key as a secret",
        Attempt::SignedOver => "padding or the standard alphabet signed over",
        Attempt::HashedNonce => "the “nonce” hashed",
        Attempt::Payload => "the payload in other layouts and escapes, or sorted by name",
        Attempt::Header => "the header in other layouts and escapes, or sorted by name",
    }
}
