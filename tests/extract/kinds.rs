//! What a paste is: a token, a key, text with tokens in it, or nothing.

use crate::support::pasted;
use crate::tokens::{filled, texts, token};
use jwt_inspector::jose::extract::{Paste, extract, kind_of_paste};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// A token alone goes into the box as it was pasted, where cleaning is said and can be seen.
#[test]
fn a_token_alone_is_a_token() {
    for text in [
        "«jwt»",
        " Bearer «jwt»\n",
        "\"«rsa|lines»\"",
        "«sd|%»",
        "«jwe»",
        "«short»",
        "«unsigned»",
    ] {
        assert_eq!(kind_of_paste(&filled(text)), Paste::Token, "{text}");
    }
    let [header, payload, signature] = ["jwt"; 3]
        .map(token)
        .map(|token| token.split('.').map(str::to_owned).collect::<Vec<_>>());
    let json = format!(
        r#"{{"protected":"{}","payload":"{}","signature":"{}"}}"#,
        header[0], payload[1], signature[2]
    );
    assert_eq!(kind_of_paste(&json), Paste::Token);
}

#[test]
fn a_token_whose_signature_is_malformed_is_a_token() {
    let text = token("jwt");
    let malformed = format!("{}B", &text[..text.len() - 1]);
    assert_eq!(kind_of_paste(&malformed), Paste::Token);
    assert_eq!(
        texts(&extract(&format!("Authorization: Bearer {malformed}"))),
        [malformed]
    );
}

#[test]
fn keys_are_told_from_tokens() {
    for (name, form) in [
        ("rsa", "spki"),
        ("p-256", "pkcs8"),
        ("p-256", "public_jwk"),
        ("oct", "private_jwk"),
    ] {
        assert_eq!(
            kind_of_paste(&pasted(name, form)),
            Paste::Key,
            "{name} {form}"
        );
    }
    let set = format!(r#"{{"keys":[{}]}}"#, pasted("p-256", "public_jwk"));
    assert_eq!(kind_of_paste(&set), Paste::Key);
    let encrypted =
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----";
    assert_eq!(kind_of_paste(encrypted), Paste::Key);
}

/// A key is one only if there is no token beside it.
#[test]
fn tokens_win_over_keys() {
    let both = [
        format!("{}\n{}\n", token("jwt"), pasted("p-256", "spki")),
        format!(
            r#"{{"token":"{}","keys":[{}]}}"#,
            token("jwt"),
            pasted("p-256", "public_jwk")
        ),
        format!(r#"{{"access_token":"{}","keys":[]}}"#, token("jwt")),
    ];
    for text in both {
        let Paste::Tokens(found) = kind_of_paste(&text) else {
            panic!("no tokens in {text}");
        };
        assert_eq!(texts(&found), [token("jwt")]);
    }
}

/// It goes into its box, where what it lacks is told.
#[test]
fn a_token_that_was_cut_is_meant_for_the_token_box() {
    let token = token("jwt");
    for length in [30, 40, 60, token.len() / 2] {
        assert_eq!(kind_of_paste(&token[..length]), Paste::Token, "{length}");
    }
    assert_eq!(kind_of_paste(&token[..4]), Paste::Nothing);
}
