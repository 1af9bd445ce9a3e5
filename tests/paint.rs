//! The coloured copies of the boxes: they are the texts themselves, whatever these hold, and colours, marks and
//! notes stand where they belong.

mod support;

use jwt_inspector::jose::base64url::encode;
use jwt_inspector::jose::changes::Changes;
use jwt_inspector::jose::json::{Document, JsonChanges};
use jwt_inspector::jose::{Source, Span};
use jwt_inspector::paint::{
    Invisible, Kind, MAX_PAINTED, MAX_PIECES, Mark, Painted, Piece, Run, invisible, is_invisible,
    json, plain, token,
};
use jwt_inspector::words;
use proptest::prelude::*;
use support::{HS256, cases, compact, hs256};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const EVERYDAY: &str = r#"{"role":"user"}"#;

fn painted_token(text: &str) -> Vec<Run> {
    token(text, &Source::read(text), None, false).expect("short enough")
}

/// Runs as "kind text" or "kind+mark text".
fn told(runs: &[Run]) -> Vec<String> {
    let told = |run: &Run| match run.mark {
        Some(mark) => format!("{}+{} {}", run.kind.name(), mark.name(), run.text),
        None => format!("{} {}", run.kind.name(), run.text),
    };
    runs.iter().map(told).collect()
}

/// As [`told`], with notes as "note 0".
fn told_pieces(painted: &Painted) -> Vec<String> {
    let told_piece = |piece: &Piece| match piece {
        Piece::Text(run) => told(std::slice::from_ref(run)).concat(),
        Piece::Note(index) => format!("note {index}"),
    };
    painted.pieces.iter().map(told_piece).collect()
}

fn json_text(painted: &Painted) -> String {
    let text = |piece: &Piece| match piece {
        Piece::Text(run) => run.text.clone(),
        Piece::Note(_) => String::new(),
    };
    painted.pieces.iter().map(text).collect()
}

