//! What comes from a lesson.

use super::history::Cause;
use super::{Inspector, KeyText};
use crate::jose::SecretEncoding;
use zeroize::Zeroizing;

impl Inspector {
    /// Takes a token of a lesson and the key that it is judged with there.
    pub fn load_lesson(self, token: &str, key: &str) {
        self.remember(Cause::Choice);
        self.load_token(token.to_owned(), None);
        self.encoding.put(SecretEncoding::default());
        self.put_key(KeyText {
            text: Zeroizing::new(key.to_owned()),
            ..KeyText::default()
        });
    }
}
