//! Why a signature does not verify, and the change that makes it verify.

use super::key::encoding_name;
use super::{count, grouped, listed, quoted};
use crate::doctor::{
    Attempt, Change, Cure, Diagnosis, Escapes, Explanation, Form, Inputs, Layout, SecretText,
    SignatureEnd, SignatureForm, Stray,
};
use crate::jose::{Algorithm, SecretEncoding};
use serde::{Deserialize, Serialize};

/// What is said of a diagnosis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Told {
    pub cure: Option<Remedy>,
    pub explained: Vec<Note>,
    /// What was tried, where nothing came of it; empty where nothing was.
    pub tried: String,
}

/// A change that makes the token verify, and the button that makes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Remedy {
    pub note: Note,
    pub button: String,
    pub apply: Inputs,
}

/// One thing that is said.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
        cure: diagnosis.cure.as_ref().and_then(remedy),
        explained: diagnosis.explained.iter().map(explained).collect(),
        tried,
    }
}

fn is_proven(explanation: &Explanation) -> bool {
    !matches!(
        explanation,
        Explanation::GraphNonce | Explanation::Short { .. }
    )
}

fn remedy(cure: &Cure) -> Option<Remedy> {
    let clauses: Vec<String> = cure.changes.iter().map(clause).collect();
    let sentence = format!("It verifies when {}.", clauses.join(" and "));
    // The first is told of last: what came before was needed to try it.
    let last = cure.changes.last()?;
    let (title, button) = title_and_button(last);
    Some(Remedy {
        note: Note::new(title, sentence, advice(last)),
        button: button.to_owned(),
        apply: cure.apply.clone(),
    })
}

/// What is changed, to follow "It verifies when".
fn clause(change: &Change) -> String {
    match change {
        Change::AnyAlgorithm { required } => format!("{} is not required", required.name()),
        Change::Characters(strays) => {
            let strays: Vec<&str> = strays.iter().map(|stray| stray_name(*stray)).collect();
            format!("the token is freed of {}", listed(&strays))
        }
        Change::Encoding(encoding) => format!("the secret is read as {}", read_as(*encoding)),
        Change::Secret(text) => secret_text(*text).to_owned(),
        Change::OtherKey { kid: Some(kid), .. } => {
            format!("the key {} of those you pasted is used", quoted(kid))
        }
        Change::OtherKey { index, .. } => format!("key {} of those you pasted is used", index + 1),
        Change::BareKey => "the key alone is read, without the text around it".to_owned(),
        Change::Signature(form) => signature_form(*form).to_owned(),
        Change::SignatureEnd(end) => signature_end(*end),
        Change::HashedNonce => {
            "the “nonce” in the header is replaced by its SHA-256 hash".to_owned()
        }
        Change::Header(form) => format!("the header is written {}", written(*form)),
        Change::Payload(form) => format!("the payload is written {}", written(*form)),
    }
}

fn stray_name(stray: Stray) -> &'static str {
    match stray {
        Stray::Blank => "white space and invisible characters",
        Stray::Percent => "percent-encoding",
        Stray::Standard => "“+” and “/”, written “-” and “_”",
        Stray::Padding => "the padding “=”",
        Stray::Around => "what stands around it",
    }
}

fn read_as(encoding: SecretEncoding) -> &'static str {
    match encoding {
        SecretEncoding::Base64 => "base64",
        SecretEncoding::Base64url => "base64url",
        SecretEncoding::Hex => "hexadecimal",
        SecretEncoding::Utf8 => encoding_name(encoding),
    }
}

fn secret_text(text: SecretText) -> &'static str {
    match text {
        SecretText::WithoutFinalLineBreak => "the line break at the end of the secret is left out",
        SecretText::Trimmed => "the white space around the secret is left out",
        SecretText::WithFinalLineBreak => "the secret ends with a line break",
        SecretText::WithFinalCrLf => "the secret ends with a line break of Windows (CR LF)",
        SecretText::Unquoted => "the quotes around the secret are left out",
        SecretText::Unescaped => "“\\n” in the secret is read as a line break",
        SecretText::Value => "only what follows the name is taken for the secret",
        SecretText::PercentDecoded => "the secret is percent-decoded",
        SecretText::TextOfK => {
            "the text of the JWK's “k” is the secret, and not the bytes it stands for"
        }
    }
}

fn signature_form(form: SignatureForm) -> &'static str {
    match form {
        SignatureForm::Der => "the signature is written as r and s, and not in DER",
        SignatureForm::Swapped => "r and s of the signature change places",
        SignatureForm::Unpadded => "every number of the signature has its full length",
        SignatureForm::Hex => "the signature is written in base64url, and not in hexadecimal",
        SignatureForm::Twice => "the signature is encoded once, and not twice",
    }
}

