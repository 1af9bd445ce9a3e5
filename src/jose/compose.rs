//! A token out of header and payload (RFC 7515 section 7.1).

use super::base64url;

/// The texts of a header and a payload as a compact JWS whose signature is still empty, for
/// [`Signer`](super::sign::Signer) to fill in.
///
/// ```
/// use jwt_inspector::jose::compose::compose;
/// assert_eq!(compose(r#"{"alg":"none"}"#, "{}"), "eyJhbGciOiJub25lIn0.e30.");
/// ```
pub fn compose(header: &str, payload: &str) -> String {
    let (header, payload) = (header.as_bytes(), payload.as_bytes());
    [
        &base64url::encode(header),
        ".",
        &base64url::encode(payload),
        ".",
    ]
    .concat()
}
