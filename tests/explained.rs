//! Header and payload explained member by member: what is unfolded, how values are told, and where all of it stands.

mod support;

use jwt_inspector::jose::base64url;
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

/// Depth, name, value and meaning of the facts of a payload.
fn told(facts: &[Fact]) -> Vec<(u8, &str, &str, &str)> {
    let told = |fact: &'_ Fact| (fact.depth, fact.name.len(), fact.value.len());
    assert!(facts.iter().map(told).count() == facts.len());
    facts
        .iter()
        .map(|fact| (fact.depth, &*fact.name, &*fact.value, &*fact.meaning))
        .collect()
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

/// RFC 6749 section 3.3: scopes are parted by spaces.
#[test]
fn scopes_are_a_list() {
    let json = r#"{"scope":"openid read:all  email"}"#;
    let facts = payload(json);
    assert_eq!(
        told(&facts)[1..],
        [
            (1, "scope[0]", "openid", "log in, with an ID token"),
            (1, "scope[1]", "read:all", ""),
            (1, "scope[2]", "", ""),
            (1, "scope[3]", "email", "email address"),
        ]
    );
    for fact in &facts {
        let Some(Place::Payload(span)) = fact.place else {
            panic!("{fact:?}")
        };
        assert_eq!(&json[span.range()], fact.value);
    }
    assert_eq!(payload(r#"{"scope":"openid"}"#).len(), 1);
    assert_eq!(payload(r#"{"scp":["a","b"]}"#).len(), 1);
}

/// RFC 8176 section 2.
#[test]
fn login_methods_are_told_one_by_one() {
    let facts = payload(r#"{"amr":["pwd","hwk","mine"]}"#);
    assert_eq!(
        told(&facts)[1..],
        [
            (1, "amr[0]", r#""pwd""#, "password"),
            (1, "amr[1]", r#""hwk""#, "proof of a key kept in hardware"),
            (1, "amr[2]", r#""mine""#, ""),
        ]
    );
    assert_eq!(facts[1].source, "RFC 8176 §2");
    let supabase =
        payload(r#"{"aal":"aal1","amr":[{"method":"password","timestamp":1795386000}]}"#);
    assert_eq!(supabase[3].meaning, "how the user logged in · password");
    assert!(supabase[4].meaning.starts_with("when · 8 minutes ago"));
}

/// RFC 7800 section 3.2, with the thumbprint of RFC 9449 section 6.1 to compare.
#[test]
fn a_key_has_its_thumbprint() {
    let key = r#"{"kty":"EC","x":"l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs","y":"9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA","crv":"P-256"}"#;
    let print = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";
    let header = of_header(&document(&format!(r#"{{"jwk":{key}}}"#)));
    assert_eq!(header[1].meaning, "type of key");
    assert_eq!((header[5].depth, &*header[5].value), (1, print));
    let cnf = payload(&format!(r#"{{"cnf":{{"jkt":"{print}","jwk":{key}}}}}"#));
    assert_eq!(cnf[1].meaning, "thumbprint of the sender's DPoP key");
    assert_eq!((cnf[7].depth, &*cnf[7].value), (2, print));
    assert_eq!(cnf[7].place, None);
}

/// RFC 7638 section 7: the thumbprint of a secret lets guesses be tested.
#[test]
fn a_secret_has_no_thumbprint_and_is_bad() {
    let facts = payload(r#"{"cnf":{"jwk":{"kty":"oct","k":"c2VjcmV0"}}}"#);
    assert_eq!(facts.last().unwrap().tone, Tone::Bad);
    assert!(facts.iter().all(|fact| fact.name != "thumbprint"));
}

#[test]
fn special_members_are_unfolded_with_words() {
    for (json, depth, name, meaning) in [
        (
            r#"{"act":{"sub":"a","act":{"sub":"b"}}}"#,
            2,
            "sub",
            "who acts",
        ),
        (
            r#"{"may_act":{"sub":"a"}}"#,
            1,
            "sub",
            "who is allowed to act",
        ),
        (r#"{"address":{"country":"DE"}}"#, 1, "country", "country"),
        (
            r#"{"cnf":{"x5t#S256":"a"}}"#,
            1,
            "x5t#S256",
            "SHA-256 of the client's TLS certificate",
        ),
        (
            r#"{"events":{"http://schemas.openid.net/event/backchannel-logout":{}}}"#,
            1,
            "http://schemas.openid.net/event/backchannel-logout",
            "the person logged out",
        ),
        (
            r#"{"events":{"https://schemas.openid.net/secevent/risc/event-type/account-disabled":{"subject":{"format":"x"}}}}"#,
            3,
            "format",
            "what kind of identifier follows",
        ),
        (
            r#"{"realm_access":{"roles":["a"]}}"#,
            1,
            "roles",
            "its roles",
        ),
        (
            r#"{"resource_access":{"app":{"roles":["a"]}}}"#,
            2,
            "roles",
            "its roles",
        ),
        (
            r#"{"firebase":{"sign_in_provider":"password"}}"#,
            1,
            "sign_in_provider",
            "where the user logged in · here, by email address and password",
        ),
        (
            r#"{"kubernetes.io":{"namespace":"default"}}"#,
            1,
            "namespace",
            "namespace",
        ),
        (
            r#"{"authorization_details":[{"type":"pay"}]}"#,
            2,
            "type",
            "kind of permission: says what the rest means",
        ),
        (
            r#"{"a":{"_sd":["x"]}}"#,
            1,
            "_sd",
            "fingerprints of claims that can be disclosed (SD-JWT)",
        ),
        (
            r#"{"token_introspection":{"active":true}}"#,
            1,
            "active",
            "whether that token is valid now",
        ),
        (
            r#"{"verified_claims":{"claims":{"title":"Dr."}}}"#,
            2,
            "title",
            "title, such as “Dr.”",
        ),
        (
            r#"{"status":{"status_list":{"idx":4}}}"#,
            2,
            "idx",
            "its place in the list",
        ),
    ] {
        let fact = payload(json).pop().unwrap();
        assert_eq!(
            (fact.depth, &*fact.name, &*fact.meaning),
            (depth, name, meaning),
            "{json}"
        );
    }
}

#[test]
fn what_is_not_known_is_unfolded_plainly() {
    let facts = payload(r#"{"a":[{"b":1},[2]],"c":{"d":{"e":{"f":{"g":{"h":1}}}}}}"#);
    assert_eq!(
        told(&facts)[1..6],
        [
            (1, "a[0]", "{…}", ""),
            (2, "b", "1", ""),
            (1, "a[1]", "[2]", ""),
            (
                0,
                "c",
                "{…}",
                "a private claim: only the issuer says what it means"
            ),
            (1, "d", "{…}", ""),
        ]
    );
    assert_eq!(facts.last().unwrap().depth, 4);
}

fn token(header: &str, claims: &str) -> String {
    let part = |json: &str| base64url::encode(json.as_bytes());
    format!("{}.{}.c2ln", part(header), part(claims))
}

#[test]
fn a_token_inside_is_opened_and_not_verified() {
    let inner = token(
        r#"{"alg":"none","typ":"JWT"}"#,
        r#"{"iss":"https://gitlab.com","ref":"main","exp":1795386000}"#,
    );
    let json = format!(r#"{{"id_token":"{inner}","n":1}}"#);
    let facts = payload(&json);
    assert!(
        facts[0]
            .meaning
            .ends_with("a token inside this one: decoded, not verified here")
    );
    let names: Vec<_> = facts.iter().map(|fact| (fact.depth, &*fact.name)).collect();
    let inside = [
        (1, "header"),
        (2, "alg"),
        (2, "typ"),
        (1, "payload"),
        (2, "iss"),
        (2, "ref"),
        (2, "exp"),
        (0, "n"),
    ];
    assert_eq!(names[1..], inside);
    assert_eq!(facts[6].source, "GitLab");
    assert_eq!(facts[7].tone, Tone::Bad);
    assert!(facts[1..8].iter().all(|fact| fact.place == facts[0].place));
    let encrypted = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..aXY.Y3Q.dGFn";
    let facts = payload(&format!(r#"{{"a":["{encrypted}"]}}"#));
    assert_eq!(facts[4].meaning, "how the content is encrypted");
}

#[test]
fn a_token_inside_a_token_inside_stays_closed() {
    let (alg, innermost) = (r#"{"alg":"none"}"#, token(r#"{"alg":"none"}"#, "{}"));
    let inner = token(alg, &format!(r#"{{"a":"{innermost}"}}"#));
    let facts = payload(&format!(r#"{{"b":"{inner}"}}"#));
    let last = facts.last().unwrap();
    assert_eq!((last.depth, &*last.name), (2, "a"));
    assert!(last.meaning.ends_with("one more token: not opened here"));
    for other in ["eyJ.a.b", "eyJhIjox.a", "eyJhbGciOiJub25lIn0.e30"] {
        assert_eq!(payload(&format!(r#"{{"a":"{other}"}}"#)).len(), 1);
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
        "exp|iat|amr|acr|scope|cnf|jwk|act|events|keys|submods|_sd|iss|firebase|kubernetes.io",
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
