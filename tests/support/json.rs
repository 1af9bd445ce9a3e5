//! JSON for property tests.

use proptest::prelude::*;

/// Compact JSON with strings of every kind in it.
pub fn json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        "-?[1-9][0-9]{0,3}",
        "\"[a-c é€😀:,{}]{0,6}\"",
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        let members = proptest::collection::vec(("\"[a-b é]{0,3}\"", inner.clone()), 0..4);
        let elements = proptest::collection::vec(inner, 0..4);
        let member = |(name, value): (String, String)| format!("{name}:{value}");
        prop_oneof![
            members.prop_map(move |all| {
                let all: Vec<String> = all.into_iter().map(member).collect();
                format!("{{{}}}", all.join(","))
            }),
            elements.prop_map(|all| format!("[{}]", all.join(","))),
        ]
    })
}
