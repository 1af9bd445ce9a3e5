//! Headers and payloads that were written anew after they were signed.

use crate::support::{HS256, SECRET, compact, hs256, input, pasted};
use crate::{by_key, changes, diagnosis, explained};
use jwt_inspector::doctor::{Attempt, Change, Escapes, Explanation, Form, Layout, Style, examine};
use jwt_inspector::jose::alg::Hash;
use jwt_inspector::jose::base64url::encode;
use jwt_inspector::jose::{Algorithm, SecretEncoding};
use serde_json::json;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

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
