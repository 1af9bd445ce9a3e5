//! Any text at all, and texts that are made to take long.

use crate::support::cases;
use crate::tokens::{texts, token};
use jwt_inspector::jose::base64url::encode;
use jwt_inspector::jose::extract::{Paste, Undone, extract, kind_of_paste};
use jwt_inspector::words::extract as words;
use proptest::prelude::*;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Everything that is not part of a token, between stretches that may look like parts.
const PIECES: [&str; 28] = [
    "eyJ",
    "eyJhbGciOiJub25lIn0",
    "eyJhbGciOiJIUzI1NiJ9",
    "e30",
    "AAAA",
    "WyJhIl0",
    ".",
    ".",
    ".",
    "~",
    "-",
    "=",
    "\n",
    "\r\n> ",
    "=\n",
    "\\\n",
    "\" +\n\"",
    "\"",
    "%",
    "%2E",
    "%252E",
    "\\u002e",
    "\\n",
    "\u{ad}",
    "\u{1b}[3m",
    "é",
    " ",
    "…",
];

fn anything() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40);
    prop_oneof![any::<String>(), pieces.prop_map(|pieces| pieces.concat())]
}

/// The characters of a token that are left of the stretch it came from when everything else is taken out.
pub fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_ascii_alphanumeric() || "-_.~".contains(*c))
        .collect()
}

proptest! {
    #![proptest_config(cases(2048))]

    /// What is found stands in the text as it is said to: unchanged where nothing was undone, and else as what is
    /// left when the signs of what was undone are taken away.
    #[test]
    fn what_is_found_stands_in_the_text(text in anything()) {
        let mut end = 0;
        for found in extract(&text).tokens {
            prop_assert!(end <= found.at.start);
            end = found.at.end;
            let stretch = &text[found.at.range()];
            prop_assert_eq!(found.undone.is_nothing(), stretch == found.text);
            prop_assert!(found.left(&text) <= text.chars().count());
            let undone = Undone { percent: 0, escapes: false, hyphens: 0, ..found.undone };
            if undone == found.undone && !stretch.contains('\\') {
                prop_assert_eq!(letters(stretch), &*found.text);
            }
        }
    }

    /// A token is found between any two texts that leave it whole, and nothing is lost of it.
    #[test]
    fn a_token_in_the_middle_is_found(before in "[^A-Za-z0-9%_.~-]{0,20}", after in "[ ,;)\"'<&#\n][^A-Za-z0-9]{0,20}", which in 0..5usize) {
        let token = token(["jwt", "rsa", "jwe", "sd", "bound"][which]);
        let text = [&*before, &token, &after].concat();
        let found = extract(&text);
        prop_assert_eq!(texts(&found), [token]);
    }

    #[test]
    fn any_paste_is_answered(text in anything()) {
        let kind = kind_of_paste(&text);
        let words = match &kind {
            Paste::Tokens(found) => found.tokens.iter().map(|token| words::taken(token, &text)).collect(),
            _ => String::new(),
        };
        prop_assert_eq!(matches!(kind, Paste::Tokens(_)), !words.is_empty());
    }
}

/// Each would take far too long if a step looked at more than its own part of the text.
#[test]
fn large_texts_are_answered() {
    let header = encode(br#"{"alg":"HS256"}"#);
    let size = if cfg!(target_arch = "wasm32") {
        1 << 16
    } else {
        1 << 17
    };
    let hostile = [
        ".",
        "eyJ",
        "eyJ.",
        "eyJ\n",
        "eyJ ",
        "eyJ.eyJ.\n",
        "e30.e30.",
        "\n",
        " ",
        "\\",
        "\\n",
        "%25",
        "%",
        "=\n",
        "~",
        "\"\n",
        "\u{ad}",
        "eyJ\u{ad}",
        "-\n",
        "eyJ-\n",
        "{",
        "[\"",
        "é",
        "\u{1b}[0;",
        "a=",
    ];
    for piece in hostile {
        let text = piece.repeat(size / piece.len());
        assert_eq!(extract(&text).tokens, [], "{piece:?}");
        for begun in ["", ".", ".e30", ".e30.", ".e30.AAAA~", ".e30.AAAA~WyJhIl0~"] {
            let text = format!("{header}{begun}{text}");
            assert!(extract(&text).tokens.len() <= 1, "{begun:?} {piece:?}");
        }
    }
    for line in [
        "eyJhbGciOiJIUzI1NiJ9.\n",
        "eyJhbGciOiJIUzI1NiJ9.e30.A\n",
        "eyJhbGciOiJIUzI1NiJ9.e30.A~\n",
        "eyJhIjoi\n",
    ] {
        assert!(
            extract(&line.repeat(size / line.len())).tokens.len() <= 2,
            "{line:?}"
        );
    }
}
