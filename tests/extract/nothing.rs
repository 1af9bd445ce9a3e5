//! What looks like a token and is none.

use crate::tokens::{filled, texts};
use jwt_inspector::jose::extract::{Paste, extract, kind_of_paste};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// What looks like a token and is none.
#[rustfmt::skip]
const NOTHING: &[(&str, &str)] = &[
    ("nothing", ""),
    ("prose", "Nothing here. Really. Not a thing... at all."),
    ("dots", "................"),
    ("a domain", "Host: www.example.com"),
    ("a host of many names", "a.b.c d.e.f eu.west.1.compute.internal"),
    ("a version", "jwt-inspector 1.24.0-rc.1"),
    ("a file", "/usr/lib/x86_64-linux-gnu/libc.so.6 archive.tar.gz eye.tar.gz"),
    ("addresses", "192.168.0.1 10.0.0.255:8080 fe80::1"),
    ("an opaque token", "Authorization: Bearer 2YotnFZFEjr1zCsicMWpAA"),
    ("a token of another make", "ya29.a0AfH6SMBx_y.z-1 ghp_16C7e42F292c6912E7710c838347Ae178B4a xoxb-1.2.3"),
    ("a UUID", "id=3f2504e0-4f89-11d3-9a0c-0305e82c3301"),
    ("base64 with dots", "TWFu.aXMgZGlz.dGluZ3Vpc2hlZA eyes.only.please eyJ.eyJ.eyJ"),
    ("a session of Flask", "Cookie: session=eyJfZnJlc2giOmZhbHNlfQ.ZVT3dA.Zp1yT5vQY6cXvJk2m0o9sQ8L7uE"),
    ("a header alone", "eyJhbGciOiJIUzI1NiJ9"),
    ("a header and a payload", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ"),
    ("a header and a payload, then a host", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ\nexample.com is up"),
    ("four parts", "«jwt».AAAA"),
    ("lines of which the last is unknown", "token: «unknown|lines»\nbye"),
    ("cut by dots", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ... and eyJhbGciOiJIUzI1NiJ9..."),
    ("cut by an ellipsis", "«jwt»…"),
    ("left out of a log", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.[redacted] eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.***"),
    ("padding", "x-amzn-oidc-data: eyJhbGciOiJFUzI1NiJ9Cg==.eyJzdWIiOiJhbm4ifQo=.AAAA="),
    ("padding at the end", "Authorization: Bearer «jwt»=\r\nHost: «other»==\r\n"),
    ("the other alphabet", "token=«jwt»+/ab"),
    ("a header that is an array", "WyJhbGciXQ.e30.AAAA"),
    ("five parts without encryption", "eyJhbGciOiJIUzI1NiJ9.AAAA.AAAA.AAAA.AAAA"),
    ("a header that is no base64url", "eyJhbGciOiJub25lIn1.e30."),
    ("a token of PASETO", "v4.public.eyJkYXRhIjoidGhpcyJ9qqqqqqqqqqqqqqqqqqqqqqqq.eyJraWQiOiJ6In0"),
    ("percent signs", "100%.50%.25% %2e%2E%252E %%%"),
];

#[test]
fn what_was_pasted_holds_no_token() {
    for (name, text) in NOTHING {
        let text = filled(text);
        assert_eq!(texts(&extract(&text)), [""; 0], "{name}: {text}");
    }
    assert!(NOTHING.len() >= 15);
}

#[test]
fn neither_token_nor_key_is_nothing() {
    for (name, text) in NOTHING {
        let is_token_to_mend = text.contains('«')
            || name.contains("parts")
            || name.contains("header")
            || name.contains("padding");
        let kind = kind_of_paste(&filled(text));
        assert!(
            kind == Paste::Nothing || is_token_to_mend,
            "{name}: {kind:?}"
        );
    }
}
