//! What a person typed or chose, as signals; all else follows from it, as memos. Nothing writes a signal
//! but a handler of something that happened.

mod diagnosis;
mod editing;
mod history;
mod lesson;
mod link;
mod making;
mod original;
mod pasting;
mod pointing;
mod showing;
mod signing;
mod typing;

use super::browser;
use crate::jose::alg::Algorithm;
use crate::jose::edit::{self, Editable, Shown};
use crate::jose::key::KeyError;
use crate::jose::verdict::{self, SignatureCheck, Verdict};
use crate::jose::{KeyInput, SecretEncoding, Source, verify};
use crate::lint::{Finding, Place, Policy, Subject, lint, policy_check};
use crate::ui::derived::Derived;
use crate::ui::kept::Kept;
use crate::words::notes::Clock;
use diagnosis::Diagnosis;
pub use editing::Draft;
use history::History;
use leptos::prelude::*;
pub use link::FromLink;
pub use original::{Differences, Original};
pub use pasting::{Offer, Taken};
use std::ops::Deref;
use std::sync::Arc;
use zeroize::Zeroizing;

/// What an edit of header or payload does to the signature.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnEdit {
    #[default]
    Keep,
    Resign,
}

/// The text of the key box.
#[derive(Clone, Default)]
pub struct KeyText {
    pub text: Zeroizing<String>,
    /// The box holds half a character, which `text` cannot.
    lossy: bool,
    /// It goes when the example's token goes.
    pub of_example: bool,
}

