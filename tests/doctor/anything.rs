//! Whatever is done to a token and its key, the examination ends, and its cure cures.

use crate::support::{HS256, SECRET, cases, hs256, pasted, signed, text};
use crate::{HS, PAYLOAD, examined};
use jwt_inspector::jose::SecretEncoding;
use jwt_inspector::jose::base64url::encode;
use proptest::prelude::*;
use serde_json::json;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// What may be done to a token or a key on its way.
fn bent(text: &str, how: u8, at: usize, typed: &str) -> String {
    let at = (0..=at % (text.len() + 1))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0);
    let (start, end) = text.split_at(at);
    match how % 6 {
        0 => text.to_owned(),
        1 => [start, typed, end].concat(),
        2 => start.to_owned(),
        3 => [text, typed].concat(),
        4 => [start, end.get(1..).unwrap_or_default()].concat(),
        _ => encode(text.as_bytes()),
    }
}

proptest! {
    #![proptest_config(cases(150))]

    /// Whatever is done to a token and its key, the examination ends, and its cure cures.
    #[test]
    fn every_cure_verifies(
        which in 0_usize..6,
        (token_how, key_how) in any::<(u8, u8)>(),
        (token_at, key_at) in any::<(usize, usize)>(),
        typed in "[ -~\n]{0,3}",
        encoding in 0_usize..4,
    ) {
        let (token, pasted_key) = match which {
            0 => (signed("ES256", "p-256").to_owned(), pasted("p-256", "spki")),
            1 => (signed("RS256", "rsa-512").to_owned(), pasted("rsa-512", "public_jwk")),
            2 => (signed("HS256", "oct").to_owned(), pasted("oct", "private_jwk")),
            3 => (signed("Ed25519", "ed25519").to_owned(), pasted("ed25519", "certificate")),
            _ => (hs256(HS256, PAYLOAD), SECRET.to_owned()),
        };
        let token = bent(&token, token_how, token_at, &typed);
        let pasted_key = bent(&pasted_key, key_how, key_at, &typed);
        let encoding = SecretEncoding::ALL[encoding];
        let found = examined(&token, &pasted_key, encoding, Some(HS).filter(|_| which == 4));
        prop_assert!(found.verifications < 300);
    }

    #[test]
    fn any_texts_are_examined(token in "\\PC{0,80}", dots in "[-_A-Za-z0-9.=+/ ]{0,80}", pasted_key in "\\PC{0,40}") {
        for token in [token, dots.clone(), format!("eyJhbGciOiJFUzI1NiJ9.{dots}")] {
            examined(&token, &pasted_key, SecretEncoding::Utf8, None);
            examined(&token, &text(&json!(pasted("p-256", "spki"))), SecretEncoding::Hex, None);
        }
    }
}
