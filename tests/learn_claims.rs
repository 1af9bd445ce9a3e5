//! The lesson on claims: whose names they are, and what they weigh.

mod support;

use support::learn::stage::{fact, outcome, rows, token};
use support::learn::{asks_for, done, found, has_steps};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const SLUG: &str = "claims";

#[test]
fn it_has_four_steps() {
    has_steps(SLUG, 4);
}

#[test]
fn names_are_registered_public_or_private() {
    let kinds = [
        ("iss", "registered"),
        ("jti", "registered"),
        ("email", "public"),
        ("roles", "public"),
        ("vct", "public"),
        ("https://example.com/team", "public"),
        ("https://hasura.io/jwt/claims", "public"),
        ("urn:example:team", "public"),
        ("team", "private"),
        ("role", "private"),
        ("user_id", "private"),
    ];
    for (name, kind) in kinds {
        let payload = format!(r#"{{"{name}":1}}"#);
        let stage = done(SLUG, 0, &[("lesson-payload", &payload)]);
        assert_eq!(rows(&stage)[0][..2], [name, kind]);
        assert!(!stage.is_done, "it takes one of each kind");
    }
}

#[test]
fn one_claim_of_each_kind_is_wanted() {
    let payload = r#"{"sub":"42","exp":1,"email":"a@example.com","shoe":43}"#;
    let stage = asks_for(SLUG, 0, &[("lesson-payload", payload)]);
    assert_eq!(fact(&stage, "registered"), "2");
    assert_eq!(fact(&stage, "public"), "1");
    assert_eq!(fact(&stage, "private"), "1");
}

#[test]
fn of_a_name_that_stands_twice_readers_take_what_they_like() {
    assert_eq!(outcome(&found(SLUG, 1)), "JWS, 3 parts");
    let payload = r#"{"role":"user","role":"root"}"#;
    let stage = asks_for(SLUG, 1, &[("lesson-payload", payload)]);
    assert_eq!(outcome(&stage), "duplicate names");
    let read: Vec<_> = rows(&stage).iter().map(|row| row[1]).collect();
    assert_eq!(read, [r#""user""#, r#""root""#, "refused"]);
    let escaped = r#"{"role":"user","\u0072ole":"root"}"#;
    asks_for(SLUG, 1, &[("lesson-payload", escaped)]);
}

#[test]
fn too_many_roles_are_too_much_for_a_cookie() {
    let few = found(SLUG, 2);
    assert_eq!(fact(&few, "length"), token(&few).len().to_string());
    assert_eq!(rows(&few)[2][2], "4,096");
    let last_that_fits = (0..=400)
        .take_while(|roles| !done(SLUG, 2, &[("roles", &roles.to_string())]).is_done)
        .last()
        .expect("a token without roles fits");
    let stage = done(SLUG, 2, &[("roles", &last_that_fits.to_string())]);
    assert!("token".len() + token(&stage).len() <= 4096);
    let stage = asks_for(SLUG, 2, &[("roles", &(last_that_fits + 1).to_string())]);
    assert!("token".len() + token(&stage).len() > 4096);
}

#[test]
fn a_token_is_paid_with_every_request() {
    let stage = asks_for(SLUG, 3, &[("roles", "100"), ("requests", "1000")]);
    let each = token(&done(SLUG, 2, &[("roles", "100")])).len();
    let number = |text: &str| text.replace(',', "").parse::<usize>().expect("a number");
    assert_eq!(number(fact(&stage, "token")), each * 1000);
    assert_eq!(number(fact(&stage, "session")), 22 * 1000);
    assert_eq!(
        rows(&stage)[0],
        ["Token", rows(&stage)[0][1], fact(&stage, "token"), "0"]
    );
    assert_eq!(rows(&stage)[1], ["Session id", "22", "22,000", "1,000"]);
}
