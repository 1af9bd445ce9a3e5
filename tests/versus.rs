//! Two tokens side by side: what they say is compared, not how it is written.

mod support;

use jwt_inspector::jose::Source;
use jwt_inspector::jose::json::Document;
use jwt_inspector::jose::versus::{How, Likeness, Versus, differences};
use jwt_inspector::words::versus::{Row, said};
use proptest::prelude::*;
use support::{HS256, cases, compact, hs256};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn between(one: &str, other: &str) -> Versus {
    differences(
        &Source::read(&hs256(HS256, one)),
        &Source::read(&hs256(HS256, other)),
    )
}

fn rows(one: &str, other: &str) -> Vec<[String; 4]> {
    let rows = said(&between(one, other)).rows.into_iter();
    rows.map(
        |Row {
             name,
             one,
             other,
             meaning,
         }| [name, one, other, meaning],
    )
    .collect()
}

#[test]
fn a_token_is_the_same_as_itself() {
    let versus = between(r#"{"sub":"a"}"#, r#"{"sub":"a"}"#);
    assert_eq!(versus.differences, []);
    assert_eq!(versus.payload, Likeness::Same);
    assert_eq!(
        said(&versus).sentence,
        "Header and payload are the same, byte by byte. The signatures are the same, too."
    );
}

#[test]
fn order_and_white_space_say_nothing() {
    let versus = between(
        r#"{"sub":"a","n":{"x":1,"y":[1,2]}}"#,
        "{ \"n\": {\"y\": [1, 2],\r\n\"x\":1}, \"sub\":\"\\u0061\"}",
    );
    assert_eq!(versus.payload, Likeness::SameMeaning);
    let said = said(&versus);
    assert!(said.sentence.starts_with("They say the same; only order"));
    assert!(
        said.rows
            .iter()
            .all(|row| row.meaning == "the same value, written otherwise")
    );
}

#[test]
fn numbers_are_compared_by_value_digit_by_digit() {
    let means = |one: &str, other: &str| {
        let read = |text: &str| Document::parse(text.to_owned()).expect("JSON");
        read(one).root().means(read(other).root())
    };
    for (one, other) in [
        ("1", "1.0"),
        ("100", "1e2"),
        ("1E+2", "1e2"),
        ("0.001", "1e-3"),
        ("-0", "0.0e5"),
        ("120", "12.0e1"),
    ] {
        assert!(means(one, other), "{one} {other}");
    }
    for (one, other) in [
        ("9007199254740993", "9007199254740992"),
        ("1", "-1"),
        ("1", "\"1\""),
        ("1", "10"),
        ("1e99999999999999999999", "1e99999999999999999998"),
        ("[1,2]", "[2,1]"),
        ("[1]", "[1,1]"),
        ("{\"a\":1}", "{\"a\":1,\"b\":1}"),
    ] {
        assert!(!means(one, other), "{one} {other}");
    }
    assert_eq!(
        rows(r#"{"n":1}"#, r#"{"n":1.0}"#),
        [["Payload n", "1", "1.0", "the same value, written otherwise"]]
    );
}

#[test]
fn values_are_told_by_their_path() {
    assert_eq!(
        rows(
            r#"{"a":{"b":"x"},"steps":["u","v"],"gone":1}"#,
            r#"{"new":null,"steps":["u"],"a":{"b":"y"}}"#
        ),
        [
            ["Payload a.b", "\"x\"", "\"y\"", ""],
            ["Payload steps[1]", "\"v\"", "", "only in the first"],
            ["Payload gone", "1", "", "only in the first"],
            ["Payload new", "", "null", "only in the second"],
        ]
    );
}

#[test]
fn times_are_told_apart_by_how_far() {
    assert_eq!(
        rows(r#"{"exp":2000000000}"#, r#"{"exp":2000003600}"#),
        [[
            "Payload exp",
            "2000000000 · 18 May 2033, 03:33:20 UTC",
            "2000003600 · 18 May 2033, 04:33:20 UTC",
            "1 hour later"
        ]]
    );
    let earlier = rows(r#"{"iat":90}"#, r#"{"iat":30}"#);
    assert_eq!(earlier[0][3], "1 minute earlier");
}

#[test]
fn audience_scope_and_roles_are_sets() {
    let versus = between(
        r#"{"aud":["a","b"],"scope":"read write"}"#,
        r#"{"aud":["b","a"],"scope":"write read"}"#,
    );
    assert_eq!(versus.payload, Likeness::SameMeaning);
    let versus = between(r#"{"aud":"a b"}"#, r#"{"aud":["a b"]}"#);
    assert_eq!(versus.payload, Likeness::SameMeaning);
    let versus = between(r#"{"aud":"a"}"#, r#"{"aud":"b"}"#);
    assert!(matches!(&versus.differences[0].how, How::Set { only_one, .. } if only_one == &["a"]));
    assert_eq!(
        rows(r#"{"scope":"read write"}"#, r#"{"scope":"read admin"}"#)[0][3],
        "only in the first: write; only in the second: admin"
    );
    let nested = |roles: &str| format!(r#"{{"realm_access":{{"roles":{roles}}}}}"#);
    let roles = between(&nested(r#"["a","b"]"#), &nested(r#"["b","a"]"#));
    assert_eq!(roles.payload, Likeness::SameMeaning);
    let steps = between(r#"{"steps":["a","b"]}"#, r#"{"steps":["b","a"]}"#);
    assert_eq!(steps.payload, Likeness::Different);
}

#[test]
fn a_signature_is_told_beside_what_it_signs() {
    let told = |one: &str, other: &str| {
        said(&differences(&Source::read(one), &Source::read(other))).sentence
    };
    let same = compact(HS256, r#"{"sub":"a"}"#, "AAAA");
    let other = compact(HS256, r#"{"sub":"a"}"#, "BBBB");
    assert!(told(&same, &other).contains("The signatures differ: made with other keys"));
    let edited = compact(HS256, r#"{"sub":"b"}"#, "AAAA");
    assert!(told(&same, &edited).contains("the two can hardly both hold"));
    assert!(told(&same, &edited).starts_with("They differ in 1 value."));
    let unsigned = |payload: &str| compact(r#"{"alg":"none"}"#, payload, "");
    assert_eq!(
        told(&unsigned(r#"{"sub":"a"}"#), &unsigned(r#"{"sub":"b"}"#)),
        "They differ in 1 value."
    );
}

#[test]
fn what_is_no_token_is_compared_all_the_same() {
    for (one, other) in [("", ""), ("", "a.b.c"), ("a.b", "%%"), ("{}", "a.b.c.d.e")] {
        let said = said(&differences(&Source::read(one), &Source::read(other)));
        assert!(!said.sentence.is_empty());
    }
    let text = differences(
        &Source::read(&compact(HS256, "hello", "")),
        &Source::read(&compact(HS256, "{}", "")),
    );
    assert_eq!(text.payload, Likeness::Different);
}

#[test]
fn many_differences_are_not_all_told() {
    let members = |value: u32| {
        let members: Vec<String> = (0..20_000).map(|n| format!("\"n{n}\":{value}")).collect();
        format!("{{{}}}", members.join(","))
    };
    let versus = between(&members(1), &members(2));
    assert!(versus.has_more);
    assert_eq!(versus.differences.len(), 100);
    let deep = |inner: &str| format!("{}{inner}{}", "[".repeat(500), "]".repeat(500));
    assert_eq!(between(&deep("1"), &deep("2")).differences.len(), 1);
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn any_two_texts_are_compared(one: String, other: String) {
        said(&differences(&Source::read(&one), &Source::read(&other)));
        let versus = between(&one, &other);
        prop_assert_eq!(versus.payload == Likeness::Same, one == other);
    }
}
