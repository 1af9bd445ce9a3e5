//! The issuer of the lesson: what it signs, and what it compares.

use crate::jose::alg::Hash;
use crate::jose::base64url;
use crate::jose::crypto::digest;
use crate::learn::tokens;

/// When the sign-in happens, in seconds since 1970-01-01 UTC.
pub const SIGN_IN: usize = 1_900_000_000;

pub const ISSUER: &str = "https://id.example";
pub const APP: &str = "orders-app";
pub const API: &str = "https://api.example";

/// The verifier of RFC 7636 appendix B, so that its challenge can be looked up there.
pub const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
pub const CODE: &str = "P0iBTZc8bhNEgAfN3xNPJw";
pub const STATE: &str = "ypSvgFTOhSX2CD1haq0C3A";
pub const NONCE: &str = "n-7Xw2kQd0";

/// How long the access token lives, in minutes.
pub const ACCESS_MINUTES: usize = 10;

/// Its public key, which everybody may have.
pub const PUBLIC: &str = r#"{"kty":"EC","crv":"P-256","kid":"issuer-1","x":"r3ipX8P7sWc1p4Gb1vDU4yzZ3KucyLjsXNux-M5hx2s","y":"mNax-B5NZZVtOOwF73YYY6pSa-_b27k1sxNICrxvM9Y"}"#;

const PRIVATE_HALF: &str = r#","d":"_ujuY4Roe_YmtVOmTAhcDAQe-bVHGr6x0He5I6JnCnA"}"#;

/// What PKCE makes of a verifier: BASE64URL(SHA-256(ASCII(verifier))), RFC 7636 section 4.2.
pub fn challenge(verifier: &str) -> String {
    base64url::encode(&digest(Hash::Sha256, verifier.as_bytes()))
}

/// For the app: who signed in.
pub fn id_token() -> String {
    let about = [r#","aud":""#, APP, r#"","nonce":""#, NONCE, "\""].concat();
    issued("JWT", &about, SIGN_IN, 5)
}

/// For the API: what its bearer may do. Issued so many minutes after the sign-in.
pub fn access_token(minutes: usize) -> String {
    let serial = minutes.to_string();
    let about = [
        r#","aud":""#,
        API,
        r#"","client_id":""#,
        APP,
        r#"","scope":"orders:read","jti":"at-"#,
        &serial,
        "\"",
    ];
    issued(
        "at+jwt",
        &about.concat(),
        SIGN_IN + 60 * minutes,
        ACCESS_MINUTES,
    )
}

/// For the issuer itself: one for each use, which says nothing. It should be random; here it is a hash, so that it can be
/// had again.
pub fn refresh_token(serial: usize) -> String {
    challenge(&["refresh token ", &serial.to_string()].concat())
}

fn issued(typ: &str, about: &str, at: usize, minutes: usize) -> String {
    let key = [PUBLIC.trim_end_matches('}'), PRIVATE_HALF].concat();
    let header = [r#"{"alg":"ES256","typ":""#, typ, r#"","kid":"issuer-1"}"#].concat();
    let (issued, expires) = (at.to_string(), (at + 60 * minutes).to_string());
    let payload = [
        r#"{"iss":""#,
        ISSUER,
        r#"","sub":"alice-42""#,
        about,
        r#","iat":"#,
        &issued,
        r#","exp":"#,
        &expires,
        "}",
    ];
    tokens::signed(&header, &payload.concat(), &key)
}
