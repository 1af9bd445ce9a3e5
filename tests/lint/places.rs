//! A finding shows where it was found.

use crate::find;
use crate::support::lint::{claims, findings, header, judged, payload};
use crate::support::lint_cases::cases;
use crate::support::{HS256, compact, key};
use jwt_inspector::jose::edit::show;
use jwt_inspector::jose::{Source, Span, shown_span};
use jwt_inspector::lint::{Place, Policy, Rule};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// A click on a finding shows it.
#[test]
fn places_are_those_of_what_was_found() {
    let at = |token: &str, rule: Rule| find(&findings(token, ""), rule).place;
    let token = header(r#""jku":"https://a.example""#);
    let Some(Place::Header(span)) = at(&token, Rule::Hdr01) else {
        panic!("not in the header");
    };
    let text = r#"{"alg":"HS256","jku":"https://a.example"}"#;
    assert_eq!(&text[span.range()], r#""https://a.example""#);
    let Some(Place::Payload(span)) = at(&claims(r#""password":"x1""#), Rule::Clm12) else {
        panic!("not in the payload");
    };
    assert_eq!(&payload(r#""password":"x1""#)[span.range()], r#""x1""#);
    let token = claims("") + "é=";
    let Some(Place::Token(span)) = at(&token, Rule::Str02) else {
        panic!("not in the token");
    };
    assert_eq!(&token[span.range()], "é");
    let token = compact(HS256, "{}", "AAAA");
    let Some(Place::Signature(span)) = at(&token, Rule::Sig01) else {
        panic!("not in the signature");
    };
    assert_eq!(&token[span.range()], "AAAA");
    let found = findings(&claims(""), "secret");
    assert_eq!(find(&found, Rule::Key02).place, Some(Place::Key(0)));
}

/// Every span lies within the text it is of.
#[test]
fn places_can_be_shown() {
    for case in cases() {
        for pasted in case.bad.iter().chain(&case.good) {
            let source = Source::read(&pasted.token);
            for finding in judged(&Policy::default(), &source, &key(&pasted.key)) {
                let (text, span) = match finding.place {
                    Some(Place::Token(span) | Place::Signature(span)) => {
                        (Some(source.cleaned.text.clone().into_bytes()), span)
                    }
                    Some(Place::Header(span)) => (source.header_bytes(), span),
                    Some(Place::Payload(span)) => (source.payload_bytes(), span),
                    Some(Place::Key(_)) | None => continue,
                };
                let text = text.expect("a text to show it in");
                let text = String::from_utf8(text).expect("UTF-8");
                assert!(text.get(span.range()).is_some(), "{}", finding.rule.id());
            }
        }
    }
}

/// Also where the part is shown indented, or without the CR of its lines.
#[test]
fn places_are_found_in_what_is_shown() {
    for text in [
        r#"{"a b":{"c":[1, 2]},"é":" x  y "}"#.replace(", ", ","),
        "{\r\n  \"a b\": {\"c\": [1,\r\n2]},\r\n \"é\": \" x  y \"}".to_owned(),
    ] {
        let shown = show(text.as_bytes(), 1000).text;
        for piece in ["\"a b\"", "1", "2", "\"é\"", "\" x  y \"", "]"] {
            let start = text.find(piece).expect("a piece");
            let span = shown_span(&text, &shown, Span::new(start, start + piece.len()));
            assert_eq!(&shown[span.range()], piece, "{shown}");
        }
    }
    let nowhere = shown_span("abc", "", Span::new(1, 2));
    assert_eq!(nowhere, Span::new(0, 0));
}
