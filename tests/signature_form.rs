//! The form of a signature (RFC 7518 section 3): what cannot be a signature of the algorithm is malformed, whatever the
//! key, and not merely wrong.

mod support;

use jwt_inspector::jose::State;
use jwt_inspector::jose::base64url::{decode, encode};
use jwt_inspector::jose::crypto::Malformed;
use jwt_inspector::jose::verify::{SignatureCheck, SignatureFlaw};
use support::{HS256, SECRET, compact, hs256, pasted, signature, signed};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn fail(code: &'static str) -> (State, &'static str) {
    (State::Fail, code)
}

#[test]
fn a_signature_that_is_not_there_is_missing() {
    for pasted_key in ["", SECRET] {
        assert_eq!(
            signature(&compact(HS256, "{}", ""), pasted_key),
            fail("signature.missing")
        );
    }
}

#[test]
fn a_signature_that_cannot_be_one_is_malformed() {
    let right = hs256(HS256, "{}");
    let (input, mac) = right.rsplit_once('.').expect("parts");
    let canonical = mac.chars().next_back().expect("a character");
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let at = alphabet.find(canonical).expect("of the alphabet");
    let unused_bits = [&mac[..42], &alphabet[at + 1..at + 2]].concat();
    let broken = [
        &mac[..42],
        &mac[..40],
        "AAAA",
        "A",
        &format!("{mac}="),
        &format!("{mac}AAAA"),
        &unused_bits,
        "+/+/",
        "a b",
    ];
    for broken in broken {
        let token = format!("{input}.{broken}");
        assert_eq!(
            signature(&token, SECRET),
            fail("signature.malformed"),
            "{broken}"
        );
        assert_eq!(
            signature(&token, ""),
            fail("signature.malformed"),
            "{broken}"
        );
    }
}

/// JOSE wants r and s one after the other (RFC 7518 section 3.4), each from 1 to the order less 1.
#[test]
fn an_ecdsa_signature_in_der_or_out_of_range_is_malformed() {
    let token = signed("ES256", "p-256");
    let (input, raw) = token.rsplit_once('.').expect("parts");
    let raw = decode(raw).expect("base64url");
    let integer = |bytes: &[u8]| [&[2, 33, 0], bytes].concat();
    let (r, s) = raw.split_at(32);
    let body = [integer(r), integer(s)].concat();
    let der = [&[0x30, 70], body.as_slice()].concat();
    let flaw = |bytes: &[u8]| {
        let token = format!("{input}.{}", encode(bytes));
        assert_eq!(
            signature(&token, &pasted("p-256", "spki")),
            fail("signature.malformed")
        );
        match support::verdict(&token, "").signature {
            SignatureCheck::Malformed(SignatureFlaw::Shape { malformed, .. }) => malformed,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(
        flaw(&der),
        Malformed::Der {
            wanted: 64,
            found: 72
        }
    );
    assert_eq!(
        flaw(&raw[1..]),
        Malformed::Length {
            wanted: 64,
            found: 63
        }
    );
    for (r, s) in [([0; 32], s), ([0xff; 32], s)] {
        assert_eq!(flaw(&[&r, s].concat()), Malformed::OutOfRange);
        assert_eq!(flaw(&[s, &r].concat()), Malformed::OutOfRange);
    }
}

/// An RSA signature is as long as the modulus (RFC 8017 section 8.2.2), which only the key tells.
#[test]
fn an_rsa_signature_of_another_length_is_malformed() {
    let (input, raw) = signed("RS256", "rsa").rsplit_once('.').expect("parts");
    let raw = decode(raw).expect("base64url");
    let short = format!("{input}.{}", encode(&raw[1..]));
    assert_eq!(
        signature(&short, &pasted("rsa", "spki")),
        fail("signature.malformed")
    );
    assert_eq!(signature(&short, ""), (State::Unknown, "key.missing"));
}
