//! The lesson on where a browser keeps a token: what is stolen and what is sent, by RFC 6265bis.

use jwt_inspector::learn::{Block, Lesson, MOMENT, Model, Stage};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const SCRIPT: usize = 0;
const FORGERY: usize = 1;
const WIRE: usize = 2;
const BUILD: usize = 3;

const STOLEN: &str = "The attacker sends a request from another machine.";
const TAKEN_FOR_YOURS: &str = "The server takes the request for yours.";

fn lesson() -> &'static Lesson {
    Lesson::find("storage").expect("the lesson")
}

fn choose(step: usize, model: &mut Model, inputs: &[(&str, &str)]) {
    for (name, value) in inputs {
        lesson().act(step, model, name, value);
    }
}

fn play(step: usize, model: &mut Model) -> Stage {
    let blocks = lesson().show(step, model).blocks;
    let last = blocks.iter().find_map(|block| match block {
        Block::Player { last, .. } => Some(last.to_string()),
        _ => None,
    });
    lesson().act(step, model, MOMENT, &last.expect("a player"));
    lesson().show(step, model)
}

fn played(step: usize, inputs: &[(&str, &str)]) -> Stage {
    let mut model = lesson().start(step);
    choose(step, &mut model, inputs);
    play(step, &mut model)
}

fn has(stage: &Stage, said: &str) -> bool {
    let log = stage.blocks.iter().find_map(|block| match block {
        Block::Log { lines } => Some(lines.clone()),
        _ => None,
    });
    log.expect("a log").iter().any(|line| line.contains(said))
}

/// What is not "no": the attack, whether the token is stolen, whether the attacker acts as you.
fn open(inputs: &[(&str, &str)]) -> Vec<String> {
    let mut model = lesson().start(BUILD);
    choose(BUILD, &mut model, inputs);
    let blocks = lesson().show(BUILD, &model).blocks;
    let rows = blocks.iter().find_map(|block| match block {
        Block::Table { rows, .. } => Some(rows),
        _ => None,
    });
    let rows = rows.expect("a table").iter();
    let open = rows.filter(|row| row.cells[1..].iter().any(|cell| cell == "yes"));
    open.map(|row| row.cells.join(" ")).collect()
}

#[test]
fn nothing_is_done_at_first() {
    for step in 0..lesson().length() {
        assert!(
            !lesson().show(step, &lesson().start(step)).is_done,
            "{step}"
        );
    }
}

#[test]
fn every_step_is_done_by_doing_what_it_asks() {
    assert!(played(SCRIPT, &[("keep", "http-only")]).is_done);
    let mut model = lesson().start(FORGERY);
    choose(FORGERY, &mut model, &[("site", "lax"), ("request", "link")]);
    assert!(!play(FORGERY, &mut model).is_done);
    choose(
        FORGERY,
        &mut model,
        &[("site", "strict"), ("request", "sibling")],
    );
    assert!(play(FORGERY, &mut model).is_done);
    assert!(!played(WIRE, &[]).is_done);
    assert!(played(WIRE, &[("secure", "yes")]).is_done);
    let mut model = lesson().start(BUILD);
    for input in [
        ("http-only", "yes"),
        ("secure", "yes"),
        ("own-header", "yes"),
    ] {
        assert!(!lesson().show(BUILD, &model).is_done);
        choose(BUILD, &mut model, &[input]);
    }
    assert!(lesson().show(BUILD, &model).is_done);
    let mut model = lesson().start(4);
    choose(4, &mut model, &[("question-1", "0"), ("question-2", "1")]);
    assert!(lesson().show(4, &model).is_done);
}

#[test]
fn a_script_carries_the_token_away_unless_it_is_in_an_http_only_cookie() {
    for keep in ["memory", "local", "cookie"] {
        let stage = played(SCRIPT, &[("keep", keep)]);
        assert!(has(&stage, STOLEN) && !stage.is_done, "{keep}");
    }
    assert!(!has(&played(SCRIPT, &[("keep", "http-only")]), STOLEN));
}

#[test]
fn a_script_acts_as_you_wherever_the_token_is() {
    for keep in ["memory", "local", "cookie", "http-only"] {
        assert!(
            has(&played(SCRIPT, &[("keep", keep)]), TAKEN_FOR_YOURS),
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
                has(&stage, "the browser adds the cookie"),
                carried,
                "{site} {request}"
            );
            assert_eq!(has(&stage, TAKEN_FOR_YOURS), carried, "{site} {request}");
        }
    }
}

#[test]
fn a_request_that_was_not_played_to_its_end_does_not_count() {
    let mut model = lesson().start(FORGERY);
    choose(FORGERY, &mut model, &[("site", "lax"), ("request", "link")]);
    choose(
        FORGERY,
        &mut model,
        &[("site", "strict"), ("request", "sibling")],
    );
    assert!(!play(FORGERY, &mut model).is_done);
}

#[test]
fn without_tls_only_a_secure_cookie_stays_at_home() {
    for site in ["lax", "strict"] {
        let open = played(WIRE, &[("secure", "no"), ("site", site)]);
        assert!(has(&open, STOLEN) && has(&open, TAKEN_FOR_YOURS));
        let secure = played(WIRE, &[("secure", "yes"), ("site", site)]);
        assert!(!has(&secure, STOLEN) && has(&secure, "there is no TLS"));
    }
    assert!(!has(
        &played(WIRE, &[("secure", "yes"), ("site", "none")]),
        STOLEN
    ));
}

/// RFC 6265bis section 5.7, step 19.
#[test]
fn same_site_none_without_secure_is_not_stored() {
    assert!(has(
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
