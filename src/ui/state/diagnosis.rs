//! Why a signature fails: asked of the worker once things have come to rest, so that no verdict waits for it.

use super::history::Cause;
use super::{Inspector, KeyText, Shared};
use crate::jose::verdict::State;
use crate::jose::{Algorithm, KeyInput, Source, Token};
use crate::ui::{browser, verdict_panel};
use crate::words::doctor::{Note, Remedy, Told, done};
use crate::worker::{Answer, Job};
use leptos::prelude::*;

/// How long nothing must have changed, in milliseconds.
const REST: i32 = 250;

/// What was examined. Told apart by identity: whatever is typed makes another.
#[derive(Clone, PartialEq)]
struct Patient {
    source: Shared<Source>,
    key: Shared<KeyInput>,
    required: String,
}

/// What came of an examination.
pub struct Diagnosis {
    of: Patient,
    pub told: Told,
}

impl Diagnosis {
    /// What is said first.
    pub fn note(&self) -> Option<&Note> {
        let cure = self.told.cure.as_ref().map(|cure| &cure.note);
        cure.or(self.told.explained.first())
    }
}

impl Inspector {
    /// Examines whatever fails or cannot be checked, from now on.
    pub(super) fn examine_what_fails(self) {
        Effect::new(move || {
            let patient = self.patient();
            if self.ails() {
                browser::after(REST, move || self.examine(patient));
            }
        });
    }

    /// What was found out about the token and the key as they are now.
    pub fn diagnosis(self) -> Option<Shared<Diagnosis>> {
        let patient = self.patient();
        let diagnosis = self.diagnosis.get()?;
        (self.ails() && diagnosis.of == patient).then_some(diagnosis)
    }

    /// The same, unless an edit made here is known to be why it fails.
    pub fn unexplained(self) -> Option<Shared<Diagnosis>> {
        self.diagnosis().filter(|_| !self.differences.explain())
    }

    /// Makes the change that mends it, if there is one.
    pub fn mend(self) {
        let diagnosis = untrack(move || self.diagnosis());
        if let Some(cure) = diagnosis.and_then(|diagnosis| diagnosis.told.cure.clone()) {
            self.apply_cure(cure);
        }
    }

    /// Its button goes; whoever pressed it by keyboard gets to what it was for.
    fn apply_cure(self, cure: Remedy) {
        self.remember(Cause::Choice);
        self.done.set(done(&cure));
        let inputs = cure.apply;
        if inputs.any_algorithm {
            self.required.set("token".to_owned());
        }
        if let Some(encoding) = inputs.encoding {
            self.encoding.set(encoding);
        }
        if let Some(text) = inputs.key {
            let of_example = self.key.with_untracked(|key| key.of_example);
            self.put_key(KeyText {
                text,
                of_example,
                ..KeyText::default()
            });
        }
        match inputs.token {
            Some(token) => self.put_token(token),
            None => self.start_turn(),
        }
        verdict_panel::focus();
    }

    fn patient(self) -> Patient {
        Patient {
            source: self.source.get(),
            key: self.key_input.get(),
            required: self.required.get(),
        }
    }

    /// Whether there is anything to find out. A token without a key lacks just that; a text that is none may become one.
    fn ails(self) -> bool {
        let state = self.signature.with(|check| check.state());
        let has_key = self.key_input.with(|key| !matches!(**key, KeyInput::Empty));
        let is_unread = self
            .source
            .with(|source| matches!(source.token, Token::Other { .. }));
        state == State::Fail || (has_key && (state == State::Unknown || is_unread))
    }

    fn examine(self, patient: Patient) {
        if untrack(|| self.patient()) != patient {
            return;
        }
        let job = Job::Diagnose {
            token: self.token.get_untracked(),
            key: self.key.with_untracked(|key| key.text.clone()),
            encoding: self.encoding.get_untracked(),
            required: Algorithm::from_name(&patient.required),
        };
        browser::worker::run(&job, move |answer| {
            if let Some(Answer::Diagnosed(told)) = answer {
                let of = patient;
                self.diagnosis
                    .set(Some(Shared::new(Diagnosis { of, told })));
            }
        });
    }
}
