//! What the doctor says: whole sentences, short, and no more than was tried.

mod support;

use jwt_inspector::doctor::{
    Attempt, BUDGET, Change, Cure, Diagnosis, Escapes, Explanation, Form, Inputs, KeptOut, Layout,
    SecretText, SignatureEnd, SignatureForm, Stray, Style, examine,
};
use jwt_inspector::jose::alg::{Curve, Hash};
use jwt_inspector::jose::{Algorithm, SecretEncoding};
use jwt_inspector::words::doctor::{Note, Told, done, told};
use support::{HS256, SECRET, hs256};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn examined(token: &str, key: &str) -> Told {
    told(&examine(token, key, SecretEncoding::Utf8, None, BUDGET))
}

fn of_changes(changes: Vec<Change>) -> Note {
    let apply = Inputs::default();
    let diagnosis = Diagnosis {
        cure: Some(Cure { changes, apply }),
        ..Diagnosis::default()
    };
    told(&diagnosis).cure.expect("a remedy").note
}

fn of_explanation(explanation: Explanation) -> Note {
    let diagnosis = Diagnosis {
        explained: vec![explanation],
        ..Diagnosis::default()
    };
    told(&diagnosis).explained.remove(0)
}

#[test]
fn a_good_token_leaves_nothing_to_say() {
    assert_eq!(examined(&hs256(HS256, "{}"), SECRET), Told::default());
}

#[test]
fn the_change_is_named_in_one_sentence() {
    let style = Style {
        layout: Layout::Spaced,
        sorted: true,
        escapes: Escapes::Ascii,
    };
    let other_key = |kid: Option<&str>| Change::OtherKey {
        index: Some(1),
        kid: kid.map(str::to_owned),
        kept_out: KeptOut::Restriction,
    };
    let required = Algorithm::Ps(Hash::Sha256);
    for (change, sentence) in [
        (
            Change::Encoding(SecretEncoding::Base64),
            "the secret is read as base64",
        ),
        (
            Change::Secret(SecretText::WithoutFinalLineBreak),
            "the line break at the end of the secret is left out",
        ),
        (Change::AnyAlgorithm { required }, "PS256 is not required"),
        (
            Change::Characters(vec![Stray::Blank, Stray::Padding]),
            "white space and invisible characters are taken out of the token and the padding “=” is taken out of the token",
        ),
        (
            other_key(Some("b")),
            "the key “b” of those you pasted is used",
        ),
        (other_key(None), "key 2 of those you pasted is used"),
        (
            Change::Signature(SignatureForm::Der),
            "the signature is written as r and s, and not in DER",
        ),
        (
            Change::SignatureEnd(SignatureEnd::Missing { missing: 12 }),
            "the last 12 characters of the signature, which are missing, are put back",
        ),
        (
            Change::Payload(Form::Json(style)),
            "the payload is written with a space after every comma and colon, its members sorted by name, everything but ASCII escaped",
        ),
    ] {
        let note = of_changes(vec![change]);
        assert_eq!(note.sentence, format!("It verifies when {sentence}."));
        assert!(
            !note.title.is_empty() && note.advice.ends_with('.'),
            "{note:?}"
        );
    }
}

#[test]
fn two_changes_are_named_together() {
    let note = of_changes(vec![
        Change::Secret(SecretText::Unquoted),
        Change::Encoding(SecretEncoding::Base64),
    ]);
    assert_eq!(
        note.sentence,
        "It verifies when the quotes around the secret are left out and the secret is read as base64."
    );
}

#[test]
fn one_form_of_both_parts_is_named_once() {
    let form = Form::Json(Style {
        layout: Layout::Spaced,
        sorted: false,
        escapes: Escapes::AsWritten,
    });
    let note = of_changes(vec![Change::Header(form), Change::Payload(form)]);
    assert_eq!(
        note.sentence,
        "It verifies when header and payload are written with a space after every comma and colon."
    );
}

