//! Whatever is pasted, the core answers: it neither panics nor overflows, and says that it holds only of what was
//! signed.

mod support;

use jwt_inspector::jose::edit::{Editable, MAX_INDENTED, edit, show};
use jwt_inspector::jose::key::export::{Half, JwkMembers, jwk, pem, thumbprint};
use jwt_inspector::jose::opened::open;
use jwt_inspector::jose::sign::Signer;
use jwt_inspector::jose::{KeyInput, Policy, SecretEncoding, Source, State, verify};
use jwt_inspector::lint::{self, Subject, lint};
use jwt_inspector::words::findings::said;
use jwt_inspector::words::key::details;
use jwt_inspector::words::opened;
use proptest::prelude::*;
use serde_json::json;
use support::notes::UTC;
use support::{HS256, NOW, SECRET, cases, compact, fixtures, hs256, pasted, seed, signed};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const ENCODINGS: [SecretEncoding; 4] = [
    SecretEncoding::Utf8,
    SecretEncoding::Base64,
    SecretEncoding::Base64url,
    SecretEncoding::Hex,
];

/// Everything that the page asks of the core, in the order in which it asks. Whether the signature holds.
fn everything(token: &str, pasted_key: &str, encoding: SecretEncoding, typed: &str) -> bool {
    let source = Source::read(token);
    let key = KeyInput::read(pasted_key, encoding);
    let verdict = verify(&source, &key, &Policy::default(), NOW);
    assert!(verdict.format.code().contains('.') && verdict.signature.code().contains('.'));
    assert!(verdict.time.code().contains('.') && !verdict.overall().name().is_empty());
    let findings = lint(&Subject {
        source: &source,
        key: &key,
        policy: &lint::Policy::default(),
        now: NOW,
        skew: 0.0,
    });
    assert!(
        findings
            .iter()
            .all(|finding| said(finding).found.ends_with('.'))
    );
    if let Some(opened) = open(&source, &key, &verdict.signature) {
        assert!(!opened::facts(&opened).is_empty());
    }
    let told = details(&key, &UTC);
    assert!(
        told.iter()
            .all(|fact| fact.depth > 0 || !fact.value.is_empty())
    );
    for part in [Editable::Header, Editable::Payload] {
        if let Some(jws) = source.jws() {
            let found = if part == Editable::Header {
                &jws.header_part
            } else {
                &jws.payload_part
            };
            let shown = show(&found.shown_bytes(&source.cleaned.text), MAX_INDENTED);
            let appended = [&shown.text, typed].concat();
            for text in [typed, &appended] {
                if let Ok(edited) = edit(token, &source, part, text, MAX_INDENTED) {
                    assert!(Source::read(&edited).cleaned.text.len() <= edited.len());
                }
            }
        }
    }
    let signed = Signer::new(&source, &key).and_then(|signer| signer.sign(token, seed()));
    if let Ok(signed) = signed {
        assert!(signed.len() >= token.len() / 2);
    }
    if let Some(key) = key.single() {
        for half in [Half::Public, Half::Private] {
            let written = jwk(key, half, JwkMembers::default());
            assert!(pem(key, half).is_none() || written.is_some());
        }
        assert_eq!(thumbprint(key).map(|text| text.len()), Some(43));
    }
    verdict.signature.state() == State::Pass
}

fn everyday(token: &str) -> bool {
    everything(token, SECRET, SecretEncoding::Utf8, "{\"a\":\r\n1}")
}

#[test]
fn texts_of_every_size_are_answered() {
    assert!(!everyday(&"a".repeat(5 << 20)));
    assert!(!everyday(&".".repeat(1_000_000)));
    assert!(!everyday(&"~".repeat(4 << 20)));
    assert!(!everyday(&"\n".repeat(4 << 20)));
    assert!(!everyday(&"%2E".repeat(1 << 20)));
    assert!(!everyday(&"\u{200b}".repeat(1 << 20)));
    assert!(!everyday(&"{".repeat(4 << 20)));
    assert!(!everyday(&"[".repeat(1 << 20)));
    assert!(!everyday(&"é\n".repeat(1 << 20)));
}

