//! A signature opened up: what is in it, and where it is not what the standards ask for.

mod support;

use jwt_inspector::jose::alg::Hash;
use jwt_inspector::jose::base64url::{decode, encode};
use jwt_inspector::jose::crypto::rsa::Scheme;
use jwt_inspector::jose::key::Key;
use jwt_inspector::jose::opened::{Closed, Ecdsa, Form, Inside, Opened, Pkcs1, Pss, open};
use jwt_inspector::jose::{Algorithm, Source, verify};
use jwt_inspector::words::fact::Fact;
use jwt_inspector::words::notes::Tone;
use jwt_inspector::words::opened::facts;
use serde_json::{Value, json};
use support::{
    HS256, SECRET, compact, hs256, input, jwk_with, jwks, key, pasted, seed, signed, text,
    with_other_character,
};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// By OpenSSL with the fixtures' RSA key of 1,024 bits over `{"alg":"PS256"}` and `{}`: PSS with a salt of 20 bytes,
/// with none, with a mask by SHA-1, and PKCS#1 v1.5.
const SALT_20: &str = "nnhoNgKK3tnFUBJ-eeGJ9Zinb39ipWTh3CB5179zm4aZsdA1_j_ZADfQcK2p6llHzjRZRKmhFyKTx0D1MsjLqgnTykQReeBWfxYGJPIGOT2Dp7AP2zzrZla6HjvzCo3v_Fy14qV_mL5uiBtIefL41ugzu-HleGQ5PHN6pqJ9YpQ";
const SALT_0: &str = "lNWFPu53TTuMsB_Bn4Tq2M3Rlqe_JNJnP4BcnvvAKdfOQJJvMf_CHKJ2VBhWvL8WHE0qh-GgGsX_peE4v0xYCGZR5jPGU-eQO8E5WVDc7qxFJfuWn2js2Zps_xukQVB2fijrk5pj1sY8SRkVG7GNQiyx9FoCE9GLkeL8TsYw94E";
const MASK_BY_SHA_1: &str = "QlP5vaTm-xb8kAU_Zki5Nh0kprB7LC70qDV4PYsEbRXQ2IF5F7v514pd4_shKlSmj0xTj5Q_6cLt55i2ZXxw4oD5R_2IqRN7-wQoQnsLKAdtboJ5FhR5l3Je1_Hlf14HeGvBoKuBmj4OlAMkL53tM-hIoMqnc9zVFePvd9tbw5U";
const PKCS1: &str = "KQq5hLE4cLVtsKxIOAZxbEmi52yvnBvLRQAhzfUACBv3ttsIsQYOx4-sKXyfSbMcFQsspZaHKHQuJ2QEGtKo_M1eacy6FUwycZbso-USien1G7DROPQkYSlIfCo6y6UAhjfjrcF2ORnuRiLbiS8X93UdDVHM0M-RpmCdB_mlhYc";

/// The same over `{"alg":"RS256"}` and `{}`: PKCS#1 v1.5 with SHA-1, with SHA-512, with a hash that is not named, and
/// PSS.
const SHA_1: &str = "pTI0h0ie0O7duvjzHMoBVBIE4vRUXNRpXENOmPvbX-w_ifZeZ9LAhpZUbeWyIe3ylqh5KjULrkCLEpqfTGpndieBZ29_uM79f_tXWyiOOVPCBtHJZSiYUMQ4BfAVhTJ-uVs8BbRCGk8hAqbY_nRvl955lgS6BHVCEjMinWQp_rg";
const SHA_512: &str = "zMR8MFmIe2u7XFclNVVHxQdYd9oCXSeqODF77pYFMFEBKyfTjXitdAtWtJAGovlVLTAWOqnXKiljFJA-6emDck8nYAZEFr8N0vCDGIFR-c2V3f8zWgGXVjzjR9jAAmolKtCWEPyCR8zGwWbs-tq58deokfjAWBZn6POtKBjgP7E";
const BARE: &str = "sAtVV_kkELOyNgzWGuNI9nqHZI4LIJDGwe0SG6wunD_A87NMzRZ0QkLUsoKuJsQCzNkaWqjNBXJitWW6Kv9_Ji12WQGKvJa8Gp8jVzNR9xAqEstXO6q-SkTeg283Rz5xCZjtkeg_vSc0A92lwiXvz47NMnAvEct1i_V0zlr2y4Q";
const PSS: &str = "AfXumLad7Ksffi0TXBdSMFBMwjiFaiSXoG6DPm1xEXboBeORRXyVUmBSQvX9N_JQZizfRbWUXoE43g-rd9Ed9yMzwkrZZGD1EnSB0CXj85B4GVo9BkR-ZtkCVEmPAkyU83a-GF-Jez8z4O6IROhLhCOLHrnRb462LddU9x2vnmw";

