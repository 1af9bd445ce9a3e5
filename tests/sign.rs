//! Signing: what is signed here verifies here, nothing but the signature changes, and what cannot be signed says why.

mod support;

use jwt_inspector::jose::alg::Algorithm;
use jwt_inspector::jose::crypto::{Seed, SignFailure};
use jwt_inspector::jose::sign::{SignError, Signer};
use jwt_inspector::jose::{Source, State};
use serde_json::json;
use support::{
    HS256, SECRET, compact, fixtures, hs256, jwk_with, jwks, key, pasted, seed, signature, text,
};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const PASS: (State, &str) = (State::Pass, "signature.verified");

fn sign_with(token: &str, pasted_key: &str, seed: Seed) -> Result<String, SignError> {
    let (source, key) = (Source::read(token), key(pasted_key));
    Signer::new(&source, &key).and_then(|signer| signer.sign(token, seed))
}

fn sign(token: &str, pasted_key: &str) -> Result<String, SignError> {
    sign_with(token, pasted_key, seed())
}

fn unsigned(alg: &str) -> String {
    compact(&json!({ "alg": alg }).to_string(), r#"{"sub":"x"}"#, "")
}

/// Every algorithm with the key of the fixtures that it takes.
fn algorithms() -> impl Iterator<Item = (&'static str, &'static str)> {
    let tokens = fixtures()["tokens"].as_array().expect("a list");
    tokens.iter().map(|token| {
        (
            token["alg"].as_str().expect("a name"),
            token["key"].as_str().expect("a name"),
        )
    })
}

#[test]
fn what_is_signed_here_verifies_here() {
    for (alg, name) in algorithms() {
        let token = sign(&unsigned(alg), &pasted(name, "private_jwk")).expect("a token");
        let public = fixtures()["keys"][name]
            .get("public_jwk")
            .map_or(pasted(name, "private_jwk"), text);
        assert_eq!(signature(&token, &public), PASS, "{alg} by {name}");
        let source = Source::read(&token);
        let length = source
            .jws()
            .expect("a JWS")
            .signature_part
            .decoded
            .as_ref()
            .map(Vec::len);
        if let Some(wanted) = Algorithm::from_name(alg).and_then(Algorithm::signature_size) {
            assert_eq!(length, Ok(wanted), "{alg}");
        }
    }
}

/// In whatever form the private key was pasted.
#[test]
fn every_private_form_signs_and_no_public_form_does() {
    let no_private_half = SignError::Failed(SignFailure::NoPrivateHalf);
    for (alg, name) in [
        ("RS256", "rsa"),
        ("ES384", "p-384"),
        ("ES256K", "secp256k1"),
        ("Ed25519", "ed25519"),
    ] {
        for form in fixtures()["keys"][name].as_object().expect("forms").keys() {
            let signed = sign(&unsigned(alg), &pasted(name, form));
            if ["spki", "pkcs1_public", "public_jwk", "certificate"].contains(&form.as_str()) {
                assert_eq!(signed, Err(no_private_half.clone()), "{name} {form}");
            } else {
                assert_eq!(
                    signature(&signed.expect("a token"), &pasted(name, "spki")),
                    PASS,
                    "{name} {form}"
                );
            }
        }
    }
}

/// Deterministic but for the salt of PSS: the same seed gives the same token, another another.
#[test]
fn randomness_is_an_argument() {
    for (alg, name) in algorithms() {
        let with = |byte| {
            sign_with(
                &unsigned(alg),
                &pasted(name, "private_jwk"),
                Seed::new([byte; 32]),
            )
        };
        assert_eq!(with(1), with(1), "{alg}");
        assert_eq!(with(1) == with(2), !alg.starts_with("PS"), "{alg}");
    }
}

#[test]
fn only_the_signature_of_a_decorated_token_changes() {
    let token = hs256(HS256, "{\"a\":1}");
    let (input, mac) = token.rsplit_once('.').expect("parts");
    let header_end = input.find('.').expect("parts");
    let (header, payload) = input.split_at(header_end);
    for old in [mac, "", "AAAA", "not base64url"] {
        let pasted = format!(" 'Bearer {header}\r\n{payload}\n.{old}'\n");
        let wanted = format!(" 'Bearer {header}\r\n{payload}\n.{mac}'\n");
        assert_eq!(sign(&pasted, SECRET), Ok(wanted), "{old}");
    }
    let broken_off = format!("{input}.{}\n{}\n", &mac[..20], &mac[20..]);
    assert_eq!(sign(&broken_off, SECRET), Ok(format!("{input}.{mac}\n")));
    let encoded = token.replace('.', "%2E");
    let signed = sign(&encoded, SECRET).expect("a token");
    assert_eq!(signature(&signed, SECRET), PASS);
}

/// Numbers, order, escapes and white space are signed as they stand in the token.
#[test]
fn what_is_signed_is_what_is_written() {
    let payload = "{ \"sub\":100002348117421473,\r\n\"z\":1.0, \"a\":\"\\u0061\" }";
    let token = compact(HS256, payload, "");
    assert_eq!(sign(&token, SECRET), Ok(hs256(HS256, payload)));
}

#[test]
fn what_names_no_algorithm_cannot_be_signed() {
    assert_eq!(sign(&unsigned("none"), SECRET), Err(SignError::AlgNone));
    assert_eq!(
        sign(&compact("{}", "{}", ""), SECRET),
        Err(SignError::AlgMissing)
    );
    let name = "RS1".to_owned();
    assert_eq!(
        sign(&unsigned("RS1"), SECRET),
        Err(SignError::AlgUnsupported { name })
    );
    assert!(matches!(
        sign(&compact("[]", "{}", ""), SECRET),
        Err(SignError::Header(_))
    ));
    assert!(matches!(sign("a.b", SECRET), Err(SignError::NotAJws)));
    let flawed = hs256(HS256, "{}").replace("e30", "e30=");
    assert!(matches!(sign(&flawed, SECRET), Err(SignError::Payload(_))));
}

#[test]
fn a_key_that_does_not_fit_cannot_sign() {
    for (alg, pasted_key) in [
        ("HS256", String::new()),
        ("RS256", SECRET.to_owned()),
        ("RS256", pasted("p-256", "pkcs8")),
        ("ES256", pasted("p-384", "pkcs8")),
        ("HS256", pasted("rsa", "pkcs8")),
    ] {
        assert!(
            matches!(sign(&unsigned(alg), &pasted_key), Err(SignError::Key(_))),
            "{alg}"
        );
    }
    for members in [
        json!({"use": "enc"}),
        json!({"key_ops": ["verify"]}),
        json!({"alg": "ES384"}),
    ] {
        let jwk = jwk_with("p-256", "private_jwk", &members).to_string();
        assert!(
            matches!(sign(&unsigned("ES256"), &jwk), Err(SignError::Key(_))),
            "{members}"
        );
    }
}

/// Of a set, the first key that fits and can sign.
#[test]
fn a_set_signs_with_its_private_key() {
    let public = jwk_with("p-256-other", "public_jwk", &json!({}));
    let private = jwk_with("p-256", "private_jwk", &json!({}));
    let token = sign(&unsigned("ES256"), &jwks(&[public, private])).expect("a token");
    assert_eq!(signature(&token, &pasted("p-256", "spki")), PASS);
}

/// A private half that belongs to another public half makes signatures that nobody can verify.
#[test]
fn halves_that_differ_cannot_sign() {
    let mut tried = 0;
    for (alg, name) in [
        ("ES256", "p-256"),
        ("ES384", "p-384"),
        ("ES512", "p-521"),
        ("ES256K", "secp256k1"),
        ("EdDSA", "ed25519"),
        ("RS256", "rsa"),
        ("PS512", "rsa"),
    ] {
        let other = &fixtures()["keys"][format!("{name}-other")]["private_jwk"];
        let names: &[&str] = if name == "rsa" { &["d", "p"] } else { &["d"] };
        for member in names {
            let jwk = jwk_with(name, "private_jwk", &json!({ *member: other[member] })).to_string();
            let differ = SignError::Failed(SignFailure::HalvesDiffer);
            assert_eq!(sign(&unsigned(alg), &jwk), Err(differ), "{alg} {member}");
            tried += 1;
        }
    }
    assert_eq!(tried, 9);
}

#[test]
fn a_private_scalar_out_of_range_cannot_sign() {
    for d in [vec![0; 32], vec![0xff; 32]] {
        let d = jwt_inspector::jose::base64url::encode(&d);
        let jwk = jwk_with("p-256", "private_jwk", &json!({ "d": d })).to_string();
        assert!(sign(&unsigned("ES256"), &jwk).is_err());
    }
}

/// RFC 8017 sections 8.1.1 and 9.2: the encoding of a long hash does not fit a small modulus.
#[test]
fn a_modulus_too_small_for_the_hash_cannot_sign() {
    for alg in ["RS512", "PS256", "PS384", "PS512"] {
        let signed = sign(&unsigned(alg), &pasted("rsa-512", "pkcs8"));
        let too_small = SignError::Failed(SignFailure::ModulusTooSmall { bits: 512 });
        assert_eq!(signed, Err(too_small), "{alg}");
    }
    let signed = sign(&unsigned("PS512"), &pasted("rsa-1024", "pkcs8"));
    assert_eq!(
        signed,
        Err(SignError::Failed(SignFailure::ModulusTooSmall {
            bits: 1024
        }))
    );
    let signed = sign(&unsigned("RS256"), &pasted("rsa-512", "pkcs8")).expect("a token");
    assert_eq!(signature(&signed, &pasted("rsa-512", "spki")), PASS);
}

/// RFC 7518 section 6.3.2 lets a JWK leave out the primes.
#[test]
fn an_rsa_key_without_its_primes_signs() {
    let mut jwk = fixtures()["keys"]["rsa"]["private_jwk"].clone();
    for name in ["p", "q", "dp", "dq", "qi"] {
        jwk.as_object_mut().expect("a JWK").remove(name);
    }
    for alg in ["RS256", "PS256"] {
        let signed = sign(&unsigned(alg), &jwk.to_string()).expect("a token");
        assert_eq!(signature(&signed, &pasted("rsa", "spki")), PASS, "{alg}");
    }
}

/// Numbers that are no key are refused; they do not bring the arithmetic down.
#[test]
fn a_private_exponent_that_cannot_be_is_refused() {
    for exponent in ["AA", "AQ", "Ag", "AQAB"] {
        let jwk = jwk_with("rsa", "public_jwk", &json!({ "d": exponent })).to_string();
        assert_eq!(
            sign(&unsigned("RS256"), &jwk),
            Err(SignError::Failed(SignFailure::HalvesDiffer)),
            "{exponent}"
        );
    }
}

#[test]
fn a_small_exponent_without_primes_says_so() {
    let d = text(&fixtures()["keys"]["rsa-e3"]["private_jwk"]["d"]);
    let jwk = jwk_with("rsa-e3", "public_jwk", &json!({ "d": d })).to_string();
    let failed = Err(SignError::Failed(SignFailure::PrimesMissing));
    assert_eq!(sign(&unsigned("RS256"), &jwk), failed);
}
