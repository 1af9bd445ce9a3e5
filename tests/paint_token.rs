//! The coloured copy of the token: parts, edits and what they break stand in it where they belong.

mod support;

use jwt_inspector::jose::Source;
use jwt_inspector::jose::base64url::encode;
use jwt_inspector::jose::changes::Changes;
use jwt_inspector::paint::{Kind, MAX_PAINTED, MAX_PIECES, Mark, Piece, Run, token};
use proptest::prelude::*;
use support::paint::{anything, neighbours_differ, painted_token, token_text, told};
use support::{HS256, cases, compact, hs256};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const EVERYDAY: &str = r#"{"role":"user"}"#;

#[test]
fn the_parts_of_a_token_have_their_kinds() {
    assert_eq!(
        told(&painted_token("e30.e30.AAAA")),
        [
            "header e30",
            "dot .",
            "payload e30",
            "dot .",
            "signature AAAA"
        ]
    );
}

#[test]
fn what_is_left_out_to_read_a_token_is_aside() {
    assert_eq!(
        told(&painted_token("Bearer e30\n.\ne3\n0.AAAA\n")),
        [
            "left-out Bearer ",
            "header e30",
            "left-out \n",
            "dot .",
            "left-out \n",
            "payload e3\n0",
            "dot .",
            "signature AAAA",
            "left-out \n"
        ]
    );
    let escaped = painted_token("%22e30%2Ee30%2EAAAA%22");
    assert_eq!(
        told(&escaped)[..3],
        ["left-out %22", "header e30", "dot %2E"].map(String::from)
    );
    assert_eq!(told(&painted_token(" \n")), ["left-out  \n"]);
    assert!(painted_token("").is_empty());
}

