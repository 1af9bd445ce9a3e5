//! Which lesson explains a finding, a claim or a parameter.

use jwt_inspector::learn::{ABOUT, Lesson, Place, about};
use jwt_inspector::lint::Rule;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Where the codes of checks stand, between quotation marks.
const CODES: &str = include_str!("../src/jose/verdict/codes.rs");

/// Members by name, one a line.
const MEMBERS: [&str; 2] = [
    include_str!("../src/words/explained/data/header.txt"),
    include_str!("../src/words/explained/data/registry.txt"),
];

fn is_member(name: &str) -> bool {
    let mut lines = MEMBERS.iter().flat_map(|table| table.lines());
    lines.any(|line| line.split(" | ").next() == Some(name))
}

#[test]
fn every_name_is_a_rule_a_code_or_a_member_and_leads_to_its_lesson() {
    for (slug, names) in ABOUT {
        assert!(Lesson::find(slug).is_some(), "{slug}");
        for name in names {
            let is_rule = Rule::ALL.iter().any(|rule| rule.id() == *name);
            let is_code = name.contains('.') && CODES.contains(&format!("\"{name}\""));
            assert!(is_rule || is_code || is_member(name), "{name}");
            let place = about(name).and_then(Place::step);
            assert!(
                place.is_some_and(|(lesson, step)| lesson.slug == slug && step == 0),
                "{name}"
            );
        }
    }
}

#[test]
fn no_lesson_is_about_a_name_that_nobody_knows() {
    assert_eq!(about("format.not-a-token"), None);
    assert_eq!(about(""), None);
}
