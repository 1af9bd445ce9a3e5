//! What the linter promises beyond its rules: kinds of tokens, the person's policy, order, places, and that nothing
//! is told twice.

mod support;

use jwt_inspector::jose::edit::show;
use jwt_inspector::jose::verdict::PolicyCheck;
use jwt_inspector::jose::{KeyInput, Source, Span, State, shown_span};
use jwt_inspector::lint::{
    Check, Datum, Finding, Place, Policy, Profile, Rule, Severity, Subject, policy_check,
};
use support::lint::{claims, findings, findings_by, header, ids, judged, payload};
use support::lint_cases::cases;
use support::{HS256, NOW, SECRET, compact, hs256, key, verdict};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn profile_by(policy: &Policy, token: &str) -> Option<Profile> {
    let subject = Subject {
        source: &Source::read(token),
        key: &KeyInput::Empty,
        policy,
        now: NOW,
        skew: 0.0,
    };
    subject.profile()
}

fn profile(header: &str, payload: &str) -> Option<Profile> {
    profile_by(&Policy::default(), &hs256(header, payload))
}

fn find(findings: &[Finding], rule: Rule) -> &Finding {
    let found = findings.iter().find(|finding| finding.rule == rule);
    found.unwrap_or_else(|| panic!("{} among {:?}", rule.id(), ids(findings)))
}

fn has(findings: &[Finding], rule: Rule) -> bool {
    findings.iter().any(|finding| finding.rule == rule)
}

