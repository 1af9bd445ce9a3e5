//! What stands inside members of header and payload: lists, objects, keys and tokens, unfolded.

mod support;

use jwt_inspector::jose::base64url;
use jwt_inspector::jose::json::Document;
use jwt_inspector::lint::Place;
use jwt_inspector::words::explained::{of_header, of_payload};
use jwt_inspector::words::fact::Fact;
use jwt_inspector::words::notes::Tone;
use support::notes::UTC;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn document(json: &str) -> Document {
    Document::parse(json.to_owned()).expect("JSON")
}

fn payload(json: &str) -> Vec<Fact> {
    of_payload(&document(json), &UTC)
}

/// Depth, name, value and meaning of the facts of a payload.
fn told(facts: &[Fact]) -> Vec<(u8, &str, &str, &str)> {
    facts
        .iter()
        .map(|fact| (fact.depth, &*fact.name, &*fact.value, &*fact.meaning))
        .collect()
}

/// RFC 6749 section 3.3: scopes are parted by spaces.
#[test]
fn scopes_are_a_list() {
    let json = r#"{"scope":"openid read:all  email"}"#;
    let facts = payload(json);
    assert_eq!(
        told(&facts)[1..],
        [
            (1, "scope[0]", "openid", "log in, with an ID token"),
            (1, "scope[1]", "read:all", ""),
            (1, "scope[2]", "", ""),
            (1, "scope[3]", "email", "email address"),
        ]
    );
    for fact in &facts {
        let Some(Place::Payload(span)) = fact.place else {
            panic!("{fact:?}")
        };
        assert_eq!(&json[span.range()], fact.value);
    }
    assert_eq!(payload(r#"{"scope":"openid"}"#).len(), 1);
    assert_eq!(payload(r#"{"scp":["a","b"]}"#).len(), 1);
}

/// RFC 8176 section 2.
#[test]
fn login_methods_are_told_one_by_one() {
    let facts = payload(r#"{"amr":["pwd","hwk","mine"]}"#);
    assert_eq!(
        told(&facts)[1..],
        [
            (1, "amr[0]", r#""pwd""#, "password"),
            (1, "amr[1]", r#""hwk""#, "proof of a key kept in hardware"),
            (1, "amr[2]", r#""mine""#, ""),
        ]
    );
    assert_eq!(facts[1].source, "RFC 8176 §2");
    let supabase =
        payload(r#"{"aal":"aal1","amr":[{"method":"password","timestamp":1795386000}]}"#);
    assert_eq!(supabase[3].meaning, "how the user logged in · password");
    assert!(supabase[4].meaning.starts_with("when · 8 minutes ago"));
}

/// RFC 7800 section 3.2, with the thumbprint of RFC 9449 section 6.1 to compare.
#[test]
fn a_key_has_its_thumbprint() {
    let key = r#"{"kty":"EC","x":"l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs","y":"9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA","crv":"P-256"}"#;
    let print = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";
    let header = of_header(&document(&format!(r#"{{"jwk":{key}}}"#)));
    assert_eq!(header[1].meaning, "type of key");
    assert_eq!((header[5].depth, &*header[5].value), (1, print));
    let cnf = payload(&format!(r#"{{"cnf":{{"jkt":"{print}","jwk":{key}}}}}"#));
    assert_eq!(cnf[1].meaning, "thumbprint of the sender's DPoP key");
    assert_eq!((cnf[7].depth, &*cnf[7].value), (2, print));
    assert_eq!(cnf[7].place, None);
}

/// RFC 7638 section 7: the thumbprint of a secret lets guesses be tested.
#[test]
fn a_secret_has_no_thumbprint_and_is_bad() {
    let facts = payload(r#"{"cnf":{"jwk":{"kty":"oct","k":"c2VjcmV0"}}}"#);
    assert_eq!(facts.last().unwrap().tone, Tone::Bad);
    assert!(facts.iter().all(|fact| fact.name != "thumbprint"));
    for member in ["oth", "priv"] {
        let facts = payload(&format!(r#"{{"cnf":{{"jwk":{{"{member}":"a"}}}}}}"#));
        assert_eq!(facts.last().unwrap().tone, Tone::Bad);
    }
}

#[test]
fn special_members_are_unfolded_with_words() {
    for (json, depth, name, meaning) in [
        (
            r#"{"act":{"sub":"a","act":{"sub":"b"}}}"#,
            2,
            "sub",
            "who acts",
        ),
        (
            r#"{"may_act":{"sub":"a"}}"#,
            1,
            "sub",
            "who is allowed to act",
        ),
        (r#"{"address":{"country":"DE"}}"#, 1, "country", "country"),
        (
            r#"{"cnf":{"x5t#S256":"a"}}"#,
            1,
            "x5t#S256",
            "SHA-256 of the client's TLS certificate",
        ),
        (
            r#"{"events":{"http://schemas.openid.net/event/backchannel-logout":{}}}"#,
            1,
            "http://schemas.openid.net/event/backchannel-logout",
            "the person logged out",
        ),
        (
            r#"{"events":{"https://schemas.openid.net/secevent/risc/event-type/account-disabled":{"subject":{"format":"x"}}}}"#,
            3,
            "format",
            "what kind of identifier follows",
        ),
        (
            r#"{"realm_access":{"roles":["a"]}}"#,
            1,
            "roles",
            "its roles",
        ),
        (
            r#"{"resource_access":{"app":{"roles":["a"]}}}"#,
            2,
            "roles",
            "its roles",
        ),
        (
            r#"{"firebase":{"sign_in_provider":"password"}}"#,
            1,
            "sign_in_provider",
            "where the user logged in · here, by email address and password",
        ),
        (
            r#"{"kubernetes.io":{"namespace":"default"}}"#,
            1,
            "namespace",
            "namespace",
        ),
        (
            r#"{"authorization_details":[{"type":"pay"}]}"#,
            2,
            "type",
            "kind of permission: says what the rest means",
        ),
        (
            r#"{"a":{"_sd":["x"]}}"#,
            1,
            "_sd",
            "fingerprints of claims that can be disclosed (SD-JWT)",
        ),
        (
            r#"{"token_introspection":{"active":true}}"#,
            1,
            "active",
            "whether that token is valid now",
        ),
        (
            r#"{"verified_claims":{"claims":{"title":"Dr."}}}"#,
            2,
            "title",
            "title, such as “Dr.”",
        ),
        (
            r#"{"status":{"status_list":{"idx":4}}}"#,
            2,
            "idx",
            "its place in the list",
        ),
    ] {
        let fact = payload(json).pop().unwrap();
        assert_eq!(
            (fact.depth, &*fact.name, &*fact.meaning),
            (depth, name, meaning),
            "{json}"
        );
    }
}

#[test]
fn what_is_not_known_is_unfolded_plainly() {
    let facts = payload(r#"{"a":[{"b":1},[2]],"c":{"d":{"e":{"f":{"g":{"h":1}}}}}}"#);
    assert_eq!(
        told(&facts)[1..6],
        [
            (1, "a[0]", "{…}", ""),
            (2, "b", "1", ""),
            (1, "a[1]", "[2]", ""),
            (
                0,
                "c",
                "{…}",
                "a private claim: only the issuer says what it means"
            ),
            (1, "d", "{…}", ""),
        ]
    );
    assert_eq!(facts.last().unwrap().depth, 4);
}

fn token(header: &str, claims: &str) -> String {
    let part = |json: &str| base64url::encode(json.as_bytes());
    format!("{}.{}.c2ln", part(header), part(claims))
}

#[test]
fn a_token_inside_is_opened_and_not_verified() {
    let inner = token(
        r#"{"alg":"none","typ":"JWT"}"#,
        r#"{"iss":"https://gitlab.com","ref":"main","exp":1795386000}"#,
    );
    let json = format!(r#"{{"id_token":"{inner}","n":1}}"#);
    let facts = payload(&json);
    assert!(
        facts[0]
            .meaning
            .ends_with("a token inside this one: decoded, not verified here")
    );
    let names: Vec<_> = facts.iter().map(|fact| (fact.depth, &*fact.name)).collect();
    let inside = [
        (1, "header"),
        (2, "alg"),
        (2, "typ"),
        (1, "payload"),
        (2, "iss"),
        (2, "ref"),
        (2, "exp"),
        (0, "n"),
    ];
    assert_eq!(names[1..], inside);
    assert_eq!(facts[6].source, "GitLab");
    assert_eq!(facts[7].tone, Tone::Bad);
    assert!(facts[1..8].iter().all(|fact| fact.place == facts[0].place));
    let encrypted = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..aXY.Y3Q.dGFn";
    let facts = payload(&format!(r#"{{"a":["{encrypted}"]}}"#));
    assert_eq!(facts[4].meaning, "how the content is encrypted");
}

#[test]
fn a_token_inside_a_token_inside_stays_closed() {
    let (alg, innermost) = (r#"{"alg":"none"}"#, token(r#"{"alg":"none"}"#, "{}"));
    let inner = token(alg, &format!(r#"{{"a":"{innermost}"}}"#));
    let facts = payload(&format!(r#"{{"b":"{inner}"}}"#));
    let last = facts.last().unwrap();
    assert_eq!((last.depth, &*last.name), (2, "a"));
    assert!(last.meaning.ends_with("one more token: not opened here"));
    for other in ["eyJ.a.b", "eyJhIjox.a", "eyJhbGciOiJub25lIn0.e30"] {
        assert_eq!(payload(&format!(r#"{{"a":"{other}"}}"#)).len(), 1);
    }
}
