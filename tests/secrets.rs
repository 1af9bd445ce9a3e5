//! What is printed for debugging never holds a key: not as text, hexadecimal, base64 or a list of numbers.

mod support;

use jwt_inspector::jose::base64url::{decode, encode};
use jwt_inspector::jose::crypto::Seed;
use jwt_inspector::jose::sign::Signer;
use jwt_inspector::jose::{KeyInput, SecretEncoding, Source};
use serde_json::json;
use std::fmt::Debug;
use support::{HS256, fixtures, hs256, pasted, secret};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn keeps(printed: &impl Debug, secret: &[u8]) {
    for text in [format!("{printed:?}"), format!("{printed:#?}")] {
        assert!(!gives_away(&text, secret), "{text}");
    }
}

/// Whether a text holds eight bytes in a row of a secret, in any notation.
fn gives_away(text: &str, secret: &[u8]) -> bool {
    let packed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let packed = packed.replace("0x", "").to_lowercase();
    let joined = |window: &[u8], notation: fn(&u8) -> String, between| {
        packed.contains(
            &window
                .iter()
                .map(notation)
                .collect::<Vec<_>>()
                .join(between),
        )
    };
    let hex = |byte: &u8| format!("{byte:02x}");
    secret.windows(8).any(|window| {
        std::str::from_utf8(window).is_ok_and(|written| text.contains(written))
            || joined(window, u8::to_string, ",")
            || joined(window, hex, ",")
            || joined(window, hex, "")
            || gives_away_in_base64(text, window)
    })
}

/// At each of the three alignments, the letters that depend on no neighbour.
fn gives_away_in_base64(text: &str, window: &[u8]) -> bool {
    (0..3).any(|skipped| {
        let whole = (window.len() - skipped) / 3 * 3;
        let letters = encode(&window[skipped..skipped + whole]);
        text.contains(&letters) || text.contains(&letters.replace('-', "+").replace('_', "/"))
    })
}

#[test]
fn a_secret_is_not_printed() {
    let text = "correct horse battery staple";
    keeps(&secret(text), text.as_bytes());
    keeps(&KeyInput::read(text, SecretEncoding::Utf8), text.as_bytes());
    let bytes: Vec<u8> = (1..60).map(|n| n * 4).collect();
    let hex: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    keeps(&KeyInput::read(&hex, SecretEncoding::Hex), &bytes);
    keeps(
        &KeyInput::read(&encode(&bytes), SecretEncoding::Base64url),
        &bytes,
    );
    keeps(
        &KeyInput::read(
            &json!({ "kty": "oct", "k": encode(&bytes) }).to_string(),
            SecretEncoding::Utf8,
        ),
        &bytes,
    );
}

#[test]
fn a_private_key_is_not_printed() {
    let mut tried = 0;
    for name in ["rsa", "p-256", "p-384", "p-521", "secp256k1", "ed25519"] {
        let forms = &fixtures()["keys"][name];
        for form in forms.as_object().expect("forms").keys() {
            let key = KeyInput::read(&pasted(name, form), SecretEncoding::Utf8);
            for member in ["d", "p", "q"] {
                if let Some(secret) = forms["private_jwk"][member].as_str() {
                    keeps(&key, &decode(secret).expect("base64url"));
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 40, "only {tried}");
}

#[test]
fn a_broken_private_key_is_not_printed_with_its_error() {
    for name in ["rsa", "p-256", "ed25519"] {
        let d = decode(
            fixtures()["keys"][name]["private_jwk"]["d"]
                .as_str()
                .expect("d"),
        )
        .expect("base64url");
        for form in ["pkcs8", "private_jwk"] {
            let text = pasted(name, form);
            for broken in [
                &text[..text.len() - 20],
                &text.replacen("\"x\"", "\"z\"", 1),
                &text.replacen('M', "é", 3),
            ] {
                keeps(&KeyInput::read(broken, SecretEncoding::Utf8), &d);
            }
        }
    }
}

#[test]
fn a_seed_is_not_printed() {
    let bytes: [u8; 32] = std::array::from_fn(|n| n as u8 * 7 + 1);
    keeps(&Seed::new(bytes), &bytes);
}

#[test]
fn a_signer_does_not_print_its_key() {
    let text = "correct horse battery staple";
    let source = Source::read(&hs256(HS256, "{}"));
    let key = KeyInput::read(text, SecretEncoding::Utf8);
    keeps(
        &Signer::new(&source, &key).expect("a secret signs"),
        text.as_bytes(),
    );
}

#[test]
fn the_search_finds_each_notation() {
    let bytes = b"correct horse battery staple";
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let texts = [
        "a correct horse battery staple!".to_owned(),
        hex.to_uppercase(),
        hex,
        encode(bytes),
        encode(&[b"x", &bytes[..]].concat()),
        encode(&[b"xy", &bytes[..]].concat()),
        format!("{bytes:?}"),
        format!("{bytes:#?}"),
        format!("{bytes:#04x?}"),
    ];
    for text in texts {
        assert!(gives_away(&text, bytes), "{text}");
    }
    assert!(!gives_away("nothing of it", bytes));
}