fn signature_end(end: SignatureEnd) -> String {
    match end {
        SignatureEnd::Doubled => {
            "the last character of the signature, which is doubled, is written once".to_owned()
        }
        SignatureEnd::TooMany { extra: 1 } => {
            "the last character of the signature, one too many, is left out".to_owned()
        }
        SignatureEnd::TooMany { extra } => format!(
            "the last {} characters of the signature are left out",
            grouped(extra)
        ),
        SignatureEnd::Missing { missing: 1 } => {
            "the last character of the signature, which is missing, is put back".to_owned()
        }
        SignatureEnd::Missing { missing } => format!(
            "the last {} characters of the signature, which are missing, are put back",
            grouped(missing)
        ),
        SignatureEnd::UnusedBits => {
            "the last character of the signature is the one that an encoder writes".to_owned()
        }
    }
}

/// "with a space after every comma and colon, its members sorted by name".
fn written(form: Form) -> String {
    let Form::Json {
        layout,
        sorted,
        escapes,
    } = form
    else {
        return "with a line break at its end".to_owned();
    };
    let layout = match layout {
        Layout::Compact => "without white space",
        Layout::Spaced => "with a space after every comma and colon",
        Layout::Indented(2) => "over several lines, indented by two spaces",
        Layout::Indented(_) => "over several lines, indented by four spaces",
    };
    let sorted = if sorted {
        ", its members sorted by name"
    } else {
        ""
    };
    let escapes = match escapes {
        Escapes::AsWritten => "",
        Escapes::Plain => ", without needless escapes",
        Escapes::Ascii => ", everything but ASCII escaped",
        Escapes::AsciiAndSlash => ", “/” and everything but ASCII escaped",
        Escapes::Html => ", “<”, “>” and “&” escaped",
    };
    [layout, sorted, escapes].concat()
}

fn title_and_button(change: &Change) -> (&'static str, &'static str) {
    match change {
        Change::AnyAlgorithm { .. } => ("another algorithm is required", "Require no algorithm"),
        Change::Characters(_) => ("characters that do not belong", "Clean the token"),
        Change::Encoding(encoding) => (
            "the secret is written otherwise",
            match encoding {
                SecretEncoding::Utf8 => "Read it as UTF-8",
                SecretEncoding::Base64 => "Read it as Base64",
                SecretEncoding::Base64url => "Read it as Base64url",
                SecretEncoding::Hex => "Read it as Hex",
            },
        ),
        Change::Secret(_) => ("the secret is another text", "Change the secret"),
        Change::OtherKey { .. } => ("it was another key", "Use this key"),
        Change::BareKey => ("text around the key", "Take the key alone"),
        Change::Signature(_) => (
            "the signature is written otherwise",
            "Rewrite the signature",
        ),
        Change::SignatureEnd(_) => ("the signature's end", "Mend the signature"),
        Change::HashedNonce => ("only Graph is to verify it", "Put the hash in"),
        Change::Header(_) | Change::Payload(_) => {
            ("written anew since it was signed", "Write it as it was")
        }
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
        Change::OtherKey {
            asked_for: Some(_), ..
        } => (
            "The header's “kid” asks for another key, so a server that goes by it refuses this token. Make sure that the issuer still uses this key.",
            "RFC 7515 §4.1.4",
        ),
        Change::OtherKey { .. } => (
            "The key says that it is for something else (“use”, “key_ops” or “alg”), so a server may refuse it.",
            "RFC 7517 §4",
        ),
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

const GRAPH: &str = "Microsoft signs its tokens for Graph like this, so that they verify nowhere else. Leave it to Graph to verify them, and ask for a token whose audience is your own API.";

fn explained(explanation: &Explanation) -> Note {
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
        Explanation::Short { alg, found, wanted } => Note::new(
            "the signature is too short",
            format!(
                "An {} signature for this key has {}; this one has {}. {} missing, or it was made with another algorithm.",
                alg.name(),
                count(*wanted, "character", "characters"),
                grouped(*found),
                match wanted - found {
                    1 => "One is".to_owned(),
                    missing => format!("{} are", grouped(missing)),
                },
            ),
            ("Copy the whole token again.", "RFC 7515 §5.2"),
        ),
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

fn tried(tried: &[Attempt], left_out: &[Attempt]) -> String {
    let names = |attempts: &[Attempt]| {
        let names: Vec<&str> = attempts.iter().map(|attempt| name(*attempt)).collect();
        listed(&names)
    };
    let mut sentences = Vec::new();
    if !tried.is_empty() {
        sentences.push(format!("None of these helped: {}.", names(tried)));
    }
    if !left_out.is_empty() {
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
        Attempt::SignatureEnd => "a lost or doubled end of the signature",
        Attempt::SignatureForm => "other forms of the signature",
        Attempt::OtherKey => "the other keys that you pasted",
        Attempt::BareKey => "the key without the text around it",
        Attempt::OtherAlgorithm => "other algorithms of the key",
        Attempt::KeyAsSecret => "the text of the key as a secret",
        Attempt::SignedOver => "padding or the standard alphabet signed over",
        Attempt::HashedNonce => "the “nonce” hashed",
        Attempt::Payload => "the payload in other layouts, orders and escapes",
        Attempt::Header => "the header in other layouts, orders and escapes",
    }
}
