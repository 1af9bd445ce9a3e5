//! The doctor: each mistake that people make is named, every cure verifies once it is applied, and nothing is claimed
//! that was not tried.

mod support;

use jwt_inspector::doctor::{
    Attempt, BUDGET, Change, Diagnosis, Escapes, Explanation, Form, KeptOut, Layout, MAX_LENGTH,
    SecretText, SignatureEnd, SignatureForm, Stray, Style, examine,
};
use jwt_inspector::jose::alg::{Curve, Hash};
use jwt_inspector::jose::base64url::{decode, encode};
use jwt_inspector::jose::crypto::hmac::{self, Secret};
use jwt_inspector::jose::sign::sign;
use jwt_inspector::jose::verify::signature;
use jwt_inspector::jose::{Algorithm, KeyInput, SecretEncoding, Source, State};
use proptest::prelude::*;
use serde_json::json;
use support::{
    HS256, SECRET, cases, compact, hs256, input, jwk_with, jwks, key, pasted, seed, signed, text,
    with_other_character,
};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const PAYLOAD: &str = r#"{"sub":"x","name":"Zoë","url":"https://a/b?c&d","n":[1,{}]}"#;
const HS: Algorithm = Algorithm::Hs(Hash::Sha256);

/// Examines, and checks that a cure really cures.
fn examined(
    token: &str,
    pasted_key: &str,
    encoding: SecretEncoding,
    required: Option<Algorithm>,
) -> Diagnosis {
    let diagnosis = examine(token, pasted_key, encoding, required, BUDGET);
    if let Some(cure) = &diagnosis.cure {
        let apply = &cure.apply;
        let token = apply.token.as_deref().unwrap_or(token);
        let pasted_key = apply.key.as_ref().map_or(pasted_key, |key| key.as_str());
        let input = KeyInput::read(pasted_key, apply.encoding.unwrap_or(encoding));
        let required = required.filter(|_| !apply.any_algorithm);
        let check = signature(&Source::read(token), &input, required);
        assert_eq!(check.state(), State::Pass, "{cure:?}");
    }
    diagnosis
}

fn diagnosis(token: &str, pasted_key: &str) -> Diagnosis {
    examined(token, pasted_key, SecretEncoding::Utf8, None)
}

/// The changes of the cure.
fn changes(token: &str, pasted_key: &str) -> Vec<Change> {
    let diagnosis = diagnosis(token, pasted_key);
    diagnosis.cure.map_or(Vec::new(), |cure| cure.changes)
}

/// What is explained where nothing cures.
fn explained(token: &str, pasted_key: &str) -> Vec<Explanation> {
    let diagnosis = diagnosis(token, pasted_key);
    assert_eq!(diagnosis.cure, None);
    diagnosis.explained
}

/// A token under the MAC of a secret of these bytes.
fn by_secret(bytes: &[u8]) -> String {
    let secret = Secret::new(bytes.to_vec().into()).expect("a secret");
    let message = input(HS256, PAYLOAD);
    let mac = hmac::sign(Hash::Sha256, &secret, message.as_bytes());
    [message, encode(&mac)].join(".")
}

/// The signature of a message by a private key of the fixtures.
fn by_key(alg: Algorithm, name: &str, message: &str) -> Vec<u8> {
    let input = key(&pasted(name, "private_jwk"));
    let key = input.single().expect("a key");
    sign(key, alg, message.as_bytes(), seed()).expect("a signature")
}

/// A token of the everyday payload under any header, signed with an algorithm.
fn token_by(alg: Algorithm, name: &str, header: &str) -> String {
    let message = input(header, PAYLOAD);
    let signature = by_key(alg, name, &message);
    [message, encode(&signature)].join(".")
}

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
fn a_good_token_needs_no_doctor() {
    assert_eq!(diagnosis(&hs256(HS256, "{}"), SECRET), Diagnosis::default());
    let token = signed("RS256", "rsa");
    for form in ["spki", "pkcs8", "certificate", "public_jwk", "private_jwk"] {
        assert_eq!(diagnosis(token, &pasted("rsa", form)), Diagnosis::default());
    }
}

