//! Signatures in another form, and signatures that lost or gained something at their end.

use crate::support::{HS256, SECRET, hs256, input, pasted, signed, with_other_character};
use crate::{by_key, changes, explained};
use jwt_inspector::doctor::{Change, Explanation, SignatureEnd, SignatureForm};
use jwt_inspector::jose::Algorithm;
use jwt_inspector::jose::alg::Curve;
use jwt_inspector::jose::base64url::{decode, encode};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// A token with its signature's bytes changed.
fn resigned(token: &str, change: impl Fn(&[u8]) -> Vec<u8>) -> String {
    let (message, signature) = token.rsplit_once('.').expect("a signature");
    let bytes = decode(signature).expect("base64url");
    [message, &encode(&change(&bytes))].join(".")
}

/// r and s, or any two numbers, as a DER sequence.
fn der(signature: &[u8]) -> Vec<u8> {
    let (r, s) = signature.split_at(signature.len() / 2);
    let integer = |number: &[u8]| {
        let zeros = number.iter().take_while(|byte| **byte == 0).count();
        let mut digits = number[zeros..].to_vec();
        if digits[0] & 0x80 != 0 {
            digits.insert(0, 0);
        }
        [&[2, digits.len() as u8], digits.as_slice()].concat()
    };
    let inside = [integer(r), integer(s)].concat();
    let length = inside.len() as u8;
    let head = if length < 0x80 {
        vec![0x30, length]
    } else {
        vec![0x30, 0x81, length]
    };
    [head, inside].concat()
}

const ECDSA: [(&str, &str); 4] = [
    ("ES256", "p-256"),
    ("ES384", "p-384"),
    ("ES512", "p-521"),
    ("ES256K", "secp256k1"),
];

#[test]
fn ecdsa_in_der_and_swapped_is_rewritten() {
    for (alg, name) in ECDSA {
        let token = signed(alg, name);
        let spki = pasted(name, "spki");
        let found = changes(&resigned(token, der), &spki);
        assert_eq!(found, [Change::Signature(SignatureForm::Der)], "{alg}");
        let swapped = |bytes: &[u8]| {
            let (r, s) = bytes.split_at(bytes.len() / 2);
            [s, r].concat()
        };
        let found = changes(&resigned(token, swapped), &spki);
        assert_eq!(found, [Change::Signature(SignatureForm::Swapped)], "{alg}");
    }
}

/// Numbers that are written without their leading zeros, or with the zero of a sign. On P-521 every other number has
/// a leading zero.
#[test]
fn numbers_of_another_length_are_mended() {
    let wanted = [Change::Signature(SignatureForm::Unpadded)];
    let mut found = [false; 2];
    for count in 0..100 {
        let message = input(r#"{"alg":"ES512"}"#, &format!("{{\"n\":{count}}}"));
        let bytes = by_key(Algorithm::Es(Curve::P521), "p-521", &message);
        for (index, at) in [0, 66].into_iter().enumerate() {
            if bytes[at] != 0 || found[index] {
                continue;
            }
            found[index] = true;
            let short = [&bytes[..at], &bytes[at + 1..]].concat();
            let token = [message.as_str(), &encode(&short)].join(".");
            assert_eq!(changes(&token, &pasted("p-521", "spki")), wanted);
        }
        if found == [true; 2] {
            break;
        }
    }
    assert_eq!(found, [true; 2]);
    let spki = pasted("p-256", "spki");
    for at in [0, 32] {
        let longer = resigned(signed("ES256", "p-256"), |bytes| {
            let mut longer = bytes.to_vec();
            longer.insert(at, 0);
            longer
        });
        assert_eq!(changes(&longer, &spki), wanted);
    }
}

#[test]
fn a_signature_in_hexadecimal_or_encoded_twice_is_rewritten() {
    let tokens = [
        (hs256(HS256, "{}"), SECRET.to_owned()),
        (signed("ES256", "p-256").to_owned(), pasted("p-256", "spki")),
        (signed("RS256", "rsa").to_owned(), pasted("rsa", "spki")),
    ];
    for (token, pasted_key) in tokens {
        let (message, signature) = token.rsplit_once('.').expect("a signature");
        let bytes = decode(signature).expect("base64url");
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        for (written, form) in [
            (hex.clone(), SignatureForm::Hex),
            (encode(hex.as_bytes()), SignatureForm::Hex),
            (encode(signature.as_bytes()), SignatureForm::Twice),
        ] {
            let found = changes(&[message, &written].join("."), &pasted_key);
            assert_eq!(found, [Change::Signature(form)], "{written}");
        }
    }
}

#[test]
fn the_end_of_a_signature_is_mended() {
    let tokens = [
        ("RS256", "rsa"),
        ("ES256", "p-256"),
        ("ES384", "p-384"),
        ("Ed25519", "ed25519"),
    ]
    .map(|(alg, name)| (signed(alg, name).to_owned(), pasted(name, "spki")));
    let hmac = (hs256(HS256, "{}"), SECRET.to_owned());
    for (token, pasted_key) in tokens.into_iter().chain([hmac]) {
        let end = |token: &str| match changes(token, &pasted_key).as_slice() {
            [Change::SignatureEnd(end)] => Some(*end),
            _ => None,
        };
        let last = &token[token.len() - 1..];
        let lost = &token[..token.len() - 1];
        assert_eq!(end(&[&token, last].concat()), Some(SignatureEnd::Doubled));
        let other = if last == "x" { "yz" } else { "xz" };
        assert_eq!(
            end(&[&token, other].concat()),
            Some(SignatureEnd::TooMany { extra: 2 })
        );
        assert_eq!(end(lost), Some(SignatureEnd::Missing { missing: 1 }));
    }
    let token = hs256(HS256, "{}");
    let found = changes(&token[..token.len() - 12], SECRET);
    assert_eq!(
        found,
        [Change::SignatureEnd(SignatureEnd::Missing { missing: 12 })]
    );
    let last = with_other_character(&token, token.len() - 1);
    assert_ne!(last, token);
    let unused = changes(&changed_bits(&token), SECRET);
    assert_eq!(unused, [Change::SignatureEnd(SignatureEnd::UnusedBits)]);
}

/// The token with the last character's unused bits set.
fn changed_bits(token: &str) -> String {
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let last = token.bytes().last().expect("a character");
    let value = letters.iter().position(|letter| *letter == last);
    let other = letters[value.expect("of the alphabet") | 1];
    [&token[..token.len() - 1], &char::from(other).to_string()].concat()
}

#[test]
fn a_truncated_signature_is_measured() {
    for (alg, name, wanted) in [
        ("HS256", "oct", 43),
        ("ES256", "p-256", 86),
        ("Ed25519", "ed25519", 86),
        ("RS256", "rsa", 342),
    ] {
        let token = signed(alg, name);
        let keys = if name == "oct" {
            "a wrong secret".to_owned()
        } else {
            pasted(name, "spki")
        };
        let found = explained(&token[..token.len() - 20], &keys);
        let alg = Algorithm::from_name(alg).expect("an algorithm");
        let short = Explanation::Short {
            alg,
            found: wanted - 20,
            wanted,
        };
        assert_eq!(found, [short]);
    }
    // Without a key too, where the algorithm alone says how long it is.
    let token = signed("ES256", "p-256");
    assert!(matches!(
        explained(&token[..token.len() - 20], "").as_slice(),
        [Explanation::Short { .. }]
    ));
    assert_eq!(
        explained(signed("RS256", "rsa-1024"), &pasted("rsa", "spki")),
        []
    );
}
