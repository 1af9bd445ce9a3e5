//! What a value has inside that is no JSON: a token, and the thumbprint of a key.

use super::names::{Names, inside};
use super::value::add;
use super::{Told, Walk, is_encrypted};
use crate::jose::json::{Document, Type, Value};
use crate::jose::key::Key;
use crate::jose::key::export::thumbprint;
use crate::jose::token::Token;
use crate::jose::{KeyInput, SecretEncoding, Source};
use crate::words::fact::Fact;

/// Whether a value is a string with the looks of a compact token: a JSON object in base64url before a dot.
pub fn looks_like_token(value: Value) -> bool {
    let text = value.text();
    text.starts_with("\"eyJ") && text.contains('.')
}

impl Walk<'_> {
    /// The token that a value is, which is said of it.
    pub(super) fn token_in(&self, value: Value, fact: &mut Fact) -> Option<Source> {
        if !looks_like_token(value) {
            return None;
        }
        let source = Source::read(&value.as_str()?);
        match &source.token {
            Token::Jwe(jwe) if jwe.header.is_ok() => {}
            _ if source.jws().is_some_and(|jws| jws.header.is_ok()) => {}
            _ => return None,
        }
        if self.shallowest > 0 {
            add(fact, "one more token: not opened here");
            return None;
        }
        add(fact, "a token inside this one: decoded, not verified here");
        Some(source)
    }

    /// Tells header and claims of a token inside this one. All of it stands where the token stands.
    pub(super) fn open_token(&mut self, token: &Source, value: Value, depth: u8) {
        let place = (self.place)(value.span());
        let parts = [
            ("header", token.header_bytes()),
            ("payload", token.payload_bytes()),
        ];
        for (part, bytes) in parts {
            let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
            let Some(document) = text.and_then(|text| Document::parse(text).ok()) else {
                continue;
            };
            let mut fact = Fact::new(part, "{…}").meaning("of the token inside");
            fact.depth = depth;
            fact.place = Some(place);
            self.push(fact);
            let names = match part {
                "header" => Names::of_header(is_encrypted(&document)),
                _ => Names::of_payload(&document),
            };
            let here = |_| place;
            let mut walk = Walk::new(&document, names, self.clock, &here);
            walk.shallowest = depth + 1;
            walk.facts = std::mem::take(&mut self.facts);
            walk.members(document.root(), "", depth + 1);
            self.facts = walk.facts;
        }
    }

    /// Adds the thumbprint of a JWK. That of a secret would let guesses be tested (RFC 7638 section 7).
    pub(super) fn add_thumbprint(&mut self, value: Value, told: &Told) {
        if inside(told.around, told.name) != "jwk" || value.kind() != Type::Object {
            return;
        }
        let key = KeyInput::read(value.text(), SecretEncoding::Utf8);
        let key = key.single().filter(|key| !matches!(key, Key::Secret(_)));
        let Some(print) = key.and_then(thumbprint) else {
            return;
        };
        let mut fact = Fact::new("thumbprint", print).meaning("fingerprint of this key (SHA-256)");
        fact.source = "RFC 7638";
        fact.depth = told.depth + 1;
        self.push(fact);
    }
}
