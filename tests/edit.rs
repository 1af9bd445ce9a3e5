//! Editing what was decoded: only what was edited is encoded anew, and everything else of the token stays as it is.

mod support;

use jwt_inspector::jose::Source;
use jwt_inspector::jose::edit::{self, EditError, Editable, Layout, MAX_INDENTED, Shown, edit};
use jwt_inspector::jose::json::{Document, Error, Problem, Wanted};
use proptest::prelude::*;
use support::{HS256, cases, compact, hs256};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// RFC 7515 appendix A.1.
const HEADER: &str = "{\"typ\":\"JWT\",\r\n \"alg\":\"HS256\"}";
const JOE: &str =
    "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}";

fn show(bytes: &[u8]) -> Shown {
    edit::show(bytes, MAX_INDENTED)
}

fn apply(bytes: &[u8], edited: &str) -> Result<Vec<u8>, EditError> {
    edit::apply(bytes, edited, MAX_INDENTED)
}

fn edited(token: &str, part: Editable, text: &str) -> Result<String, EditError> {
    edit(token, &Source::read(token), part, text, MAX_INDENTED)
}

fn shown(token: &str, part: Editable) -> String {
    let source = Source::read(token);
    let jws = source.jws().expect("a JWS");
    let part = match part {
        Editable::Header => &jws.header_part,
        Editable::Payload => &jws.payload_part,
    };
    show(&part.shown_bytes(&source.cleaned.text)).text
}

