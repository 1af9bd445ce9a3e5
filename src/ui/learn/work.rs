//! What a stage wants done that takes long.

use super::Learning;
use crate::learn::{Guessed, WORKED, Worked};
use crate::ui::browser;
use crate::worker::{Answer, Job};
use leptos::prelude::*;

impl Learning {
    /// Hands what the stage wants done to the worker, and tells the stage what came of it, so that it wants the next piece.
    pub(super) fn post_work(self) {
        let wanted = self.stage.with_untracked(|stage| stage.work.clone());
        let Some(work) = wanted.filter(|work| {
            self.posted
                .with_value(|posted| posted.as_ref() != Some(work))
        }) else {
            return;
        };
        self.posted.set_value(Some(work.clone()));
        let began = browser::now();
        browser::worker::run(&Job::Guess(work.clone()), move |answer| {
            self.posted.set_value(None);
            // What was stopped meanwhile, or begun anew, has no use for this.
            if self
                .stage
                .with_untracked(|stage| stage.work.as_ref() != Some(&work))
            {
                return self.post_work();
            }
            let guessed = match answer {
                Some(Answer::Guessed(guessed)) => guessed,
                _ => Guessed::default(),
            };
            let worked = Worked {
                tried: guessed.tried,
                milliseconds: ((browser::now() - began) * 1000.0) as u64,
                found: guessed.found.unwrap_or_default(),
            };
            self.act(WORKED, &worked.to_text());
        });
    }
}