#[test]
fn a_secret_in_another_encoding_is_read() {
    use SecretEncoding::{Base64, Base64url, Hex, Utf8};
    for (bytes, pasted_key, chosen, right) in [
        (&b"secret"[..], "c2VjcmV0", Utf8, Base64),
        (b"secret", "736563726574", Utf8, Hex),
        (b"secret", "736563726574", Base64, Hex),
        (b"c2VjcmV0", "c2VjcmV0", Base64, Utf8),
        (b"c2VjcmV0", "c2VjcmV0", Base64url, Utf8),
        (b"not hex", "not hex", Hex, Utf8),
        (&[255, 239], "_-8", Utf8, Base64),
    ] {
        let found = examined(&by_secret(bytes), pasted_key, chosen, None);
        let cure = found.cure.expect(pasted_key);
        assert_eq!(cure.changes, [Change::Encoding(right)], "{pasted_key}");
        assert_eq!(cure.apply.encoding, Some(right));
    }
}

#[test]
fn what_surrounds_a_secret_is_told() {
    use SecretText::*;
    for (secret, pasted_key, change) in [
        ("secret", "secret\n", WithoutFinalLineBreak),
        ("secret", "secret\r\n", WithoutFinalLineBreak),
        ("secret", " secret ", Trimmed),
        ("secret\n", "secret", WithFinalLineBreak),
        ("secret\r\n", "secret", WithFinalCrLf),
        ("secret", "\"secret\"", Unquoted),
        ("secret", "'secret'\n", Unquoted),
        ("two\nlines", "two\\nlines", Unescaped),
        ("secret", "JWT_SECRET=secret", Value),
        ("secret", "export JWT_SECRET='secret';", Value),
        ("secret", "jwt.secret: \"secret\",", Value),
        ("a+b/c", "a%2Bb%2Fc", PercentDecoded),
    ] {
        let found = changes(&by_secret(secret.as_bytes()), pasted_key);
        assert_eq!(found, [Change::Secret(change)], "{pasted_key:?}");
    }
    let both = changes(&by_secret(b"secret"), "'c2VjcmV0'");
    let wanted = [
        Change::Secret(Unquoted),
        Change::Encoding(SecretEncoding::Base64),
    ];
    assert_eq!(both, wanted);
}

#[test]
fn the_text_of_k_may_be_the_secret() {
    let jwk = json!({ "kty": "oct", "k": "c2VjcmV0" }).to_string();
    let found = changes(&by_secret(b"c2VjcmV0"), &jwk);
    assert_eq!(found, [Change::Secret(SecretText::TextOfK)]);
}

#[test]
fn a_required_algorithm_that_excludes_the_token_is_told() {
    let token = by_secret(b"secret");
    let required = Algorithm::Hs(Hash::Sha512);
    let lifted = Change::AnyAlgorithm { required };
    let found = examined(&token, "secret", SecretEncoding::Utf8, Some(required));
    let cure = found.cure.expect("a cure");
    assert_eq!(cure.changes.first(), Some(&lifted));
    assert_eq!(cure.changes.len(), 1);
    assert!(cure.apply.any_algorithm && cure.apply.key.is_none());

    let found = examined(&token, "secret\n", SecretEncoding::Utf8, Some(required));
    let text = Change::Secret(SecretText::WithoutFinalLineBreak);
    assert_eq!(found.cure.expect("a cure").changes, [lifted, text]);
}

#[test]
fn a_header_that_names_another_algorithm_is_explained() {
    let header = |alg: &str| json!({ "alg": alg }).to_string();
    let rs = Algorithm::Rs(Hash::Sha512);
    let ps = Algorithm::Ps(Hash::Sha256);
    for (alg, name, says) in [
        (rs, "rsa", "RS256"),
        (ps, "rsa", "RS256"),
        (rs, "rsa", "HS256"),
        (rs, "rsa", "none"),
        (rs, "rsa", "rs512"),
        (Algorithm::Es(Curve::P384), "p-384", "ES256"),
        (Algorithm::Ed25519, "ed25519", "ES256"),
    ] {
        let found = explained(&token_by(alg, name, &header(says)), &pasted(name, "spki"));
        let wanted = Explanation::SignedAs {
            alg,
            header: Some(says.to_owned()),
            encoding: None,
        };
        assert_eq!(found, [wanted], "{says}");
    }
    let missing = explained(&token_by(rs, "rsa", "{}"), &pasted("rsa", "spki"));
    assert!(
        matches!(missing.as_slice(), [Explanation::SignedAs { alg, header: None, .. }] if *alg == rs)
    );
}