impl AsRef<str> for KeyText {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

/// Something large that is made once and compared by identity.
pub struct Shared<T>(Arc<T>);

impl<T> Shared<T> {
    pub fn new(value: T) -> Self {
        Self(Arc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// The state of the inspector. A handle: cheap to copy.
#[derive(Clone, Copy)]
pub struct Inspector {
    pub token: Kept<String>,
    /// What the token was when it was last pasted, loaded, linked or signed.
    pub original: Kept<Option<Shared<Original>>>,
    pub differences: Differences,
    header_draft: Kept<Option<Draft>>,
    payload_draft: Kept<Option<Draft>>,
    pub key: Kept<KeyText>,
    pub encoding: Kept<SecretEncoding>,
    pub on_edit: Kept<OnEdit>,
    /// `token`, or the name of the algorithm to require.
    pub required: Kept<String>,
    /// Seconds.
    pub skew: Kept<u32>,
    pub frozen_now: Kept<Option<f64>>,
    pub from_link: Kept<FromLink>,
    /// Why the last edit was not signed again.
    pub sign_problem: Kept<Option<String>>,
    pub is_signing: Kept<bool>,
    pub is_making: Kept<bool>,
    /// The bytes of compact JSON up to which it is shown indented, for this token.
    pub most_indented: Kept<usize>,
    /// What became of the last paste.
    taken: Kept<Option<Taken>>,
    pub offer: Kept<Option<Shared<Offer>>>,
    pub policy: Kept<Policy>,
    /// Another token, to compare this one with.
    pub other: Kept<String>,
    diagnosis: Kept<Option<Shared<Diagnosis>>>,
    /// What the cure that was just taken did; empty once anything else has happened.
    pub done: Kept<String>,
    pointed: Kept<Option<Place>>,
    history: StoredValue<History>,
    clock: Kept<f64>,
    /// Counts what makes a signature that is still being made worthless.
    turn: StoredValue<u32>,
    pub source: Derived<Shared<Source>>,
    pub key_input: Derived<Shared<KeyInput>>,
    header: Derived<Option<Shown>>,
    payload: Derived<Option<Shown>>,
    pub now: Derived<f64>,
    pub signature: Derived<SignatureCheck>,
    /// The worst first.
    pub findings: Derived<Vec<Finding>>,
    pub verdict: Derived<Verdict>,
}

impl Inspector {
    pub fn new() -> Self {
        let token = Kept::new(String::new());
        let original = Kept::new(None);
        let key = Kept::new(KeyText::default());
        let encoding = Kept::new(SecretEncoding::default());
        let required = Kept::new("token".to_owned());
        let skew = Kept::new(0);
        let frozen_now = Kept::new(None);
        let clock = Kept::new(browser::now().floor());

        let source = Derived::new(move || token.with(|text| Shared::new(Source::read(text))));
        let key_input = Derived::new(move || {
            Shared::new(key.with(|key| match key.lossy {
                true => KeyInput::Unreadable(KeyError::HalfCharacter),
                false => KeyInput::read(&key.text, encoding.get()),
            }))
        });
        let most_indented = Kept::new(edit::MAX_INDENTED);
        let shown = move |bytes: Option<Vec<u8>>| {
            bytes.map(|bytes| edit::show(&bytes, most_indented.get()))
        };
        let header = Derived::new(move || source.with(|source| shown(source.header_bytes())));
        let payload = Derived::new(move || source.with(|source| shown(source.payload_bytes())));
        let now = Derived::new(move || frozen_now.get().unwrap_or_else(|| clock.get()));
        let signature = Derived::new(move || {
            let required = required.with(|name| Algorithm::from_name(name));
            source.with(|source| key_input.with(|key| verify::signature(source, key, required)))
        });
        let policy = Kept::new(Policy::default());
        let findings = Derived::new(move || {
            let (source, key, policy) = (source.get(), key_input.get(), policy.get());
            lint(&Subject {
                source: &source,
                key: &key,
                policy: &policy,
                now: now.get(),
                skew: f64::from(skew.get()),
            })
        });
        let verdict = Derived::new(move || {
            let (now, skew) = (now.get(), skew.get());
            source.with(|source| Verdict {
                format: verdict::format(source),
                signature: signature.get(),
                time: verdict::time(source, now, f64::from(skew)),
                policy: findings.with(|findings| policy_check(source, findings)),
            })
        });
        Self {
            token,
            original,
            differences: Differences::new(token, source, original, key_input, required),
            header_draft: Kept::new(None),
            payload_draft: Kept::new(None),
            key,
            encoding,
            on_edit: Kept::new(OnEdit::default()),
            required,
            skew,
            frozen_now,
            from_link: Kept::new(FromLink::default()),
            sign_problem: Kept::new(None),
            is_signing: Kept::new(false),
            is_making: Kept::new(false),
            most_indented,
            taken: Kept::new(None),
            offer: Kept::new(None),
            policy,
            other: Kept::new(String::new()),
            diagnosis: Kept::new(None),
            done: Kept::new(String::new()),
            pointed: Kept::new(None),
            history: StoredValue::new(History::default()),
            clock,
            turn: StoredValue::new(0),
            source,
            key_input,
            header,
            payload,
            now,
            signature,
            findings,
            verdict,
        }
    }

    /// The time by the real clock, whatever "now" is.
    pub fn real_now(self) -> f64 {
        self.clock.get()
    }

    /// A part as it is shown when it is not being edited.
    pub fn shown(self, part: Editable) -> Derived<Option<Shown>> {
        match part {
            Editable::Header => self.header,
            Editable::Payload => self.payload,
        }
    }

    /// Now, and how this place writes a time.
    pub fn calendar(self) -> Clock<'static> {
        Clock {
            now: self.now.get(),
            skew: f64::from(self.skew.get()),
            offset: &browser::minutes_east_of_utc,
        }
    }

    /// Looks at the clock. It counts whole seconds, as tokens do.
    pub fn tick(self) {
        self.clock.put(browser::now().floor());
    }

    /// Something was typed or chosen: it is judged at the time it is, not at that of the last tick, and
    /// whatever was being signed is of no use any more.
    fn start_turn(self) {
        self.tick();
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.is_signing.put(false);
        self.is_making.put(false);
        self.pointed.put(None);
        self.sign_problem.put(None);
    }
}