#[test]
fn a_kind_is_told_by_typ() {
    let kinds = [
        ("at+jwt", Profile::AccessToken),
        ("application/AT+JWT", Profile::AccessToken),
        ("dpop+jwt", Profile::DpopProof),
        ("logout+jwt", Profile::LogoutToken),
        ("secevent+jwt", Profile::SecurityEvent),
        ("client-authentication+jwt", Profile::ClientAssertion),
        ("vc+sd-jwt", Profile::Credential),
        ("dc+sd-jwt", Profile::Credential),
        ("trust-mark+jwt", Profile::OtherType),
        ("JWT", Profile::Plain),
    ];
    for (typ, wanted) in kinds {
        let header = format!(r#"{{"alg":"HS256","typ":"{typ}"}}"#);
        assert_eq!(profile(&header, "{}"), Some(wanted), "{typ}");
    }
}

#[test]
fn without_a_telling_typ_a_kind_is_told_by_the_claims() {
    let kinds = [
        (r#"{"nonce":"a"}"#, Profile::IdToken),
        (r#"{"auth_time":1,"sub":"a"}"#, Profile::IdToken),
        (r#"{"token_use":"id"}"#, Profile::IdToken),
        // What they say of themselves counts more than scopes.
        (r#"{"typ":"ID","scope":"openid"}"#, Profile::IdToken),
        (r#"{"token_use":"id","client_id":"a"}"#, Profile::IdToken),
        (r#"{"typ":"Bearer"}"#, Profile::AccessToken),
        (r#"{"typ":"DPoP","scope":"openid"}"#, Profile::AccessToken),
        (r#"{"token_use":"access"}"#, Profile::AccessToken),
        (r#"{"typ":"Refresh","scope":"openid"}"#, Profile::Plain),
        (r#"{"token_use":"x","client_id":"a"}"#, Profile::Plain),
        // The assertion of an account of Google's (RFC 7523 section 3).
        (
            r#"{"iss":"a","scope":"b","aud":"https://oauth2.googleapis.com/token"}"#,
            Profile::Plain,
        ),
        (r#"{"auth_time":1,"scope":"openid"}"#, Profile::AccessToken),
        (r#"{"scp":["a"]}"#, Profile::AccessToken),
        (
            r#"{"htm":"GET","htu":"https://a.example"}"#,
            Profile::DpopProof,
        ),
        (
            r#"{"events":{"http://schemas.openid.net/event/backchannel-logout":{}}}"#,
            Profile::LogoutToken,
        ),
        (r#"{"events":{"urn:a":{}}}"#, Profile::SecurityEvent),
        (
            r#"{"iss":"a","sub":"a","aud":"b"}"#,
            Profile::ClientAssertion,
        ),
        (r#"{"vc":{}}"#, Profile::Credential),
        // A request object (RFC 9101), though it has scope and nonce.
        (
            r#"{"scope":"a","nonce":"b","response_type":"code"}"#,
            Profile::Plain,
        ),
        (r#"{"iss":"a","sub":"b"}"#, Profile::Plain),
    ];
    for (payload, wanted) in kinds {
        assert_eq!(profile(HS256, payload), Some(wanted), "{payload}");
    }
    assert_eq!(profile(HS256, "text"), None);
    assert_eq!(profile_by(&Policy::default(), ""), None);
}

#[test]
fn the_person_can_choose_another_kind() {
    for chosen in Profile::ALL {
        let policy = Policy {
            profile: Some(chosen),
            ..Policy::default()
        };
        assert_eq!(profile_by(&policy, &claims("")), Some(chosen));
        assert_eq!(Profile::from_name(chosen.name()), Some(chosen));
    }
    let policy = Policy {
        profile: Some(Profile::AccessToken),
        ..Policy::default()
    };
    assert!(has(&findings_by(&policy, &claims(""), SECRET), Rule::At01));
    assert!(!has(&findings(&claims(""), SECRET), Rule::At01));
}

#[test]
fn the_longest_life_is_adjustable() {
    let token = hs256(HS256, r#"{"iat":2000000000,"exp":2000000600}"#);
    let by = |seconds| {
        let policy = Policy {
            max_lifetime: Some(seconds),
            ..Policy::default()
        };
        has(&findings_by(&policy, &token, SECRET), Rule::Clm08)
    };
    assert!(by(599));
    assert!(!by(600));
}

#[test]
fn required_claims_are_adjustable() {
    let by = |names: &[&str], payload: &str| {
        let policy = Policy {
            required: names.iter().map(|name| (*name).to_owned()).collect(),
            ..Policy::default()
        };
        ids(&findings_by(&policy, &hs256(HS256, payload), SECRET))
    };
    let of_claims = |ids: Vec<&'static str>| {
        ids.into_iter()
            .filter(|id| id.starts_with("CLM"))
            .collect::<Vec<_>>()
    };
    assert_eq!(of_claims(by(&[], "{}")), [""; 0]);
    assert_eq!(of_claims(by(&["exp"], "{}")), ["CLM07"]);
    assert_eq!(
        of_claims(by(&["iss", "tenant", "sub"], "{}")),
        ["CLM14", "CLM10"]
    );
    assert_eq!(of_claims(by(&["tenant"], r#"{"tenant":null}"#)), [""; 0]);
}

#[test]
fn issuer_and_audience_can_be_expected() {
    let by = |issuer: &str, audience: &str, payload: &str| {
        let policy = Policy {
            issuer: Some(issuer.to_owned()),
            audience: Some(audience.to_owned()),
            ..Policy::default()
        };
        let found = findings_by(&policy, &hs256(HS256, payload), SECRET);
        let errors = found
            .iter()
            .filter(|finding| finding.severity == Severity::Error);
        errors.map(|finding| finding.rule.id()).collect::<Vec<_>>()
    };
    let payload = r#"{"iss":"a","aud":["b","c"]}"#;
    assert_eq!(by("a", "c", payload), [""; 0]);
    assert_eq!(by("a/", "d", payload), ["CLM09", "CLM10"]);
    assert_eq!(by("a", "b", r#"{"iss":"a","aud":"b"}"#), [""; 0]);
    let id_token =
        r#"{"iss":"a","sub":"s","aud":"c","azp":"b","nonce":"n","exp":2000000600,"iat":1}"#;
    let policy = Policy {
        audience: Some("c".to_owned()),
        ..Policy::default()
    };
    // Nobody must check "azp" since the errata of 2023.
    let found = findings_by(&policy, &hs256(HS256, id_token), "");
    assert_eq!(find(&found, Rule::Oid02).severity, Severity::Info);
}

#[test]
fn the_worst_comes_first_and_equals_keep_the_order_of_the_rules() {
    for case in cases() {
        for pasted in case.bad.iter().chain(&case.good) {
            let found = findings(&pasted.token, &pasted.key);
            let place = |finding: &Finding| {
                let severity = Severity::ALL.iter().position(|s| *s == finding.severity);
                (severity, finding.rule as usize)
            };
            assert!(
                found
                    .windows(2)
                    .all(|pair| place(&pair[0]) < place(&pair[1]))
            );
        }
    }
}

/// A click on a finding shows it.
#[test]
fn places_are_those_of_what_was_found() {
    let at = |token: &str, rule: Rule| find(&findings(token, ""), rule).place;
    let token = header(r#""jku":"https://a.example""#);
    let Some(Place::Header(span)) = at(&token, Rule::Hdr01) else {
        panic!("not in the header");
    };
    let text = r#"{"alg":"HS256","jku":"https://a.example"}"#;
    assert_eq!(&text[span.range()], r#""https://a.example""#);
    let Some(Place::Payload(span)) = at(&claims(r#""password":"x1""#), Rule::Clm12) else {
        panic!("not in the payload");
    };
    assert_eq!(&payload(r#""password":"x1""#)[span.range()], r#""x1""#);
    let token = claims("") + "é=";
    let Some(Place::Token(span)) = at(&token, Rule::Str02) else {
        panic!("not in the token");
    };
    assert_eq!(&token[span.range()], "é");
    let token = compact(HS256, "{}", "AAAA");
    let Some(Place::Signature(span)) = at(&token, Rule::Sig01) else {
        panic!("not in the signature");
    };
    assert_eq!(&token[span.range()], "AAAA");
    let found = findings(&claims(""), "secret");
    assert_eq!(find(&found, Rule::Key02).place, Some(Place::Key(0)));
}

/// Every span lies within the text it is of.
#[test]
fn places_can_be_shown() {
    for case in cases() {
        for pasted in case.bad.iter().chain(&case.good) {
            let source = Source::read(&pasted.token);
            for finding in judged(&Policy::default(), &source, &key(&pasted.key)) {
                let (text, span) = match finding.place {
                    Some(Place::Token(span) | Place::Signature(span)) => {
                        (Some(source.cleaned.text.clone().into_bytes()), span)
                    }
                    Some(Place::Header(span)) => (source.header_bytes(), span),
                    Some(Place::Payload(span)) => (source.payload_bytes(), span),
                    Some(Place::Key(_)) | None => continue,
                };
                let text = text.expect("a text to show it in");
                let text = String::from_utf8(text).expect("UTF-8");
                assert!(text.get(span.range()).is_some(), "{}", finding.rule.id());
            }
        }
    }
}

/// Also where the part is shown indented, or without the CR of its lines.
#[test]
fn places_are_found_in_what_is_shown() {
    for text in [
        r#"{"a b":{"c":[1, 2]},"é":" x  y "}"#.replace(", ", ","),
        "{\r\n  \"a b\": {\"c\": [1,\r\n2]},\r\n \"é\": \" x  y \"}".to_owned(),
    ] {
        let shown = show(text.as_bytes(), 1000).text;
        for piece in ["\"a b\"", "1", "2", "\"é\"", "\" x  y \"", "]"] {
            let start = text.find(piece).expect("a piece");
            let span = shown_span(&text, &shown, Span::new(start, start + piece.len()));
            assert_eq!(&shown[span.range()], piece, "{shown}");
        }
    }
    let nowhere = shown_span("abc", "", Span::new(1, 2));
    assert_eq!(nowhere, Span::new(0, 0));
}

/// A secret is judged without being repeated.
#[test]
fn findings_hold_no_key_material() {
    let found = findings(&claims(""), "your-256-bit-secret");
    assert!(has(&found, Rule::Key02));
    assert!(!format!("{found:?}").contains("your-256"));
    let jwk = support::pasted("p-256", "private_jwk");
    let found = findings(&header(&format!(r#""jwk":{jwk}"#)), "");
    let scalar = support::fixtures()["keys"]["p-256"]["private_jwk"]["d"].as_str();
    assert!(!format!("{:?}", find(&found, Rule::Key07)).contains(scalar.expect("a scalar")));
}

/// The code of a check that fails is covered wherever a rule says the same.
#[test]
fn what_a_check_says_already_is_told_once() {
    let covered = [
        ("a.b", "format.parts"),
        (&*(claims("") + "="), "format.base64url"),
        (&*(claims("") + "="), "signature.malformed"),
        (&*format!("Bearer {}", claims("")), "format.cleaned"),
        (&*claims(r#""iss":"b""#), "format.duplicate"),
        (
            &*hs256(r#"{"alg":"HS256","alg":"x"}"#, "{}"),
            "header.duplicate",
        ),
        (&*hs256("[]", "{}"), "format.header"),
        (&*hs256("{}", "{}"), "alg.missing"),
        (&*hs256(r#"{"alg":1}"#, "{}"), "header.malformed"),
        (&*hs256(r#"{"alg":"none"}"#, "{}"), "alg.none"),
        (&*compact(HS256, "{}", ""), "signature.missing"),
        (&*hs256(r#"{"alg":"hs256"}"#, "{}"), "alg.unsupported"),
        (&*compact(HS256, "{}", "AAAA"), "signature.malformed"),
        (&*header(r#""crit":[]"#), "header.crit"),
        (&*hs256(HS256, r#"{"exp":"1"}"#), "time.malformed"),
        (&*hs256(HS256, r#"{"exp":1}"#), "time.expired"),
        (&*hs256(HS256, r#"{"nbf":3000000000}"#), "time.not-yet"),
        (
            &*hs256(HS256, r#"{"iat":3000000000}"#),
            "time.issued-in-future",
        ),
        (&*hs256(HS256, "{}"), "time.no-expiry"),
        (&*hs256(HS256, r#"{"nonce":"a"}"#), "time.no-expiry"),
    ];
    for (token, code) in covered {
        let verdict = verdict(token, SECRET);
        let codes = [
            verdict.format.code(),
            verdict.signature.code(),
            verdict.time.code(),
        ];
        assert!(codes.contains(&code), "{code} not among {codes:?}");
        let found = findings(token, SECRET);
        let covers = |finding: &Finding| finding.covers().contains(&code);
        assert!(found.iter().any(covers), "{code}: {:?}", ids(&found));
    }
}

/// What no rule says stays with its check.
#[test]
fn a_check_that_says_more_is_not_covered() {
    let uncovered = [
        (
            hs256(r#"{"alg":"HS256","kid":1}"#, "{}"),
            "header.malformed",
        ),
        (hs256(r#"{"kid":1}"#, "{}"), "header.malformed"),
        (hs256(r#"{"alg":"Ed448"}"#, "{}"), "alg.unsupported"),
        (claims("") + "AAAA", "signature.mismatch"),
    ];
    for (token, code) in uncovered {
        let found = findings(&token, SECRET);
        assert!(
            !found.iter().any(|finding| finding.covers().contains(&code)),
            "{code}"
        );
    }
}

#[test]
fn the_policy_is_as_good_as_its_worst_finding() {
    let check = |token: &str, pasted_key: &str| {
        let check = policy_check(&Source::read(token), &findings(token, pasted_key));
        (check.state(), check.code())
    };
    assert_eq!(check("", ""), (State::Idle, "policy.nothing"));
    assert_eq!(check("no token", ""), (State::Idle, "policy.nothing"));
    assert_eq!(
        check("eyJhbGciOiJub25lIn0", ""),
        (State::Idle, "policy.nothing")
    );
    // Infos alone break nothing.
    assert_eq!(check(&claims(""), SECRET), (State::Pass, "policy.kept"));
    // Findings of other checks do not count.
    assert_eq!(
        check(&claims(r#""nbf":1e10"#), SECRET),
        (State::Pass, "policy.kept")
    );
    assert_eq!(
        check(&hs256(HS256, "{}"), SECRET),
        (State::Warn, "policy.warning")
    );
    assert_eq!(check(&claims(""), "secret"), (State::Fail, "policy.broken"));
    let found = findings(&hs256(HS256, "{}"), "secret");
    let of_policy = found
        .iter()
        .filter(|finding| finding.rule.check() == Check::Policy);
    assert_eq!(of_policy.count(), 7);
    assert_eq!(
        policy_check(&Source::read(&claims("")), &found),
        PolicyCheck::Checked {
            errors: 2,
            warnings: 3,
            elsewhere: 0
        }
    );
}

/// Within the tolerance for clocks the rules of time are silent, as the check is.
#[test]
fn the_tolerance_counts_for_rules_too() {
    let source = Source::read(&hs256(
        HS256,
        r#"{"exp":1999999990,"nbf":2000000010,"iat":2000000010}"#,
    ));
    let by = |skew: f64| {
        let subject = Subject {
            source: &source,
            key: &KeyInput::Empty,
            policy: &Policy::default(),
            now: NOW,
            skew,
        };
        let found = jwt_inspector::lint::lint(&subject);
        let of_time = [Rule::Clm03, Rule::Clm04, Rule::Clm05];
        of_time.map(|rule| has(&found, rule))
    };
    assert_eq!(by(0.0), [true; 3]);
    assert_eq!(by(30.0), [false; 3]);
}

/// What a token's kind is defined without is not asked of it, and what one rule asks for is not asked for again.
#[test]
fn rules_do_not_repeat_each_other() {
    let id_token = findings(&hs256(HS256, r#"{"nonce":"a"}"#), SECRET);
    assert!(has(&id_token, Rule::Oid01));
    assert!(
        ![Rule::Clm07, Rule::Clm09, Rule::Clm10]
            .iter()
            .any(|rule| has(&id_token, *rule))
    );
    let private = header(r#""typ":"dpop+jwt","jwk":{"d":"a"}"#);
    let proof = findings(&private.replace("HS256", "ES256"), SECRET);
    assert!(has(&proof, Rule::Dp01) && !has(&proof, Rule::Key07));
}

/// A key that everybody can use is worse than an HMAC that proves nothing.
#[test]
fn the_private_key_in_a_proof_is_told_first() {
    let header = r#"{"typ":"dpop+jwt","alg":"HS256","jwk":{"d":"a"}}"#;
    let found = findings(&hs256(header, "{}"), "");
    assert_eq!(find(&found, Rule::Dp01).data, [Datum::Member("d")]);
}

#[test]
fn addresses_of_keys_are_judged_by_their_host() {
    let severity = |address: &str| {
        let token = header(&format!(r#""jku":"{address}""#));
        find(&findings(&token, ""), Rule::Hdr01).severity
    };
    for public in [
        "https://a.example/keys",
        "HTTPS://a.example:8443",
        "https://172.32.0.1/",
        "https://[2001:db8::1]/k",
    ] {
        assert_eq!(severity(public), Severity::Warning, "{public}");
    }
    for internal in [
        "http://a.example",
        "file:///etc/passwd",
        "a.example",
        "https://",
        "https://localhost/k",
        "https://LOCALHOST:1",
        "https://x.internal/k",
        "https://127.0.0.1",
        "https://10.1.2.3/k",
        "https://172.16.0.1",
        "https://192.168.0.1",
        "https://169.254.169.254/latest",
        "https://2130706433/",
        "https://127.1/",
        "https://0x7f.1/",
        "https://0177.0.0.1/",
        "https://[::1]/",
        "https://[fd00::1]/",
        "https://a.example@127.0.0.1/",
    ] {
        assert_eq!(severity(internal), Severity::Error, "{internal}");
    }
}
