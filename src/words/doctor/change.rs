//! What is changed.

use crate::doctor::{
    Change, Escapes, Form, Layout, SecretText, SignatureEnd, SignatureForm, Stray, Style,
};
use crate::jose::SecretEncoding;
use crate::words::key::encoding_name;
use crate::words::{grouped, quoted};

/// What is changed, to follow "It verifies when".
pub fn clause(change: &Change) -> String {
    match change {
        Change::AnyAlgorithm { required } => format!("{} is not required", required.name()),
        Change::Characters(strays) => {
            let strays: Vec<&str> = strays.iter().map(|stray| freed_of(*stray)).collect();
            strays.join(" and ")
        }
        Change::Encoding(encoding) => format!("the secret is read as {}", read_as(*encoding)),
        Change::Secret(text) => secret_text(*text).to_owned(),
        Change::OtherKey { index: None, .. } => "your key is used all the same".to_owned(),
        Change::OtherKey { kid: Some(kid), .. } => {
            format!("the key {} of those you pasted is used", quoted(kid))
        }
        Change::OtherKey {
            index: Some(index), ..
        } => format!("key {} of those you pasted is used", index + 1),
        Change::BareKey => "the key alone is read, without the text around it".to_owned(),
        Change::Signature(form) => signature_form(*form).to_owned(),
        Change::SignatureEnd(end) => signature_end(*end),
        Change::HashedNonce => {
            "the “nonce” in the header is replaced by its SHA-256 hash".to_owned()
        }
        Change::Header(form) => ["the header is written ", &written(*form)].concat(),
        Change::Payload(form) => ["the payload is written ", &written(*form)].concat(),
    }
}

fn freed_of(stray: Stray) -> &'static str {
    match stray {
        Stray::Blank => "white space and invisible characters are taken out of the token",
        Stray::Percent => "percent-encoding in the token is undone",
        Stray::Standard => "“+” and “/” in the token are written “-” and “_”",
        Stray::Padding => "the padding “=” is taken out of the token",
        Stray::Around => "what stands around the token is left out",
    }
}

/// "base64".
pub fn read_as(encoding: SecretEncoding) -> &'static str {
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
pub fn written(form: Form) -> String {
    let Form::Json(Style {
        layout,
        sorted,
        escapes,
    }) = form
    else {
        return "with a line break at its end".to_owned();
    };
    let layout = match layout {
        Layout::Compact => "without white space",
        Layout::Spaced => "with a space after every comma and colon",
        Layout::Keycloak => "as Keycloak does, with spaces around every colon but the first",
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
