//! Secrets that were pasted in another encoding, or with something around them.

use crate::{by_secret, changes, examined};
use jwt_inspector::doctor::{Change, SecretText};
use jwt_inspector::jose::SecretEncoding;
use serde_json::json;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn a_secret_in_another_encoding_is_read() {
    use SecretEncoding::{Base64, Base64url, Hex, Utf8};
    for (bytes, pasted_key, chosen, right) in [
        (&b"secret"[..], "c2VjcmV0", Utf8, Base64),
        (b"secret", "736563726574", Utf8, Hex),
        (b"secret", "736563726574", Base64, Hex),
        (b"c2VjcmV0", "c2VjcmV0", Base64, Utf8),
        (b"c2VjcmV0", "c2VjcmV0", Base64url, Utf8),
        (b"not hex", "not hex", Hex, Utf8),
        (&[255, 239], "_-8", Utf8, Base64),
    ] {
        let found = examined(&by_secret(bytes), pasted_key, chosen, None);
        let cure = found.cure.expect(pasted_key);
        assert_eq!(cure.changes, [Change::Encoding(right)], "{pasted_key}");
        assert_eq!(cure.apply.encoding, Some(right));
    }
}

#[test]
fn what_surrounds_a_secret_is_told() {
    use SecretText::*;
    for (secret, pasted_key, change) in [
        ("secret", "secret\n", WithoutFinalLineBreak),
        ("secret", "secret\r\n", WithoutFinalLineBreak),
        ("secret", " secret ", Trimmed),
        ("secret\n", "secret", WithFinalLineBreak),
        ("secret\r\n", "secret", WithFinalCrLf),
        ("secret", "\"secret\"", Unquoted),
        ("secret", "'secret'\n", Unquoted),
        ("two\nlines", "two\\nlines", Unescaped),
        ("secret", "JWT_SECRET=secret", Value),
        ("secret", "export JWT_SECRET='secret';", Value),
        ("secret", "jwt.secret: \"secret\",", Value),
        ("a+b/c", "a%2Bb%2Fc", PercentDecoded),
    ] {
        let found = changes(&by_secret(secret.as_bytes()), pasted_key);
        assert_eq!(found, [Change::Secret(change)], "{pasted_key:?}");
    }
    let both = changes(&by_secret(b"secret"), "'c2VjcmV0'");
    let wanted = [
        Change::Secret(Unquoted),
        Change::Encoding(SecretEncoding::Base64),
    ];
    assert_eq!(both, wanted);
}

#[test]
fn the_text_of_k_may_be_the_secret() {
    let jwk = json!({ "kty": "oct", "k": "c2VjcmV0" }).to_string();
    let found = changes(&by_secret(b"c2VjcmV0"), &jwk);
    assert_eq!(found, [Change::Secret(SecretText::TextOfK)]);
}