#[test]
fn a_jwe_has_its_ciphertext_for_payload_and_its_tag_for_signature() {
    let header = encode(br#"{"alg":"dir","enc":"A128GCM"}"#);
    let text = format!("{header}..AAAA.BBBB.CCCC");
    assert_eq!(
        told(&painted_token(&text))[1..],
        [
            "dot ..",
            "plain AAAA",
            "dot .",
            "payload BBBB",
            "dot .",
            "signature CCCC"
        ]
        .map(String::from)
    );
}

#[test]
fn an_sd_jwt_has_its_disclosures_and_its_key_binding() {
    let disclosure = encode(br#"["salt","name","value"]"#);
    let text = format!("e30.e30.AAAA~{disclosure}~e30.e30.BBBB");
    let source = Source::read(&text);
    let runs = token(&text, &source, None, true).expect("short enough");
    assert_eq!(
        told(&runs)[4..9],
        [
            "signature+broken AAAA",
            "dot ~",
            &format!("payload {disclosure}"),
            "dot ~",
            "header e30"
        ]
        .map(String::from)
    );
    assert_eq!(told(&runs).last().expect("runs"), "signature BBBB");
}

#[test]
fn a_token_as_json_has_its_parts_coloured() {
    let text = r#"{"payload":"e30","signatures":[{"protected":"e30","signature":"AAAA"}]}"#;
    let runs = told(&painted_token(text));
    for part in [
        "payload \"e30\"",
        "header \"e30\"",
        "signature \"AAAA\"",
        "plain ,\"signature\":",
    ] {
        assert!(runs.iter().any(|run| run == part), "{part}");
    }
}

#[test]
fn a_text_that_is_no_token_has_the_parts_that_it_has() {
    assert_eq!(told(&painted_token("nothing")), ["plain nothing"]);
    assert_eq!(
        told(&painted_token("e30.e30")),
        ["header e30", "dot .", "payload e30"]
    );
    let many = "a.".repeat(20);
    assert_eq!(token_text(&painted_token(&many)), many);
}

#[test]
fn an_edit_and_what_it_breaks_are_marked() {
    let before = hs256(HS256, EVERYDAY);
    let (_, signature) = before.rsplit_once('.').expect("a signature");
    let now = compact(HS256, r#"{"role":"root"}"#, signature);
    let (original, current) = (Source::read(&before), Source::read(&now));
    let changes = Changes::between(&original, &current);
    let runs = token(&now, &current, changes.as_ref(), true).expect("short enough");
    let told = told(&runs);
    assert_eq!(
        told[2..5],
        [
            "payload eyJyb2xlIjoi",
            "payload+edited cm9vdC",
            "payload J9"
        ]
        .map(String::from)
    );
    assert_eq!(told[6], format!("signature+broken {signature}"));
}

#[test]
fn what_an_insertion_moves_is_marked_as_moved() {
    let now = compact(HS256, r#"{"role":"users"}"#, "AAAA");
    let original = Source::read(&compact(HS256, EVERYDAY, "AAAA"));
    let lines = now.replace(".AAAA", "\n.AAAA");
    let current = Source::read(&lines);
    let changes = Changes::between(&original, &current);
    let runs = token(&lines, &current, changes.as_ref(), false).expect("short enough");
    let marks: Vec<Option<Mark>> = runs.iter().map(|run| run.mark).collect();
    assert_eq!(
        marks[2..6],
        [None, Some(Mark::Edited), Some(Mark::Moved), None]
    );
    assert_eq!(token_text(&runs), lines);
}

#[test]
fn a_long_token_is_not_painted() {
    let longest = "a".repeat(MAX_PAINTED);
    assert_eq!(told(&painted_token(&longest)), [format!("plain {longest}")]);
    let longer = [&longest, "a"].concat();
    assert_eq!(token(&longer, &Source::read(&longer), None, false), None);
    let hidden = "a\u{200b}".repeat(MAX_PIECES);
    assert_eq!(token(&hidden, &Source::read(&hidden), None, false), None);
}

proptest! {
    #![proptest_config(cases(2048))]

    #[test]
    fn a_painted_token_is_the_token(before in anything(), text in anything(), broken in any::<bool>()) {
        let (original, source) = (Source::read(&before), Source::read(&text));
        let changes = Changes::between(&original, &source);
        let runs = token(&text, &source, changes.as_ref(), broken).expect("short enough");
        prop_assert_eq!(token_text(&runs), text);
        prop_assert!(runs.iter().all(|run| !run.text.is_empty()));
        let pieces: Vec<Piece> = runs.into_iter().map(Piece::Text).collect();
        prop_assert!(neighbours_differ(&pieces));
    }

    /// Every part is painted in its kind, and edits only where there are some.
    #[test]
    fn the_parts_of_every_jws_are_painted(
        parts in ("[a-z]{1,9}", "[a-z]{1,9}", "[a-z]{1,9}"),
        before in ("[a-z]{1,9}", "[a-z]{1,9}", "[a-z]{1,9}"),
    ) {
        let text = [parts.0.as_str(), &parts.1, &parts.2].join(".");
        let original = Source::read(&[before.0.as_str(), &before.1, &before.2].join("."));
        let source = Source::read(&text);
        let changes = Changes::between(&original, &source).expect("both are JWS");
        let runs = token(&text, &source, Some(&changes), false).expect("short enough");
        for (kind, part, changes) in [
            (Kind::Header, &parts.0, &changes.header),
            (Kind::Payload, &parts.1, &changes.payload),
            (Kind::Signature, &parts.2, &changes.signature),
        ] {
            let of_kind: Vec<&Run> = runs.iter().filter(|run| run.kind == kind).collect();
            let painted: String = of_kind.iter().map(|run| run.text.as_str()).collect();
            prop_assert_eq!(&painted, part);
            let count = |mark| -> usize {
                let marked = of_kind.iter().filter(|run| run.mark == Some(mark));
                marked.map(|run| run.text.len()).sum()
            };
            prop_assert_eq!((count(Mark::Edited), count(Mark::Moved)), (changes.edited, changes.moved));
        }
    }
}