/// A cure that a server would not follow says so.
#[test]
fn what_a_server_would_refuse_is_said() {
    let kid = of_changes(vec![Change::OtherKey {
        index: None,
        kid: None,
        kept_out: KeptOut::Kid("a".to_owned()),
    }]);
    assert_eq!(
        kid.sentence,
        "It verifies when your key is used all the same."
    );
    assert!(
        kid.advice
            .contains("“kid” asks for another key, so a server that goes by it refuses")
    );
    let required = of_changes(vec![Change::AnyAlgorithm {
        required: Algorithm::Ed25519,
    }]);
    assert!(required.advice.contains("refuses this token"));
    let der = of_changes(vec![Change::Signature(SignatureForm::Der)]);
    assert!(
        der.advice
            .contains("A conforming server refuses it as it is")
    );
}

#[test]
fn what_no_change_mends_is_explained() {
    let signed_as = |header: Option<&str>, encoding| {
        of_explanation(Explanation::SignedAs {
            alg: Algorithm::Rs(Hash::Sha512),
            header: header.map(str::to_owned),
            encoding,
        })
        .sentence
    };
    assert_eq!(
        signed_as(Some("RS256"), None),
        "With this key it is a valid RS512 signature, but the header says “RS256”."
    );
    assert_eq!(
        signed_as(Some("rs512"), None),
        "With this key it is a valid RS512 signature, but the header says “rs512”, and case counts."
    );
    assert_eq!(
        signed_as(None, Some(SecretEncoding::Hex)),
        "With this key, the secret read as hexadecimal, it is a valid RS512 signature, but the header names no algorithm."
    );
    let confused = of_explanation(Explanation::KeyAsSecret {
        alg: Algorithm::Hs(Hash::Sha256),
        public: true,
    });
    assert!(confused.advice.contains("anybody can have signed this"));
    let padded = of_explanation(Explanation::SignedOver {
        standard: false,
        padding: true,
    });
    assert!(padded.advice.contains("AWS load balancers"));
    let short = of_explanation(Explanation::Short {
        alg: Algorithm::Es(Curve::P256),
        found: 66,
        wanted: 86,
    });
    assert_eq!(
        short.sentence,
        "Every ES256 signature has 86 characters; this one has 66: 20 are missing, or another algorithm made it."
    );
    let graph = of_explanation(Explanation::GraphNonce);
    assert!(graph.sentence.contains("the hash of it"));
}

#[test]
fn what_was_tried_is_listed_where_nothing_came_of_it() {
    let mut diagnosis = Diagnosis {
        tried: vec![Attempt::Encoding, Attempt::SignedOver],
        left_out: vec![Attempt::Payload],
        ..Diagnosis::default()
    };
    assert_eq!(
        told(&diagnosis).tried,
        "None of these helped: other encodings of the secret; padding or the standard alphabet signed over. \
         Not tried, or not all of it, because it would take too long: the payload in other layouts and escapes, or sorted by name."
    );
    diagnosis.left_out = Vec::new();
    assert!(
        told(&diagnosis)
            .tried
            .ends_with(" Most likely another key or secret signed it, or the content was changed.")
    );
    // Beside what is only known by its form, it still is.
    diagnosis.explained = vec![Explanation::GraphNonce];
    assert!(!told(&diagnosis).tried.is_empty());
    diagnosis.explained = vec![Explanation::SignedOver {
        standard: true,
        padding: true,
    }];
    assert!(told(&diagnosis).tried.is_empty());
    assert_eq!(told(&Diagnosis::default()).tried, "");
}

#[test]
fn the_button_makes_the_change() {
    let token = hs256(HS256, "{}");
    let told = examined(&token, "a test secret that guards nothing\n");
    let remedy = told.cure.expect("a remedy");
    assert_eq!(remedy.button, "Drop the line break");
    assert_eq!(
        done(&remedy),
        "Done: the line break at the end of the secret is left out."
    );
    assert_eq!(remedy.apply.key.expect("a key").as_str(), SECRET);
    assert_eq!(told.tried, "");
}
