//! What was recognised in the key box, and which key of a set was used.

use super::unreadable::{problem, secret_problem};
use super::{encoding_name, one_of_several, structure_name};
use crate::jose::compact::is_token_like;
use crate::jose::key::{Entry, Key, KeyInput, KeyRing, RingForm};
use crate::jose::verify::{SignatureCheck, TriedKey};
use crate::words::{count, grouped, listed};

/// The same with the key that was used, where there are several: "JWK Set with 3 keys; “b” matched".
pub fn recognised_and_used(input: &KeyInput, check: &SignatureCheck) -> String {
    let used = match (input, check) {
        (KeyInput::Keys(_), SignatureCheck::Verified(verified)) => {
            used(std::slice::from_ref(verified.key()), true)
        }
        (KeyInput::Keys(_), SignatureCheck::Mismatch(mismatch)) => used(&mismatch.tried, false),
        _ => String::new(),
    };
    recognised(input) + &used
}

/// "; “b” matched", "; none of the 2 that fit matched"; nothing of a key that was pasted alone.
fn used(tried: &[TriedKey], matched: bool) -> String {
    match tried {
        [] => String::new(),
        [key] if key.of == 1 => String::new(),
        [key] => {
            let name = one_of_several(key.kid.as_deref(), key.index);
            let verb = if matched { "matched" } else { "does not match" };
            format!("; {name} {verb}")
        }
        several => format!("; none of the {} that fit matches", grouped(several.len())),
    }
}

/// What was recognised in the key box: "RSA public key, 2,048 bits, PEM SPKI".
pub fn recognised(input: &KeyInput) -> String {
    match input {
        KeyInput::Empty => "secret, PEM, JWK or JWKS, recognised by its form".to_owned(),
        KeyInput::Keys(ring) => of_ring(ring),
        KeyInput::Secret {
            key: Ok(key),
            encoding,
        } => {
            let bits = count(key.bits(), "bit", "bits");
            let name = encoding_name(*encoding);
            match mistaken(key) {
                Some(said) => format!("{said} (read as a secret of {bits}, {name})"),
                None => format!("Secret, {bits}, read as {name}"),
            }
        }
        KeyInput::Secret {
            key: Err(error),
            encoding,
        } => secret_problem(error, *encoding),
        KeyInput::Unreadable(error) => problem(error),
    }
}

/// What stands in the key box by mistake, although any text may be a secret.
fn mistaken(key: &Key) -> Option<&'static str> {
    let Key::Secret(secret) = key else {
        return None;
    };
    let text = std::str::from_utf8(secret.expose()).ok()?.trim();
    let is_address = text.starts_with("https://") || text.starts_with("http://");
    if is_token_like(text) {
        Some("This looks like a token, not a key: it goes into the token box")
    } else if is_address && !text.contains(char::is_whitespace) {
        Some("An address, not a key: nothing is fetched here; open it and paste what it shows")
    } else {
        None
    }
}

fn of_ring(ring: &KeyRing) -> String {
    match ring.entries.as_slice() {
        [entry] if ring.form != RingForm::JwkSet => match &entry.key {
            Ok(key) => format!("{}, {}{}", name(key), form(ring.form, entry), bent(entry)),
            Err(error) => problem(error),
        },
        entries => {
            let what = if ring.form == RingForm::JwkSet {
                "JWK Set"
            } else {
                "PEM"
            };
            let unreadable = entries.iter().filter(|entry| entry.key.is_err()).count();
            let also = match unreadable {
                0 => String::new(),
                some => format!(", {some} of them not readable"),
            };
            let more = match ring.left_out {
                0 => String::new(),
                more => format!(", and {} more that are left out", grouped(more)),
            };
            let keys = count(entries.len(), "key", "keys");
            format!("{what} with {keys}{also}{more}")
        }
    }
}

/// "RSA public key, 2,048 bits".
pub fn name(key: &Key) -> String {
    let half = if key.can_sign() { "private" } else { "public" };
    match key {
        Key::Secret(secret) => format!("Secret, {}", count(secret.bits(), "bit", "bits")),
        Key::Rsa(key) => format!("RSA {half} key, {}", count(key.bits(), "bit", "bits")),
        Key::Ec(key) => format!("EC {half} key, curve {}", key.curve().name()),
        Key::Ed25519(_) => format!("Ed25519 {half} key"),
    }
}

/// "PEM SPKI".
pub fn form(form: RingForm, entry: &Entry) -> String {
    let structure = entry.meta.structure.map_or("", structure_name);
    match form {
        RingForm::Pem => format!("PEM {structure}"),
        RingForm::BareDer => format!("base64 of DER, {structure}"),
        RingForm::Jwk | RingForm::JwkSet => "JWK".to_owned(),
    }
}

/// A JWK that strict libraries will refuse.
fn bent(entry: &Entry) -> String {
    match entry.meta.not_base64url.as_slice() {
        [] => String::new(),
        names => format!(
            "; {} not in base64url, which strict libraries refuse",
            listed(names)
        ),
    }
}
