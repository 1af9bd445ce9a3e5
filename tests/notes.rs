//! The notes beside header parameters and claims.

mod support;

use jwt_inspector::jose::json::Document;
use jwt_inspector::words::notes::{Clock, Noted, Tone, of_header, of_payload};
use proptest::prelude::*;
use support::cases;
use support::notes::UTC;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn document(json: &str) -> Document {
    Document::parse(json.to_owned()).expect("JSON")
}

/// The one note beside a header.
fn parameter(json: &str) -> (Tone, String) {
    only(of_header(&document(json)))
}

fn only(mut noted: Vec<Noted>) -> (Tone, String) {
    assert_eq!(noted.len(), 1, "{noted:?}");
    let note = noted.remove(0).note;
    (note.tone, note.text)
}

fn is(tone: Tone, text: &str) -> (Tone, String) {
    (tone, text.to_owned())
}

#[test]
fn a_note_stands_beside_its_value() {
    let json = r#"{"x": 1, "sub": "1234567890", "n\u0061me":"John Doe", "nested": {"iss": "a"}}"#;
    let noted = of_payload(&document(json), &UTC);
    let told: Vec<_> = noted
        .iter()
        .map(|noted| (&json[noted.at.range()], &*noted.name, &*noted.note.text))
        .collect();
    assert_eq!(
        told,
        [
            ("\"1234567890\"", "sub", "subject: who the token is about"),
            ("\"John Doe\"", "name", "full name (OpenID Connect)"),
        ]
    );
}

#[test]
fn what_is_not_known_gets_no_note() {
    for json in [
        "[]",
        "1",
        "{}",
        r#"{"Sub":1,"SUB":2,"":3,"exp ":4}"#,
        r#"["exp"]"#,
    ] {
        assert_eq!(of_payload(&document(json), &UTC), []);
        assert_eq!(of_header(&document(json)), []);
    }
}

