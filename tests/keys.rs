//! Keys in every form in which people paste them: each is read as the key it is, or not at all.

mod support;

use jwt_inspector::jose::key::{Key, KeyError, Structure};
use jwt_inspector::jose::{KeyInput, State};
use serde_json::{Value, json};
use support::{fixtures, key, pasted, signature, signed, text};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const PASS: (State, &str) = (State::Pass, "signature.verified");

/// A token for each family, by the key of that name.
const FAMILIES: [(&str, &str); 5] = [
    ("RS256", "rsa"),
    ("ES256", "p-256"),
    ("ES512", "p-521"),
    ("ES256K", "secp256k1"),
    ("EdDSA", "ed25519"),
];

/// Every PEM of a key: the form and its text.
fn pems(name: &str) -> Vec<(String, String)> {
    let forms = fixtures()["keys"][name].as_object().expect("forms");
    let pems = forms.iter().filter(|(form, _)| !form.ends_with("jwk"));
    pems.map(|(form, value)| (form.clone(), text(value)))
        .collect()
}

/// Reads text that holds one key.
fn one(pasted: &str) -> (Key, jwt_inspector::jose::key::Meta) {
    match key(pasted) {
        KeyInput::Keys(mut ring) if ring.entries.len() == 1 => {
            let entry = ring.entries.remove(0);
            (entry.key.expect("a key"), entry.meta)
        }
        other => panic!("{other:?}\n{pasted}"),
    }
}

fn error(pasted: &str) -> KeyError {
    match key(pasted) {
        KeyInput::Unreadable(error) => error,
        other => panic!("{other:?}\n{pasted}"),
    }
}

#[test]
fn every_structure_is_named_and_knows_its_private_half() {
    let structures = [
        ("spki", Structure::Spki, false),
        ("pkcs8", Structure::Pkcs8, true),
        ("pkcs1_public", Structure::Pkcs1Public, false),
        ("pkcs1_private", Structure::Pkcs1Private, true),
        ("sec1", Structure::Sec1, true),
        ("sec1_with_parameters", Structure::Sec1, true),
        ("certificate", Structure::Certificate, false),
    ];
    for (_, name) in FAMILIES {
        for (form, pem) in pems(name) {
            let (key, meta) = one(&pem);
            let found = structures
                .iter()
                .find(|(known, ..)| *known == form)
                .expect("a known form");
            assert_eq!(
                (meta.structure, key.can_sign()),
                (Some(found.1), found.2),
                "{name} {form}"
            );
        }
    }
}