/// With the private key over the same of PS256: right but for the first bit of the block, which has to be 0; and noise
/// that happens to be padding, 01, as of one in some ten thousand signatures by other keys.
const FIRST_BIT_SET: &str = "EqpEHkZYNqxaVdyDow3FLCHaERaXIsyO17MWcwCnQ_Lvk72HSzuptw0X1lx5g-L1A04Nmff8xFLIoqwwilQK9mad8g5IJJUq92ImEO0dPYCi2bG7Fc45IUyOokL8ywGOp9DLyiKC0wMkBEHgmQMbNqwRs5KSKvQqgbIDe58sBBg";
const CHANCE: &str = "dWE7eC1_1RVnjM5RKqzKeF01s9QU49_WzcgQX0hG9O2fvbdALl6CYt8admh4bMxCGjpBTOA8EwpudST3xV_NX4LXdpPRRHAF5l-56hlWBpiqGw5myySNb0huMcTbtgD1CxL_d6ml97Q4NYGCtHBnuAGBHkK8pKkO7Jzer7wIRLw";

/// Without any private key over the same of RS256: cube roots, less the zeros before them, of blocks that start as one
/// has to, with 1 and with 8 bytes of padding, and end in rubbish (CVE-2006-4339).
const CUBE_ROOTS: [&str; 2] = [
    "MsOGJIRZEYF78SXDzxU0PO4TifjPBJOv5bcq2AcfC3jcpK_LsXOrKFcsEG5zRWSgKqTFDCA44e7_HgI4OxScWGZmVShhEDBCkfZop_eWduEOgeoUMg",
    "Msv9SnrceQVYPXZ1IPUWQHWRdtN4JvLvY649x61kLbSRT7NZ1_fKqBh1D15yjLUZ6IVV0GlGRpAjO_lCkIJQw556fVJH-47GmeBpWDBrtSrIeafzNA",
];

fn opened(token: &str, pasted_key: &str) -> Opened {
    required(token, pasted_key, None)
}

fn required(token: &str, pasted_key: &str, required: Option<Algorithm>) -> Opened {
    let (source, key) = (Source::read(token), key(pasted_key));
    let check = verify::signature(&source, &key, required);
    open(&source, &key, &check).expect("a JWS")
}

fn pkcs1(token: &str, pasted_key: &str) -> Pkcs1 {
    match opened(token, pasted_key).inside {
        Inside::Pkcs1(block) => block,
        other => panic!("{other:?}"),
    }
}

fn pss(token: &str, pasted_key: &str) -> Pss {
    match opened(token, pasted_key).inside {
        Inside::Pss(block) => block,
        other => panic!("{other:?}"),
    }
}

fn ecdsa(token: &str, pasted_key: &str) -> Ecdsa {
    match opened(token, pasted_key).inside {
        Inside::Ecdsa(numbers) => numbers,
        other => panic!("{other:?}"),
    }
}

fn said(token: &str, pasted_key: &str) -> Vec<Fact> {
    facts(&opened(token, pasted_key))
}

fn named<'a>(facts: &'a [Fact], name: &str) -> &'a Fact {
    let found = facts.iter().find(|fact| fact.name == name);
    found.unwrap_or_else(|| panic!("no {name} in {facts:?}"))
}

fn names(facts: &[Fact]) -> Vec<&str> {
    facts.iter().map(|fact| fact.name.as_str()).collect()
}

fn with_alg(alg: &str, signature: &str) -> String {
    compact(&json!({ "alg": alg }).to_string(), "{}", signature)
}

fn small() -> String {
    pasted("rsa-1024", "spki")
}

