//! Undo across all boxes: what was typed or chosen before, as a whole.
//!
//! The browser's own undo knows one box at a time, and forgets it as soon as the page writes into that box,
//! which every edit of a decoded part does to the token.

use super::editing::Draft;
use super::original::Original;
use super::{FromLink, Inspector, KeyText, OnEdit, Shared};
use crate::jose::SecretEncoding;
use crate::lint::Policy;
use crate::ui::browser;
use leptos::prelude::*;
use std::collections::VecDeque;

/// Steps that are kept.
const MAX_STEPS: usize = 200;

/// Bytes of tokens and keys that are kept. What is read of them may be several times as much.
const MAX_BYTES: usize = 32 << 20;

/// Typing in one box, or moving the clock, is one step until it rests for this many seconds.
const REST: f64 = 1.0;

/// What a step came of: typing in the same box goes on with the same step.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    Token,
    Key,
    Header,
    Payload,
    Clock,
    Other,
    /// Everything that is a step of its own.
    Choice,
}

#[derive(Default)]
pub(super) struct History {
    past: VecDeque<Snapshot>,
    future: Vec<Snapshot>,
    last: Option<(Cause, f64)>,
}

#[derive(Clone)]
struct Snapshot {
    token: String,
    original: Option<Shared<Original>>,
    header_draft: Option<Draft>,
    payload_draft: Option<Draft>,
    key: KeyText,
    encoding: SecretEncoding,
    required: String,
    on_edit: OnEdit,
    from_link: FromLink,
    most_indented: usize,
    skew: u32,
    frozen_now: Option<f64>,
    policy: Policy,
    other: String,
}

impl Inspector {
    /// Remembers how things are, before something of this cause changes them.
    pub(super) fn remember(self, cause: Cause) {
        self.done.put(String::new());
        let now = browser::now();
        let goes_on = self.history.with_value(|history| {
            cause != Cause::Choice
                && history
                    .last
                    .is_some_and(|(last, at)| last == cause && (0.0..REST).contains(&(now - at)))
        });
        let snapshot = (!goes_on).then(|| self.snapshot());
        self.history.update_value(|history| {
            history.last = Some((cause, now));
            history.future.clear();
            if let Some(snapshot) = snapshot {
                history.past.push_back(snapshot);
                history.forget_the_oldest();
            }
        });
    }

    /// Takes the last step back.
    pub fn undo(self) {
        self.travel(
            |history| history.past.pop_back(),
            |history, now| history.future.push(now),
        );
    }

    /// Takes the last undo back.
    pub fn redo(self) {
        self.travel(
            |history| history.future.pop(),
            |history, now| history.past.push_back(now),
        );
    }

    fn travel(self, take: fn(&mut History) -> Option<Snapshot>, keep: fn(&mut History, Snapshot)) {
        let now = self.snapshot();
        let found = self.history.try_update_value(|history| {
            let found = take(history)?;
            keep(history, now);
            history.last = None;
            Some(found)
        });
        if let Some(snapshot) = found.flatten() {
            self.restore(snapshot);
        }
    }

    fn snapshot(self) -> Snapshot {
        Snapshot {
            token: self.token.get_untracked(),
            original: self.original.get_untracked(),
            header_draft: self.header_draft.get_untracked(),
            payload_draft: self.payload_draft.get_untracked(),
            key: self.key.get_untracked(),
            encoding: self.encoding.get_untracked(),
            required: self.required.get_untracked(),
            on_edit: self.on_edit.get_untracked(),
            from_link: self.from_link.get_untracked(),
            most_indented: self.most_indented.get_untracked(),
            skew: self.skew.get_untracked(),
            frozen_now: self.frozen_now.get_untracked(),
            policy: self.policy.get_untracked(),
            other: self.other.get_untracked(),
        }
    }

    fn restore(self, snapshot: Snapshot) {
        self.start_turn();
        self.done.put(String::new());
        self.token.set(snapshot.token);
        self.original.set(snapshot.original);
        self.header_draft.set(snapshot.header_draft);
        self.payload_draft.set(snapshot.payload_draft);
        self.key.set(snapshot.key);
        self.encoding.set(snapshot.encoding);
        self.required.set(snapshot.required);
        self.on_edit.set(snapshot.on_edit);
        self.from_link.set(snapshot.from_link);
        self.most_indented.set(snapshot.most_indented);
        self.skew.set(snapshot.skew);
        self.frozen_now.set(snapshot.frozen_now);
        self.policy.set(snapshot.policy);
        self.other.set(snapshot.other);
    }
}

impl History {
    fn forget_the_oldest(&mut self) {
        let bytes = |snapshot: &Snapshot| {
            snapshot.token.len() + snapshot.key.text.len() + snapshot.other.len()
        };
        let mut kept: usize = self.past.iter().map(bytes).sum();
        while self.past.len() > MAX_STEPS || (kept > MAX_BYTES && self.past.len() > 1) {
            kept -= self.past.pop_front().as_ref().map_or(0, bytes);
        }
    }
}