#[test]
fn an_sd_jwt_with_millions_of_disclosures_is_answered() {
    let issued = hs256(HS256, "{}");
    let tildes = "~".repeat((4 << 20) - issued.len());
    assert!(!everyday(&[issued, tildes].concat()));
}

#[test]
fn large_payloads_verify() {
    let emoji = format!(r#"{{"text":"{}"}}"#, "😀".repeat(1 << 18));
    assert!(everyday(&hs256(HS256, &emoji)));
    let deep = ["[".repeat(512), "]".repeat(512)].concat();
    assert!(everyday(&hs256(HS256, &deep)));
    let too_deep = ["[".repeat(100_000), "]".repeat(100_000)].concat();
    assert!(everyday(&hs256(HS256, &too_deep)));
    let members: Vec<String> = (0..20_000).map(|n| format!("\"\\u0061{n}\":{n}")).collect();
    assert!(everyday(&hs256(
        HS256,
        &format!("{{{}}}", members.join(","))
    )));
    assert!(everyday(&hs256(HS256, &"\r\n".repeat(1 << 18))));
}

#[test]
fn large_headers_are_answered() {
    let deep = format!(
        r#"{{"alg":"HS256","x":{}1{}}}"#,
        "[".repeat(511),
        "]".repeat(511)
    );
    assert!(everyday(&hs256(&deep, "{}")));
    let names: Vec<String> = (0..3000).map(|n| format!("\"n{n}\"")).collect();
    let crit = format!(r#"{{"alg":"HS256","crit":[{}]}}"#, names.join(","));
    assert!(!everyday(&hs256(&crit, "{}")));
}

#[test]
fn large_keys_are_answered() {
    let token = signed("RS256", "rsa");
    let set =
        json!({ "keys": vec![&fixtures()["keys"]["rsa-other"]["public_jwk"]; 40] }).to_string();
    let pems = pasted("p-256", "spki").repeat(200);
    let begins = "-----BEGIN ".repeat(80_000);
    let deep = "[".repeat(1 << 20);
    let bare = "M".repeat(1 << 20);
    for pasted_key in [
        set,
        pems,
        begins,
        deep,
        bare,
        "-".repeat(1 << 20),
        "M".repeat((1 << 20) + 1),
    ] {
        assert!(!everything(token, &pasted_key, SecretEncoding::Utf8, ""));
    }
}

fn keys() -> Vec<String> {
    let mut keys = vec![SECRET.to_owned(), String::new()];
    for name in [
        "rsa-512",
        "p-256",
        "p-384",
        "p-521",
        "secp256k1",
        "ed25519",
        "oct",
    ] {
        keys.extend(
            fixtures()["keys"][name]
                .as_object()
                .expect("forms")
                .values()
                .map(support::text),
        );
    }
    keys
}

/// A character of a text replaced, taken away or added.
fn mutated(text: &str, changes: &[(prop::sample::Index, char, u8)]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for (at, c, kind) in changes {
        let at = at.index(chars.len().max(1)).min(chars.len());
        match kind {
            0 if at < chars.len() => chars[at] = *c,
            1 if at < chars.len() => drop(chars.remove(at)),
            _ => chars.insert(at, *c),
        }
    }
    chars.into_iter().collect()
}

fn changes() -> impl Strategy<Value = Vec<(prop::sample::Index, char, u8)>> {
    let character = prop_oneof![
        prop::char::range('\0', '\u{7f}'),
        any::<char>(),
        prop::sample::select(vec!['.', '~', '=', '%', '\n', '"', '{', 'A'])
    ];
    prop::collection::vec((any::<prop::sample::Index>(), character, 0..3u8), 1..4)
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_text_is_answered(token: String, key: String, typed: String, encoding in 0..4usize) {
        prop_assert!(!everything(&token, &key, ENCODINGS[encoding], &typed));
    }

    #[test]
    fn text_that_looks_like_a_token_is_answered(
        token in "[A-Za-z0-9_-]{0,40}([.~%=\n][A-Za-z0-9_-]{0,40}){0,6}",
        key in "[A-Za-z0-9+/=:{}\"\n-]{0,80}",
        encoding in 0..4usize,
    ) {
        prop_assert!(!everything(&token, &key, ENCODINGS[encoding], "[1]"));
    }

    #[test]
    fn any_header_and_payload_are_answered(header: Vec<u8>, payload: Vec<u8>, typed: String) {
        use jwt_inspector::jose::base64url::encode;
        let token = [encode(&header), encode(&payload), "AAAA".to_owned()].join(".");
        prop_assert!(!everything(&token, SECRET, SecretEncoding::Utf8, &typed));
    }

    #[test]
    fn any_member_of_a_header_is_answered(name in "alg|kid|crit|b64|jwk|x5c|typ|enc", value in any_value()) {
        let mut header = json!({ "alg": "HS256" });
        header[name] = value;
        everyday(&hs256(&header.to_string(), "{}"));
    }

    #[test]
    fn any_member_of_a_jwk_is_answered(which in 0..6usize, member: prop::sample::Index, value in any_value()) {
        let (alg, name) =
            [("RS256", "rsa-512"), ("ES256", "p-256"), ("ES512", "p-521"), ("ES256K", "secp256k1"), ("EdDSA", "ed25519"), ("HS256", "oct")][which];
        let mut jwk = fixtures()["keys"][name]["private_jwk"].clone();
        let members = jwk.as_object_mut().expect("a JWK");
        let changed = members.keys().nth(member.index(members.len())).expect("a member").clone();
        members.insert(changed, value);
        everything(signed(alg, name), &jwk.to_string(), SecretEncoding::Utf8, "");
    }

    /// A mutated token holds only where the change was one that is cleaned, so that the token is the same.
    #[test]
    fn a_mutated_token_does_not_hold(changes in changes(), which in 0..18usize) {
        let tokens = fixtures()["tokens"].as_array().expect("a list");
        let (token, name) = (&tokens[which]["token"], tokens[which]["key"].as_str().expect("a name"));
        let token = support::text(token);
        let changed = mutated(&token, &changes);
        let form = if name == "oct" { "private_jwk" } else { "public_jwk" };
        let holds = everything(&changed, &pasted(name, form), SecretEncoding::Utf8, "");
        prop_assert_eq!(holds, Source::read(&changed).cleaned.text == token);
    }

    #[test]
    fn a_mutated_key_is_answered(which: prop::sample::Index, changes in changes()) {
        let keys = keys();
        let changed = mutated(&keys[which.index(keys.len())], &changes);
        for (alg, name) in [("RS256", "rsa-512"), ("ES256", "p-256"), ("EdDSA", "ed25519"), ("HS256", "oct")] {
            everything(signed(alg, name), &changed, SecretEncoding::Utf8, "");
        }
    }
}

fn any_value() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(|flag| json!(flag)),
        any::<f64>().prop_map(|number| json!(number)),
        "[A-Za-z0-9_-]{0,90}".prop_map(|text| json!(text)),
        any::<String>().prop_map(|text| json!(text)),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(|list| json!(list)),
            inner.prop_map(|value| json!({ "kty": value })),
        ]
    })
}

/// A part that was cut off, as from a line that was too long for a log.
#[test]
fn a_token_cut_short_anywhere_does_not_hold() {
    let token = hs256(HS256, r#"{"sub":"x"}"#);
    for length in 0..token.len() {
        assert!(!everyday(&token[..length]), "{length}");
    }
    assert!(everyday(&token));
    assert!(!everyday(&compact(HS256, "{}", "")));
}