#[test]
fn an_hmac_under_another_name_is_explained() {
    for says in ["HS512", "HS384", "hs256", "RS256", "ES256", "HMAC-SHA256"] {
        let header = json!({ "alg": says }).to_string();
        let found = explained(&hs256(&header, "{}"), SECRET);
        let signed_as = |encoding| Explanation::SignedAs {
            alg: HS,
            header: Some(says.to_owned()),
            encoding,
        };
        assert_eq!(found, [signed_as(None)]);
        let hex: String = SECRET.bytes().map(|byte| format!("{byte:02x}")).collect();
        let found = explained(&hs256(&header, "{}"), &hex);
        assert_eq!(found, [signed_as(Some(SecretEncoding::Hex))]);
    }
}

/// RFC 8725 section 2.1.
#[test]
fn a_public_key_used_as_a_secret_is_recognised() {
    for end in ["", "\n"] {
        let pem = pasted("rsa", "spki").trim().to_owned();
        let token = by_secret([&pem, end].concat().as_bytes());
        let found = explained(&token, &pem);
        let alg = HS;
        assert_eq!(found, [Explanation::KeyAsSecret { alg, public: true }]);
    }
    let pem = pasted("p-256", "pkcs8");
    let found = explained(&by_secret(pem.as_bytes()), &pem);
    assert_eq!(
        found,
        [Explanation::KeyAsSecret {
            alg: HS,
            public: false
        }]
    );
}

#[test]
fn another_key_of_the_set_is_found() {
    let token = token_by(
        Algorithm::Es(Curve::P256),
        "p-256",
        r#"{"alg":"ES256","kid":"old"}"#,
    );
    let named = |name: &str, kid: &str| jwk_with(name, "public_jwk", &json!({ "kid": kid }));
    let set = jwks(&[
        named("p-256-other", "old"),
        named("rsa", "r"),
        named("p-256", "new"),
    ]);
    let wanted = Change::OtherKey {
        index: Some(2),
        kid: Some("new".to_owned()),
        kept_out: KeptOut::Kid("old".to_owned()),
    };
    assert_eq!(changes(&token, &set), [wanted]);

    let without_the_name = jwks(&[named("p-256-other", "a"), named("p-256", "new")]);
    let found = changes(&token, &without_the_name);
    assert!(matches!(
        found.as_slice(),
        [Change::OtherKey {
            index: Some(1),
            kept_out: KeptOut::Kid(_),
            ..
        }]
    ));
}

#[test]
fn a_key_that_says_it_is_for_something_else_is_found() {
    let token = signed("ES256", "p-256");
    for members in [
        json!({"use": "enc"}),
        json!({"key_ops": ["sign"]}),
        json!({"alg": "ES384"}),
    ] {
        let jwk = jwk_with("p-256", "public_jwk", &members).to_string();
        let found = changes(token, &jwk);
        assert!(
            matches!(
                found.as_slice(),
                [Change::OtherKey {
                    index: None,
                    kept_out: KeptOut::Restriction,
                    ..
                }]
            ),
            "{jwk}"
        );
    }
    let secret = json!({ "kty": "oct", "k": encode(SECRET.as_bytes()), "use": "enc" }).to_string();
    assert!(matches!(
        changes(&hs256(HS256, "{}"), &secret).as_slice(),
        [Change::OtherKey { .. }]
    ));
}

#[test]
fn a_key_beyond_those_that_are_tried_is_found() {
    let other = jwk_with("p-256-other", "public_jwk", &json!({}));
    let mut keys = vec![other; 50];
    keys.push(jwk_with("p-256", "public_jwk", &json!({})));
    let wanted = Change::OtherKey {
        index: Some(50),
        kid: None,
        kept_out: KeptOut::Number,
    };
    assert_eq!(changes(signed("ES256", "p-256"), &jwks(&keys)), [wanted]);
}

