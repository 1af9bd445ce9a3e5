//! The change that makes a token verify, and what follows from it.

use super::change::{clause, written};
use super::explained::GRAPH;
use super::{Note, Remedy};
use crate::doctor::{Change, Cure, KeptOut, SecretText, SignatureEnd};
use crate::jose::SecretEncoding;

/// What comes before the changes.
const WHEN: &str = "It verifies when ";

/// Puts a cure into words; `None` where it changes nothing.
pub fn remedy(cure: &Cure) -> Option<Remedy> {
    let sentence = [WHEN, &clauses(&cure.changes).join(" and "), "."].concat();
    // The first is told of last: what came before was needed to try it.
    let last = cure.changes.last()?;
    let (title, button) = title_and_button(last);
    Some(Remedy {
        note: Note::new(title, sentence, advice(last)),
        button: button.to_owned(),
        apply: cure.apply.clone(),
    })
}

/// A clause for each change; one for both parts where they are written in the same form.
fn clauses(changes: &[Change]) -> Vec<String> {
    match changes {
        [before @ .., Change::Header(form), Change::Payload(same)] if form == same => {
            let both = ["header and payload are written ", &written(*form)].concat();
            let mut clauses = clauses(before);
            clauses.push(both);
            clauses
        }
        changes => changes.iter().map(clause).collect(),
    }
}

/// "Done: the secret is read as base64." once the change is made.
pub fn done(remedy: &Remedy) -> String {
    ["Done: ", remedy.note.sentence.trim_start_matches(WHEN)].concat()
}

fn title_and_button(change: &Change) -> (&'static str, &'static str) {
    match change {
        Change::AnyAlgorithm { .. } => ("another algorithm is required", "Require no algorithm"),
        Change::Characters(_) => ("characters that do not belong", "Clean the token"),
        Change::Encoding(encoding) => match encoding {
            SecretEncoding::Utf8 => ("the secret is plain text", "Read it as UTF-8"),
            SecretEncoding::Base64 => ("the secret is base64", "Read it as Base64"),
            SecretEncoding::Base64url => ("the secret is base64url", "Read it as Base64url"),
            SecretEncoding::Hex => ("the secret is hexadecimal", "Read it as Hex"),
        },
        Change::Secret(text) => secret_text(*text),
        Change::OtherKey { index: None, .. } => ("your key fits all the same", "Use this key"),
        Change::OtherKey { .. } => ("another of your keys fits", "Use this key"),
        Change::BareKey => ("text around the key", "Take the key alone"),
        Change::Signature(_) => (
            "the signature is written otherwise",
            "Rewrite the signature",
        ),
        Change::SignatureEnd(end) => (signature_end(*end), "Mend the signature"),
        Change::HashedNonce => ("made for Microsoft Graph alone", "Put the hash in"),
        Change::Header(_) | Change::Payload(_) => (
            "the JSON was reformatted after signing",
            "Write it as it was",
        ),
    }
}

fn secret_text(text: SecretText) -> (&'static str, &'static str) {
    match text {
        SecretText::WithoutFinalLineBreak => ("a line break too many", "Drop the line break"),
        SecretText::Trimmed => ("white space around the secret", "Drop the white space"),
        SecretText::WithFinalLineBreak | SecretText::WithFinalCrLf => {
            ("a line break is missing", "Add a line break")
        }
        SecretText::Unquoted => ("quotes around the secret", "Drop the quotes"),
        SecretText::Unescaped => ("a line break in the secret is escaped", "Unescape it"),
        SecretText::Value => ("more than the secret", "Take the value alone"),
        SecretText::PercentDecoded => ("the secret is percent-encoded", "Decode it"),
        SecretText::TextOfK => ("the text of “k” is the secret", "Take the text"),
    }
}

fn signature_end(end: SignatureEnd) -> &'static str {
    match end {
        SignatureEnd::Doubled => "the last character twice",
        SignatureEnd::TooMany { .. } => "more than the signature",
        SignatureEnd::Missing { .. } => "the signature was cut",
        SignatureEnd::UnusedBits => "the last character was changed",
    }
}

/// What follows from a change, and the section that speaks of it.
fn advice(change: &Change) -> (&'static str, &'static str) {
    match change {
        Change::AnyAlgorithm { .. } => (
            "A server that requires it refuses this token, and is right to.",
            "RFC 8725 §3.1",
        ),
        Change::Characters(_) => (
            "A strict server refuses it as it was pasted.",
            "RFC 7515 §2",
        ),
        Change::Encoding(_) => (
            "Whoever signs and whoever verifies must read the secret alike.",
            "",
        ),
        Change::Secret(SecretText::TextOfK) => (
            "The signer does not decode the JWK. Mend it there, or let the verifier take the text too.",
            "RFC 7518 §6.4.1",
        ),
        Change::Secret(_) => (
            "Whoever signs and whoever verifies must use the same bytes; files, shells and settings often add some.",
            "",
        ),
        Change::OtherKey { kept_out, .. } => match kept_out {
            KeptOut::Kid(_) => (
                "The header's “kid” asks for another key, so a server that goes by it refuses this token. Make sure that the issuer still uses this key.",
                "RFC 7515 §4.1.4",
            ),
            KeptOut::Restriction => (
                "The key says that it is for something else (by “use”, “key_ops”, “alg”, or as one for PSS alone), so a server may refuse it.",
                "RFC 7517 §4",
            ),
            KeptOut::Number => (
                "There are more keys than are tried; a “kid” in header and key would name the right one.",
                "RFC 7515 §4.1.4",
            ),
        },
        Change::BareKey => ("", ""),
        Change::Signature(_) => (
            "A conforming server refuses it as it is: the signer has to write the signature as JOSE wants it.",
            "RFC 7515 §5.1",
        ),
        Change::SignatureEnd(SignatureEnd::UnusedBits) => (
            "The bits that were changed belong to no byte. Some servers pass over them, strict ones refuse the token.",
            "RFC 4648 §3.5",
        ),
        Change::SignatureEnd(_) => ("Copy the whole token again from where it came.", ""),
        Change::HashedNonce => (GRAPH, ""),
        Change::Header(_) | Change::Payload(_) => (
            "Something read the JSON and wrote it anew after signing. A token must be passed on character for character.",
            "RFC 7515 §5.2",
        ),
    }
}