#[test]
fn an_algorithm_says_which_key_does_what() {
    for (alg, tone, told) in [
        (
            "HS256",
            Tone::Plain,
            "HMAC with SHA-256: one shared secret signs and verifies",
        ),
        (
            "RS512",
            Tone::Plain,
            "RSA PKCS#1 v1.5 with SHA-512: the private key signs, the public key verifies",
        ),
        (
            "ES256",
            Tone::Plain,
            "ECDSA on P-256: the private key signs, the public key verifies",
        ),
        (
            "EdDSA",
            Tone::Plain,
            "Ed25519: the private key signs, the public key verifies",
        ),
        (
            "Ed448",
            Tone::Plain,
            "a signature algorithm that is not supported here",
        ),
        ("none", Tone::Bad, "not signed at all"),
        (
            "nOnE",
            Tone::Warn,
            "no signature algorithm that is known here",
        ),
        ("", Tone::Warn, "no signature algorithm that is known here"),
    ] {
        assert_eq!(parameter(&format!(r#"{{"alg":"{alg}"}}"#)), is(tone, told));
    }
}

/// An `enc` beside it does not make `none` look like encryption.
#[test]
fn an_encrypted_token_has_another_kind_of_algorithm() {
    let alg = |alg: &str| {
        let header = document(&format!(r#"{{"alg":"{alg}","enc":"A128GCM"}}"#));
        let noted = of_header(&header);
        assert_eq!(noted[1].note.text, "how the content is encrypted");
        (noted[0].note.tone, noted[0].note.text.clone())
    };
    assert_eq!(
        alg("RSA-OAEP"),
        is(
            Tone::Plain,
            "how the key of the content is encrypted or agreed on"
        )
    );
    assert_eq!(alg("none"), is(Tone::Bad, "not signed at all"));
}

/// RFC 7515 section 4.1.9: media types compare without case, "application/" may be left out.
#[test]
fn a_type_is_explained() {
    let jwt = is(Tone::Plain, "media type: a JSON Web Token");
    for typ in ["JWT", "jwt", "application/JWT"] {
        assert_eq!(parameter(&format!(r#"{{"typ":"{typ}"}}"#)), jwt);
    }
    for typ in ["at+jwt", "dpop+jwt", "logout+jwt", "secevent+jwt"] {
        let (_, told) = parameter(&format!(r#"{{"typ":"{typ}"}}"#));
        assert_ne!(told, "media type: what the token is");
    }
    for typ in ["\"x\"", "\"\"", "5", "\"application/\""] {
        let (_, told) = parameter(&format!(r#"{{"typ":{typ}}}"#));
        assert_eq!(told, "media type: what the token is");
    }
}

/// Every parameter of RFC 7515 section 4.1, and `b64` of RFC 7797.
#[test]
fn every_registered_parameter_has_a_note() {
    let names = [
        "jku", "jwk", "kid", "x5u", "x5c", "x5t", "x5t#S256", "typ", "cty", "crit", "b64", "enc",
        "zip",
    ];
    for name in names {
        let (tone, told) = parameter(&format!(r#"{{"{name}":"x"}}"#));
        let own = ["jwk", "x5c"].contains(&name);
        assert_eq!(tone == Tone::Warn, own, "{name}");
        assert_eq!(own, told.contains("brought by the token itself"), "{name}");
        let address = ["jku", "x5u"].contains(&name);
        assert_eq!(address, told.contains("never fetched here"), "{name}");
    }
    assert_ne!(parameter(r#"{"b64":false}"#), parameter(r#"{"b64":true}"#));
}

#[test]
fn every_registered_claim_has_a_note() {
    for name in [
        "iss",
        "sub",
        "aud",
        "exp",
        "nbf",
        "iat",
        "jti",
        "name",
        "email",
        "email_verified",
        "nonce",
        "auth_time",
        "azp",
        "scope",
        "scp",
        "client_id",
        "role",
        "roles",
        "groups",
        "cnf",
        "act",
        "events",
    ] {
        let (_, told) = only(of_payload(&document(&format!(r#"{{"{name}":1}}"#)), &UTC));
        assert!(!told.is_empty() && !told.ends_with('.'), "{name}: {told}");
    }
}

#[test]
fn two_thousand_claims_get_two_hundred_notes() {
    let unknown: String = (0..2000).map(|n| format!(r#""c{n}":{n},"#)).collect();
    let noted = of_payload(&document(&format!(r#"{{{unknown}"sub":"last"}}"#)), &UTC);
    assert_eq!(noted.len(), 1);
    let known = vec![r#""exp":1"#; 2000].join(",");
    let noted = of_payload(&document(&format!("{{{known}}}")), &UTC);
    assert_eq!(noted.len(), 200);
    assert!(noted.iter().all(|noted| noted.note.tone == Tone::Warn));
}

fn json() -> impl Strategy<Value = String> {
    let value = prop_oneof![
        "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,3})?(e[+-]?[0-9]{1,3})?",
        "\"[^\"\\\\\\x00-\\x1f]{0,80}\"",
        Just("null".to_owned()),
        Just("[{\"exp\":\"\\ud800\"}]".to_owned()),
    ];
    let name = prop_oneof!["exp|nbf|iat|auth_time|alg|typ|b64|aud|enc", "[a-z]{0,5}"];
    let member = (name, value).prop_map(|(name, value)| format!("\"{name}\":{value}"));
    prop::collection::vec(member, 0..8).prop_map(|members| format!("{{{}}}", members.join(",")))
}

proptest! {
    #![proptest_config(cases(256))]

    /// Whatever is noted stands beside a value, in characters that can be seen.
    #[test]
    fn any_json_gets_its_notes(json in json(), now in any::<f64>(), skew in 0.0..1e6, minutes in any::<i32>()) {
        let document = document(&json);
        let offset = move |_| minutes;
        let clock = Clock { now, skew, offset: &offset };
        for noted in of_payload(&document, &clock).into_iter().chain(of_header(&document)) {
            prop_assert!(json.get(noted.at.range()).is_some());
            prop_assert!(!noted.note.text.is_empty());
            prop_assert!(!noted.note.text.contains(char::is_control));
        }
    }
}
