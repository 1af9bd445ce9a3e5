//! Notes beside header parameters.

use super::{Note, Tone, signature};
use crate::jose::alg::AlgName;
use crate::jose::json::Value;

/// What a parameter means; nothing of one that is not known. `encrypted` in the header of a JWE.
pub fn note(name: &str, value: Value, encrypted: bool) -> Option<Note> {
    let text = value.as_str();
    match name {
        "alg" => text.map(|name| algorithm(&AlgName::read(&name), encrypted)),
        "typ" => Some(Note::plain(
            text.map_or(MEDIA_TYPE, |name| media_type(&name)),
        )),
        "b64" => Some(Note::plain(if value.as_bool() == Some(false) {
            "the payload stands in the token as it is, not in base64url"
        } else {
            "the payload is in base64url"
        })),
        "jwk" => Some(Note::new(
            Tone::Warn,
            "a key brought by the token itself: proves nothing",
        )),
        "x5c" => Some(Note::new(
            Tone::Warn,
            "certificates brought by the token itself: prove nothing alone",
        )),
        other => meaning(other).map(Note::plain),
    }
}

fn algorithm(alg: &AlgName, encrypted: bool) -> Note {
    match alg {
        AlgName::Supported(alg) => Note::plain(signature::alg_meaning_and_keys(*alg)),
        AlgName::None => Note::new(Tone::Bad, "not signed at all"),
        AlgName::Unsupported {
            registered: true, ..
        } => Note::plain("a signature algorithm that is not supported here"),
        AlgName::Unsupported { .. } if encrypted => {
            Note::plain("how the key of the content is encrypted or agreed on")
        }
        AlgName::Unsupported { .. } => {
            Note::new(Tone::Warn, "no signature algorithm that is known here")
        }
    }
}

const MEDIA_TYPE: &str = "media type: what the token is";

/// Media types compare without case, and may leave out "application/" (RFC 7515 section 4.1.9).
fn media_type(name: &str) -> &'static str {
    const KNOWN: [(&str, &str); 10] = [
        ("jwt", "media type: a JSON Web Token"),
        ("at+jwt", "media type: an OAuth access token"),
        (
            "dpop+jwt",
            "media type: a proof that the sender holds a key (DPoP)",
        ),
        ("logout+jwt", "media type: a logout token (OpenID Connect)"),
        ("secevent+jwt", "media type: a security event token"),
        ("kb+jwt", "media type: a key binding (SD-JWT)"),
        ("dc+sd-jwt", "media type: a credential (SD-JWT)"),
        (
            "oauth-authz-req+jwt",
            "media type: an OAuth authorization request",
        ),
        (
            "jose",
            "media type: signed or encrypted content in compact form",
        ),
        (
            "jose+json",
            "media type: signed or encrypted content as JSON",
        ),
    ];
    let name = name.to_ascii_lowercase();
    let bare = name.strip_prefix("application/").unwrap_or(&name);
    let found = KNOWN.iter().find(|(known, _)| *known == bare);
    found.map_or(MEDIA_TYPE, |(_, meaning)| meaning)
}

fn meaning(name: &str) -> Option<&'static str> {
    Some(match name {
        "kid" => "key ID: which key to verify with",
        "jku" => "address of a set of keys: never fetched here",
        "x5u" => "address of a certificate: never fetched here",
        "x5t" => "fingerprint of the key's certificate (SHA-1)",
        "x5t#S256" => "fingerprint of the key's certificate (SHA-256)",
        "cty" => "media type of the payload",
        "crit" => "extensions: a verifier that does not know one must refuse the token",
        "enc" => "how the content is encrypted",
        "zip" => "how the content was compressed before it was encrypted",
        "epk" => "public key made for this one encryption",
        "apu" => "about the sender, for the agreement on a key",
        "apv" => "about the recipient, for the agreement on a key",
        "iv" => "initialization vector of the encrypted key",
        "tag" => "authentication tag of the encrypted key",
        "p2s" => "salt for the password",
        "p2c" => "how many times the password is hashed",
        _ => return None,
    })
}
