//! Verification with the key that was pasted: what passes, what fails, and what only cannot be checked.

mod support;

use jwt_inspector::jose::base64url::encode;
use jwt_inspector::jose::verify::SignatureCheck;
use jwt_inspector::jose::{Overall, Source, State};
use serde_json::json;
use support::{
    HS256, SECRET, compact, fixtures, hs256, jwk_with, jwks, pasted, signature, signed, text,
    verdict, with_other_character,
};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const PASS: (State, &str) = (State::Pass, "signature.verified");
const MISMATCH: (State, &str) = (State::Fail, "signature.mismatch");

fn unknown(code: &'static str) -> (State, &'static str) {
    (State::Unknown, code)
}

/// Nobody signed with an empty key box: not invalid, only not checked.
#[test]
fn without_a_key_nothing_is_invalid() {
    let verdict = verdict(&hs256(HS256, r#"{"exp":4102444800}"#), "");
    assert_eq!(verdict.signature.code(), "key.missing");
    assert_eq!(verdict.overall(), Overall::Unverified);
}

#[test]
fn the_wrong_secret_is_a_mismatch_and_the_right_signature_is_known() {
    let token = hs256(HS256, "{}");
    let SignatureCheck::Mismatch(mismatch) = verdict(&token, "another").signature else {
        panic!("a mismatch");
    };
    assert_eq!(mismatch.tried.len(), 1);
    let expected = mismatch.expected.expect("an HMAC can be computed");
    let mended = compact(HS256, "{}", &encode(&expected));
    assert_eq!(signature(&mended, "another"), PASS);
    assert_eq!(signature(&mended, SECRET), MISMATCH);
}

#[test]
fn one_changed_character_of_payload_or_signature_is_a_mismatch() {
    let token = hs256(HS256, r#"{"admin":false}"#);
    let payload = token.find('.').expect("parts") + 3;
    let mac = token.rfind('.').expect("parts") + 1;
    for at in [payload, mac] {
        assert_eq!(
            signature(&with_other_character(&token, at), SECRET),
            MISMATCH
        );
    }
    assert_eq!(
        verdict(&with_other_character(&token, mac), SECRET).overall(),
        Overall::Rejected
    );
}

#[test]
fn plain_text_is_no_public_key() {
    for (alg, key) in [
        ("RS256", "rsa"),
        ("ES256", "p-256"),
        ("EdDSA", "ed25519"),
        ("PS512", "rsa"),
    ] {
        for garbage in ["garbage", "MIIBIjANBg", "AAAA", "-----BEGIN", " "] {
            assert_eq!(
                signature(signed(alg, key), garbage),
                unknown("key.unreadable"),
                "{alg} {garbage}"
            );
        }
    }
}

/// Whoever forged the token put its key in: such a key proves nothing until a person pastes it.
#[test]
fn a_key_that_only_the_token_offers_proves_nothing() {
    let jwk = &fixtures()["keys"]["p-256"]["public_jwk"];
    for header in [
        json!({"alg": "ES256", "jwk": jwk}),
        json!({"alg": "ES256", "x5c": ["MIIB"]}),
    ] {
        let token = compact(&header.to_string(), "{}", &encode(&[1; 64]));
        assert_eq!(
            signature(&token, ""),
            unknown("key.self-asserted"),
            "{token}"
        );
        assert_eq!(
            signature(&token, &pasted("p-256", "spki")),
            MISMATCH,
            "{token}"
        );
    }
    let elsewhere = compact(
        r#"{"alg":"ES256","jku":"https://a.example","x5u":"https://b.example"}"#,
        "{}",
        &encode(&[1; 64]),
    );
    assert_eq!(signature(&elsewhere, ""), unknown("key.missing"));
}

/// Size is for the policy to judge; the mathematics decide here.
#[test]
fn small_rsa_keys_and_a_small_exponent_verify() {
    for key in ["rsa-512", "rsa-1024", "rsa-e3"] {
        let token = signed("RS256", key);
        assert_eq!(signature(token, &pasted(key, "spki")), PASS, "{key}");
        let changed = with_other_character(token, token.rfind('.').expect("parts") + 5);
        assert_eq!(signature(&changed, &pasted(key, "spki")), MISMATCH, "{key}");
    }
}

/// With an exponent of 1 everybody can sign; a modulus of another size is none that is read.
#[test]
fn an_rsa_key_that_keeps_no_secret_is_unreadable() {
    let token = signed("RS256", "rsa");
    for e in ["AQ", "AA", "Ag", "AAAB", ""] {
        let jwk = jwk_with("rsa", "public_jwk", &json!({ "e": e })).to_string();
        assert_eq!(signature(token, &jwk), unknown("key.unreadable"), "{e}");
    }
    for bytes in [
        vec![0xff; 63],
        vec![0xff; 2049],
        vec![],
        [vec![0xff; 255], vec![0xfe]].concat(),
    ] {
        let jwk = jwk_with("rsa", "public_jwk", &json!({ "n": encode(&bytes) })).to_string();
        assert_eq!(
            signature(token, &jwk),
            unknown("key.unreadable"),
            "{} bytes",
            bytes.len()
        );
    }
}

#[test]
fn a_point_off_its_curve_is_unreadable() {
    for (alg, key) in [
        ("ES256", "p-256"),
        ("ES384", "p-384"),
        ("ES512", "p-521"),
        ("ES256K", "secp256k1"),
    ] {
        let x = text(&fixtures()["keys"][key]["public_jwk"]["x"]);
        let zero = "A".repeat(x.len());
        for members in [
            json!({ "y": x }),
            json!({ "x": zero, "y": zero }),
            json!({ "y": x[2..] }),
        ] {
            let jwk = jwk_with(key, "public_jwk", &members).to_string();
            assert_eq!(
                signature(signed(alg, key), &jwk),
                unknown("key.unreadable"),
                "{key} {members}"
            );
        }
    }
}

/// RFC 8032 points of small order: under them one signature holds for every message.
#[test]
fn an_ed25519_key_of_small_order_is_unreadable() {
    let mut neutral = [0; 32];
    neutral[0] = 1;
    let order_8 = [
        0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98,
        0xf0, 0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53,
        0xfc, 0x05,
    ];
    for point in [neutral, [0; 32], order_8] {
        let jwk = json!({ "kty": "OKP", "crv": "Ed25519", "x": encode(&point) }).to_string();
        assert_eq!(
            signature(signed("EdDSA", "ed25519"), &jwk),
            unknown("key.unreadable")
        );
    }
}

/// RFC 4055 section 1.2: a key marked for RSASSA-PSS must not be used with PKCS#1 v1.5.
#[test]
fn a_key_for_pss_alone_verifies_nothing_else() {
    let spki = text(&fixtures()["pss_only"]["spki"]);
    let own = |alg: &str| {
        use jwt_inspector::jose::sign::Signer;
        let unsigned = compact(&json!({ "alg": alg }).to_string(), "{}", "");
        let (source, key) = (
            Source::read(&unsigned),
            support::key(&text(&fixtures()["pss_only"]["pkcs8"])),
        );
        Signer::new(&source, &key)
            .ok()
            .and_then(|signer| signer.sign(&unsigned, support::seed()).ok())
    };
    assert_eq!(
        own("PS256").map(|token| signature(&token, &spki)),
        Some(PASS)
    );
    let (state, _) = signature(signed("RS256", "rsa"), &spki);
    assert_eq!((own("RS256"), state), (None, State::Unknown));
}

#[test]
fn a_key_of_the_same_family_that_signs_nothing_is_unreadable() {
    for form in ["spki", "public_jwk"] {
        let pasted = text(&fixtures()["agreement_only"][form]);
        assert_eq!(
            signature(signed("EdDSA", "ed25519"), &pasted),
            unknown("key.unreadable"),
            "{form}"
        );
    }
    for form in ["pkcs8", "pkcs1"] {
        let pasted = text(&fixtures()["encrypted"][form]);
        assert_eq!(
            signature(signed("RS256", "rsa"), &pasted),
            unknown("key.unreadable"),
            "{form}"
        );
    }
    assert_eq!(
        signature(signed("RS256", "rsa"), &jwks(&[])),
        unknown("key.no-match")
    );
}
