//! What is said of a token that was edited: "when it was signed" only where that was verified.

mod support;

use jwt_inspector::words::edited::{Edited, EditedParts, detail, new, removed, title, was};
use jwt_inspector::words::verdict::{headline, of_signature};
use support::{HS256, NOW, SECRET, hs256, verdict};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const PAYLOAD: EditedParts = EditedParts {
    header: false,
    payload: true,
    signature: false,
};

fn edited(what: EditedParts, characters: usize, was_verified: bool) -> Edited {
    Edited {
        what,
        characters,
        was_verified,
    }
}

#[test]
fn the_headline_names_what_was_changed() {
    let said = |what| title(&edited(what, 5, true)).unwrap();
    assert_eq!(
        said(PAYLOAD),
        "The signature does not match: the payload was changed after signing"
    );
    let both = EditedParts {
        header: true,
        ..PAYLOAD
    };
    assert_eq!(
        said(both),
        "The signature does not match: the header and the payload were changed after signing"
    );
    let signature = EditedParts {
        signature: true,
        ..EditedParts::default()
    };
    assert_eq!(
        said(signature),
        "The signature does not match: the signature was changed after signing"
    );
}

#[test]
fn the_sentence_counts_characters() {
    let said = |characters, was_verified| detail(&edited(PAYLOAD, characters, was_verified));
    assert_eq!(
        said(5, true),
        "5 characters of the payload differ from the token as it was signed."
    );
    assert_eq!(
        said(1, false),
        "1 character of the payload differs from the token as it was pasted."
    );
    assert_eq!(
        said(0, true),
        "The payload differs from the token as it was signed."
    );
    let both = EditedParts {
        header: true,
        ..PAYLOAD
    };
    assert_eq!(
        detail(&edited(both, 0, false)),
        "The header and the payload differ from the token as it was pasted."
    );
}

#[test]
fn of_a_token_that_was_not_edited_nothing_is_said() {
    let untouched = edited(EditedParts::default(), 0, true);
    assert_eq!(title(&untouched), None);
    assert_eq!(detail(&untouched), "");
}

#[test]
fn an_edited_value_says_what_it_was() {
    assert_eq!(was("\"user\"", true), "was \"user\" when it was signed");
    assert_eq!(was("5", false), "was 5 as pasted");
    assert_eq!(new(true), "not there when it was signed");
    assert_eq!(new(false), "not in what was pasted");
}

/// A value can be of any length, and hold what turns text around.
#[test]
fn an_original_value_is_shortened_and_made_visible() {
    let said = was(&format!("\"{}\"", "x".repeat(1 << 20)), true);
    assert!(
        said.len() < 100 && said.ends_with("… when it was signed"),
        "{said}"
    );
    assert_eq!(
        was("[\n\"\u{202e}\u{61c}\u{2028}\"]", false),
        "was [\\u{A}\"\\u{202E}\\u{61C}\\u{2028}\"] as pasted"
    );
}

/// An edited and expired token is told to be both.
#[test]
fn the_verdict_of_an_edited_token_says_what_was_edited_and_that_it_is_over() {
    let good = hs256(HS256, r#"{"exp":1000000000,"role":"user"}"#);
    let other = hs256(HS256, r#"{"exp":1000000000,"role":"root"}"#);
    let (kept, _) = other.rsplit_once('.').expect("a signature");
    let (_, signature) = good.rsplit_once('.').expect("a signature");
    let verdict = verdict(&[kept, ".", signature].concat(), SECRET);
    let said = headline(&verdict, Some(&edited(PAYLOAD, 5, true)), NOW);
    assert_eq!(
        said.title,
        "The signature does not match: the payload was changed after signing"
    );
    assert!(
        said.detail
            .starts_with("5 characters of the payload differ")
    );
    assert!(said.detail.contains("It expired"));
    assert_eq!(
        headline(&verdict, None, NOW).title,
        "The signature does not match"
    );
}

/// What was edited does not matter where the signature holds, or was not checked.
#[test]
fn an_edit_is_no_reason_where_the_signature_is_not_broken_by_it() {
    let edited = edited(PAYLOAD, 5, true);
    let good = verdict(&hs256(HS256, r#"{"exp":3000000000}"#), SECRET);
    assert_eq!(
        headline(&good, Some(&edited), NOW).title,
        "Verified and in time"
    );
    let unchecked = verdict(&hs256(HS256, r#"{"exp":3000000000}"#), "");
    assert!(
        headline(&unchecked, Some(&edited), NOW)
            .title
            .starts_with("Decoded, not verified")
    );
}

#[test]
fn members_that_are_gone_are_named_up_to_five() {
    let paths = |count: usize| {
        (0..count)
            .map(|number| format!("a{number}"))
            .collect::<Vec<_>>()
    };
    assert_eq!(removed(&[]), "");
    assert_eq!(removed(&paths(2)), "No longer in it: “a0” and “a1”.");
    assert!(removed(&paths(7)).ends_with("“a4” and 2 more."));
}

/// The finding says no more "either, or" where the headline knows.
#[test]
fn the_finding_of_an_edited_token_says_what_broke_it() {
    let token = hs256(HS256, r#"{"a":1}"#);
    let (kept, _) = token.rsplit_once('.').expect("a signature");
    let other = hs256(HS256, "{}");
    let (_, signature) = other.rsplit_once('.').expect("a signature");
    let verdict = verdict(&[kept, ".", signature].concat(), SECRET);
    let remedy = |edited: Option<&Edited>| of_signature(&verdict, edited).remedy;
    assert!(remedy(None).starts_with("Either"));
    assert_eq!(
        remedy(Some(&edited(PAYLOAD, 5, true))),
        "5 characters of the payload differ from the token as it was signed."
    );
    assert!(remedy(Some(&edited(PAYLOAD, 5, false))).starts_with("Either"));
}
