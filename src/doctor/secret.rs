//! The secret of an HMAC: how it is read, and what its text should be.

use super::Finding;
use super::change::{Change, Inputs, SecretText};
use super::given::Given;
use super::trials::Trials;
use crate::jose::key::Key;
use crate::jose::{Algorithm, KeyInput, SecretEncoding, base64url};
use zeroize::Zeroizing;

/// The secret read in each other encoding.
pub fn encodings(given: &Given, trials: &mut Trials) -> Option<Finding> {
    if !is_plain(given) {
        return None;
    }
    others(given.encoding).find_map(|encoding| {
        let inputs = Inputs {
            encoding: Some(encoding),
            ..Inputs::default()
        };
        trials.cure(given, vec![Change::Encoding(encoding)], inputs)
    })
}

/// Other texts that may be meant, each in every encoding.
pub fn texts(given: &Given, trials: &mut Trials) -> Option<Finding> {
    if !is_plain(given) {
        return None;
    }
    let variants = variants(given.key);
    variants.into_iter().find_map(|(change, text)| {
        let change = Change::Secret(change);
        let as_chosen = Inputs::key(text.clone());
        trials
            .cure(given, vec![change.clone()], as_chosen)
            .or_else(|| {
                others(given.encoding).find_map(|encoding| {
                    let inputs = Inputs {
                        encoding: Some(encoding),
                        ..Inputs::key(text.clone())
                    };
                    let changes = vec![change.clone(), Change::Encoding(encoding)];
                    trials.cure(given, changes, inputs)
                })
            })
    })
}

fn is_plain(given: &Given) -> bool {
    matches!(given.input, KeyInput::Secret { .. }) && matches!(given.alg(), Some(Algorithm::Hs(_)))
}

/// The other encodings. The two of base64 are read alike, so that one stands for both.
pub fn others(chosen: SecretEncoding) -> impl Iterator<Item = SecretEncoding> {
    let same = move |encoding: SecretEncoding| {
        let base64 = [SecretEncoding::Base64, SecretEncoding::Base64url];
        encoding == chosen || (base64.contains(&encoding) && base64.contains(&chosen))
    };
    let all = [
        SecretEncoding::Base64,
        SecretEncoding::Utf8,
        SecretEncoding::Hex,
    ];
    all.into_iter().filter(move |encoding| !same(*encoding))
}

/// Each text that differs from the one given and from those before it.
fn variants(text: &str) -> Vec<(SecretText, Zeroizing<String>)> {
    let trimmed = text.trim();
    let found = [
        (
            SecretText::WithoutFinalLineBreak,
            text.trim_end_matches(['\r', '\n']).to_owned(),
        ),
        (SecretText::Trimmed, trimmed.to_owned()),
        (SecretText::WithFinalLineBreak, [trimmed, "\n"].concat()),
        (SecretText::Unquoted, unquoted(trimmed).to_owned()),
        (SecretText::Unescaped, unescaped(trimmed)),
        (
            SecretText::Value,
            value(trimmed).unwrap_or_default().to_owned(),
        ),
        (SecretText::PercentDecoded, percent_decoded(trimmed)),
        (SecretText::WithFinalCrLf, [trimmed, "\r\n"].concat()),
    ];
    let mut variants: Vec<(SecretText, Zeroizing<String>)> = Vec::new();
    for (change, found) in found {
        let found = Zeroizing::new(found);
        let known = variants.iter().any(|(_, text)| *text == found);
        if !found.is_empty() && *found != text && !known {
            variants.push((change, found));
        }
    }
    variants
}

fn unquoted(text: &str) -> &str {
    text.trim_matches(|c| matches!(c, '"' | '\'' | '`' | '“' | '”' | '‘' | '’'))
}

fn unescaped(text: &str) -> String {
    let text = Zeroizing::new(text.replace("\\r", "\r"));
    text.replace("\\n", "\n")
}

/// What follows the name of an environment variable or of a setting.
fn value(text: &str) -> Option<&str> {
    let (name, value) = text.split_once(['=', ':'])?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || "_-. \"'".contains(c);
    let named = !name.is_empty() && name.chars().all(is_name);
    let end = |c: char| c.is_whitespace() || c == ';' || c == ',';
    named.then(|| unquoted(value.trim_matches(end)))
}

fn percent_decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text)
        .decode_utf8()
        .map_or_else(|_| text.to_owned(), Into::into)
}

/// Signers often take the text of a JWK's `k` as the secret, and not the bytes that it stands for.
pub fn text_of_k(given: &Given, trials: &mut Trials) -> Option<Finding> {
    let mut secrets = given.entries().iter().filter_map(|entry| match &entry.key {
        Ok(Key::Secret(secret)) => Some(secret),
        _ => None,
    });
    secrets.find_map(|secret| {
        let text = Zeroizing::new(base64url::encode(secret.expose()));
        let inputs = Inputs {
            encoding: Some(SecretEncoding::Utf8),
            ..Inputs::key(text)
        };
        trials.cure(given, vec![Change::Secret(SecretText::TextOfK)], inputs)
    })
}
