//! What comes with a link.

use super::history::Cause;
use super::{Inspector, KeyText};
use crate::jose::SecretEncoding;
use crate::place::{DemoSecret, Link};
use crate::ui::browser;
use zeroize::Zeroizing;

/// What came with a link, until it is changed by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FromLink {
    pub token: bool,
    /// What the maker of the link has to say of the token.
    pub note: String,
    pub key: bool,
    pub clock: bool,
    pub algorithm: bool,
    pub secret_refused: bool,
    /// The key is a secret that its maker marked as one that guards nothing.
    pub demo_secret: bool,
    /// An algorithm that was to be required, but is not supported.
    pub unknown_algorithm: Option<String>,
}

impl FromLink {
    pub(super) fn forget_token(&mut self) {
        self.token = false;
        self.note.clear();
    }
}

impl Inspector {
    /// Something that came with a link was changed by hand.
    pub(super) fn unlink(self, forget: impl FnOnce(&mut FromLink)) {
        let mut from = self.from_link.get_untracked();
        forget(&mut from);
        self.from_link.put(from);
    }

    /// Its note was read.
    pub fn close_note(self) {
        self.remember(Cause::Choice);
        self.unlink(|from| from.note.clear());
    }

    /// Takes what a link holds, now and whenever another is opened. Says whether there is one now.
    pub(super) fn follow_links(self) -> bool {
        browser::link::on_link(move |link| self.follow(link))
    }

    fn follow(self, link: Link) {
        self.remember(Cause::Choice);
        self.from_link.update(|from| {
            if link.token.is_some() {
                from.token = true;
                from.note = link.note.unwrap_or_default();
            }
            if link.key.is_some() || link.demo_secret.is_some() {
                from.key = link.key.is_some();
                from.demo_secret = link.demo_secret.is_some();
            }
            from.clock = link.now.is_some();
            from.algorithm |= link.algorithm.is_some();
            from.secret_refused = link.secret_refused;
            from.unknown_algorithm = link.unknown_algorithm;
        });
        if let Some(token) = link.token {
            self.load_token(token, None);
        }
        let key = link.key.map(Zeroizing::new);
        if let Some(text) = key.or(link.demo_secret.map(|DemoSecret(secret)| secret)) {
            self.encoding.put(SecretEncoding::Utf8);
            self.put_key(KeyText {
                text,
                ..KeyText::default()
            });
        }
        if let Some(name) = link.algorithm {
            self.required.set(name);
        }
        if let Some(panel) = link.panel {
            browser::after(0, move || browser::unfold(panel.name()));
        }
        self.frozen_now.set(link.now);
        self.policy.set(link.policy.unwrap_or_default());
    }
}
