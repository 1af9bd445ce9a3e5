//! What the page makes itself: the example of a first visit, those of the menu, and fresh keys.

use super::history::Cause;
use super::original::Original;
use super::{FromLink, Inspector, KeyText, Shared};
use crate::examples::{self, Example, KeySource, Made};
use crate::jose::alg::{Algorithm, KeyType};
use crate::jose::crypto::Seed;
use crate::jose::key::generate::generate;
use crate::jose::{KeyInput, Payload, SecretEncoding};
use crate::ui::browser;
use crate::words::labels;
use leptos::prelude::*;

impl Inspector {
    /// What a visit begins with: what the link holds, or an example.
    pub fn begin(self) {
        self.examine_what_fails();
        self.light_up_what_is_pointed_at();
        if !self.follow_links() {
            self.put_made(
                Example::MENU[0].make(self.moment(), KeySource::Seed(seed())),
                Some(Example::MENU[0]),
            );
        }
    }

    /// Puts an example into the boxes.
    pub fn show_example(self, example: Example) {
        self.remember(Cause::Choice);
        if !example.wants_rsa() {
            return self.put_made(
                example.make(self.moment(), KeySource::Seed(seed())),
                Some(example),
            );
        }
        self.with_rsa_key(move |jwk| {
            self.put_made(
                example.make(self.moment(), KeySource::RsaJwk(jwk)),
                Some(example),
            );
        });
    }

    /// Makes a fresh key, and signs with it the claims that are there, or claims of its own where there are none.
    pub fn make_key(self, alg: Algorithm) {
        self.remember(Cause::Choice);
        let claims = self
            .source
            .with_untracked(|source| match &source.jws()?.payload {
                Payload::Claims(document) => Some(document.text().to_owned()),
                _ => None,
            });
        let claims = claims.unwrap_or_else(|| examples::claims(self.moment()));
        if alg.key_type() != KeyType::Rsa {
            let key = generate(alg, seed());
            return self.put_made(
                key.and_then(|key| examples::token_for(alg, &key, &claims)),
                None,
            );
        }
        self.with_rsa_key(move |jwk| {
            let input = KeyInput::read(jwk, SecretEncoding::Utf8);
            let key = input.single();
            self.put_made(
                key.and_then(|key| examples::token_for(alg, key, &claims)),
                None,
            );
        });
    }

    /// What is made here is made now, by the page's clock, in whole seconds as a token has them.
    fn moment(self) -> f64 {
        self.tick();
        self.now.get_untracked().floor()
    }

    /// Has the browser make an RSA key, and goes on with it unless something else happened meanwhile.
    fn with_rsa_key(self, go_on: impl FnOnce(&str) + 'static) {
        self.start_turn();
        self.is_making.set(true);
        let turn = self.turn.get_value();
        browser::rsa::generate(move |jwk| {
            if self.turn.get_value() != turn {
                return;
            }
            self.is_making.set(false);
            match jwk {
                Some(jwk) => go_on(&jwk),
                None => self.sign_problem.set(Some(labels::NO_RSA_HERE.to_owned())),
            }
        });
    }

    fn put_made(self, made: Option<Made>, example: Option<Example>) {
        let Some(made) = made else {
            return self.sign_problem.set(Some(labels::NOT_MADE.to_owned()));
        };
        // The clock stays where it stands.
        self.unlink(|from| {
            *from = FromLink {
                clock: from.clock,
                ..FromLink::default()
            }
        });
        self.load_token(made.token.clone(), example);
        if let Some(original) = made.original {
            self.original
                .set(Some(Shared::new(Original::new(original, example))));
        }
        self.encoding.set(made.encoding);
        self.required.set("token".to_owned());
        self.put_key(KeyText {
            text: made.key,
            lossy: false,
            of_example: example.is_some(),
        });
        if made.needs_signature {
            self.sign(made.token);
        }
    }
}

fn seed() -> Seed {
    Seed::new(browser::random_bytes())
}