#[test]
fn a_key_or_certificate_is_found_in_the_text_around_it() {
    for (alg, name) in [("RS256", "rsa"), ("ES256", "p-256"), ("Ed25519", "ed25519")] {
        for form in ["spki", "certificate", "pkcs8"] {
            let pem = pasted(name, form);
            let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
            let without_begin: String = pem.lines().skip(1).collect::<Vec<_>>().join("\n");
            let without_end = pem.trim().rsplit_once('\n').expect("lines").0.to_owned();
            for text in [
                json!({ "kty": "RSA", "x5c": [body.clone()] }).to_string(),
                format!("[\"{body}\"]"),
                format!("PUBLIC_KEY=\"{body}\""),
                pem.replace("-----", "---"),
                without_begin,
                without_end,
            ] {
                assert_eq!(
                    changes(signed(alg, name), &text),
                    [Change::BareKey],
                    "{text}"
                );
            }
        }
    }
}

#[test]
fn stray_characters_in_a_token_are_taken_out() {
    let token = by_secret(b"secret");
    let (start, end) = token.split_at(40);
    let parts: Vec<&str> = token.split('.').collect();
    let (message, signature) = token.rsplit_once('.').expect("a signature");
    let padded = [message, ".", signature, "="].concat();
    for (pasted_token, strays) in [
        (format!("{start} {end}"), vec![Stray::Blank]),
        (format!("{start}\t\u{200B}\u{AD}{end}"), vec![Stray::Blank]),
        (format!("{start}\\n{end}"), vec![Stray::Blank]),
        (format!("{start}\\\n  {end}"), vec![Stray::Blank]),
        (parts.join(" . "), vec![Stray::Blank]),
        (format!("{token}."), vec![Stray::Around]),
        (format!("({token}),"), vec![Stray::Around]),
        (padded.clone(), vec![Stray::Padding]),
        (
            padded.replace('=', "%3D"),
            vec![Stray::Percent, Stray::Padding],
        ),
        (
            format!("{start} {end}="),
            vec![Stray::Blank, Stray::Padding],
        ),
    ] {
        let found = changes(&pasted_token, "secret");
        assert_eq!(found, [Change::Characters(strays)], "{pasted_token}");
    }
    let found = changes(&format!("{start} {end}"), "c2VjcmV0");
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn the_standard_alphabet_is_translated() {
    let token = by_secret(b"secret 3");
    assert!(token.contains(['-', '_']), "{token}");
    let standard = token.replace('-', "+").replace('_', "/");
    let found = changes(&standard, "secret 3");
    assert_eq!(found, [Change::Characters(vec![Stray::Standard])]);
}

/// As AWS load balancers do it.
#[test]
fn padding_that_is_signed_over_is_explained() {
    let header = r#"{"alg":"ES256","signer":"arn:aws:elasticloadbalancing"}"#;
    let payload = r#"{"sub":"??????>>>>>>"}"#;
    let plain = [encode(header.as_bytes()), encode(payload.as_bytes())];
    let pad = |part: &String| part.clone() + &"=".repeat((4 - part.len() % 4) % 4);
    let standard = |part: &String| part.replace('-', "+").replace('_', "/");
    for (message, standard, padding) in [
        (plain.each_ref().map(pad), false, true),
        (plain.each_ref().map(standard), true, false),
        (
            plain.each_ref().map(standard).each_ref().map(pad),
            true,
            true,
        ),
    ] {
        let message = message.join(".");
        assert_ne!(message, plain.join("."));
        let signature = encode(&by_key(Algorithm::Es(Curve::P256), "p-256", &message));
        let wanted = [Explanation::SignedOver { standard, padding }];
        let spki = pasted("p-256", "spki");
        for text in [message, plain.join(".")] {
            for end in ["", "=="] {
                let token = [&text, ".", &signature, end].concat();
                assert_eq!(explained(&token, &spki), wanted);
            }
        }
    }
}

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

fn json_form(layout: Layout, sorted: bool, escapes: Escapes) -> Form {
    Form::Json(Style {
        layout,
        sorted,
        escapes,
    })
}

/// What was signed, and what became of it on the way.
#[test]
fn a_payload_written_anew_is_found() {
    use Escapes::{AsWritten, Ascii, Html, Plain};
    use Layout::{Compact, Indented, Spaced};
    let now = r#"{"b":"ë/<","a":{"d":[],"c":[1,2.50]}}"#;
    for (then, form) in [
        (
            "{\"b\":\"ë/<\",\"a\":{\"d\":[],\"c\":[1,2.50]}}\n",
            Form::FinalLineBreak,
        ),
        (
            r#"{"a":{"c":[1,2.50],"d":[]},"b":"ë/<"}"#,
            json_form(Compact, true, AsWritten),
        ),
        (
            r#"{"b": "ë/<", "a": {"d": [], "c": [1, 2.50]}}"#,
            json_form(Spaced, false, AsWritten),
        ),
        (
            r#"{"a": {"c": [1, 2.50], "d": []}, "b": "\u00eb/<"}"#,
            json_form(Spaced, true, Ascii),
        ),
        (
            r#"{"b":"\u00eb\/<","a":{"d":[],"c":[1,2.50]}}"#,
            json_form(Compact, false, Escapes::AsciiAndSlash),
        ),
        (
            r#"{"b":"ë/\u003c","a":{"d":[],"c":[1,2.50]}}"#,
            json_form(Compact, false, Html),
        ),
        (
            "{\n  \"b\": \"ë/<\",\n  \"a\": {\n    \"d\": [],\n    \"c\": [\n      1,\n      2.50\n    ]\n  }\n}",
            json_form(Indented(2), false, AsWritten),
        ),
        (
            "{\n    \"b\": \"ë/<\",\n    \"a\": {\n        \"d\": [],\n        \"c\": [\n            1,\n            2.50\n        ]\n    }\n}",
            json_form(Indented(4), false, AsWritten),
        ),
    ] {
        let token = hs256(HS256, then);
        let signature = token.rsplit_once('.').expect("a signature").1;
        let found = changes(&compact(HS256, now, signature), SECRET);
        assert_eq!(found, [Change::Payload(form)], "{then}");
    }
    let then = hs256(HS256, "{\"a\":\"ë\"}");
    let signature = then.rsplit_once('.').expect("a signature").1;
    let found = changes(&compact(HS256, "{ \"a\": \"\\u00EB\" }", signature), SECRET);
    assert_eq!(found, [Change::Payload(json_form(Compact, false, Plain))]);
}

#[test]
fn a_header_written_anew_is_found_alone_and_with_the_payload() {
    let spaced = json_form(Layout::Spaced, false, Escapes::AsWritten);
    let (header, payload) = (r#"{"alg": "HS256", "typ": "JWT"}"#, r#"{"b": 1, "a": 2}"#);
    let signature = |header: &str, payload: &str| {
        let token = hs256(header, payload);
        token.rsplit_once('.').expect("a signature").1.to_owned()
    };
    let token = compact(HS256, payload, &signature(header, payload));
    assert_eq!(changes(&token, SECRET), [Change::Header(spaced)]);
    let token = compact(HS256, r#"{"b":1,"a":2}"#, &signature(header, payload));
    assert_eq!(
        changes(&token, SECRET),
        [Change::Header(spaced), Change::Payload(spaced)]
    );
    let sorted = json_form(Layout::Spaced, true, Escapes::AsWritten);
    let token = compact(
        HS256,
        r#"{"b":1,"a":2}"#,
        &signature(header, r#"{"a": 2, "b": 1}"#),
    );
    assert_eq!(
        changes(&token, SECRET),
        [Change::Header(sorted), Change::Payload(sorted)]
    );
}

/// Keycloak writes the first member by hand, and every other one apart from its value.
#[test]
fn the_header_of_keycloak_written_anew_is_found() {
    let then = hs256(r#"{"alg":"HS256","typ" : "JWT","kid" : "x"}"#, "{}");
    let signature = then.rsplit_once('.').expect("a signature").1;
    let now = compact(r#"{"alg":"HS256","typ":"JWT","kid":"x"}"#, "{}", signature);
    let form = json_form(Layout::Keycloak, false, Escapes::AsWritten);
    assert_eq!(changes(&now, SECRET), [Change::Header(form)]);
}

/// The long forms of the payload are left out; the short ones behind them are not paid for, as they are not tried.
#[test]
fn what_is_left_out_costs_nothing_more() {
    let payload = format!("{}\"ë/<\"{}", "[".repeat(100), "]".repeat(100));
    let payload = format!("{{\"a\":{payload},\"b\":\"{}\"}}", "x".repeat(8_000));
    let then = hs256(r#"{"alg": "HS256", "typ": "JWT"}"#, &payload);
    let signature = then.rsplit_once('.').expect("a signature").1;
    let now = compact(HS256, &payload, signature);
    let cures = |budget| {
        let found = examine(&now, SECRET, SecretEncoding::Utf8, None, budget);
        let left_out = found.left_out.contains(&Attempt::Payload);
        left_out && found.cure.is_some()
    };
    assert!((150..200).any(cures));
}

const GRAPH: &str =
    r#"{"aud":"00000003-0000-0000-c000-000000000000","iss":"https://sts.windows.net/1/"}"#;

#[test]
fn the_nonce_of_graph_is_told_and_proven() {
    // echo -n abc | sha256sum
    let hash = "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0";
    let rs = Algorithm::Rs(Hash::Sha256);
    let signed_header = json!({ "alg": "RS256", "nonce": hash }).to_string();
    let message = input(&signed_header, GRAPH);
    let signature = encode(&by_key(rs, "rsa", &message));
    let shown = signed_header.replace(hash, "abc");
    let token = compact(&shown, GRAPH, &signature);
    assert_eq!(
        changes(&token, &pasted("rsa", "spki")),
        [Change::HashedNonce]
    );

    let found = diagnosis(&token, &pasted("rsa-other", "spki"));
    assert_eq!(found.explained, [Explanation::GraphNonce]);
    assert!(found.tried.contains(&Attempt::HashedNonce), "{found:?}");
    assert_eq!(explained(&token, ""), [Explanation::GraphNonce]);
    let other = compact(&shown, r#"{"aud":"me"}"#, &signature);
    assert_eq!(explained(&other, &pasted("rsa", "spki")), []);
}

#[test]
fn a_wrong_key_is_not_cured_and_what_was_tried_is_told() {
    let token = hs256(HS256, r#"{"a":1}"#);
    let found = diagnosis(&token, "another/secret00");
    assert_eq!(
        (found.cure, found.explained, found.left_out),
        (None, vec![], vec![])
    );
    use Attempt::*;
    assert_eq!(
        found.tried,
        [Encoding, SecretText, SignedOver, Payload, Header]
    );

    let found = diagnosis(signed("ES256", "p-256"), &pasted("p-256-other", "spki"));
    assert_eq!((found.cure, found.explained), (None, vec![]));
    assert_eq!(found.tried, [SignatureForm, SignedOver, Payload, Header]);

    let found = diagnosis(signed("RS256", "rsa"), &pasted("rsa-other", "certificate"));
    assert_eq!(found.tried, [OtherAlgorithm, SignedOver, Payload, Header]);
}

/// Nothing is verified, so nothing was tried.
#[test]
fn without_a_key_that_fits_nothing_counts_as_tried() {
    for (token, pasted_key) in [
        (signed("RS256", "rsa"), ""),
        ("", SECRET),
        ("no token", SECRET),
        ("{}", SECRET),
    ] {
        let found = diagnosis(token, pasted_key);
        assert_eq!(found, Diagnosis::default(), "{token}");
    }
    let found = diagnosis(signed("RS256", "rsa"), &pasted("p-256", "spki"));
    assert_eq!((found.tried, found.verifications), (vec![], 0));
}

#[test]
fn the_number_of_verifications_is_bounded() {
    let mut most = 0;
    for (alg, name) in [("RS256", "rsa"), ("ES512", "p-521"), ("HS256", "oct")] {
        let token = signed(alg, name);
        let other = match name {
            "oct" => " 'MY_SECRET=61%62' ".to_owned(),
            name => pasted(&format!("{name}-other"), "spki"),
        };
        let (message, _) = token.rsplit_once('.').expect("a signature");
        let cut = &token[..token.len() - 1];
        let strange = format!("{message}.{}", encode(&[9; 300]));
        for text in [token, cut, &strange] {
            most = most.max(diagnosis(text, &other).verifications);
        }
    }
    let strange = " 'MY_SECRET=61%62\\n00' \n";
    let found = diagnosis(&hs256(HS256, PAYLOAD), strange);
    most = most.max(found.verifications);
    assert!(most > 20 && most < 100, "{most}");
    // Many keys: as many as the budget allows.
    let keys: Vec<_> = (0..200)
        .map(|_| jwk_with("p-521-other", "public_jwk", &json!({})))
        .collect();
    let found = examine(
        signed("ES512", "p-521"),
        &jwks(&keys),
        SecretEncoding::Utf8,
        None,
        BUDGET,
    );
    assert!(
        !found.left_out.is_empty() && found.verifications < 200,
        "{found:?}"
    );
}

#[test]
fn too_large_a_token_is_not_examined_and_that_is_said() {
    let payload = format!(r#"{{"a":"{}"}}"#, "x".repeat(MAX_LENGTH));
    let found = diagnosis(&hs256(HS256, &payload), "c2VjcmV0");
    assert_eq!((found.verifications, found.tried.len()), (0, 0));
    assert!(found.left_out.contains(&Attempt::Encoding), "{found:?}");
    // A long payload is not written anew, and the rest is tried.
    let payload = format!(r#"{{"a":"{}"}}"#, "x".repeat(40_000));
    let found = diagnosis(&hs256(HS256, &payload), "another");
    assert_eq!(found.left_out, [Attempt::Payload, Attempt::Header]);
    assert!(found.tried.contains(&Attempt::Encoding));
}

#[test]
fn the_changed_key_is_not_printed() {
    let found = diagnosis(&by_secret(b"correct horse"), "'correct horse'");
    assert!(found.cure.is_some() && !format!("{found:?}").contains("horse"));
}

/// What may be done to a token or a key on its way.
fn bent(text: &str, how: u8, at: usize, typed: &str) -> String {
    let at = (0..=at % (text.len() + 1))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0);
    let (start, end) = text.split_at(at);
    match how % 6 {
        0 => text.to_owned(),
        1 => [start, typed, end].concat(),
        2 => start.to_owned(),
        3 => [text, typed].concat(),
        4 => [start, end.get(1..).unwrap_or_default()].concat(),
        _ => encode(text.as_bytes()),
    }
}

proptest! {
    #![proptest_config(cases(150))]

    /// Whatever is done to a token and its key, the examination ends, and its cure cures.
    #[test]
    fn every_cure_verifies(
        which in 0_usize..6,
        (token_how, key_how) in any::<(u8, u8)>(),
        (token_at, key_at) in any::<(usize, usize)>(),
        typed in "[ -~\n]{0,3}",
        encoding in 0_usize..4,
    ) {
        let (token, pasted_key) = match which {
            0 => (signed("ES256", "p-256").to_owned(), pasted("p-256", "spki")),
            1 => (signed("RS256", "rsa-512").to_owned(), pasted("rsa-512", "public_jwk")),
            2 => (signed("HS256", "oct").to_owned(), pasted("oct", "private_jwk")),
            3 => (signed("Ed25519", "ed25519").to_owned(), pasted("ed25519", "certificate")),
            _ => (hs256(HS256, PAYLOAD), SECRET.to_owned()),
        };
        let token = bent(&token, token_how, token_at, &typed);
        let pasted_key = bent(&pasted_key, key_how, key_at, &typed);
        let encoding = SecretEncoding::ALL[encoding];
        let found = examined(&token, &pasted_key, encoding, Some(HS).filter(|_| which == 4));
        prop_assert!(found.verifications < 300);
    }

    #[test]
    fn any_texts_are_examined(token in "\\PC{0,80}", dots in "[-_A-Za-z0-9.=+/ ]{0,80}", pasted_key in "\\PC{0,40}") {
        for token in [token, dots.clone(), format!("eyJhbGciOiJFUzI1NiJ9.{dots}")] {
            examined(&token, &pasted_key, SecretEncoding::Utf8, None);
            examined(&token, &text(&json!(pasted("p-256", "spki"))), SecretEncoding::Hex, None);
        }
    }
}