/// The token with another payload under the same signature.
fn tampered(token: &str) -> String {
    let parts: Vec<&str> = token.split('.').collect();
    [parts[0], &encode(br#"{"admin":true}"#), parts[2]].join(".")
}

/// The examples of RFC 7515 appendix A, RFC 7520 section 4, RFC 7797 and RFC 8037.
#[test]
fn the_printed_examples_open_to_what_has_to_be_there() {
    let file: Value = serde_json::from_str(include_str!("fixtures/rfc.json")).expect("JSON");
    for example in file["examples"].as_array().expect("a list") {
        let (token, key) = (text(&example["token"]), text(&example["key"]));
        match opened(&token, &key) {
            Opened {
                inside: Inside::Hmac { computed },
                carried,
                ..
            } => assert_eq!(computed, carried),
            Opened {
                inside: Inside::Pkcs1(block),
                ..
            } => {
                assert!(block.identifier.holds() && block.hash.holds());
                assert_eq!((block.padding, block.wanted_padding), (202, 202));
                assert_eq!(block.named, Some("SHA-256"));
            }
            Opened {
                inside: Inside::Pss(block),
                ..
            } => {
                assert!(block.left_bits == 1 && block.left_bits_are_clear);
                assert!(block.padding.holds() && block.hash.holds());
                assert_eq!((block.salt.len(), block.wanted_salt), (48, 48));
            }
            Opened {
                inside: Inside::Ecdsa(numbers),
                ..
            } => {
                assert!(numbers.r.is_in_range && numbers.s.is_in_range);
                assert_eq!(numbers.reached_x.as_ref(), Some(&numbers.r.bytes));
            }
            Opened {
                inside: Inside::Ed25519(numbers),
                ..
            } => {
                assert!(numbers.r_on_curve && numbers.s_in_range);
                assert_eq!(numbers.leads_to_r, Some(true));
            }
            other => panic!("{} {other:?}", example["name"]),
        }
        let facts = said(&token, &key);
        assert!(
            facts
                .iter()
                .all(|fact| fact.tone != Tone::Bad && fact.differs.is_none())
        );
    }
}

#[test]
fn a_mac_is_shown_beside_the_computed_one_from_where_they_differ() {
    let token = hs256(HS256, "{}");
    let facts = said(&token, SECRET);
    assert_eq!(names(&facts), ["HMAC with SHA-256", "MAC"]);
    assert_eq!(facts[0].tone, Tone::Good);

    let mut mac = decode(token.rsplit('.').next().expect("a MAC")).expect("base64url");
    mac[4] ^= 1;
    let facts = said(&compact(HS256, "{}", &encode(&mac)), SECRET);
    assert_eq!(names(&facts), ["HMAC with SHA-256", "MAC", "Expected"]);
    let span = facts[1].differs.expect("a difference");
    assert_eq!(span.range(), 8..10);
    assert_ne!(facts[1].value[span.range()], facts[2].value[span.range()]);
    assert!(
        facts[1].meaning.contains("from byte 5 on"),
        "{}",
        facts[1].meaning
    );

    let facts = said(&compact(HS256, "{}", &encode(&mac[..3])), SECRET);
    assert_eq!(named(&facts, "Length").value, "3 bytes");
    assert_eq!(named(&facts, "Expected").value.len(), 64);
}

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

#[test]
fn another_hash_is_named() {
    let key = small();
    for (signature, named, size) in [
        (SHA_1, Some("SHA-1"), 20),
        (SHA_512, Some("SHA-512"), 64),
        (BARE, None, 32),
    ] {
        let hint = named.map_or("which hash", |_| "another hash");
        let token = with_alg("RS256", signature);
        let block = pkcs1(&token, &key);
        assert_eq!((block.named, block.hash.found.len()), (named, size));
        assert!(!block.identifier.holds());
        let meaning = &said(&token, &key)[0].meaning;
        assert!(meaning.contains(hint), "{meaning}");
    }
    assert!(pkcs1(&with_alg("RS256", BARE), &key).hash.holds());
}

/// RFC 7518 section 3.5: the salt is as long as the hash.
#[test]
fn a_salt_of_another_length_is_told_although_the_hash_agrees() {
    let key = small();
    for (signature, length) in [(SALT_20, 20), (SALT_0, 0)] {
        let token = with_alg("PS256", signature);
        let block = pss(&token, &key);
        assert_eq!((block.salt.len(), block.wanted_salt), (length, 32));
        assert!(block.hash.holds() && !block.padding.holds());
        let facts = said(&token, &key);
        assert_eq!(named(&facts, "Salt").tone, Tone::Bad);
        assert!(facts[0].meaning.contains("salt of another length"));
    }
}

/// RFC 8017 section 9.1.2, step 6.
#[test]
fn a_first_bit_that_is_set_is_told_although_the_hash_agrees() {
    let token = with_alg("PS256", FIRST_BIT_SET);
    let block = pss(&token, &small());
    assert!(block.hash.holds() && block.padding.holds() && !block.left_bits_are_clear);
    let facts = said(&token, &small());
    assert_eq!(named(&facts, "Start").tone, Tone::Bad);
    assert!(facts[0].meaning.contains("over this header and payload"));
}

#[test]
fn padding_by_chance_proves_no_private_key() {
    let token = with_alg("PS256", CHANCE);
    let facts = said(&token, &small());
    assert!(matches!(
        opened(&token, &small()).inside,
        Inside::Noise { .. }
    ));
    assert!(facts[0].meaning.contains("noise"), "{}", facts[0].meaning);
}

/// Anybody can make such a block where the public exponent is 3.
#[test]
fn a_start_of_padding_proves_no_private_key() {
    for root in CUBE_ROOTS {
        for alg in ["RS256", "PS256"] {
            let facts = said(
                &with_alg(alg, &format!("{root:A>342}")),
                &pasted("rsa-e3", "spki"),
            );
            assert!(named(&facts, "Block").value.starts_with("0001ff"));
            let meaning = &facts[0].meaning;
            assert!(meaning.contains("proves nothing"), "{meaning}");
        }
    }
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

#[test]
fn the_padding_of_the_other_scheme_is_recognised() {
    let key = small();
    for (alg, signature, hint) in [
        ("PS256", PKCS1, "PKCS#1 v1.5"),
        ("PS256", MASK_BY_SHA_1, "another hash"),
        ("RS256", PSS, "PS256"),
    ] {
        let token = with_alg(alg, signature);
        assert!(matches!(opened(&token, &key).inside, Inside::Noise { .. }));
        let meaning = &said(&token, &key)[0].meaning;
        assert!(meaning.contains(hint), "{meaning}");
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

#[test]
fn without_a_key_or_an_algorithm_only_the_bytes_are_told() {
    let rs = opened(signed("RS256", "rsa"), "");
    assert_eq!(rs.inside, Inside::Closed(Closed::NoKey));
    assert_eq!((rs.carried.len(), rs.wanted), (256, None));
    let hs = opened(&hs256(HS256, "{}"), &pasted("rsa", "spki"));
    assert_eq!(hs.inside, Inside::Closed(Closed::NoKey));
    assert_eq!((hs.carried.len(), hs.wanted), (32, Some(32)));

    let refused = Inside::Closed(Closed::Refused);
    for token in [
        with_alg("none", ""),
        with_alg("none", "AAAA"),
        with_alg("XS256", "AAAA"),
        with_alg("HS256", "not base64url!"),
        with_alg("HS256", ""),
        compact("{}", "{}", "AAAA"),
        compact(r#"{"alg":"HS256","crit":["x"],"x":1}"#, "{}", "AAAA"),
        "a.b.c".to_owned(),
    ] {
        assert_eq!(opened(&token, SECRET).inside, refused, "{token}");
        assert!(!said(&token, SECRET)[0].meaning.is_empty());
    }
    let empty = said(&with_alg("HS256", ""), SECRET);
    assert!(empty[0].meaning.contains("third part is empty"));
    assert_eq!(named(&empty, "Length").meaning, "It has to have 32 bytes.");
    let another = Algorithm::from_name("HS512");
    let found = required(&hs256(HS256, "{}"), SECRET, another);
    assert_eq!(found.inside, refused);

    for text in ["", "no token", "a.b.c.d.e"] {
        let (source, key) = (Source::read(text), key(SECRET));
        let check = verify::signature(&source, &key, None);
        assert_eq!(open(&source, &key, &check), None);
    }
}

/// The one that verifies, else the first that fits; which one is said.
#[test]
fn of_several_keys_the_one_that_verifies_is_used() {
    let named = |name: &str| jwk_with(name, "public_jwk", &json!({}));
    let token = signed("RS512", "rsa");
    let set = jwks(&[named("p-256"), named("rsa-other"), named("rsa")]);
    let found = opened(token, &set);
    assert_eq!(found.key.as_ref().map(|key| key.index), Some(2));
    assert!(matches!(found.inside, Inside::Pkcs1(_)));
    assert_eq!(facts(&found)[1].value, "key 3 of 3");
    let found = opened(&tampered(token), &set);
    assert_eq!(found.key.map(|key| key.index), Some(1));
}
