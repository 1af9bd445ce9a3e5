//! What comes from a lesson.

use super::history::Cause;
use super::{FromLink, Inspector, KeyText};
use crate::jose::SecretEncoding;
use crate::lint::Policy;
use zeroize::Zeroizing;

impl Inspector {
    /// Takes a token of a lesson and the key that it is judged with there. What was expected of another token is not
    /// expected of this one.
    pub fn load_lesson(self, token: &str, key: &str) {
        self.remember(Cause::Choice);
        self.load_token(token.to_owned(), None);
        self.from_link.put(FromLink::default());
        self.required.put("token".to_owned());
        self.policy.put(Policy::default());
        self.frozen_now.put(None);
        self.encoding.put(SecretEncoding::default());
        self.put_key(KeyText {
            text: Zeroizing::new(key.to_owned()),
            ..KeyText::default()
        });
    }
}
