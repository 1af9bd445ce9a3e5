//! The verdict in words, made once for what happened and shown in several places.

use super::state::Inspector;
use crate::jose::{Overall, State};
use crate::ui::derived::Derived;
use crate::words::edited::{Edited, EditedParts};
use crate::words::verdict::Headline;
use crate::words::{self, Said, labels};

/// A check as it is shown.
#[derive(Clone, PartialEq)]
pub struct Checked {
    pub name: &'static str,
    pub label: &'static str,
    pub state: State,
    pub code: &'static str,
    pub said: Said,
}

/// All that the page says of a token's verdict.
#[derive(Clone, PartialEq)]
pub struct Judged {
    pub overall: Overall,
    pub headline: Headline,
    /// Format, signature, time, policy.
    pub checks: [Checked; 4],
}

impl Judged {
    /// The sentence under the headline: where it is `found` out why the token fails, that and what else fails in
    /// place of what may be the reason.
    pub fn detail(&self, found: Option<&str>) -> String {
        let Some(found) = found else {
            return self.headline.detail.clone();
        };
        let [_, _, rest @ ..] = &self.checks;
        let failing = rest.iter().filter(|check| check.state == State::Fail);
        failing.fold(found.to_owned(), |said, check| {
            said + " " + &check.said.sentence
        })
    }
}

/// One memo for all of it, as a keystroke changes most of it anyway.
#[derive(Clone, Copy)]
pub struct Checks(pub Derived<Judged>);

impl Checks {
    pub fn new(inspector: Inspector) -> Self {
        Self(Derived::new(move || judged(inspector)))
    }
}

fn judged(inspector: Inspector) -> Judged {
    let now = inspector.now.get();
    let edited = edited(inspector);
    inspector.verdict.with(|verdict| {
        let check = |index: usize, state, code, said| Checked {
            name: ["format", "signature", "time", "policy"][index],
            label: labels::CHECKS[index],
            state,
            code,
            said,
        };
        let (format, signature) = (&verdict.format, &verdict.signature);
        let (time, policy) = (&verdict.time, &verdict.policy);
        Judged {
            overall: verdict.overall(),
            headline: words::verdict::headline(verdict, edited.as_ref(), now),
            checks: [
                check(
                    0,
                    format.state(),
                    format.code(),
                    words::format::said(format),
                ),
                check(
                    1,
                    signature.state(),
                    signature.code(),
                    words::verdict::of_signature(verdict, edited.as_ref()),
                ),
                check(2, time.state(), time.code(), words::time::said(time, now)),
                check(
                    3,
                    policy.state(),
                    policy.code(),
                    words::policy::said(*policy),
                ),
            ],
        }
    })
}

/// How the token was edited, if it was.
fn edited(inspector: Inspector) -> Option<Edited> {
    let changes = inspector.differences.changes.get()?;
    Some(Edited {
        what: EditedParts {
            header: changes.header.is_changed,
            payload: changes.payload.is_changed,
            signature: changes.signature.is_changed,
        },
        characters: changes.header.edited + changes.payload.edited + changes.signature.edited,
        was_verified: inspector.differences.original_verified.get(),
    })
}
