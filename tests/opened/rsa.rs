//! What an RSA signature turns into under its key.

use crate::support::{input, key, pasted, seed, signed, with_other_character};
use crate::{named, names, opened, pkcs1, pss, said, small, tampered, with_alg};
use jwt_inspector::jose::alg::Hash;
use jwt_inspector::jose::base64url::encode;
use jwt_inspector::jose::crypto::rsa::Scheme;
use jwt_inspector::jose::key::Key;
use jwt_inspector::jose::opened::{Closed, Inside};
use jwt_inspector::words::notes::Tone;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Padding and identifier are those of the key and the algorithm; only the hash is that of another payload.
#[test]
fn of_a_tampered_payload_only_the_hash_differs() {
    for alg in ["RS256", "RS384", "RS512"] {
        let token = tampered(signed(alg, "rsa"));
        let block = pkcs1(&token, &pasted("rsa", "spki"));
        assert!(block.identifier.holds() && block.padding == block.wanted_padding);
        assert!(!block.hash.holds());
        let facts = said(&token, &pasted("rsa", "spki"));
        let bad = facts.iter().filter(|fact| fact.differs.is_some());
        assert_eq!(
            bad.map(|fact| fact.name.as_str()).collect::<Vec<_>>(),
            ["Hash"]
        );
        assert!(facts[0].meaning.contains("another header or payload"));
    }
    for alg in ["PS256", "PS384", "PS512"] {
        let block = pss(&tampered(signed(alg, "rsa")), &pasted("rsa", "spki"));
        assert!(block.padding.holds() && block.left_bits_are_clear);
        assert!(block.salt.len() == block.wanted_salt && !block.hash.holds());
    }
}

#[test]
fn padding_is_shortened_for_people() {
    let facts = said(signed("RS256", "rsa"), &pasted("rsa", "spki"));
    assert_eq!(
        names(&facts[1..]),
        ["Start", "Padding", "Separator", "Hash identifier", "Hash"]
    );
    assert_eq!(named(&facts, "Padding").value, "ff × 202");
    assert_eq!(
        named(&facts, "Hash identifier").value,
        "3031300d060960864801650304020105000420"
    );
    let facts = said(signed("PS256", "rsa"), &pasted("rsa", "spki"));
    assert_eq!(named(&facts, "Padding").value, "00 × 190, 01");
}

#[test]
fn with_the_wrong_key_there_is_noise() {
    let other = pasted("rsa-other", "spki");
    for alg in ["RS256", "PS256"] {
        let token = signed(alg, "rsa");
        assert!(matches!(
            opened(token, &other).inside,
            Inside::Noise { .. } | Inside::Closed(Closed::NotBelowModulus)
        ));
        let at = token.rfind('.').expect("parts") + 9;
        let facts = said(&with_other_character(token, at), &pasted("rsa", "spki"));
        assert_eq!(facts[0].tone, Tone::Bad);
        assert!(facts[0].meaning.contains("noise"), "{}", facts[0].meaning);
    }
    let key = small();
    assert_eq!(
        opened(signed("RS256", "rsa"), &key).inside,
        Inside::Closed(Closed::Length)
    );
    let facts = said(signed("RS256", "rsa"), &key);
    assert_eq!(named(&facts, "Length").meaning, "It has to have 128 bytes.");
}

#[test]
fn a_signature_that_is_not_below_the_modulus_is_said_to_be_none() {
    let token = with_alg("RS256", &encode(&[0xff; 128]));
    let closed = Inside::Closed(Closed::NotBelowModulus);
    assert_eq!(opened(&token, &small()).inside, closed);
    let zero = with_alg("RS256", &encode(&[0; 128]));
    let block = vec![0; 128];
    assert_eq!(opened(&zero, &small()).inside, Inside::Noise { block });
}

/// Half of a modulus of 512 bits is DigestInfo, and little of it padding.
#[test]
fn a_small_key_opens_to_its_little_padding() {
    let key = key(&pasted("rsa-512", "pkcs8"));
    let Some(Key::Rsa(key)) = key.single() else {
        panic!("an RSA key")
    };
    let input = input(r#"{"alg":"RS256"}"#, "{}");
    let signature = key.sign(Scheme::Pkcs1, Hash::Sha256, input.as_bytes(), seed());
    let token = format!("{input}.{}", encode(&signature.expect("a signature")));
    let block = pkcs1(&token, &pasted("rsa-512", "spki"));
    assert!(block.hash.holds() && block.padding == block.wanted_padding);
}
