//! Our JSON against serde_json, on generated texts: both accept and read the same, or both refuse.

mod support;

use jwt_inspector::jose::json::{Document, Type, Value};
use proptest::prelude::*;
use support::cases;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn parse(text: &str) -> Document {
    Document::parse(text.to_owned()).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

fn any_text() -> impl Strategy<Value = String> {
    prop::collection::vec(any::<char>(), 0..6).prop_map(String::from_iter)
}

fn any_json() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::Value;
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any_text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        let object = prop::collection::btree_map(any_text(), inner.clone(), 0..16);
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(Value::from),
            object.prop_map(|members| members.into_iter().collect()),
        ]
    })
}

/// Whether two parsers read the same; serde_json keeps the last of two members and sorts them.
fn same(ours: Value, theirs: &serde_json::Value) -> bool {
    use serde_json::Value as Other;
    match theirs {
        Other::Null => ours.kind() == Type::Null,
        Other::Bool(flag) => ours.as_bool() == Some(*flag),
        Other::Number(number) => {
            let (ours, theirs) = (ours.as_f64(), number.as_f64());
            ours.zip(theirs).is_some_and(|(a, b)| close(a, b))
        }
        Other::String(text) => ours.as_str().as_deref() == Some(text),
        Other::Array(elements) => {
            let pairs = ours.elements().zip(elements);
            ours.elements().len() == elements.len() && pairs.into_iter().all(|(a, b)| same(a, b))
        }
        Other::Object(members) => members
            .iter()
            .all(|(name, value)| ours.get(name).is_some_and(|found| same(found, value))),
    }
}

/// What is promised of a double: off by no more than 2^-48 of it, or by the few smallest doubles there are.
fn close(ours: f64, exact: f64) -> bool {
    let allowed = exact.abs() / 2_f64.powi(48) + 4.0 * f64::from_bits(1);
    ours == exact || (ours - exact).abs() <= allowed
}

fn as_double(text: &str) -> f64 {
    parse(text).root().as_f64().expect("a number")
}

/// serde_json refuses two things that the grammar allows: lone surrogates, and numbers beyond a double's range.
fn refused_beyond_the_grammar(text: &str) -> bool {
    let reason = serde_json::from_str::<serde_json::Value>(text).err();
    reason.is_some_and(|error| {
        let reason = error.to_string();
        [
            "surrogate",
            "end of hex escape",
            "out of range",
            "hex escape",
        ]
        .iter()
        .any(|part| reason.contains(part))
    })
}

fn agrees_with_serde_json(text: &str) -> bool {
    match (Document::parse(text.to_owned()), serde_json::from_str(text)) {
        (Ok(ours), Ok(theirs)) => same(ours.root(), &theirs),
        (Ok(_), Err(_)) => refused_beyond_the_grammar(text),
        (Err(_), Ok(_)) => false,
        (Err(_), Err(_)) => true,
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn what_another_library_writes_is_read_the_same(value in any_json(), pretty: bool) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
        let text = text.expect("JSON");
        let document = parse(&text);
        prop_assert!(same(document.root(), &value));
        prop_assert_eq!(document.duplicates(), &[]);
    }

    /// Every whole number up to 2^53 that stands no more than 22 powers of ten away from the point.
    #[test]
    fn a_number_as_long_as_a_double_is_the_nearest_double(
        size in 0..=1_u64 << 53,
        power in -22..=22,
        sign in "-?",
        zeros in 0..30_usize,
    ) {
        let text = format!("{sign}{size}.{:0zeros$}e{power}", 0);
        prop_assert_eq!(Ok(as_double(&text)), text.parse::<f64>(), "{}", text);
    }

    #[test]
    fn a_fraction_of_a_second_is_the_nearest_double(seconds in 0..1_u64 << 42, fraction in "[0-9]{1,3}") {
        let text = format!("{seconds}.{fraction}");
        prop_assert_eq!(Ok(as_double(&text)), text.parse::<f64>(), "{}", text);
    }

    #[test]
    fn any_number_is_close_to_its_double(text in "-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?") {
        let exact: f64 = text.parse().expect("a double");
        prop_assert!(close(as_double(&text), exact), "{}: {} for {}", text, as_double(&text), exact);
    }

    #[test]
    fn laying_out_and_packing_undo_each_other(value in any_json()) {
        let text = value.to_string();
        let document = parse(&text);
        prop_assert!(document.is_compact());
        let indented = document.indented(usize::MAX).expect("no limit");
        prop_assert_eq!(parse(&indented).compact(), text);
    }

    /// One character of a JSON text replaced, added or taken away: both libraries accept, or both refuse.
    #[test]
    fn a_damaged_text_is_judged_as_another_library_judges_it(
        value in any_json(),
        at: prop::sample::Index,
        with in "[\\[\\]{}:,\"\\\\0-9eE+.\\-utfn \\n\\x00-\\x1f]?",
        removed in 0..2usize,
    ) {
        let text = value.to_string();
        let chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len());
        let damaged: String =
            chars[..at].iter().copied().chain(with.chars()).chain(chars[(at + removed)..].iter().copied()).collect();
        prop_assert!(agrees_with_serde_json(&damaged), "{}", damaged);
    }

    #[test]
    fn soup_of_json_is_judged_as_another_library_judges_it(
        text in "([\\[\\]{}:,]|\"[a\\\\u0dD8]*\"|-?[0-9.eE+\\-]{1,5}|true|null| ){0,12}",
    ) {
        prop_assert!(agrees_with_serde_json(&text), "{}", text);
    }

    #[test]
    fn every_value_reads_back_from_its_own_span(value in any_json()) {
        fn check(value: Value) -> bool {
            let text = value.text();
            let alone = Document::parse(text.to_owned());
            alone.is_ok_and(|alone| alone.root().text() == text)
                && value.elements().all(check)
                && value.members().all(|member| check(member.value))
        }
        let document = parse(&serde_json::to_string_pretty(&value).expect("JSON"));
        prop_assert!(check(document.root()));
    }
}
