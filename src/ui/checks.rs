//! The four checks with their words, made once and shown in several places.

use super::state::Inspector;
use crate::jose::State;
use crate::words::edited::{Edited, EditedParts};
use crate::words::{self, Said, labels};
use leptos::prelude::*;

/// A check as it is shown.
#[derive(Clone, PartialEq)]
pub struct Checked {
    pub state: State,
    pub code: &'static str,
    pub said: Said,
}

/// The checks in their order. A handle: cheap to copy.
#[derive(Clone, Copy)]
pub struct Checks {
    pub format: Memo<Checked>,
    pub signature: Memo<Checked>,
    pub time: Memo<Checked>,
    pub policy: Memo<Checked>,
    /// How the token was edited, if it was.
    pub edited: Memo<Option<Edited>>,
}

impl Checks {
    pub fn new(inspector: Inspector) -> Self {
        Self {
            format: Memo::new(move |_| {
                inspector.format.with(|check| Checked {
                    state: check.state(),
                    code: check.code(),
                    said: words::format::said(check),
                })
            }),
            signature: Memo::new(move |_| {
                inspector.signature.with(|check| Checked {
                    state: check.state(),
                    code: check.code(),
                    said: words::signature::said(check),
                })
            }),
            time: Memo::new(move |_| {
                inspector.time.with(|check| Checked {
                    state: check.state(),
                    code: check.code(),
                    said: words::time::said(check, inspector.now.get()),
                })
            }),
            policy: Memo::new(move |_| {
                inspector.verdict.with(|verdict| Checked {
                    state: verdict.policy.state(),
                    code: verdict.policy.code(),
                    said: labels::policy_said(),
                })
            }),
            edited: Memo::new(move |_| {
                let changes = inspector.differences.changes.get()?;
                Some(Edited {
                    what: EditedParts {
                        header: changes.header.is_changed,
                        payload: changes.payload.is_changed,
                        signature: changes.signature.is_changed,
                    },
                    characters: changes.header.edited
                        + changes.payload.edited
                        + changes.signature.edited,
                    was_verified: inspector.differences.original_verified.get(),
                })
            }),
        }
    }
}
