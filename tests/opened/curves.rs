//! The two numbers of ECDSA, and the halves of Ed25519.

use crate::support::{pasted, signed};
use crate::{named, names, opened, said, tampered, with_alg};
use jwt_inspector::jose::base64url::{decode, encode};
use jwt_inspector::jose::opened::{Closed, Ecdsa, Form, Inside};
use jwt_inspector::words::notes::Tone;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn ecdsa(token: &str, pasted_key: &str) -> Ecdsa {
    match opened(token, pasted_key).inside {
        Inside::Ecdsa(numbers) => numbers,
        other => panic!("{other:?}"),
    }
}

#[test]
fn r_and_s_lead_back_to_r_with_the_right_key_and_content_alone() {
    for (alg, name) in [
        ("ES256", "p-256"),
        ("ES384", "p-384"),
        ("ES512", "p-521"),
        ("ES256K", "secp256k1"),
    ] {
        let token = signed(alg, name);
        let right = ecdsa(token, &pasted(name, "spki"));
        assert_eq!(right.form, Form::Joined);
        assert_eq!(right.reached_x.as_ref(), Some(&right.r.bytes));
        assert!(right.r.bits() > 8 * (right.curve.size() - 3));
        let other = ecdsa(&tampered(token), &pasted(name, "spki"));
        assert!(other.reached_x.is_some_and(|x| x != other.r.bytes));
        let facts = said(&tampered(token), &pasted(name, "spki"));
        assert_eq!(names(&facts[1..]), ["r", "s", "x of the point", "Expected"]);
        assert_eq!((facts[0].tone, facts[3].tone), (Tone::Bad, Tone::Bad));
        assert_eq!(facts[4].value, facts[1].value);
        assert_eq!(ecdsa(token, "").reached_x, None);
    }
}

#[test]
fn an_r_or_s_of_zero_is_out_of_range() {
    let right = decode(
        signed("ES256", "p-256")
            .rsplit('.')
            .next()
            .expect("a signature"),
    );
    let right = right.expect("base64url");
    let with = |r: &[u8], s: &[u8]| {
        let token = with_alg("ES256", &encode(&[r, s].concat()));
        let found = ecdsa(&token, &pasted("p-256", "spki"));
        assert_eq!(found.reached_x, None);
        (found.r.is_in_range, found.s.is_in_range)
    };
    let (r, s) = right.split_at(32);
    assert_eq!(with(&[0; 32], s), (false, true));
    assert_eq!(with(r, &[0; 32]), (true, false));
    assert_eq!(with(&[0xff; 32], &[0; 32]), (false, false));
    let facts = said(&with_alg("ES256", &encode(&[0; 64])), "");
    assert!(named(&facts, "r").meaning.starts_with("0 bits"));
    assert_eq!(named(&facts, "s").tone, Tone::Bad);
}

/// As OpenSSL writes it: `30 len 02 len r 02 len s`, with a zero before a number whose first bit is set.
fn der(joined: &[u8]) -> Vec<u8> {
    let mut numbers = Vec::new();
    for number in joined.chunks(joined.len() / 2) {
        let zeros = number.iter().take_while(|byte| **byte == 0).count();
        let sign: &[u8] = if number[zeros] < 0x80 { &[] } else { &[0] };
        let number = [sign, &number[zeros..]].concat();
        numbers.extend([2, number.len() as u8]);
        numbers.extend(number);
    }
    [&[0x30, numbers.len() as u8], numbers.as_slice()].concat()
}

#[test]
fn a_signature_in_der_is_taken_apart() {
    let token = signed("ES256", "p-256");
    let (input, signature) = token.rsplit_once('.').expect("parts");
    let joined = decode(signature).expect("base64url");
    let wrapped = format!("{input}.{}", encode(&der(&joined)));
    let found = ecdsa(&wrapped, &pasted("p-256", "spki"));
    assert_eq!(found.form, Form::Der);
    assert_eq!([found.r.bytes.clone(), found.s.bytes].concat(), joined);
    assert_eq!(found.reached_x, Some(found.r.bytes));
    let facts = said(&wrapped, &pasted("p-256", "spki"));
    assert_eq!(
        (named(&facts, "Form").tone, facts[0].tone),
        (Tone::Bad, Tone::Bad)
    );

    let broken = format!("{input}.{}", encode(&[0x30, 5, 2, 1, 9, 2, 9]));
    assert_eq!(opened(&broken, "").inside, Inside::Closed(Closed::Length));
}

/// RFC 8812 allows both; n - s verifies as s does.
#[test]
fn a_high_s_on_secp256k1_is_mentioned() {
    let token = signed("ES256K", "secp256k1");
    let low = ecdsa(token, &pasted("secp256k1", "spki"));
    let order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
    let mut borrow = 0;
    let mut other = [0; 32];
    for at in (0..32).rev() {
        let digit = u8::from_str_radix(&order[2 * at..2 * at + 2], 16).expect("hex");
        let left = i16::from(digit) - i16::from(low.s.bytes[at]) - borrow;
        borrow = i16::from(left < 0);
        other[at] = left as u8;
    }
    let input = token.rsplit_once('.').expect("parts").0;
    let turned = format!(
        "{input}.{}",
        encode(&[low.r.bytes.as_slice(), &other].concat())
    );
    let high = ecdsa(&turned, &pasted("secp256k1", "spki"));
    assert_ne!(low.has_high_s, high.has_high_s);
    assert_eq!(high.reached_x, Some(high.r.bytes));
}

/// RFC 8032 section 5.1.7.
#[test]
fn halves_of_ed25519_that_cannot_be_are_told() {
    let key = pasted("ed25519", "spki");
    let input = "eyJhbGciOiJFZERTQSJ9.e30";
    let of = |r: [u8; 32], s: [u8; 32]| {
        let token = format!("{input}.{}", encode(&[r, s].concat()));
        match opened(&token, &key).inside {
            Inside::Ed25519(found) => (found.r_on_curve, found.s_in_range),
            other => panic!("{other:?}"),
        }
    };
    let mut order = [0; 32];
    order[..16].copy_from_slice(&[
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde,
        0x14,
    ]);
    order[31] = 0x10;
    let mut below = order;
    below[0] -= 1;
    let mut base = [0x66; 32];
    base[0] = 0x58;
    let mut none = [0; 32];
    none[0] = 2;
    assert_eq!(of(base, below), (true, true));
    assert_eq!(of(none, order), (false, false));
    assert_eq!(of(base, [0xff; 32]), (true, false));
    let short = format!("{input}.AAAA");
    assert_eq!(opened(&short, &key).inside, Inside::Closed(Closed::Length));
}
