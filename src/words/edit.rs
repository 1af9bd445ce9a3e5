//! Editing and signing again.

use super::{header, json, key, quoted, visible};
use crate::jose::crypto::SignFailure;
use crate::jose::edit::EditError;
use crate::jose::json::Error;
use crate::jose::sign::SignError;

/// What is said of a payload that is text: one that starts as JSON is told where it ends being so.
pub fn not_json(text: &str, error: &Error) -> String {
    if text.starts_with(['{', '[']) {
        format!("Text, not JSON: {}.", json::problem(error, text))
    } else {
        "Text, not JSON.".to_owned()
    }
}

/// Why an edit stays out of the token.
pub fn edit_problem(error: &EditError, text: &str) -> String {
    match error {
        EditError::NoPart => "There is no token to edit.".to_owned(),
        EditError::NotCarried { found } => format!(
            "The payload is not encoded (“b64” is false), so it cannot hold {}; the token stays as it is.",
            visible(*found)
        ),
        EditError::NotText => "These bytes are not text and cannot be edited here.".to_owned(),
        EditError::NotJson(error) => {
            format!(
                "Not JSON yet, so the token stays as it is: {}.",
                json::problem(error, text)
            )
        }
    }
}

/// Why the token could not be signed again.
pub fn sign_problem(error: &SignError) -> String {
    let reason = match error {
        SignError::NotAJws => "only a JWS in compact form can be".to_owned(),
        SignError::Header(error) => {
            format!("the header cannot be used: {}", header::problem(error))
        }
        SignError::Payload(_) => "the payload is not base64url".to_owned(),
        SignError::AlgMissing => "the header has no “alg”".to_owned(),
        SignError::AlgNone => "“alg” is “none”, which means no signature".to_owned(),
        SignError::AlgUnsupported { name } => format!("{} is not supported", quoted(name)),
        SignError::Key(problem) => {
            return format!("Not signed again. {}", key::said(problem).sentence);
        }
        SignError::Failed(failure) => failed(failure),
    };
    format!("Not signed again: {reason}.")
}

fn failed(failure: &SignFailure) -> String {
    match failure {
        SignFailure::NoPrivateHalf => {
            "this key can only verify; signing needs the private key".to_owned()
        }
        SignFailure::HalvesDiffer => {
            "the private half of the key does not belong to its public half".to_owned()
        }
        SignFailure::PrimesMissing => {
            "the key has a small exponent and comes without its primes (p and q)".to_owned()
        }
        SignFailure::ModulusTooSmall { bits } => {
            format!("a modulus of {bits} bits is too small for this algorithm")
        }
    }
}
