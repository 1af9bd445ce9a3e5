//! Header and payload explained member by member: how values are told, where they stand, and where it ends.

mod support;

use jwt_inspector::jose::json::Document;
use jwt_inspector::lint::Place;
use jwt_inspector::words::explained::{MOST, of_header, of_payload};
use jwt_inspector::words::fact::Fact;
use jwt_inspector::words::notes::{self, Clock, Tone};
use proptest::prelude::*;
use support::cases;
use support::notes::UTC;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn document(json: &str) -> Document {
    Document::parse(json.to_owned()).expect("JSON")
}

fn payload(json: &str) -> Vec<Fact> {
    of_payload(&document(json), &UTC)
}

#[test]
fn every_member_is_told_in_its_order() {
    let facts = payload(r#"{"zzz":1.50,"sub":"a\u0062","aud":["x","y"],"b":true,"n":null}"#);
    let short: Vec<_> = facts.iter().map(|f| (&*f.name, &*f.value)).collect();
    assert_eq!(
        short,
        [
            ("zzz", "1.50"),
            ("sub", r#""a\u0062""#),
            ("aud", r#"["x", "y"]"#),
            ("b", "true"),
            ("n", "null"),
        ]
    );
    assert_eq!(
        facts[2].meaning,
        "audience: who may accept the token · 2 values"
    );
    assert!(facts.iter().all(|fact| fact.depth == 0));
    assert_eq!(payload("[1]"), []);
    assert_eq!(payload("{}"), []);
}

/// A fact is named as the note beside the JSON names it.

#[test]
fn a_fact_says_what_the_note_says() {
    let clock = &UTC;
    let json =
        r#"{"iss":"a","exp":1795389600,"nbf":"x","email":"b","role":"c","iat":1795386000000}"#;
    let document = document(json);
    let facts = of_payload(&document, clock);
    for noted in notes::of_payload(&document, clock) {
        let fact = facts.iter().find(|fact| fact.name == noted.name).unwrap();
        assert!(fact.meaning.ends_with(&noted.note.text), "{fact:?}");
        assert_eq!(fact.tone, noted.note.tone, "{fact:?}");
    }
    let header =
        Document::parse(r#"{"alg":"none","typ":"JWT","jwk":{},"kid":"a","b64":false}"#.into());
    let header = header.unwrap();
    for (noted, fact) in notes::of_header(&header).iter().zip(of_header(&header)) {
        assert_eq!(
            (&noted.note.text, noted.note.tone),
            (&fact.meaning, fact.tone)
        );
    }
}

/// RFC 7516 sections 4.1.5 and 4.1.6.
#[test]
fn the_keys_of_a_jwe_are_for_decrypting() {
    let header = document(r#"{"enc":"A128GCM","jwk":{},"kid":"a"}"#);
    let facts = of_header(&header);
    let noted = notes::of_header(&header);
    for (at, source, meaning) in [
        (
            1,
            "RFC 7516 §4.1.5",
            "the public key that it is encrypted for",
        ),
        (2, "RFC 7516 §4.1.6", "key ID: which key to decrypt with"),
    ] {
        assert_eq!(
            (facts[at].meaning.as_str(), facts[at].source),
            (meaning, source)
        );
        assert_eq!(
            (noted[at].note.text.as_str(), noted[at].note.tone),
            (meaning, Tone::Plain)
        );
    }
}

#[test]
fn a_time_is_told_with_what_it_is_for() {
    let clock = Clock {
        offset: &|_| 60,
        ..UTC
    };
    let exp = &of_payload(&document(r#"{"exp":1795386000}"#), &clock)[0];
    assert_eq!(
        exp.meaning,
        "expiry: from then on it must be refused · expired 8 minutes ago · 22 Nov 2026, 22:20:00 UTC · 23:20:00 here"
    );
    assert_eq!((exp.tone, exp.source), (Tone::Bad, "RFC 7519 §4.1.4"));
}

/// NumericDates are seconds (RFC 7519 section 2); the times of others may be anything.

#[test]
fn milliseconds_are_told() {
    let iat = &payload(r#"{"iat":1795386000000}"#)[0];
    assert_eq!(iat.tone, Tone::Warn);
    assert!(iat.meaning.contains("looks like milliseconds"));
    let own = &payload(r#"{"created_at":1795386000000}"#)[0];
    assert_eq!(own.tone, Tone::Plain);
    assert!(
        own.meaning
            .ends_with("in milliseconds · 8 minutes ago · 22 Nov 2026, 22:20:00 UTC")
    );
}

#[test]
fn times_and_lengths_of_time_are_told_by_their_names() {
    let meaning = |json: &str| payload(json).pop().unwrap().meaning;
    assert!(
        meaning(r#"{"lastLoginTime":1795386000}"#)
            .ends_with("8 minutes ago · 22 Nov 2026, 22:20:00 UTC")
    );
    assert!(meaning(r#"{"session":{"expires":1795389600}}"#).starts_with("in 52 minutes"));
    assert!(meaning(r#"{"expires_in":3600}"#).ends_with("· 1 hour"));
    assert!(meaning(r#"{"max_age":86400}"#).ends_with("· 1 day"));
    for other in [
        r#"{"phone":1795386000}"#,
        r#"{"created_at":7}"#,
        r#"{"created_at":"7"}"#,
    ] {
        let (told, private) = (meaning(other), "only the issuer says what it means");
        assert!(told.ends_with(private), "{other}: {told}");
    }
}

/// RFC 7519 section 4: the lexically last.

#[test]
fn of_members_with_the_same_name_the_earlier_do_not_count() {
    let facts = payload(r#"{"exp":1,"a":{"b":1,"b":2},"\u0065xp":{"x":1},"exp":3}"#);
    let idle = "does not count: the name stands again below";
    let told: Vec<_> = facts
        .iter()
        .map(|f| (f.depth, &*f.name, f.meaning == idle))
        .collect();
    assert_eq!(
        told,
        [
            (0, "exp", true),
            (0, "a", false),
            (1, "b", true),
            (1, "b", false),
            (0, "exp", true),
            (0, "exp", false),
        ]
    );
}

#[test]
fn an_element_is_no_claim() {
    let facts = payload(r#"{"exp":[[1795386000]]}"#);
    assert_eq!(facts[0].tone, Tone::Bad);
    assert_eq!((facts[1].tone, &*facts[1].meaning), (Tone::Plain, ""));
}

#[test]
fn there_is_an_end() {
    let members: Vec<String> = (0..500).map(|n| format!(r#""c{n}":{n}"#)).collect();
    let flat = format!("{{{}}}", members.join(","));
    let items = format!(r#"{{"a":[{}]}}"#, vec![&*flat; 50].join(","));
    let scopes = format!(r#"{{"scope":"{}"}}"#, "a ".repeat(1000));
    for json in [flat, items, scopes] {
        let facts = payload(&json);
        assert_eq!(facts.len(), MOST + 1);
        assert_eq!(
            facts[MOST].meaning,
            "what follows is not told: 300 lines are the most"
        );
    }
    let exactly: Vec<String> = (0..MOST).map(|n| format!(r#""c{n}":{n}"#)).collect();
    assert_eq!(payload(&format!("{{{}}}", exactly.join(","))).len(), MOST);
    let long = format!(
        r#"{{"a":"{0}","b":["{0}","{0}"],"{0}":1}}"#,
        "x".repeat(100_000)
    );
    for fact in payload(&long) {
        assert!(fact.value.len() < 500 && fact.name.len() < 500);
    }
}

fn json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,3})?(e[+-]?[0-9]{1,3})?",
        "\"[^\"\\\\\\x00-\\x1f]{0,20}\"",
        Just(r#""eyJhbGciOiJub25lIn0.eyJhIjoxLCJpc3MiOjJ9.""#.to_owned()),
        Just(r#""\ud800 a""#.to_owned()),
        Just("null".to_owned()),
    ];
    let name = prop_oneof![
        "exp|iat|amr|acr|scope|cnf|jwk|act|events|keys|submods|_sd|iss|firebase|kubernetes\\.io",
        "[a-zé:/._=|* -]{0,12}"
    ];
    leaf.prop_recursive(6, 40, 5, move |inner| {
        let member = (name.clone(), inner.clone()).prop_map(|(n, v)| format!("\"{n}\":{v}"));
        prop_oneof![
            prop::collection::vec(inner, 0..5).prop_map(|all| format!("[{}]", all.join(", "))),
            prop::collection::vec(member, 0..5).prop_map(|all| format!("{{ {} }}", all.join(","))),
        ]
    })
}

proptest! {
    #![proptest_config(cases(256))]

    /// Whatever is told stands where it says, and in characters that can be seen.
    #[test]
    fn any_json_is_told(json in json(), now in any::<f64>(), minutes in any::<i32>()) {
        let document = document(&json);
        let offset = move |_| minutes;
        let clock = Clock { now, skew: 0.0, offset: &offset };
        for fact in of_payload(&document, &clock).into_iter().chain(of_header(&document)) {
            prop_assert!(!fact.meaning.contains(char::is_control));
            prop_assert!(!fact.value.contains(char::is_control));
            if let Some(Place::Payload(span) | Place::Header(span)) = fact.place {
                let text = json.get(span.range());
                prop_assert!(text.is_some());
                let plain = fact.value.is_ascii() && !fact.value.contains('\\') && !fact.value.starts_with(['[', '{']);
                let is_inside = text.is_some_and(|text| text.starts_with("\"eyJ"));
                prop_assert!(!plain || is_inside || text == Some(&*fact.value), "{:?}", fact);
            }
        }
    }
}
