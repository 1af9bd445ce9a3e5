//! Secrets as people paste them, for HMAC (RFC 7518 section 3.2): every byte counts, and a public key is none.

mod support;

use jwt_inspector::jose::alg::Hash;
use jwt_inspector::jose::base64url::encode;
use jwt_inspector::jose::crypto::hmac::{self, Secret};
use jwt_inspector::jose::{KeyInput, Policy, SecretEncoding, Source, State, verify};
use support::{HS256, NOW, compact, fixtures, hs256, input, pasted, signature, text};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const PASS: (State, &str) = (State::Pass, "signature.verified");
const MISMATCH: (State, &str) = (State::Fail, "signature.mismatch");

fn unknown(code: &'static str) -> (State, &'static str) {
    (State::Unknown, code)
}

/// A token under a secret of these bytes.
fn signed_with(secret: &[u8]) -> String {
    let secret = Secret::new(secret.to_vec().into()).expect("bytes");
    let mac = hmac::sign(Hash::Sha256, &secret, input(HS256, "{}").as_bytes());
    compact(HS256, "{}", &encode(&mac))
}

fn with_secret(token: &str, pasted: &str, encoding: SecretEncoding) -> (State, &'static str) {
    let key = KeyInput::read(pasted, encoding);
    let check = verify(&Source::read(token), &key, &Policy::default(), NOW).signature;
    (check.state(), check.code())
}

/// A secret is taken as it stands: neither trimmed nor normalised.
#[test]
fn every_byte_of_a_secret_counts() {
    for secret in [
        "secret ",
        " secret",
        "secret\n",
        "\tsecret",
        "sécret",
        "se\u{301}cret",
        "🔑",
        "\"secret\"",
        "M",
        "{}",
        "{\"k\":1}",
    ] {
        assert_eq!(
            signature(&signed_with(secret.as_bytes()), secret),
            PASS,
            "{secret:?}"
        );
    }
    assert_eq!(signature(&signed_with(b"secret"), "secret "), MISMATCH);
    assert_eq!(
        signature(&signed_with("sécret".as_bytes()), "se\u{301}cret"),
        MISMATCH
    );
}

/// 62 and 63 are the only letters in which the alphabets differ, and padding says nothing.
#[test]
fn base64_is_read_in_either_alphabet_with_or_without_padding() {
    let token = signed_with(&[0xfb, 0xff, 0xfe, 0x01]);
    for encoding in [SecretEncoding::Base64, SecretEncoding::Base64url] {
        for secret in ["+//+AQ==", "+//+AQ", "-__-AQ==", "-__-AQ", " +//+\nAQ== "] {
            assert_eq!(with_secret(&token, secret, encoding), PASS, "{secret:?}");
        }
        for secret in ["+//+AQ!", "+//+A", "é", "%%"] {
            assert_eq!(
                with_secret(&token, secret, encoding),
                unknown("key.unreadable"),
                "{secret:?}"
            );
        }
    }
}

#[test]
fn hex_is_read_in_either_case_with_colons_or_spaces() {
    let token = signed_with(&[0xab, 0xcd, 0x01]);
    for secret in ["abcd01", "ABCD01", "aB:Cd:01", "ab cd 01\n", "0xabcd01"] {
        assert_eq!(
            with_secret(&token, secret, SecretEncoding::Hex),
            PASS,
            "{secret:?}"
        );
    }
    for secret in ["abcd0", "ab0xcd01", "abcg01", "١٢"] {
        assert_eq!(
            with_secret(&token, secret, SecretEncoding::Hex),
            unknown("key.unreadable"),
            "{secret:?}"
        );
    }
}

#[test]
fn a_secret_of_no_bytes_is_unreadable() {
    let token = hs256(HS256, "{}");
    for encoding in [
        SecretEncoding::Base64,
        SecretEncoding::Base64url,
        SecretEncoding::Hex,
    ] {
        assert_eq!(
            with_secret(&token, " ", encoding),
            unknown("key.unreadable")
        );
    }
    assert_eq!(
        signature(&token, r#"{"kty":"oct","k":""}"#),
        unknown("key.unreadable")
    );
}

/// CVE-2015-9235: a token signed with HMAC, with the text of the public key as the secret. The key box holds a public
/// key, and a public key is never a secret.
#[test]
fn a_public_key_is_never_used_as_a_secret() {
    for (name, form) in [
        ("rsa", "spki"),
        ("rsa", "pkcs1_public"),
        ("rsa", "certificate"),
        ("p-256", "spki"),
        ("ed25519", "spki"),
        ("rsa", "public_jwk"),
        ("p-256", "public_jwk"),
    ] {
        let public = pasted(name, form);
        let bare: String = public
            .lines()
            .filter(|line| !line.starts_with('-'))
            .collect();
        let cut = public.split("-----END").next().expect("a start").to_owned();
        let forms = [
            public.clone(),
            public.trim().to_owned(),
            public.replace('\n', "\\n"),
            bare,
            cut,
        ];
        for secret in forms {
            let (state, code) = signature(&signed_with(secret.as_bytes()), &secret);
            assert_eq!(state, State::Unknown, "{secret}");
            assert!(
                ["key.wrong-type", "key.unreadable"].contains(&code),
                "{code}: {secret}"
            );
        }
    }
    let ssh = text(&fixtures()["ssh"]);
    assert_eq!(
        signature(&signed_with(ssh.as_bytes()), &ssh),
        unknown("key.unreadable")
    );
}

/// Also where quotes or written-out line breaks came along, or the BEGIN line got lost in copying.
#[test]
fn a_damaged_public_key_is_not_a_secret_either() {
    let public = pasted("rsa", "spki");
    let bare: String = public
        .lines()
        .filter(|line| !line.starts_with('-'))
        .collect();
    let lines = public.split_once('\n').expect("lines").1;
    let damaged = [
        ("quoted", format!("\"{bare}\"")),
        ("written-out line break", format!("{bare}\\n")),
        ("no BEGIN", lines.to_owned()),
    ];
    let used: Vec<&str> = damaged
        .iter()
        .filter(|(_, text)| signature(&signed_with(text.as_bytes()), text).0 == State::Pass)
        .map(|(damage, _)| *damage)
        .collect();
    assert_eq!(used, Vec::<&str>::new());
}

/// Size is for the policy to judge.
#[test]
fn a_secret_of_one_byte_is_a_secret() {
    assert_eq!(signature(&signed_with(b"k"), "k"), PASS);
    assert_eq!(signature(&signed_with(b"k"), "K"), MISMATCH);
}

/// Configuration often holds PEM in base64: it is the key that it says, and no secret.
#[test]
fn pem_in_base64_is_the_key_in_it() {
    use base64::Engine;

    let encoded = base64::engine::general_purpose::STANDARD.encode(support::pasted("rsa", "spki"));
    let token = support::signed("RS256", "rsa");
    assert_eq!(support::signature(token, &encoded), PASS);
    let forged = signed_with(encoded.as_bytes());
    assert_eq!(
        support::signature(&forged, &encoded),
        unknown("key.wrong-type")
    );
}
