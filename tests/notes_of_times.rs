//! The notes beside claims that hold a time (RFC 7519 sections 4.1.4 to 4.1.6).

mod support;

use jwt_inspector::jose::json::Document;
use jwt_inspector::words::notes::{Clock, Tone, of_payload};
use support::notes::UTC;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const TOLERANT: Clock<'static> = Clock { skew: 60.0, ..UTC };

/// The tones and texts beside the claims of a payload.
fn notes(json: &str, clock: &Clock) -> Vec<(Tone, String)> {
    let document = Document::parse(json.to_owned()).expect("JSON");
    let noted = of_payload(&document, clock).into_iter();
    noted
        .map(|noted| (noted.note.tone, noted.note.text))
        .collect()
}

/// The one note beside a payload.
fn claim(json: &str, clock: &Clock) -> (Tone, String) {
    let mut notes = notes(json, clock);
    assert_eq!(notes.len(), 1, "{notes:?}");
    notes.remove(0)
}

fn is(tone: Tone, text: &str) -> (Tone, String) {
    (tone, text.to_owned())
}

#[test]
fn an_expiry_is_told_relative_first() {
    let exp = |seconds: &str, clock| claim(&format!(r#"{{"exp":{seconds}}}"#), clock);
    assert_eq!(
        exp("1795389600", &UTC),
        is(
            Tone::Good,
            "expires in 52 minutes · 22 Nov 2026, 23:20:00 UTC"
        )
    );
    assert_eq!(
        exp("1795386480", &UTC),
        is(
            Tone::Bad,
            "expired less than a second ago · 22 Nov 2026, 22:28:00 UTC"
        )
    );
    assert_eq!(
        exp("1795386420", &TOLERANT),
        is(
            Tone::Bad,
            "expired 1 minute ago · 22 Nov 2026, 22:27:00 UTC"
        )
    );
    assert_eq!(
        exp("1795386421", &TOLERANT),
        is(
            Tone::Warn,
            "expired 59 seconds ago, within the clock tolerance · 22 Nov 2026, 22:27:01 UTC"
        )
    );
}

#[test]
fn a_start_to_come_is_bad_but_within_the_tolerance() {
    let nbf = |seconds: &str, clock| claim(&format!(r#"{{"nbf":{seconds}}}"#), clock);
    assert_eq!(
        nbf("1795386000", &UTC),
        is(
            Tone::Plain,
            "became valid 8 minutes ago · 22 Nov 2026, 22:20:00 UTC"
        )
    );
    assert_eq!(
        nbf("1795386541", &TOLERANT),
        is(
            Tone::Bad,
            "becomes valid in 1 minute 1 second · 22 Nov 2026, 22:29:01 UTC"
        )
    );
    assert_eq!(
        nbf("1795386540", &TOLERANT),
        is(
            Tone::Warn,
            "becomes valid in 1 minute, within the clock tolerance · 22 Nov 2026, 22:29:00 UTC"
        )
    );
}

#[test]
fn what_happened_in_the_future_is_a_warning() {
    for (name, what) in [
        ("iat", "issued"),
        ("auth_time", "logged in"),
        ("updated_at", "details changed"),
    ] {
        let note = |seconds: &str, clock| claim(&format!(r#"{{"{name}":{seconds}}}"#), clock);
        assert_eq!(
            note("1795386000", &UTC),
            (
                Tone::Plain,
                format!("{what} 8 minutes ago · 22 Nov 2026, 22:20:00 UTC")
            )
        );
        assert_eq!(
            note("1795386481", &UTC),
            (
                Tone::Warn,
                format!("{what} in the future, 1 second from now · 22 Nov 2026, 22:28:01 UTC")
            )
        );
        let (tone, text) = note("1795386481", &TOLERANT);
        assert_eq!(tone, Tone::Plain);
        assert!(text.contains("within the clock tolerance"), "{text}");
    }
}

#[test]
fn a_time_is_told_by_the_clocks_here_too() {
    let exp = |minutes: i32| {
        let offset = move |_| minutes;
        let clock = Clock {
            offset: &offset,
            ..UTC
        };
        claim(r#"{"exp":1795389600}"#, &clock).1
    };
    let told = "expires in 52 minutes · 22 Nov 2026, 23:20:00 UTC";
    assert_eq!(exp(60), format!("{told} · 23 Nov, 00:20:00 here"));
    assert_eq!(exp(-330), format!("{told} · 17:50:00 here"));
}

#[test]
fn milliseconds_are_pointed_out() {
    let meant =
        "looks like milliseconds; seconds are meant · as milliseconds 22 Nov 2026, 23:20:00 UTC";
    for (name, tone) in [("exp", Tone::Warn), ("iat", Tone::Warn), ("nbf", Tone::Bad)] {
        let json = format!(r#"{{"{name}":1795389600000}}"#);
        assert_eq!(claim(&json, &UTC), is(tone, meant));
    }
}

/// A NumericDate is a JSON number (RFC 7519 section 2).
#[test]
fn a_time_that_is_no_number_is_bad() {
    for (value, shown) in [
        (r#""1795389600""#, r#""1795389600""#),
        ("null", "null"),
        (r#"["a"]"#, r#"["a"]"#),
        ("\"\u{202e}x\"", r#""\u{202E}x""#),
        ("\"\u{7f}x\"", r#""\u{7F}x""#),
    ] {
        let told = format!("not a number: {shown}");
        let note = |name: &str| claim(&format!(r#"{{"{name}":{value}}}"#), &UTC);
        assert_eq!(note("exp"), (Tone::Bad, told.clone()));
        assert_eq!(note("nbf"), (Tone::Bad, told.clone()));
        assert_eq!(note("iat"), (Tone::Bad, told.clone()));
        assert_eq!(note("updated_at"), (Tone::Warn, told));
    }
}

#[test]
fn times_of_any_size_are_told() {
    for (value, told) in [
        (
            "1e400",
            "expires in more than a million years · a time millions of years after 1970",
        ),
        ("-1", "expired 56 years ago · 1 second before 1970"),
        ("1.5", "expired 56 years ago · 1 Jan 1970, 00:00:01 UTC"),
        (
            "253402300800",
            "looks like milliseconds; seconds are meant · as milliseconds 11 Jan 1978, 21:31:40 UTC",
        ),
    ] {
        let clock = Clock {
            offset: &|seconds| if seconds == 1.5 { 0 } else { 60 },
            ..UTC
        };
        assert_eq!(claim(&format!(r#"{{"exp":{value}}}"#), &clock).1, told);
    }
}

/// RFC 7519 section 4: the lexically last, however its name is written.
#[test]
fn of_two_claims_with_the_same_name_the_last_counts() {
    let json = r#"{"exp":1795389600,"sub":"a","\u0065xp":5,"exp":6}"#;
    let tones = notes(json, &UTC);
    let passed_over = is(Tone::Warn, "does not count: the name stands again below");
    assert_eq!(tones[0], passed_over);
    assert_eq!(tones[1].0, Tone::Plain);
    assert_eq!(tones[2], passed_over);
    assert_eq!(tones[3].0, Tone::Bad);
}
