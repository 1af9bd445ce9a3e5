//! Editing decoded parts: drafts, and what an edit does to the token.

use super::history::Cause;
use super::original::Original;
use super::{Inspector, OnEdit, Shared};
use crate::jose::Source;
use crate::jose::edit::{self, EditError, Editable};
use crate::ui::browser::Typed;
use crate::ui::kept::Kept;
use std::sync::Arc;

/// A decoded part that is being edited: its text as typed, and the token it started from, so that every
/// keystroke is one difference to that.
#[derive(Clone)]
pub struct Draft {
    pub text: String,
    /// Why the text is not in the token.
    pub problem: Option<EditError>,
    /// The text holds half a character, which no token can.
    pub lossy: bool,
    base: Arc<Base>,
}

struct Base {
    text: String,
    source: Shared<Source>,
}

impl Draft {
    /// Whether the token holds what was typed.
    pub fn is_in_token(&self) -> bool {
        self.problem.is_none() && !self.lossy
    }
}

impl Inspector {
    /// The draft of a part, if it is being edited.
    pub fn draft(self, part: Editable) -> Kept<Option<Draft>> {
        match part {
            Editable::Header => self.header_draft,
            Editable::Payload => self.payload_draft,
        }
    }

    /// Shows a part indented, however large it is.
    pub fn indent(self) {
        self.remember(Cause::Choice);
        self.most_indented.set(usize::MAX);
    }

    /// The bytes of a part as they were signed, as text.
    pub fn text_as_signed(self, part: Editable) -> String {
        let bytes = self.source.with_untracked(|source| match part {
            Editable::Header => source.header_bytes(),
            Editable::Payload => source.payload_bytes(),
        });
        String::from_utf8_lossy(&bytes.unwrap_or_default()).into_owned()
    }

    /// Whether what is typed in a part is not in the token.
    pub fn is_unapplied(self, part: Editable) -> bool {
        let draft = self.draft(part);
        draft.with(|draft| draft.as_ref().is_some_and(|draft| !draft.is_in_token()))
    }

    /// A decoded part was typed in.
    pub fn type_part(self, part: Editable, typed: Typed) {
        self.remember(match part {
            Editable::Header => Cause::Header,
            Editable::Payload => Cause::Payload,
        });
        let base = self.base_of_edit(part);
        let edited = edit::edit(
            &base.text,
            &base.source,
            part,
            &typed.text,
            self.most_indented.get_untracked(),
        );
        let problem = match edited {
            Ok(token) if !typed.lossy => {
                self.take_edited(token);
                self.carry_over_other_draft(part);
                None
            }
            Ok(_) => None,
            Err(problem) => Some(problem),
        };
        self.draft(part).set(Some(Draft {
            text: typed.text,
            problem,
            lossy: typed.lossy,
            base,
        }));
    }

    /// A decoded part was left: what is in the token now shows in its own layout.
    pub fn leave_part(self, part: Editable) {
        let draft = self.draft(part);
        if draft.with_untracked(|draft| draft.as_ref().is_some_and(Draft::is_in_token)) {
            draft.set(None);
        }
    }

    fn base_of_edit(self, part: Editable) -> Arc<Base> {
        let running = self.draft(part).with_untracked(|draft| {
            let draft = draft.as_ref()?;
            Some(Arc::clone(&draft.base))
        });
        running.unwrap_or_else(|| self.base_now())
    }

    fn base_now(self) -> Arc<Base> {
        Arc::new(Base {
            text: self.token.get_untracked(),
            source: self.source.get_untracked(),
        })
    }

    /// The other part's draft goes on from the token as it is now, or ends where it is in the token already.
    fn carry_over_other_draft(self, part: Editable) {
        let other = match part {
            Editable::Header => Editable::Payload,
            Editable::Payload => Editable::Header,
        };
        self.rebase(other);
        self.leave_part(other);
    }

    /// A draft that is not in the token goes on from the token as it is now.
    pub(super) fn rebase(self, part: Editable) {
        let draft = self.draft(part).get_untracked();
        if let Some(draft) = draft.filter(|draft| !draft.is_in_token()) {
            let base = self.base_now();
            self.draft(part).set(Some(Draft { base, ..draft }));
        }
    }

    /// An edited token arrives: it keeps its signature, or gets a new one where the key can make it.
    fn take_edited(self, token: String) {
        self.start_turn();
        self.unlink(|from| from.token = false);
        if self.original.with_untracked(Option::is_none) {
            let before = self.token.get_untracked();
            self.original
                .set(Some(Shared::new(Original::new(before, None))));
        }
        match self.on_edit.get_untracked() {
            OnEdit::Keep => self.token.set(token),
            OnEdit::Resign => self.sign(token),
        }
    }
}
