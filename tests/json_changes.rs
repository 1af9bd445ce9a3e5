//! How JSON differs from the JSON it was made of: values that changed are told with what they were.

mod support;

use jwt_inspector::jose::json::{Document, JsonChanges};
use proptest::prelude::*;
use support::cases;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn json_changes(before: &str, now: &str) -> JsonChanges {
    let read = |text: &str| Document::parse(text.to_owned()).expect("JSON");
    JsonChanges::between(&read(before), &read(now))
}

/// Changed values with what they were, and what is gone.
fn told<'a>(before: &str, now: &'a str) -> (Vec<(&'a str, Option<String>)>, Vec<String>) {
    let changes = json_changes(before, now);
    assert!(!changes.has_more);
    let changed = changes.changed.into_iter();
    let changed = changed.map(|change| (&now[change.span.range()], change.was));
    (changed.collect(), changes.removed)
}

fn was(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn a_changed_value_is_told_with_what_it_was() {
    let before = r#"{"role":"user","n":1}"#;
    let now = "{\n  \"role\": \"root\",\n  \"n\": 1\n}";
    let (changed, removed) = told(before, now);
    assert_eq!(changed, [("\"root\"", was("\"user\""))]);
    assert!(removed.is_empty());
}

#[test]
fn white_space_and_the_order_of_members_do_not_count() {
    let changes = json_changes(r#"{"a":1,"b":[1,{}]}"#, "{ \"b\" : [1,{ } ],\r\n\"a\":1}");
    assert_eq!(changes, JsonChanges::default());
    assert_eq!(
        json_changes(r#"{"\u0061":1}"#, r#"{"a":1}"#),
        JsonChanges::default()
    );
}

#[test]
fn numbers_and_strings_are_compared_as_they_are_written() {
    assert_eq!(told("[1.0]", "[1]").0, [("1", was("1.0"))]);
    assert_eq!(
        told("9007199254740993", "9007199254740992").0,
        [("9007199254740992", was("9007199254740993"))]
    );
    assert_eq!(
        told(r#"["\u0061"]"#, r#"["a"]"#).0,
        [("\"a\"", was(r#""\u0061""#))]
    );
}

#[test]
fn new_and_removed_members_are_told() {
    let (changed, removed) = told(r#"{"a":1,"b":{"c":[1,2]}}"#, r#"{"b":{"c":[1],"d":[{}]}}"#);
    assert_eq!(changed, [("[{}]", None)]);
    assert_eq!(removed, ["b.c[1]", "a"]);
    assert_eq!(told("[]", "[1,2]").0, [("1", None), ("2", None)]);
}

#[test]
fn a_value_of_another_type_is_replaced_as_a_whole() {
    assert_eq!(
        told(r#"{"a":{"b":1}}"#, r#"{"a":[1]}"#).0,
        [("[1]", was(r#"{"b":1}"#))]
    );
    assert_eq!(told("{}", "[]").0, [("[]", was("{}"))]);
}

#[test]
fn names_that_repeat_are_compared_one_by_one() {
    let before = r#"{"a":1,"a":2,"a":3}"#;
    assert_eq!(told(before, r#"{"a":1,"a":5,"a":3}"#).0, [("5", was("2"))]);
    let (changed, removed) = told(before, r#"{"b":0,"a":1,"a":2}"#);
    assert_eq!(changed, [("0", None)]);
    assert_eq!(removed, ["a"]);
}

#[test]
fn no_more_than_a_hundred_changes_are_told() {
    let list = |value: &str| format!("[{}]", vec![value; 101].join(","));
    let changes = json_changes(&list("1"), &list("2"));
    assert_eq!((changes.changed.len(), changes.has_more), (100, true));
    let changes = json_changes(&list("1"), "[]");
    assert_eq!((changes.removed.len(), changes.has_more), (100, true));
    let hundred = |value: &str| format!("[{}]", vec![value; 100].join(","));
    let changes = json_changes(&hundred("1"), &hundred("2"));
    assert_eq!((changes.changed.len(), changes.has_more), (100, false));
}

/// What takes quadratic time would not come to an end here.
#[test]
fn an_object_of_many_members_is_compared_in_time() {
    let member = |index: usize| format!(r#""claim{index}":{index}"#);
    let members: Vec<String> = (0..50_000).map(member).collect();
    let reversed: Vec<String> = members.iter().rev().cloned().collect();
    let object = |members: &[String]| format!("{{{}}}", members.join(","));
    assert_eq!(
        json_changes(&object(&members), &object(&reversed)),
        JsonChanges::default()
    );
    let (changed, removed) = {
        let changes = json_changes(&object(&members), &object(&reversed[1..]));
        (changes.changed, changes.removed)
    };
    assert!(changed.is_empty());
    assert_eq!(removed, ["claim49999"]);
}

#[test]
fn what_nests_as_deep_as_is_read_is_compared() {
    let nested = |leaf: &str| {
        let (open, close) = (r#"{"a":["#.repeat(256), "]}".repeat(256));
        [&open, leaf, &close].concat()
    };
    let before = nested("1");
    assert_eq!(told(&before, &nested("2")).0, [("2", was("1"))]);
    assert!(told(&before, &nested("")).1[0].starts_with("a[0].a[0]."));
}

#[test]
fn a_path_is_no_longer_than_it_needs_to_be() {
    let name = "é".repeat(5000);
    let (_, removed) = told(&format!(r#"{{"{name}":1}}"#), "{}");
    assert_eq!(removed, [format!("{}…", "é".repeat(100))]);
}

proptest! {
    #![proptest_config(cases(1024))]

    #[test]
    fn json_that_did_not_change_has_no_changes(text in r#"[\[\]{}:,"a1 ]{0,12}"#) {
        if let Ok(document) = Document::parse(text) {
            prop_assert_eq!(JsonChanges::between(&document, &document), JsonChanges::default());
        }
    }
}
