//! What happens when something is typed, pasted, chosen or cleared.

use super::editing::Draft;
use super::history::Cause;
use super::original::{Original, is_edit_of};
use super::{FromLink, Inspector, KeyText, OnEdit, Shared};
use crate::examples::Example;
use crate::jose::SecretEncoding;
use crate::jose::edit::{MAX_INDENTED, with_line_feeds};
use crate::lint::Policy;
use crate::ui::browser::Typed;
use crate::ui::kept::Kept;
use zeroize::Zeroizing;

impl Inspector {
    /// The token box was typed in, or pasted into.
    pub fn type_token(self, typed: Typed) {
        self.remember(Cause::Token);
        self.unlink(FromLink::forget_token);
        let is_edit = self
            .token
            .with_untracked(|before| is_edit_of(before, &typed.text));
        let original = self.original.get_untracked().filter(|_| is_edit);
        match original {
            None => self.load_token(typed.text, None),
            Some(original) if original.source().jws().is_some() => self.put_token(typed.text),
            // Nothing can be compared with what was no token: what it becomes is the original.
            Some(original) => self.load_token(typed.text, original.example),
        }
    }

    /// A token was pasted, dropped or loaded as a whole.
    pub fn take_token(self, text: String) {
        self.remember(Cause::Choice);
        self.unlink(FromLink::forget_token);
        self.load_token(text, None);
    }

    /// The key box was typed in.
    pub fn type_key(self, typed: Typed) {
        self.remember(Cause::Key);
        self.forget_linked_key();
        self.put_key(KeyText {
            text: Zeroizing::new(typed.text),
            lossy: typed.lossy,
            of_example: false,
        });
    }

    /// A key was pasted, dropped or made as a whole.
    pub fn take_key(self, text: Zeroizing<String>, encoding: SecretEncoding) {
        self.remember(Cause::Choice);
        self.forget_linked_key();
        self.encoding.set(encoding);
        self.put_key(KeyText {
            text,
            ..KeyText::default()
        });
    }

    /// How a secret is written was chosen.
    pub fn choose_encoding(self, encoding: SecretEncoding) {
        self.remember(Cause::Choice);
        self.start_turn();
        self.encoding.set(encoding);
    }

    /// The algorithm to require was chosen.
    pub fn choose_algorithm(self, name: String) {
        self.remember(Cause::Choice);
        self.start_turn();
        self.unlink(|from| {
            from.algorithm = false;
            from.unknown_algorithm = None;
        });
        self.required.set(name);
    }

    /// The box of the token to compare with was typed in.
    pub fn type_other(self, text: String) {
        self.remember(Cause::Other);
        self.other.set(text);
    }

    /// Something else is expected of the token.
    pub fn change_policy(self, change: impl FnOnce(&mut Policy)) {
        self.remember(Cause::Choice);
        self.policy.update(change);
    }

    /// What an edit does to the signature was chosen. Signing again begins at once.
    pub fn choose_on_edit(self, choice: OnEdit) {
        self.remember(Cause::Choice);
        self.start_turn();
        self.on_edit.set(choice);
        if choice == OnEdit::Resign {
            self.sign_as_it_is();
        }
    }

    /// Back to the token as it was pasted, loaded or linked.
    pub fn restore_original(self) {
        let Some(original) = self.original.get_untracked() else {
            return;
        };
        self.remember(Cause::Choice);
        self.put_token(original.text.clone());
    }

    /// Empties the token box, and with it the example's key.
    pub fn clear_token(self) {
        self.take_token(String::new());
    }

    /// Empties the key box.
    pub fn clear_key(self) {
        self.take_key(Zeroizing::default(), self.encoding.get_untracked());
    }

    /// A time was chosen by hand, in seconds: "now" stands still there.
    pub fn set_clock(self, seconds: f64) {
        self.remember(Cause::Clock);
        self.unlink(|from| from.clock = false);
        self.frozen_now.set(Some(seconds));
    }

    /// Back from a frozen clock.
    pub fn use_real_clock(self) {
        self.remember(Cause::Choice);
        self.unlink(|from| from.clock = false);
        self.frozen_now.set(None);
    }

    /// How far clocks may differ was chosen, in seconds.
    pub fn choose_skew(self, seconds: u32) {
        self.remember(Cause::Choice);
        self.skew.set(seconds);
    }

    /// Another token, and the one that edits are compared with. The key of an example goes with its token.
    pub(super) fn load_token(self, text: String, example: Option<Example>) {
        // A text box has no other line ends.
        let text = with_line_feeds(&text);
        let original =
            (!text.is_empty()).then(|| Shared::new(Original::new(text.clone(), example)));
        self.original.set(original);
        self.most_indented.set(MAX_INDENTED);
        if example.is_none() && self.key.with_untracked(|key| key.of_example) {
            self.key.set(KeyText::default());
            self.encoding.set(SecretEncoding::default());
        }
        self.put_token(text);
    }

    /// Another text of the token, whole: nothing that was being edited stays.
    pub(super) fn put_token(self, text: String) {
        self.start_turn();
        self.token.set(text);
        self.drop_draft(self.header_draft);
        self.drop_draft(self.payload_draft);
    }

    fn drop_draft(self, draft: Kept<Option<Draft>>) {
        if draft.with_untracked(Option::is_some) {
            draft.set(None);
        }
    }

    pub(super) fn put_key(self, key: KeyText) {
        self.start_turn();
        self.key.set(key);
    }

    fn forget_linked_key(self) {
        self.unlink(|from| {
            from.key = false;
            from.demo_secret = false;
            from.secret_refused = false;
        });
    }
}
