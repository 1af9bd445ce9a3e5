//! The lesson on where a browser keeps a token: what is stolen and what is sent, by RFC 6265bis.

mod support;

use jwt_inspector::learn::Stage;
use support::learn::stage::{rows, says};
use support::learn::{Played, starts_undone};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const SLUG: &str = "storage";

const SCRIPT: usize = 0;
const FORGERY: usize = 1;
const WIRE: usize = 2;
const BUILD: usize = 3;

const STOLEN: &str = "The attacker sends a request from another machine.";
const TAKEN_FOR_YOURS: &str = "The server takes the request for yours.";

/// A step after these inputs.
fn begun(step: usize, inputs: &[(&str, &str)]) -> Played {
    Played::new(SLUG, step).after(inputs)
}

/// A step after these inputs, and then played to its end.
fn played(step: usize, inputs: &[(&str, &str)]) -> Stage {
    begun(step, inputs).play()
}

/// What is not "no": the attack, whether the token is stolen, whether the attacker acts as you.
fn open(inputs: &[(&str, &str)]) -> Vec<String> {
    let stage = begun(BUILD, inputs).stage();
    let rows = rows(&stage).into_iter();
    let open = rows.filter(|row| row[1..].contains(&"yes"));
    open.map(|row| row.join(" ")).collect()
}

#[test]
fn nothing_is_done_at_first() {
    starts_undone(SLUG);
}

#[test]
fn every_step_is_done_by_doing_what_it_asks() {
    assert!(played(SCRIPT, &[("keep", "http-only")]).is_done);
    let mut forgery = begun(FORGERY, &[("site", "lax"), ("request", "link")]);
    assert!(!forgery.play().is_done);
    let mut forgery = forgery.after(&[("site", "strict"), ("request", "sibling")]);
    assert!(forgery.play().is_done);
    assert!(!played(WIRE, &[]).is_done);
    assert!(played(WIRE, &[("secure", "yes")]).is_done);
    let mut build = begun(BUILD, &[]);
    for name in ["http-only", "secure", "own-header"] {
        assert!(!build.is_done());
        build.act(name, "yes");
    }
    assert!(build.is_done());
    assert!(begun(4, &[("question-1", "0"), ("question-2", "1")]).is_done());
}

#[test]
fn a_script_carries_the_token_away_unless_it_is_in_an_http_only_cookie() {
    for keep in ["memory", "local", "cookie"] {
        let stage = played(SCRIPT, &[("keep", keep)]);
        assert!(says(&stage, STOLEN) && !stage.is_done, "{keep}");
    }
    assert!(!says(&played(SCRIPT, &[("keep", "http-only")]), STOLEN));
}

#[test]
fn a_script_acts_as_you_wherever_the_token_is() {
    for keep in ["memory", "local", "cookie", "http-only"] {
        assert!(
            says(&played(SCRIPT, &[("keep", keep)]), TAKEN_FOR_YOURS),
            "{keep}"
        );
    }
}

/// RFC 6265bis section 5.8.3: cross-site, `Lax` lets through safe methods that change the page, `Strict` nothing.
#[test]
fn same_site_decides_which_requests_carry_the_cookie() {
    let requests = ["form", "link", "image", "sibling"];
    for (site, carried) in [
        ("local", [false; 4]),
        ("none", [true; 4]),
        ("lax", [false, true, false, true]),
        ("strict", [false, false, false, true]),
    ] {
        for (request, carried) in requests.into_iter().zip(carried) {
            let stage = played(FORGERY, &[("site", site), ("request", request)]);
            assert_eq!(
                says(&stage, "the browser adds the cookie"),
                carried,
                "{site} {request}"
            );
            assert_eq!(says(&stage, TAKEN_FOR_YOURS), carried, "{site} {request}");
        }
    }
}

#[test]
fn a_request_that_was_not_played_to_its_end_does_not_count() {
    let forgery = begun(FORGERY, &[("site", "lax"), ("request", "link")]);
    let mut forgery = forgery.after(&[("site", "strict"), ("request", "sibling")]);
    assert!(!forgery.play().is_done);
}

#[test]
fn without_tls_only_a_secure_cookie_stays_at_home() {
    for site in ["lax", "strict"] {
        let open = played(WIRE, &[("secure", "no"), ("site", site)]);
        assert!(says(&open, STOLEN) && says(&open, TAKEN_FOR_YOURS));
        let secure = played(WIRE, &[("secure", "yes"), ("site", site)]);
        assert!(!says(&secure, STOLEN) && says(&secure, "there is no TLS"));
    }
    assert!(!says(
        &played(WIRE, &[("secure", "yes"), ("site", "none")]),
        STOLEN
    ));
}

/// RFC 6265bis section 5.7, step 19.
#[test]
fn same_site_none_without_secure_is_not_stored() {
    assert!(says(
        &played(WIRE, &[("site", "none")]),
        "does not store the cookie"
    ));
    assert_eq!(open(&[("site", "none")]), Vec::<String>::new());
}

#[test]
fn each_defence_closes_its_own_attacks() {
    let all = [
        ("http-only", "yes"),
        ("secure", "yes"),
        ("own-header", "yes"),
    ];
    let script = "Script in your page (XSS) no yes";
    for site in ["none", "lax", "strict"] {
        let mut inputs = all.to_vec();
        inputs.push(("site", site));
        assert_eq!(open(&inputs), [script], "{site}");
    }
    let readable = [("secure", "yes"), ("own-header", "yes")];
    assert_eq!(open(&readable), ["Script in your page (XSS) yes yes"]);
    let in_clear = [("http-only", "yes"), ("own-header", "yes")];
    assert_eq!(open(&in_clear), [script, "Listening, without TLS yes yes"]);
    let no_header = [("http-only", "yes"), ("secure", "yes"), ("site", "strict")];
    assert_eq!(
        open(&no_header),
        [script, "Form at a sibling host, POST no yes"]
    );
}