#[test]
fn the_size_of_a_key_is_told() {
    for (name, bits) in [
        ("rsa", 2048),
        ("rsa-512", 512),
        ("rsa-1024", 1024),
        ("p-256", 256),
        ("p-521", 521),
        ("ed25519", 256),
    ] {
        assert_eq!(one(&pasted(name, "spki")).0.bits(), bits);
    }
    assert_eq!(one(r#"{"kty":"oct","k":"AAECAw"}"#).0.bits(), 32);
}

/// From a web page, a shell, an environment variable, YAML, JSON, a mail.
#[test]
fn a_pem_is_read_however_it_was_copied() {
    for (alg, name) in FAMILIES {
        for (form, pem) in pems(name) {
            let unwrapped = pem
                .lines()
                .filter(|line| !line.starts_with('-'))
                .collect::<String>();
            let copies = [
                pem.replace('\n', "\r\n"),
                pem.replace('\n', "\\n"),
                pem.replace('\n', "\\r\\n"),
                pem.replace('\n', " "),
                pem.replace('\n', "\n\n"),
                pem.replace('\n', "\n    "),
                format!("key: |\n  {}", pem.replace('\n', "\n  ")),
                format!("\"{}\"", pem.replace('\n', "\\n")),
                format!("KEY='{pem}'"),
                format!("Dear all,\nthis is the key:\n\n{pem}\nYours"),
                format!("\u{feff}{pem}"),
                pem.trim_end().to_owned(),
                format!("subject=CN = test\nissuer=CN = test\n{pem}"),
            ];
            for copy in copies {
                assert_eq!(
                    signature(signed(alg, name), &copy),
                    PASS,
                    "{name} {form}:\n{copy}"
                );
            }
            if form != "sec1_with_parameters" {
                assert_eq!(
                    signature(signed(alg, name), &unwrapped),
                    PASS,
                    "{name} {form}:\n{unwrapped}"
                );
            }
        }
    }
}

/// The label is often wrong; the structure tells what it is.
#[test]
fn a_pem_under_a_wrong_label_is_read_by_its_structure() {
    let labels = [
        "PUBLIC KEY",
        "RSA PUBLIC KEY",
        "PRIVATE KEY",
        "RSA PRIVATE KEY",
        "EC PRIVATE KEY",
        "CERTIFICATE",
    ];
    for (alg, name) in FAMILIES {
        for (form, pem) in pems(name)
            .into_iter()
            .filter(|(form, _)| form != "sec1_with_parameters")
        {
            let label = pem
                .trim_start_matches("-----BEGIN ")
                .split("-----")
                .next()
                .expect("a label")
                .to_owned();
            for other in labels {
                let relabelled = pem.replace(&label, other);
                assert_eq!(
                    signature(signed(alg, name), &relabelled),
                    PASS,
                    "{name} {form} as {other}"
                );
            }
        }
    }
}

#[test]
fn two_blocks_are_two_keys() {
    let pems = [pasted("rsa", "spki"), pasted("rsa-other", "spki")].concat();
    let KeyInput::Keys(ring) = key(&pems) else {
        panic!("two keys");
    };
    assert_eq!(ring.entries.len(), 2);
    assert_eq!(signature(signed("RS256", "rsa"), &pems), PASS);
    let broken = pems.replacen("MII", "!II", 1);
    let none = signature(signed("RS256", "rsa"), &broken);
    // The right key may be the one that cannot be read.
    assert_eq!(none, (State::Unknown, "key.no-match"));
}

/// However much of a key was lost in copying: no panic, no verdict against the token, and no key but the right one.
#[test]
fn a_key_cut_short_anywhere_is_never_another_key() {
    for (alg, name) in FAMILIES {
        for (form, pem) in pems(name) {
            let end = pem.rfind("-----END").expect("an end");
            cut_everywhere(signed(alg, name), &form, &pem, end);
            let bare: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
            cut_everywhere(
                signed(alg, name),
                &form,
                &bare,
                bare.trim_end_matches('=').len() - 1,
            );
        }
    }
}

/// Up to and including `complete` something of the key is missing; after it only what may be left out.
fn cut_everywhere(token: &str, form: &str, whole: &str, complete: usize) {
    let step = if cfg!(target_arch = "wasm32") { 7 } else { 1 };
    for length in (0..whole.len()).step_by(step) {
        let (state, code) = signature(token, &whole[..length]);
        let right = state == State::Pass && length > complete;
        assert!(
            state == State::Unknown || right,
            "{form} to {length}: {code}"
        );
    }
}

#[test]
fn a_jwk_cut_short_anywhere_is_never_another_key() {
    for (alg, name) in FAMILIES {
        let jwk = pasted(name, "private_jwk");
        for length in 0..jwk.len() {
            let (state, code) = signature(signed(alg, name), &jwk[..length]);
            assert_eq!(state, State::Unknown, "{name} to {length}: {code}");
        }
    }
}

fn jwk_of(name: &str, change: impl Fn(&mut Value)) -> String {
    let mut jwk = fixtures()["keys"][name]["public_jwk"].clone();
    change(&mut jwk);
    jwk.to_string()
}

/// RFC 7518 section 2 wants base64url; standard base64 is as clear, so it is read, and told.
#[test]
fn a_jwk_in_standard_base64_is_read_and_told() {
    let standard = |value: &Value| {
        let letters = text(value).replace('-', "+").replace('_', "/");
        let padding = "=".repeat((4 - letters.len() % 4) % 4);
        Value::from(letters + &padding)
    };
    let rsa = jwk_of("rsa", |jwk| jwk["n"] = standard(&jwk["n"]));
    assert_eq!(signature(signed("RS256", "rsa"), &rsa), PASS);
    assert_eq!(one(&rsa).1.not_base64url, ["n"]);
    let ec = jwk_of("p-256", |jwk| {
        jwk["x"] = standard(&jwk["x"]);
        jwk["y"] = standard(&jwk["y"]);
    });
    assert_eq!(signature(signed("ES256", "p-256"), &ec), PASS);
    assert_eq!(one(&ec).1.not_base64url, ["x", "y"]);
    assert_eq!(
        one(&pasted("rsa", "public_jwk")).1.not_base64url,
        Vec::<&str>::new()
    );
}

#[test]
fn a_jwk_says_what_is_wrong_with_it() {
    let rsa = |change: fn(&mut Value)| error(&jwk_of("rsa", change));
    assert_eq!(
        rsa(|jwk| jwk["e"] = Value::Null),
        KeyError::NotAString { name: "e" }
    );
    let without = |name: &'static str| {
        error(&jwk_of("p-256", |jwk| {
            jwk.as_object_mut().expect("a JWK").remove(name);
        }))
    };
    assert_eq!(without("y"), KeyError::Missing { name: "y" });
    assert_eq!(without("crv"), KeyError::Missing { name: "crv" });
    assert_eq!(
        error(r#"{"kty":"XX"}"#),
        KeyError::UnknownType {
            kty: "XX".to_owned()
        }
    );
    assert_eq!(
        error(r#"{"kty":"EC","crv":"P-192"}"#),
        KeyError::UnknownCurve {
            crv: "P-192".to_owned()
        }
    );
    assert_eq!(
        error(r#"{"kty":"OKP","crv":"Ed448","x":""}"#),
        KeyError::UnknownCurve {
            crv: "Ed448".to_owned()
        }
    );
    assert_eq!(error(r#"{"kty":"oct","k":""}"#), KeyError::EmptySecret);
    let short = jwk_of("p-256", |jwk| jwk["x"] = "AAAA".into());
    assert_eq!(
        error(&short),
        KeyError::Size {
            name: "x",
            wanted: 32,
            found: 3
        }
    );
    assert!(matches!(
        error(r#"{"kty":"oct","k":"a b"}"#),
        KeyError::Base64url { name: "k", .. }
    ));
    assert!(matches!(
        error(r#"{"kty":"oct","k":"AAA",}"#),
        KeyError::NotJson { .. }
    ));
}

/// The line and column are those of the key box, blank lines before the key included.
#[test]
fn a_broken_jwk_is_told_at_its_line() {
    let place = |text: &str| match error(text) {
        KeyError::NotJson { position, .. } => position,
        other => panic!("{other:?}"),
    };
    assert_eq!(place("{\"kty\":\"oct\",\n  k:1}"), (2, 3));
    assert_eq!(place("\n\n{\"kty\":\"oct\",\n  k:1}"), (4, 3));
}

#[test]
fn what_is_no_key_says_what_it_is() {
    let label = |label: &str| format!("-----BEGIN {label}-----\nAAAA\n-----END {label}-----");
    assert!(matches!(
        error(&label("OPENSSH PRIVATE KEY")),
        KeyError::PemLabel { .. }
    ));
    assert!(matches!(
        error(&label("CERTIFICATE REQUEST")),
        KeyError::PemLabel { .. }
    ));
    assert!(matches!(error(&label("PUBLIC KEY")), KeyError::Der { .. }));
    assert!(matches!(
        error(&label("PUBLIC KEY").replace("AAAA", "A")),
        KeyError::PemBase64 { .. }
    ));
    let stranger = label("PUBLIC KEY").replace("AAAA", "AAAA\nA*AA");
    assert!(matches!(
        error(&stranger),
        KeyError::PemCharacter {
            line: 3,
            found: '*',
            ..
        }
    ));
    assert!(matches!(
        error("-----BEGIN PUBLIC KEY-----\nAAAA"),
        KeyError::PemWithoutEnd { .. }
    ));
    assert_eq!(
        error(&text(&fixtures()["encrypted"]["pkcs8"])),
        KeyError::Encrypted
    );
    assert_eq!(
        error(&text(&fixtures()["encrypted"]["pkcs1"])),
        KeyError::Encrypted
    );
    assert_eq!(
        error(&text(&fixtures()["ssh"])),
        KeyError::Ssh {
            kind: "ssh-rsa".to_owned()
        }
    );
    assert!(matches!(
        error(&text(&fixtures()["agreement_only"]["spki"])),
        KeyError::Oid { .. }
    ));
    assert!(matches!(
        error(&"a".repeat((1 << 20) + 1)),
        KeyError::TooLong { .. }
    ));
}

/// RFC 7518 section 6.3.2: the primes may be left out; the key still signs.
#[test]
fn a_private_rsa_jwk_may_leave_out_its_primes() {
    let mut jwk = fixtures()["keys"]["rsa"]["private_jwk"].clone();
    for name in ["p", "q", "dp", "dq", "qi"] {
        jwk.as_object_mut().expect("a JWK").remove(name);
    }
    assert!(one(&jwk.to_string()).0.can_sign());
    assert_eq!(
        signature(
            signed("RS256", "rsa"),
            &json!({ "keys": [jwk] }).to_string()
        ),
        PASS
    );
}
