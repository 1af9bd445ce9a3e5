//! The lesson on ID, access and refresh tokens: each step can be done, and every outcome is computed.

mod support;

use jwt_inspector::jose::{KeyInput, SecretEncoding, Source, verify::SignatureCheck};
use jwt_inspector::learn::{Block, MOMENT, Stage, Tone};
use support::learn::Played;
use support::learn::stage::{ACCEPTED, REFUSED, log, rows, tones_and_outcomes as outcomes};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// A step after these inputs; it is not done before them.
fn after(step: usize, acts: &[(&str, &str)]) -> Stage {
    Played::changing("oidc", step).after(acts).stage()
}

#[test]
fn each_token_is_shown_and_signed() {
    let stage = after(0, &[("look", "access"), ("look", "refresh")]);
    assert!(stage.is_done);
    for look in ["id", "access"] {
        let stage = after(0, &[("look", look)]);
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
    let stage = after(1, &[("lesson-verifier", challenge)]);
    assert!(!stage.is_done);
    assert_eq!(stage.facts, [("challenge", challenge.to_owned())]);
    let stage = after(1, &[("lesson-verifier", verifier)]);
    assert!(!stage.is_done, "the thief comes first");
    let stage = after(
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
    let stage = after(2, &[(MOMENT, "99")]);
    assert!(stage.is_done);
    assert_eq!(log(&stage).len(), 10);
    let tokens = |stage: &Stage| {
        let is_token = |block: &&Block| matches!(block, Block::Token { .. });
        stage.blocks.iter().filter(is_token).count()
    };
    assert_eq!(tokens(&stage), 2);
    // The issuer over the verifier, the app over the ID token, the API over the access token.
    for moment in ["5", "7", "8"] {
        let stage = after(2, &[(MOMENT, moment)]);
        assert_eq!(outcomes(&stage), [(Tone::Good, ACCEPTED)], "{moment}");
    }
    let stage = after(2, &[("bringer", "thief"), (MOMENT, "5")]);
    assert_eq!(outcomes(&stage), [(Tone::Bad, REFUSED)]);
    let stage = after(2, &[("bringer", "thief"), (MOMENT, "6")]);
    assert!(stage.is_done);
    assert_eq!(tokens(&stage), 0);
}

#[test]
fn going_back_is_exact() {
    let there = after(2, &[(MOMENT, "3")]);
    let back = after(2, &[(MOMENT, "9"), (MOMENT, "3")]);
    assert_eq!(there, back);
}

#[test]
fn a_token_at_the_wrong_place_is_refused_by_the_careful() {
    let (accepted, refused) = ((Tone::Good, ACCEPTED), (Tone::Bad, REFUSED));
    for (token, place, careful) in [
        ("access", "api", accepted),
        ("id", "app", accepted),
        ("id", "api", refused),
        ("access", "app", refused),
    ] {
        let stage = after(3, &[("sent-to", place), ("token-sent", token)]);
        assert_eq!(outcomes(&stage), [accepted, careful], "{token} to {place}");
    }
    let acts = [
        ("token-sent", "id"),
        ("sent-to", "app"),
        ("token-sent", "access"),
    ];
    assert!(after(3, &acts).is_done);
}

#[test]
fn a_refresh_token_brings_another_access_token() {
    let stage = after(4, &[("minutes", "9")]);
    assert_eq!(outcomes(&stage), [(Tone::Good, ACCEPTED)]);
    let stage = after(4, &[("minutes", "10")]);
    assert_eq!(outcomes(&stage), [(Tone::Bad, REFUSED)]);
    let stage = after(4, &[("minutes", "9"), ("refreshed", "9")]);
    assert!(!stage.is_done, "it was still valid");
    let held = |stage: &Stage| rows(stage)[2][2].to_owned();
    let mut played = Played::changing("oidc", 4);
    let first = held(&played.stage());
    played.act("minutes", "12");
    let stage = played.act("refreshed", "12");
    assert_eq!(outcomes(&stage), [(Tone::Good, ACCEPTED)]);
    assert!(stage.is_done);
    let second = held(&stage);
    let stage = played.act("minutes", "22");
    assert_eq!(outcomes(&stage), [(Tone::Bad, REFUSED)]);
    let third = held(&played.act("refreshed", "22"));
    assert!(first != second && second != third && first != third);
}