/// A text box turns CR LF into LF. The edit of one value leaves the line ends that were signed.
#[test]
fn rfc_7515_a1_changes_only_where_it_was_edited() {
    let token = compact(HEADER, JOE, "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    let text = shown(&token, Editable::Payload);
    assert!(!text.contains('\r'));
    let changed = edited(
        &token,
        Editable::Payload,
        &text.replace("1300819380", "2300819380"),
    );
    let wanted = compact(
        HEADER,
        &JOE.replace("1300819380", "2300819380"),
        "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
    );
    assert_eq!(changed.as_ref(), Ok(&wanted));
    assert_eq!(edited(&wanted, Editable::Payload, &text), Ok(token.clone()));
    let header = shown(&token, Editable::Header).replace("JWT", "jwt");
    let wanted = compact(
        &HEADER.replace("JWT", "jwt"),
        JOE,
        "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
    );
    assert_eq!(edited(&token, Editable::Header, &header), Ok(wanted));
}

/// Above 64 kB nothing is laid out anew unless asked; asked, an edit still changes nothing else.
#[test]
fn a_large_payload_is_laid_out_when_asked() {
    let payload = format!(r#"{{"a":1,"list":[{}0]}}"#, "0,".repeat(40_000));
    assert_eq!(show(payload.as_bytes()).layout, Layout::AsWritten);
    let shown = edit::show(payload.as_bytes(), usize::MAX);
    assert_eq!(shown.layout, Layout::Indented);
    assert!(shown.text.starts_with("{\n  \"a\": 1,\n"));
    let text = shown.text.replace("\"a\": 1,", "\"a\": 2,");
    let edited = edit::apply(payload.as_bytes(), &text, usize::MAX);
    assert_eq!(
        edited,
        Ok(payload.replace("\"a\":1", "\"a\":2").into_bytes())
    );
}

#[test]
fn compact_json_is_shown_laid_out_and_written_compact() {
    let token = hs256(HS256, r#"{"a":[1,{"b":"x y"}],"c":{}}"#);
    let text = shown(&token, Editable::Payload);
    assert_eq!(
        text,
        "{\n  \"a\": [\n    1,\n    {\n      \"b\": \"x y\"\n    }\n  ],\n  \"c\": {}\n}"
    );
    let changed = edited(&token, Editable::Payload, &text.replace("x y", "x  y")).expect("JSON");
    let payload = Source::read(&changed)
        .jws()
        .and_then(|jws| jws.payload.text().map(str::to_owned));
    assert_eq!(payload.as_deref(), Some(r#"{"a":[1,{"b":"x  y"}],"c":{}}"#));
}

/// What was typed is written as it was typed, numbers and escapes included.
#[test]
fn numbers_escapes_order_and_duplicates_survive_an_edit() {
    let payload = r#"{"sub":100002348117421473,"z":18446744073709551615,"a":1e400,"m":-0,"n":1.0,"s":"\u0061\/é","s":"\ud800","x":1}"#;
    let text = show(payload.as_bytes()).text;
    let bytes = apply(payload.as_bytes(), &text.replace("\"x\": 1", "\"x\": 2.50")).expect("JSON");
    assert_eq!(bytes, payload.replace("\"x\":1", "\"x\":2.50").into_bytes());
}

#[test]
fn what_is_no_json_any_more_is_refused_with_its_place() {
    let token = hs256(HS256, r#"{"a":1}"#);
    let text = shown(&token, Editable::Payload).replace('1', "x");
    let problem = Problem::Found {
        found: 'x',
        wanted: Wanted::Value,
    };
    let wanted = EditError::NotJson(Error {
        at: text.find('x').expect("an x"),
        problem,
    });
    assert_eq!(
        edited(&token, Editable::Payload, &text),
        Err(wanted.clone())
    );
    let spaced = apply(b"{ \"a\": 1 }", "{ \"a\": x }");
    assert_eq!(spaced, Err(EditError::NotJson(Error { at: 7, problem })));
}

/// A payload that never was JSON is plain text.
#[test]
fn text_that_is_no_json_is_edited_as_text() {
    assert_eq!(
        apply(b"one\r\ntwo\r\n", "one\n2\n"),
        Ok(b"one\r\n2\r\n".to_vec())
    );
    assert_eq!(apply(b"", "new"), Ok(b"new".to_vec()));
    assert_eq!(
        apply("\u{feff}é".as_bytes(), "\u{feff}è"),
        Ok("\u{feff}è".as_bytes().to_vec())
    );
}

#[test]
fn bytes_that_are_no_text_are_shown_and_not_edited() {
    let bytes = b"\x00\xff\xfe0123456789abcdef";
    let shown = show(bytes);
    assert_eq!(shown.layout, Layout::Hexadecimal);
    assert_eq!(
        shown.text,
        "00 ff fe 30 31 32 33 34 35 36 37 38 39 61 62 63\n64 65 66"
    );
    assert_eq!(apply(bytes, "00"), Err(EditError::NotText));
}

#[test]
fn what_is_no_token_has_no_part_to_edit() {
    for text in ["", "a.b", "a.b.c.d", "{}"] {
        assert_eq!(
            edited(text, Editable::Payload, "{}"),
            Err(EditError::NoPart)
        );
    }
}

/// Line breaks, quotes and the word Bearer are not part of what was edited.
#[test]
fn an_edit_leaves_what_stands_around_the_token() {
    let token = hs256(HS256, r#"{"a":1}"#);
    let (header, rest) = token.split_once('.').expect("parts");
    let (payload, mac) = rest.split_once('.').expect("parts");
    let pasted = format!(
        " \"Bearer {header}\r\n.\n{}\n{}.\n{mac}\"\n",
        &payload[..4],
        &payload[4..]
    );
    let changed = edited(&pasted, Editable::Payload, "{\"a\":22}").expect("JSON");
    let encoded = jwt_inspector::jose::base64url::encode(b"{\"a\":22}");
    assert_eq!(
        changed,
        format!(" \"Bearer {header}\r\n.\n{encoded}.\n{mac}\"\n")
    );
}

/// Nothing was edited, so nothing of the token may change: neither padding, nor line breaks, nor escapes.
#[test]
fn an_edit_that_changes_nothing_changes_nothing() {
    let token = hs256(HS256, r#"{"a":12}"#);
    let (header, rest) = token.split_once('.').expect("parts");
    let pasted = [
        token.clone(),
        token.replacen("IjoxMn0", "IjoxMn0=", 1),
        format!("{}\n{}", &token[..60], &token[60..]),
        format!("{header}.{}\n{}", &rest[..4], &rest[4..]),
        token.replace('.', "%2E").replace('I', "%49"),
        token.replacen("IjoxMn0", "IjoxMn1", 1),
    ];
    for pasted in pasted {
        for part in [Editable::Header, Editable::Payload] {
            let text = shown(&pasted, part);
            assert_eq!(edited(&pasted, part, &text), Ok(pasted.clone()), "{part:?}");
        }
    }
}

/// RFC 7797: an unencoded payload is edited where it stands.
#[test]
fn an_unencoded_payload_is_written_as_it_is() {
    let header =
        jwt_inspector::jose::base64url::encode(br#"{"alg":"HS256","b64":false,"crit":["b64"]}"#);
    let token = format!("{header}.plain text.AAAA");
    assert_eq!(
        edited(&token, Editable::Payload, "other text"),
        Ok(format!("{header}.other text.AAAA"))
    );
}

/// Little text that nests deeply would be very wide, and much text very long, laid out.
#[test]
fn what_would_grow_too_much_is_shown_as_it_was_written() {
    let deep = ["[".repeat(500), "]".repeat(500)].concat();
    let long = format!("[{}1]", "1,".repeat(40_000));
    for text in [deep, long] {
        let shown = show(text.as_bytes());
        assert_eq!((shown.layout, &shown.text), (Layout::AsWritten, &text));
    }
}

fn document() -> impl Strategy<Value = String> {
    let name = "[a-cé]{0,2}";
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        Just("100002348117421473".to_owned()),
        Just("-0.0e+5".to_owned()),
        "[a-z😀]{0,4}(\\\\n|\\\\u00e9)?".prop_map(|text| format!("\"{text}\"")),
    ];
    let space = prop_oneof![
        Just(""),
        Just(""),
        Just(" "),
        Just("\r\n "),
        Just("\n"),
        Just("\r")
    ];
    leaf.prop_recursive(3, 20, 4, move |inner| {
        let list = prop::collection::vec((space.clone(), inner.clone()), 0..4);
        let array = list.prop_map(|list| {
            let parts: Vec<String> = list
                .into_iter()
                .map(|(s, v)| format!("{s}{v}{s}"))
                .collect();
            format!("[{}]", parts.join(","))
        });
        let members = prop::collection::vec((space.clone(), name, inner), 0..4);
        let object = members.prop_map(|members| {
            let parts: Vec<String> = members
                .into_iter()
                .map(|(s, n, v)| format!("{s}\"{n}\"{s}:{s}{v}{s}"))
                .collect();
            format!("{{{}}}", parts.join(","))
        });
        prop_oneof![array, object]
    })
}

/// What a text box makes of a text.
fn in_a_text_box(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn an_edit_that_changes_nothing_keeps_every_byte(bytes: Vec<u8>) {
        match std::str::from_utf8(&bytes) {
            Ok(_) => prop_assert_eq!(apply(&bytes, &show(&bytes).text), Ok(bytes)),
            Err(_) => prop_assert_eq!(apply(&bytes, &show(&bytes).text), Err(EditError::NotText)),
        }
    }

    #[test]
    fn an_edit_that_changes_nothing_keeps_a_document(text in document()) {
        let shown = show(text.as_bytes());
        prop_assert_eq!(apply(text.as_bytes(), &shown.text), Ok(text.into_bytes()));
    }

    /// Any text, any stretch of it replaced: the result shows exactly what was typed, and outside the stretch the bytes
    /// are those of the original.
    #[test]
    fn an_edit_of_plain_text_is_exactly_the_edit(
        text in "([a-cé😀]|\r\n|\n|\r){0,12}",
        range: (prop::sample::Index, prop::sample::Index),
        typed in "([a-cé😀\n]){0,4}",
    ) {
        let text = format!("#{text}");
        let shown = show(text.as_bytes()).text;
        let places: Vec<usize> = shown.char_indices().map(|(at, _)| at).chain([shown.len()]).collect();
        let (a, b) = (places[range.0.index(places.len())], places[range.1.index(places.len())]);
        let (start, end) = (a.min(b), a.max(b));
        let edited = [&shown[..start], &typed, &shown[end..]].concat();
        let result = String::from_utf8(apply(text.as_bytes(), &edited).expect("text")).expect("UTF-8");
        prop_assert_eq!(in_a_text_box(&result), edited);
        let carriage_returns = |text: &str| text.matches('\r').count();
        prop_assert!(carriage_returns(&result) <= carriage_returns(&text));
        let kept = text.char_indices().map(|(at, _)| at).find(|at| in_a_text_box(&text[..*at]).len() >= start);
        let before = kept.map_or("", |at| &text[..at]).trim_end_matches('\r');
        prop_assert!(result.starts_with(before), "{:?} lacks {:?}", result, before);
    }

    /// A JSON document with one value replaced through the text box: all else is the same, byte for byte.
    #[test]
    fn an_edit_of_one_value_is_exactly_the_edit(text in document(), value in document(), which: prop::sample::Index) {
        let bytes = text.as_bytes();
        let shown = show(bytes);
        let document = Document::parse(shown.text.clone()).expect("JSON");
        let spans = leaves(document.root());
        let at = which.index(spans.len());
        let value = in_a_text_box(&value);
        let edited = [&shown.text[..spans[at].start], &value, &shown.text[spans[at].end..]].concat();
        let result = String::from_utf8(apply(bytes, &edited).expect("JSON")).expect("UTF-8");
        if shown.layout == Layout::AsWritten {
            let original = Document::parse(text.clone()).expect("JSON");
            let span = leaves(original.root())[at];
            prop_assert_eq!(result, [&text[..span.start], &value, &text[span.end..]].concat());
        } else {
            let wanted = Document::parse(edited).expect("JSON").compact();
            prop_assert_eq!(result, wanted);
        }
    }
}

/// Where the values stand that hold no others; the whole, where there are none.
fn leaves(value: jwt_inspector::jose::json::Value) -> Vec<jwt_inspector::jose::Span> {
    let inner = value.elements().chain(
        value
            .members()
            .map(|member| member.value)
            .collect::<Vec<_>>(),
    );
    let found: Vec<_> = inner.flat_map(leaves).collect();
    if found.is_empty() {
        vec![value.span()]
    } else {
        found
    }
}
