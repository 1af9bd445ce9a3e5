//! The lesson on ID, access and refresh tokens: each step can be done, and every outcome is computed.

use jwt_inspector::jose::{KeyInput, SecretEncoding, Source, verify::SignatureCheck};
use jwt_inspector::learn::{Block, Lesson, MOMENT, Model, Stage, Tone};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn lesson() -> &'static Lesson {
    Lesson::find("oidc").expect("a lesson")
}

/// A step after these inputs; it is not done before them.
fn after(step: usize, acts: &[(&str, &str)]) -> (Model, Stage) {
    let mut model = lesson().start(step);
    assert!(!lesson().show(step, &model).is_done);
    for (name, value) in acts {
        lesson().act(step, &mut model, name, value);
    }
    let stage = lesson().show(step, &model);
    (model, stage)
}

/// The outcomes of the code on a stage: whether it ended well, and what it says.
fn outcomes(stage: &Stage) -> Vec<(Tone, &str)> {
    let blocks = stage.blocks.iter();
    let outcome = |block| match block {
        &Block::Code {
            tone, ref outcome, ..
        } => Some((tone, outcome.as_str())),
        _ => None,
    };
    blocks.filter_map(outcome).collect()
}

fn log(stage: &Stage) -> &[String] {
    let found = stage.blocks.iter().find_map(|block| match block {
        Block::Log { lines } => Some(lines),
        _ => None,
    });
    found.expect("a log")
}

#[test]
fn each_token_is_shown_and_signed() {
    let (_, stage) = after(0, &[("look", "access"), ("look", "refresh")]);
    assert!(stage.is_done);
    for look in ["id", "access"] {
        let (_, stage) = after(0, &[("look", look)]);
        assert!(!stage.is_done);
        let Some(Block::Token { token, key, .. }) = stage.blocks.get(1) else {
            panic!("{:?}", stage.blocks);
        };
        let key = KeyInput::read(key, SecretEncoding::Utf8);
        let check = jwt_inspector::jose::verify::signature(&Source::read(token), &key, None);
        assert!(matches!(check, SignatureCheck::Verified(_)), "{check:?}");
    }
}

#[test]
fn a_code_needs_its_verifier() {
    let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    let (_, stage) = after(1, &[("lesson-verifier", challenge)]);
    assert!(!stage.is_done);
    assert_eq!(stage.facts, [("challenge", challenge.to_owned())]);
    let (_, stage) = after(1, &[("lesson-verifier", verifier)]);
    assert!(!stage.is_done, "the thief comes first");
    let (_, stage) = after(
        1,
        &[
            ("lesson-verifier", challenge),
            ("lesson-verifier", verifier),
        ],
    );
    assert!(stage.is_done);
}

#[test]
fn a_sign_in_ends_with_tokens_for_the_app_and_none_for_a_thief() {
    let (_, stage) = after(2, &[(MOMENT, "99")]);
    assert!(stage.is_done);
    assert_eq!(log(&stage).len(), 10);
    let tokens = |stage: &Stage| {
        let is_token = |block: &&Block| matches!(block, Block::Token { .. });
        stage.blocks.iter().filter(is_token).count()
    };
    assert_eq!(tokens(&stage), 2);
    // The issuer over the verifier, the app over the ID token, the API over the access token.
    for moment in ["5", "7", "8"] {
        let (_, stage) = after(2, &[(MOMENT, moment)]);
        assert_eq!(outcomes(&stage), [(Tone::Good, "accepted")], "{moment}");
    }
    let (_, stage) = after(2, &[("bringer", "thief"), (MOMENT, "5")]);
    assert_eq!(outcomes(&stage), [(Tone::Bad, "refused")]);
    let (_, stage) = after(2, &[("bringer", "thief"), (MOMENT, "6")]);
    assert!(stage.is_done);
    assert_eq!(tokens(&stage), 0);
}

#[test]
fn going_back_is_exact() {
    let (_, there) = after(2, &[(MOMENT, "3")]);
    let (_, back) = after(2, &[(MOMENT, "9"), (MOMENT, "3")]);
    assert_eq!(there, back);
}

#[test]
fn a_token_at_the_wrong_place_is_refused_by_the_careful() {
    let (accepted, refused) = ((Tone::Good, "accepted"), (Tone::Bad, "refused"));
    for (token, place, careful) in [
        ("access", "api", accepted),
        ("id", "app", accepted),
        ("id", "api", refused),
        ("access", "app", refused),
    ] {
        let (_, stage) = after(3, &[("sent-to", place), ("token-sent", token)]);
        assert_eq!(outcomes(&stage), [accepted, careful], "{token} to {place}");
    }
    let acts = [
        ("token-sent", "id"),
        ("sent-to", "app"),
        ("token-sent", "access"),
    ];
    assert!(after(3, &acts).1.is_done);
}

#[test]
fn a_refresh_token_brings_another_access_token() {
    let (_, stage) = after(4, &[("minutes", "9")]);
    assert_eq!(outcomes(&stage), [(Tone::Good, "accepted")]);
    let (_, stage) = after(4, &[("minutes", "10")]);
    assert_eq!(outcomes(&stage), [(Tone::Bad, "refused")]);
    let (_, stage) = after(4, &[("minutes", "9"), ("refreshed", "9")]);
    assert!(!stage.is_done, "it was still valid");
    let (mut model, stage) = after(4, &[("minutes", "12"), ("refreshed", "12")]);
    assert_eq!(outcomes(&stage), [(Tone::Good, "accepted")]);
    assert!(stage.is_done);
    let held = |stage: &Stage| match stage.blocks.last() {
        Some(Block::Table { rows, .. }) => rows[2].cells[2].clone(),
        other => panic!("{other:?}"),
    };
    let first = held(&lesson().show(4, &lesson().start(4)));
    let second = held(&stage);
    lesson().act(4, &mut model, "minutes", "22");
    let stage = lesson().show(4, &model);
    assert_eq!(outcomes(&stage), [(Tone::Bad, "refused")]);
    lesson().act(4, &mut model, "refreshed", "22");
    let third = held(&lesson().show(4, &model));
    assert!(first != second && second != third && first != third);
}
