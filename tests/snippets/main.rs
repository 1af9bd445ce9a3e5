//! Code that verifies tokens like the one at hand. That of Node, Python and Rust is run by run.test.mjs; here stands
//! what all of it must have.

#[path = "../support/mod.rs"]
mod support;

mod asked_for;
mod checks;
mod no_code;
mod values;

use jwt_inspector::jose::{SecretEncoding, Source};
use jwt_inspector::lint::Policy;
use jwt_inspector::snippets::{KeySource, NoSnippet, Want};
use support::compact;

fn want(header: &str, claims: &str) -> Result<Want, NoSnippet> {
    let source = Source::read(&compact(header, claims, "AAAA"));
    Want::read(&source, None, &Policy::default(), SecretEncoding::Utf8, 30)
}

fn full(algorithm: &'static str, key: KeySource) -> Want {
    Want {
        algorithm,
        issuer: Some("the issuer".to_owned()),
        audience: Some("the api".to_owned()),
        audiences: 1,
        typ: Some("at+jwt".to_owned()),
        key,
        leeway: 30,
    }
}