fn token_text(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

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

#[test]
fn the_words_of_json_have_their_kinds() {
    let text = "{\n  \"a\" : \"x:\\\"\",\n  \"b\": [-1.5e+3, true, null]\n}";
    assert_eq!(
        told_pieces(&json(text, None, &[])),
        [
            "punctuation {\n  ",
            "name \"a\"",
            "punctuation  : ",
            "string \"x:\\\"\"",
            "punctuation ,\n  ",
            "name \"b\"",
            "punctuation : [",
            "number -1.5e+3",
            "punctuation , ",
            "literal true",
            "punctuation , ",
            "literal null",
            "punctuation ]\n}",
        ]
    );
}

/// While a member is typed, the others keep their colours.
#[test]
fn half_typed_json_keeps_its_colours() {
    let text = "{\n  \"a\": \"us\\\n  \"b\": tru\n  \"c";
    assert_eq!(
        told_pieces(&json(text, None, &[])),
        [
            "punctuation {\n  ",
            "name \"a\"",
            "punctuation : ",
            "string \"us\\",
            "punctuation \n  ",
            "name \"b\"",
            "punctuation : ",
            "plain tru",
            "punctuation \n  ",
            "string \"c",
        ]
    );
}

#[test]
fn text_that_is_not_json_is_plain() {
    assert_eq!(told_pieces(&plain("it's \"1\"")), ["plain it's \"1\""]);
    assert!(plain("").pieces.is_empty() && plain("").is_whole);
}

fn changed_json(before: &str, now: &str) -> Vec<String> {
    let read = |text: &str| Document::parse(text.to_owned()).expect("JSON");
    let changes = JsonChanges::between(&read(before), &read(now));
    told_pieces(&json(now, Some(&changes), &[]))
}

#[test]
fn a_changed_value_is_marked() {
    assert_eq!(
        changed_json(EVERYDAY, r#"{"role":"root"}"#)[3..],
        ["string+edited \"root\"", "punctuation }"].map(String::from)
    );
}

#[test]
fn a_new_object_is_marked_from_brace_to_brace() {
    assert_eq!(
        changed_json("{}", r#"{"a": {"b":1}}"#),
        [
            "punctuation {",
            "name \"a\"",
            "punctuation : ",
            "punctuation+edited {",
            "name+edited \"b\"",
            "punctuation+edited :",
            "number+edited 1",
            "punctuation+edited }",
            "punctuation }",
        ]
    );
}

#[test]
fn a_note_stands_at_the_end_of_the_line_on_which_its_value_starts() {
    let text = "{\n  \"a\": 1,\n  \"b\": [\n  ], \"c\": 2}";
    let noted: Vec<usize> = ["1", "[", "2"]
        .iter()
        .filter_map(|value| text.find(value))
        .collect();
    assert_eq!(
        told_pieces(&json(text, None, &noted)),
        [
            "punctuation {\n  ",
            "name \"a\"",
            "punctuation : ",
            "number 1",
            "punctuation ,",
            "note 0",
            "punctuation \n  ",
            "name \"b\"",
            "punctuation : [",
            "note 1",
            "punctuation \n  ], ",
            "name \"c\"",
            "punctuation : ",
            "number 2",
            "punctuation }",
            "note 2",
        ]
    );
}

#[test]
fn where_a_line_has_two_notes_none_stands_beside_the_text() {
    let notes = |text: &str, noted: &[usize]| {
        let painted = json(text, None, noted);
        let is_note = |piece: &&Piece| matches!(piece, Piece::Note(_));
        painted.pieces.iter().filter(is_note).count()
    };
    assert_eq!(notes("{\"a\":1,\n\"b\":2}", &[5, 12]), 2);
    assert_eq!(notes("{\"a\":1,\"b\":2,\n\"c\":3}", &[5, 11, 18]), 0);
}

#[test]
fn invisible_characters_have_a_run_of_their_own() {
    let text = "\"a\u{202e}\u{200b}b\u{7}\"";
    let wanted = [
        "string \"a",
        "string+invisible \u{202e}\u{200b}",
        "string b",
        "string+invisible \u{7}",
        "string \"",
    ];
    assert_eq!(told_pieces(&json(text, None, &[])), wanted);
    let pasted = "\u{feff}e30.e3\u{200d}0.AAAA";
    assert_eq!(
        told(&painted_token(pasted))[..5],
        [
            "left-out+invisible \u{feff}",
            "header e30",
            "dot .",
            "payload e3",
            "payload+invisible \u{200d}"
        ]
        .map(String::from)
    );
}

#[test]
fn what_cannot_be_seen_is_known() {
    let hidden = "\0\u{1b}\r\u{7f}\u{85}\u{ad}\u{61c}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}\u{202e}\u{2060}\u{2066}\u{2069}\u{feff}\u{e0000}\u{e0041}\u{e007f}";
    for c in hidden.chars() {
        assert!(is_invisible(c), "{c:?}");
        assert_eq!(is_invisible(c), !words::visible(c).contains(c), "{c:?}");
    }
    for c in "\n\t aé😀\u{a0}\u{fe0f}\u{301}\u{fffd}\u{e0100}".chars() {
        assert!(!is_invisible(c), "{c:?}");
    }
}

#[test]
fn invisible_characters_are_listed_with_their_number_and_place() {
    let text = "a\u{200b}\nb\u{202e}\u{200b}";
    let listed = |character, count, line| Invisible {
        character,
        count,
        line,
    };
    assert_eq!(
        invisible(text),
        [listed('\u{200b}', 2, 1), listed('\u{202e}', 1, 2)]
    );
    assert!(invisible("{\n\t\"a\": \"é😀\"}").is_empty());
    let all: String = ('\0'..' ').collect();
    assert_eq!(invisible(&all).len(), 16);
}

#[test]
fn a_long_text_has_its_colours_end() {
    let long = format!("\"{}\"", "é".repeat(MAX_PAINTED));
    let painted = json(&long, None, &[0]);
    assert!(!painted.is_whole);
    assert_eq!(json_text(&painted), long);
    assert_eq!(painted.pieces.len(), 2);

    let list = format!("[{}]", vec!["1"; MAX_PIECES].join(","));
    let painted = json(&list, None, &[1]);
    assert!(!painted.is_whole);
    assert_eq!(json_text(&painted), list);
    assert_eq!(painted.pieces.len(), MAX_PIECES + 1);
    let Some(Piece::Text(last)) = painted.pieces.last() else {
        panic!("text comes last");
    };
    assert_eq!((last.kind, last.mark), (Kind::Plain, None));

    let short = format!("[{}]", vec!["1"; 100].join(","));
    assert!(json(&short, None, &[]).is_whole);
}

/// A mark and a note that do not belong to the text do no harm.
#[test]
fn changes_of_another_text_leave_the_text_as_it_is() {
    let other = compact(HS256, r#"{"role":"somebody else"}"#, "BBBB");
    let original = Source::read(&compact(HS256, EVERYDAY, "AAAA"));
    let changes = Changes::between(&original, &Source::read(&other));
    for text in ["", "é😀.é.é", "e30.e30.AAAA"] {
        let source = Source::read(text);
        let runs = token(text, &source, changes.as_ref(), true).expect("short enough");
        assert_eq!(token_text(&runs), text);
        let runs = token(text, &original, changes.as_ref(), true).expect("short enough");
        assert_eq!(token_text(&runs), text);
        assert_eq!(
            json_text(&json(text, None, &[9000, 1, 0, usize::MAX])),
            text
        );
    }
}

const PIECES: [&str; 24] = [
    "e30",
    ".",
    "~",
    "\n",
    "\r\n",
    " ",
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "1",
    "-",
    "true",
    "%2E",
    "é",
    "😀",
    "\u{200b}",
    "\u{202e}",
    "Bearer ",
    "eyJhbGciOiJIUzI1NiJ9",
];

fn anything() -> impl Strategy<Value = String> {
    let piece = (0..PIECES.len()).prop_map(|at| PIECES[at]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn neighbours_differ(pieces: &[Piece]) -> bool {
    pieces.windows(2).all(|pair| match pair {
        [Piece::Text(a), Piece::Text(b)] => (a.kind, a.mark) != (b.kind, b.mark),
        _ => true,
    })
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

    #[test]
    fn painted_json_is_the_json(
        text in anything(),
        noted in prop::collection::vec(0..99usize, 0..5),
        spans in prop::collection::vec((0..40usize, 0..40usize), 0..4),
    ) {
        let mut changes = JsonChanges::default();
        for (start, length) in spans {
            changes.changed.push(jwt_inspector::jose::json::ValueChange {
                span: Span::new(start, start + length),
                was: None,
            });
        }
        let painted = json(&text, Some(&changes), &noted);
        prop_assert!(painted.is_whole);
        prop_assert!(neighbours_differ(&painted.pieces));
        prop_assert_eq!(json_text(&painted), text);
        let notes = painted.pieces.iter().filter(|piece| matches!(piece, Piece::Note(_))).count();
        prop_assert!(notes == noted.len() || notes == 0);
    }

    #[test]
    fn any_text_is_painted_as_it_is(text in any::<String>()) {
        prop_assert_eq!(json_text(&json(&text, None, &[])), text.clone());
        prop_assert_eq!(json_text(&plain(&text)), text.clone());
        prop_assert_eq!(token_text(&painted_token(&text)), text);
    }
}
