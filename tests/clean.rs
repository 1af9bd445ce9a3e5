//! What is taken off a pasted text without asking, and that nothing else is: the token is judged as it was signed, and
//! every place in it leads back to the text that was pasted.

mod support;

use jwt_inspector::jose::{Cleaning, Source, Span, State};
use proptest::prelude::*;
use support::{HS256, SECRET, cases, format, hs256, signature};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn token() -> String {
    hs256(HS256, r#"{"exp":4102444800}"#)
}

fn cleanings(pasted: &str) -> Vec<Cleaning> {
    Source::read(pasted).cleaned.cleanings
}

/// What was pasted is read as the token, and says what was taken off.
fn cleans(pasted: &str, wanted: &[Cleaning]) {
    assert_eq!(Source::read(pasted).cleaned.text, token(), "{pasted:?}");
    let mut found = cleanings(pasted);
    found.sort_by_key(|cleaning| *cleaning as usize);
    assert_eq!(found, wanted, "{pasted:?}");
    let warned = (State::Warn, "format.cleaned");
    assert_eq!(format(pasted), warned, "{pasted:?}");
    assert_eq!(signature(pasted, SECRET).0, State::Pass, "{pasted:?}");
}

#[test]
fn a_token_as_it_was_signed_needs_no_cleaning() {
    assert_eq!(cleanings(&token()), []);
    assert_eq!(format(&token()), (State::Pass, "format.conforming"));
}

#[test]
fn white_space_around_it_is_taken_off() {
    let token = token();
    for pasted in [
        format!(" {token}"),
        format!("{token}\n"),
        format!("\t\r\n{token}\u{a0} \u{3000}"),
    ] {
        cleans(&pasted, &[Cleaning::WhiteSpace]);
    }
}

#[test]
fn quotes_around_it_are_taken_off() {
    let token = token();
    for (open, close) in [
        ("\"", "\""),
        ("'", "'"),
        ("`", "`"),
        ("“", "”"),
        ("„", "“"),
        ("«", "»"),
        ("", "\""),
    ] {
        cleans(&[open, &token, close].concat(), &[Cleaning::Quotes]);
    }
}

#[test]
fn the_word_bearer_is_taken_off() {
    let token = token();
    for bearer in ["Bearer ", "bearer ", "BEARER\t"] {
        cleans(
            &format!("{bearer}{token}"),
            &[Cleaning::WhiteSpace, Cleaning::Bearer],
        );
    }
    let all = [Cleaning::WhiteSpace, Cleaning::Quotes, Cleaning::Bearer];
    cleans(&format!("\"Bearer  '{token}' \""), &all);
}

#[test]
fn what_cannot_be_seen_is_taken_off_around_it() {
    let token = token();
    for invisible in ['\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{2060}'] {
        cleans(
            &format!("{invisible}{token}{invisible}"),
            &[Cleaning::ZeroWidth],
        );
    }
    cleans(&format!("\u{feff}{token}"), &[Cleaning::ByteOrderMark]);
}

#[test]
fn line_breaks_inside_are_taken_out() {
    let token = token();
    for line_break in ["\n", "\r\n", "\r", "\n\n\n", "\u{2028}"] {
        let lines: Vec<&str> = token
            .as_bytes()
            .chunks(16)
            .map(|line| std::str::from_utf8(line).expect("ASCII"))
            .collect();
        cleans(&lines.join(line_break), &[Cleaning::LineBreaks]);
        cleans(
            &token.replace('.', &format!("{line_break}.{line_break}")),
            &[Cleaning::LineBreaks],
        );
    }
}

#[test]
fn percent_encoding_of_the_whole_is_undone() {
    let token = token();
    let all: String = token.bytes().map(|byte| format!("%{byte:02X}")).collect();
    for pasted in [
        token.replace('.', "%2E"),
        token.replace('.', "%2e").replace('_', "%5F"),
        all,
    ] {
        cleans(&pasted, &[Cleaning::PercentEncoding]);
    }
    let both = [Cleaning::Quotes, Cleaning::PercentEncoding];
    cleans(&format!("%22{}%22", token.replace('.', "%2E")), &both);
}

/// Mending these is for a person to choose: the text stays as it is, and is no valid token.
#[test]
fn nothing_else_is_taken_off() {
    let token = token();
    let (first, rest) = token.split_at(10);
    let inside = [
        " ", "\t", "  \n  ", "\u{a0}", "\u{200b}", "\u{feff}", "\"", "=", "+", "/", ".", "%", "%2",
        "%00", "%E9", "%2E",
    ];
    for noise in inside {
        let pasted = [first, noise, rest].concat();
        let line_breaks = noise.contains('\n');
        let kept = if line_breaks {
            pasted.replace('\n', "")
        } else {
            pasted.clone()
        };
        assert_eq!(Source::read(&pasted).cleaned.text, kept, "{noise:?}");
        assert_eq!(format(&pasted).0, State::Fail, "{noise:?}");
        assert_ne!(signature(&pasted, SECRET).0, State::Pass, "{noise:?}");
    }
    for (before, after) in [
        ("", "="),
        ("", "."),
        (".", ""),
        ("", ","),
        ("(", ")"),
        ("token:", ""),
        ("Bearer", ""),
        ("", "%2E"),
        ("Basic ", ""),
    ] {
        let pasted = [before, &token, after].concat();
        assert_eq!(Source::read(&pasted).cleaned.text, pasted, "{pasted}");
        assert_eq!(format(&pasted).0, State::Fail, "{pasted}");
        assert_ne!(signature(&pasted, SECRET).0, State::Pass, "{pasted}");
    }
}

/// `Bearer%20` is `Bearer` before a token when the whole is percent-encoded, as in a copied address.
#[test]
fn a_percent_encoded_bearer_is_taken_off() {
    let pasted = format!("Bearer%20{}", token());
    assert_eq!(Source::read(&pasted).cleaned.text, token());
}

#[test]
fn nothing_but_noise_is_empty() {
    for pasted in ["", " ", "\n\t", "\"\"", "\u{feff}", "\u{200b}'", "%22%22"] {
        assert_eq!(format(pasted), (State::Idle, "format.empty"), "{pasted:?}");
    }
}

const AROUND: [&str; 12] = [
    " ", "\n", "\t", "\r\n", "\"", "'", "”", "\u{feff}", "\u{200b}", "\u{2060}", "\u{a0}", "\u{ad}",
];

fn noise(bearer: bool) -> impl Strategy<Value = String> {
    let one = (0..AROUND.len() + usize::from(bearer))
        .prop_map(|at| AROUND.get(at).copied().unwrap_or("Bearer "));
    prop::collection::vec(one, 0..4).prop_map(|parts| parts.concat())
}

/// A token, and the same with noise that may be cleaned.
fn decorated() -> impl Strategy<Value = (String, String)> {
    let part = "[A-Za-z0-9_-]{0,30}";
    let token = (part, part, part).prop_map(|(a, b, c)| format!("e{a}.{b}.{c}"));
    let breaks = prop::collection::vec((any::<prop::sample::Index>(), 0..3usize), 0..5);
    let escapes = (any::<bool>(), any::<u64>());
    (noise(true), token, noise(false), breaks, escapes).prop_map(
        |(before, token, after, breaks, escapes)| {
            let mut pieces: Vec<String> = token
                .chars()
                .enumerate()
                .map(|(at, c)| piece(at, c, escapes))
                .collect();
            for (at, kind) in breaks {
                let at = at.index(pieces.len());
                pieces[at].push_str(["\n", "\r\n", "\r\r\n"][kind]);
            }
            (token, [before, pieces.concat(), after].concat())
        },
    )
}

/// One character, percent-encoded or not; of dots all are or none is.
fn piece(at: usize, c: char, (encoded, which): (bool, u64)) -> String {
    if encoded && (c == '.' || which >> (at % 64) & 1 == 1) {
        format!("%{:02X}", u32::from(c))
    } else {
        c.to_string()
    }
}

/// A stretch of the original without what was taken out of it.
fn undone(stretch: &str) -> String {
    let mut out = String::new();
    let mut rest = stretch;
    while let Some(c) = rest.chars().next() {
        if c == '%' {
            out.push(char::from(
                u8::from_str_radix(&rest[1..3], 16).expect("an escape"),
            ));
            rest = &rest[3..];
        } else {
            out.extend(Some(c).filter(|c| !matches!(c, '\n' | '\r')));
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

proptest! {
    #![proptest_config(cases(1024))]

    #[test]
    fn allowed_noise_leaves_the_token_and_its_places((token, pasted) in decorated()) {
        let source = Source::read(&pasted);
        prop_assert_eq!(&source.cleaned.text, &token);
        let jws = source.jws().expect("three parts");
        for part in [&jws.header_part, &jws.payload_part, &jws.signature_part] {
            let span = source.cleaned.source_span(part.span);
            prop_assert_eq!(undone(&pasted[span.range()]), part.text(&token));
        }
    }

    /// A place within a part leads to the same character of the original, and neither before nor after it.
    #[test]
    fn every_character_has_its_place((token, pasted) in decorated()) {
        let source = Source::read(&pasted);
        let mut end = 0;
        for at in 0..token.len() {
            let span = source.cleaned.source_span(Span::new(at, at + 1));
            prop_assert!(span.start >= end);
            prop_assert_eq!(undone(&pasted[span.range()]), &token[at..=at]);
            prop_assert_eq!(source.cleaned.clean_place(span.start), at);
            end = span.end;
        }
    }
}

/// A caret in what was taken off stands at the end of the token that is nearest.
#[test]
fn a_place_in_what_was_taken_off_is_at_the_token() {
    let (token, pasted) = (token(), format!("Bearer {}\n", token()));
    let cleaned = Source::read(&pasted).cleaned;
    assert_eq!(cleaned.clean_place(0), 0);
    assert_eq!(cleaned.clean_place(pasted.len()), token.len());
    assert_eq!(Source::read(&token).cleaned.clean_place(3), 3);
}

/// With plain dots there is nothing to decode: an unencoded payload keeps its percent signs (RFC 7797).
#[test]
fn a_percent_sign_between_plain_dots_stays() {
    let header = r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#;
    let input = [
        &jwt_inspector::jose::base64url::encode(header.as_bytes()),
        ".100%25",
    ]
    .concat();
    let mac = support::mac(jwt_inspector::jose::alg::Hash::Sha256, &input);
    let token = format!("{input}.{mac}");
    assert_eq!(Source::read(&token).cleaned.text, token);
}
