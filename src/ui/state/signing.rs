//! Signing again: at once where that is quick, in the worker where it is not.

use super::history::Cause;
use super::original::Original;
use super::{Inspector, Shared};
use crate::jose::Source;
use crate::jose::crypto::Seed;
use crate::jose::edit::Editable;
use crate::jose::sign::{SignError, Signer};
use crate::ui::browser;
use crate::words::edit::sign_problem;
use crate::words::labels;
use crate::worker::{Answer, Job};
use leptos::prelude::*;
use zeroize::Zeroizing;

impl Inspector {
    /// Signs the token as it is, at a click.
    pub fn sign_now(self) {
        self.remember(Cause::Choice);
        self.start_turn();
        self.sign_as_it_is();
    }

    pub(super) fn sign_as_it_is(self) {
        self.sign(self.token.get_untracked());
    }

    /// Puts a token under a new signature, where the key can make one; else as it is, and says why.
    pub(super) fn sign(self, token: String) {
        let source = Source::read(&token);
        let key = self.key_input.get_untracked();
        let signer = match Signer::new(&source, &key) {
            Ok(signer) => signer,
            Err(error) => return self.keep_signature(token, &error),
        };
        if signer.is_slow() {
            return self.sign_in_worker(token);
        }
        match signer.sign(&token, Seed::new(browser::random_bytes())) {
            Ok(signed) => self.put_signed(signed),
            Err(error) => self.keep_signature(token, &error),
        }
    }

    fn keep_signature(self, token: String, error: &SignError) {
        self.sign_problem.set(Some(sign_problem(error)));
        self.token.set(token);
    }

    /// What was just signed is what later edits are compared with.
    fn put_signed(self, token: String) {
        let example = self
            .original
            .with_untracked(|original| original.as_ref()?.example);
        self.original
            .set(Some(Shared::new(Original::new(token.clone(), example))));
        self.token.set(token);
        self.rebase(Editable::Header);
        self.rebase(Editable::Payload);
    }

    fn sign_in_worker(self, token: String) {
        let job = Job::Sign {
            token: token.clone(),
            key: self.key.with_untracked(|key| key.text.clone()),
            encoding: self.encoding.get_untracked(),
            seed: Zeroizing::new(browser::random_bytes()),
        };
        self.token.set(token);
        self.is_signing.set(true);
        let turn = self.turn.get_value();
        browser::worker::run(&job, move |answer| self.take_signed(turn, answer));
    }

    /// The worker's answer, unless something has happened since it was asked.
    fn take_signed(self, turn: u32, answer: Option<Answer>) {
        if self.turn.get_value() != turn {
            return;
        }
        self.is_signing.set(false);
        match answer {
            Some(Answer::Signed(token)) => self.put_signed(token),
            Some(Answer::Failed(problem)) => self.sign_problem.set(Some(problem)),
            Some(Answer::Diagnosed(_) | Answer::Guessed(_)) | None => self
                .sign_problem
                .set(Some(labels::WORKER_FAILED.to_owned())),
        }
    }
}
