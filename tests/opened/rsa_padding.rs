//! RSA signatures that were padded in another way, or by somebody who does not have the private key.

use crate::support::pasted;
use crate::{named, opened, pkcs1, pss, said, small, with_alg};
use jwt_inspector::jose::opened::Inside;
use jwt_inspector::words::notes::Tone;
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
