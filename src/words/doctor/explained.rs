//! What is known, and what no change can mend.

use super::Note;
use super::change::read_as;
use crate::doctor::Explanation;
use crate::jose::{Algorithm, SecretEncoding};
use crate::words::{count, grouped, quoted};

/// Why Graph's tokens verify nowhere else, and what to do.
pub const GRAPH: &str = "Microsoft signs its tokens for Graph like this, so that they verify nowhere else. Leave it to Graph to verify them, and ask for a token whose audience is your own API.";

/// Puts an explanation into words.
pub fn explained(explanation: &Explanation) -> Note {
    match explanation {
        Explanation::SignedAs {
            alg,
            header,
            encoding,
        } => signed_as(*alg, header.as_deref(), *encoding),
        Explanation::KeyAsSecret { alg, public: true } => Note::new(
            "a public key used as a secret",
            format!("This is an {} signature whose secret is the text of the public key that you pasted.", alg.name()),
            (
                "A public key is no secret: anybody can have signed this. It is the attack called algorithm confusion. Refuse the token; a server that requires its algorithm is safe from it.",
                "RFC 8725 §2.1",
            ),
        ),
        Explanation::KeyAsSecret { alg, public: false } => Note::new(
            "a private key used as a secret",
            format!("This is an {} signature whose secret is the text of the key that you pasted.", alg.name()),
            ("The signer has to name, and use, an algorithm of that key.", "RFC 8725 §3.1"),
        ),
        Explanation::SignedOver { standard, padding } => signed_over(*standard, *padding),
        Explanation::GraphNonce => Note::new(
            "only Graph can verify it",
            "This is a token of Microsoft's for Graph, and its header has a “nonce”: what was signed has the hash of it in its place.".to_owned(),
            (GRAPH, ""),
        ),
        Explanation::Short { alg, found, wanted } => short(*alg, *found, *wanted),
    }
}

fn signed_as(alg: Algorithm, header: Option<&str>, encoding: Option<SecretEncoding>) -> Note {
    let name = alg.name();
    let named = match header {
        Some(header) if header.eq_ignore_ascii_case(name) => {
            format!("the header says {}, and case counts", quoted(header))
        }
        Some(header) => format!("the header says {}", quoted(header)),
        None => "the header names no algorithm".to_owned(),
    };
    let condition = encoding.map_or(String::new(), |encoding| {
        format!(", the secret read as {},", read_as(encoding))
    });
    Note::new(
        "signed with another algorithm",
        format!("With this key{condition} it is a valid {name} signature, but {named}."),
        (
            "A server must refuse it: it takes the algorithm from the header or from its settings, and never guesses. The signer has to name the one that it uses.",
            "RFC 7515 §4.1.1",
        ),
    )
}

fn signed_over(standard: bool, padding: bool) -> Note {
    let what = match (standard, padding) {
        (false, _) => "base64 with the padding “=”",
        (true, false) => "base64 in the standard alphabet, with “+” and “/”",
        (true, true) => "base64 in the standard alphabet and with the padding “=”",
    };
    let advice = if standard {
        "A conforming server refuses it: the signer has to use base64url without padding."
    } else {
        "A conforming server refuses it. AWS load balancers sign like this; verify such tokens with code that knows it."
    };
    Note::new(
        "not base64url when it was signed",
        format!("The signature holds with this key, but over {what}."),
        (advice, "RFC 7515 §2"),
    )
}

fn short(alg: Algorithm, found: usize, wanted: usize) -> Note {
    let by_key = match alg {
        Algorithm::Rs(_) | Algorithm::Ps(_) => " by this key",
        _ => "",
    };
    let missing = match wanted.saturating_sub(found) {
        1 => "one is".to_owned(),
        missing => format!("{} are", grouped(missing)),
    };
    Note::new(
        "the signature is too short",
        format!(
            "Every {} signature{by_key} has {}; this one has {}: {missing} missing, or another algorithm made it.",
            alg.name(),
            count(wanted, "character", "characters"),
            grouped(found),
        ),
        ("Copy the whole token again.", "RFC 7515 §5.2"),
    )
}
