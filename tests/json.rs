//! JSON is shown as it was written: order, digits, duplicates and places; and what is not JSON (RFC 8259) is refused
//! where it stops being so.

use jwt_inspector::jose::json::{
    Document, Error, MAX_DEPTH, Problem, Type, Value, Wanted, unescape,
};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn parse(text: &str) -> Document {
    Document::parse(text.to_owned()).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

fn error(text: &str) -> Error {
    Document::parse(text.to_owned()).expect_err(text)
}

/// Each repeated name as written, where it stands first, where again, and how deep.
fn duplicates(text: &str) -> Vec<(&str, usize, usize, usize)> {
    let document = parse(text);
    let found = document.duplicates().iter();
    found
        .map(|twice| {
            (
                &text[twice.again.range()],
                twice.first.start,
                twice.again.start,
                twice.depth,
            )
        })
        .collect()
}

#[test]
fn members_keep_their_order() {
    let text = r#"{"zeta":1,"alpha":2,"10":3,"9":4,"Alpha":5}"#;
    let document = parse(text);
    let names: Vec<String> = document
        .root()
        .members()
        .map(|m| m.name().into_owned())
        .collect();
    assert_eq!(names, ["zeta", "alpha", "10", "9", "Alpha"]);
}

/// What a double would change: `…473` to `…470`, 2^64 - 1 to 2^64, out of range, the sign of zero, the fraction.
#[test]
fn numbers_keep_every_digit() {
    for number in [
        "100002348117421473",
        "18446744073709551615",
        "1e400",
        "-0",
        "1.0",
        "1E+2",
        "-0.0e-0",
    ] {
        let document = parse(&format!("{{\"n\": {number} }}"));
        let value = document.root().get("n").expect("a number");
        assert_eq!((value.text(), value.kind()), (number, Type::Number));
        assert_eq!(document.compact(), format!("{{\"n\":{number}}}"));
    }
}

#[test]
fn a_number_as_a_double() {
    for (text, value) in [
        ("0", 0.0),
        ("1700000000", 1_700_000_000.0),
        ("-62135596800", -62_135_596_800.0),
        ("9007199254740992", 9_007_199_254_740_992.0),
        ("1700000000.25", 1_700_000_000.25),
        ("1700000000.123", 1_700_000_000.123),
        ("1700000000.000000000000000000000000000", 1_700_000_000.0),
        ("0.0000000000000000000000000000017e39", 1_700_000_000.0),
        ("17e8", 1_700_000_000.0),
        ("1.7E+9", 1_700_000_000.0),
        ("17000000000e-1", 1_700_000_000.0),
        ("1e400", f64::INFINITY),
        ("-1e99999999999999999999", f64::NEG_INFINITY),
        ("1e-400", 0.0),
        ("1e-99999999999999999999", 0.0),
        ("0e99999999999999999999", 0.0),
    ] {
        assert_eq!(parse(text).root().as_f64(), Some(value), "{text}");
    }
    assert_eq!(parse("\"1\"").root().as_f64(), None);
}

#[test]
fn strings_keep_their_escapes_and_say_what_they_mean() {
    let text = r#""\u0061\/\"\\\b\f\n\r\t\u00e9\uD83D\uDE00é😀""#;
    let document = parse(text);
    assert_eq!(document.root().text(), text);
    let meant = "a/\"\\\u{8}\u{c}\n\r\té😀é😀";
    assert_eq!(document.root().as_str().as_deref(), Some(meant));
}

#[test]
fn every_duplicate_is_found_at_any_depth() {
    let text = r#"{"a":1,"b":{"c":[{"d":1,"d":2}],"c":3},"a":4,"a":5}"#;
    let found = duplicates(text);
    let wanted = [
        ("\"d\"", 18, 24, 4),
        ("\"c\"", 12, 32, 2),
        ("\"a\"", 1, 39, 1),
        ("\"a\"", 1, 45, 1),
    ];
    assert_eq!(found, wanted);
    assert_eq!(duplicates(r#"{"a":{"a":{"a":1}},"A":2}"#), []);
}

#[test]
fn a_name_with_other_escapes_is_the_same_name() {
    assert_eq!(
        duplicates(r#"{"a":1,"\u0061":2}"#),
        [("\"\\u0061\"", 1, 7, 1)]
    );
    assert_eq!(duplicates(r#"{"\uD83D\uDE00":1,"😀":2}"#).len(), 1);
    assert_eq!(duplicates(r#"{"/":1,"\/":2}"#).len(), 1);
}

/// No text can hold a lone surrogate, but two different ones are two names.
#[test]
fn lone_surrogates_are_told_apart() {
    assert_eq!(
        duplicates(r#"{"\ud800":1,"\ud801":2,"\udc00":3,"\ufffd":4}"#),
        []
    );
    assert_eq!(duplicates(r#"{"\ud800":1,"\uD800":2}"#).len(), 1);
    assert_eq!(unescape(r#""x\ud800y""#), "x\u{fffd}y");
    assert_eq!(unescape(r#""\udc00\ud800""#), "\u{fffd}\u{fffd}");
    assert_eq!(unescape(r#""\ud800\ud83d\ude00""#), "\u{fffd}😀");
}

#[test]
fn duplicates_are_found_among_many_members() {
    for count in [12, 13, 14, 100, 5000] {
        let members: Vec<String> = (0..count).map(|n| format!("\"m{n}\":{n}")).collect();
        let members = members.join(",");
        assert_eq!(duplicates(&format!("{{{members}}}")), []);
        assert_eq!(
            duplicates(&format!("{{{members},\"m3\":0}}")).len(),
            1,
            "{count}"
        );
        assert_eq!(
            duplicates(&format!("{{{members},\"\\u006d3\":0}}")).len(),
            1,
            "{count}"
        );
        assert_eq!(
            duplicates(&format!("{{{members},\"m3\":0,\"m3\":0}}")).len(),
            2,
            "{count}"
        );
    }
}

/// RFC 7519 section 4: a parser may take the lexically last.
#[test]
fn the_last_of_two_members_counts() {
    let document = parse(r#"{"a":1,"\u0061":2}"#);
    assert_eq!(document.root().get("a").map(Value::text), Some("2"));
}

#[test]
fn spans_cut_out_exactly_each_name_and_value() {
    let text = " {\t\"é\" :\r\n[ 1 , {\"x\":-2.5e3} , \"\\\"]\" ] , \"b\":{ } }\n";
    let document = parse(text);
    let root = document.root();
    assert_eq!(&text[root.span().range()], text.trim());
    let members: Vec<_> = root.members().collect();
    let names: Vec<&str> = members.iter().map(|m| &text[m.name_span.range()]).collect();
    assert_eq!(names, ["\"é\"", "\"b\""]);
    let values: Vec<&str> = members
        .iter()
        .map(|m| &text[m.value.span().range()])
        .collect();
    assert_eq!(values, ["[ 1 , {\"x\":-2.5e3} , \"\\\"]\" ]", "{ }"]);
    let elements: Vec<&str> = members[0].value.elements().map(Value::text).collect();
    assert_eq!(elements, ["1", "{\"x\":-2.5e3}", "\"\\\"]\""]);
    assert!(!document.is_compact());
    assert!(parse("{\"a\":[1,\" \"]}").is_compact());
}

#[test]
fn nesting_is_bounded_and_never_overflows() {
    let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
    assert_eq!(MAX_DEPTH, 512);
    assert_eq!(parse(&nested(512)).compact(), nested(512));
    let too_deep = Problem::TooDeep { limit: 512 };
    for depth in [513, 100_000] {
        assert_eq!(
            error(&nested(depth)),
            Error {
                at: 512,
                problem: too_deep
            }
        );
        assert_eq!(error(&"[".repeat(depth)).problem, too_deep);
        assert_eq!(
            error(&"{\"a\":".repeat(depth)),
            Error {
                at: 512 * 5,
                problem: too_deep
            }
        );
    }
    let beside = format!("[{},{}]", nested(511), nested(511));
    assert_eq!(parse(&beside).root().elements().len(), 2);
}

/// Every production of the grammar broken: where, what stood there, what was wanted.
#[test]
fn what_breaks_the_grammar_is_told_at_its_place() {
    use Wanted::*;
    let broken = [
        ("]", 0, ']', Value),
        ("\u{feff}{}", 0, '\u{feff}', Value),
        ("\u{a0}{}", 0, '\u{a0}', Value),
        ("{]", 1, ']', NameOrEnd),
        ("{a:1}", 1, 'a', NameOrEnd),
        ("{'a':1}", 1, '\'', NameOrEnd),
        ("{\"a\":1,}", 7, '}', Name),
        ("{\"a\" 1}", 5, '1', Colon),
        ("{\"a\":}", 5, '}', Value),
        ("{\"a\":1 \"b\":2}", 7, '"', CommaOrBrace),
        ("{\"a\":1]", 6, ']', CommaOrBrace),
        ("[1,]", 3, ']', Value),
        ("[1 2]", 3, '2', CommaOrBracket),
        ("[1}", 2, '}', CommaOrBracket),
        ("[,1]", 1, ',', Value),
        ("True", 0, 'T', Value),
        ("nul]", 0, 'n', Value),
        ("NaN", 0, 'N', Value),
        ("+1", 0, '+', Value),
        (".5", 0, '.', Value),
        ("-x", 1, 'x', Digit),
        ("1.x", 2, 'x', Digit),
        ("1e+}", 3, '}', Digit),
        ("01", 1, '1', Nothing),
        ("0x1", 1, 'x', Nothing),
        ("{} x", 3, 'x', Nothing),
        ("1 // one", 2, '/', Nothing),
        ("\"\\x\"", 2, 'x', Escape),
        ("\"\\'\"", 2, '\'', Escape),
        ("\"\\u12G4\"", 5, 'G', HexDigit),
        ("\"a\nb\"", 2, '\n', StringCharacter),
        ("\"é\u{0}\"", 3, '\0', StringCharacter),
        ("\"\u{1f}\"", 1, '\u{1f}', StringCharacter),
    ];
    for (text, at, found, wanted) in broken {
        let problem = Problem::Found { found, wanted };
        assert_eq!(error(text), Error { at, problem }, "{text:?}");
    }
}

#[test]
fn a_text_that_ends_too_early_says_what_was_wanted() {
    use Wanted::*;
    let cut = [
        ("", Value),
        (" ", Value),
        ("{", NameOrEnd),
        ("{\"a\"", Colon),
        ("{\"a\":", Value),
        ("{\"a\":1", CommaOrBrace),
        ("{\"a\":1,", Name),
        ("[", Value),
        ("[1", CommaOrBracket),
        ("\"a", ClosingQuote),
        ("\"\\", Escape),
        ("\"\\u00", HexDigit),
        ("-", Digit),
        ("1e", Digit),
    ];
    for (text, wanted) in cut {
        let at = text.len();
        assert_eq!(
            error(text),
            Error {
                at,
                problem: Problem::End { wanted }
            },
            "{text:?}"
        );
    }
}

#[test]
fn a_place_is_told_as_line_and_column_of_characters() {
    let text = "{\n \"é😀\": x}";
    assert_eq!(error(text).position(text), (2, 8));
    assert_eq!(error("").position(""), (1, 1));
}
