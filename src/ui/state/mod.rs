//! What a person typed or chose, as signals; all else follows from it, as memos. Nothing writes a signal
//! but a handler of something that happened.

mod editing;

use super::browser::{self, Typed};
use crate::jose::alg::Algorithm;
use crate::jose::edit::{self, Shown};
use crate::jose::key::KeyError;
use crate::jose::verdict::{self, FormatCheck, PolicyCheck, SignatureCheck, TimeCheck, Verdict};
use crate::jose::{KeyInput, SecretEncoding, Source, verify};
use crate::place::Link;
use editing::Draft;
use leptos::prelude::*;
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
}

impl AsRef<str> for KeyText {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

/// What came with a link, until it is changed by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FromLink {
    pub token: bool,
    pub key: bool,
    pub clock: bool,
    pub algorithm: bool,
    pub secret_refused: bool,
    /// An algorithm that was to be required, but is not supported.
    pub unknown_algorithm: Option<String>,
}

/// Something large that is made once and compared by identity.
pub struct Shared<T>(Arc<T>);

impl<T> Shared<T> {
    fn new(value: T) -> Self {
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
    pub token: RwSignal<String>,
    header_draft: RwSignal<Option<Draft>>,
    payload_draft: RwSignal<Option<Draft>>,
    pub key: RwSignal<KeyText>,
    pub encoding: RwSignal<SecretEncoding>,
    pub on_edit: RwSignal<OnEdit>,
    /// `token`, or the name of the algorithm to require.
    pub required: RwSignal<String>,
    /// Seconds.
    pub skew: RwSignal<u32>,
    pub frozen_now: RwSignal<Option<f64>>,
    pub from_link: RwSignal<FromLink>,
    /// Why the last edit was not signed again.
    pub sign_problem: RwSignal<Option<String>>,
    pub is_signing: RwSignal<bool>,
    clock: RwSignal<f64>,
    /// Counts what makes a signature that is still being made worthless.
    turn: StoredValue<u32>,
    pub source: Memo<Shared<Source>>,
    pub key_input: Memo<Shared<KeyInput>>,
    pub header: Memo<Option<Shown>>,
    pub payload: Memo<Option<Shown>>,
    pub now: Memo<f64>,
    pub format: Memo<FormatCheck>,
    pub signature: Memo<SignatureCheck>,
    pub time: Memo<TimeCheck>,
    pub verdict: Memo<Verdict>,
}

impl Inspector {
    pub fn new() -> Self {
        let token = RwSignal::new(String::new());
        let key = RwSignal::new(KeyText::default());
        let encoding = RwSignal::new(SecretEncoding::default());
        let required = RwSignal::new("token".to_owned());
        let skew = RwSignal::new(0);
        let frozen_now = RwSignal::new(None);
        let clock = RwSignal::new(browser::now());

        let source = Memo::new(move |_| token.with(|text| Shared::new(Source::read(text))));
        let key_input = Memo::new(move |_| {
            Shared::new(key.with(|key| match key.lossy {
                true => KeyInput::Unreadable(KeyError::HalfCharacter),
                false => KeyInput::read(&key.text, encoding.get()),
            }))
        });
        let shown = |bytes: Option<Vec<u8>>| bytes.map(|bytes| edit::show(&bytes));
        let header = Memo::new(move |_| source.with(|source| shown(source.header_bytes())));
        let payload = Memo::new(move |_| source.with(|source| shown(source.payload_bytes())));
        let now = Memo::new(move |_| frozen_now.get().unwrap_or_else(|| clock.get()));
        let format = Memo::new(move |_| source.with(|source| verdict::format(source)));
        let signature = Memo::new(move |_| {
            let required = required.with(|name| Algorithm::from_name(name));
            source.with(|source| key_input.with(|key| verify::signature(source, key, required)))
        });
        let time = Memo::new(move |_| {
            let (now, skew) = (now.get(), skew.get());
            source.with(|source| verdict::time(source, now, f64::from(skew)))
        });
        let verdict = Memo::new(move |_| Verdict {
            format: format.get(),
            signature: signature.get(),
            time: time.get(),
            policy: PolicyCheck::NotChecked,
        });
        Self {
            token,
            header_draft: RwSignal::new(None),
            payload_draft: RwSignal::new(None),
            key,
            encoding,
            on_edit: RwSignal::new(OnEdit::default()),
            required,
            skew,
            frozen_now,
            from_link: RwSignal::new(FromLink::default()),
            sign_problem: RwSignal::new(None),
            is_signing: RwSignal::new(false),
            clock,
            turn: StoredValue::new(0),
            source,
            key_input,
            header,
            payload,
            now,
            format,
            signature,
            time,
            verdict,
        }
    }

    /// Another second has passed.
    pub fn tick(self) {
        self.clock.set(browser::now());
    }

    /// The token box was typed in.
    pub fn type_token(self, typed: Typed) {
        self.from_link.update(|from| from.token = false);
        self.put_token(typed.text);
    }

    /// The key box was typed in.
    pub fn type_key(self, typed: Typed) {
        self.from_link.update(|from| {
            from.key = false;
            from.secret_refused = false;
        });
        self.put_key(KeyText {
            text: Zeroizing::new(typed.text),
            lossy: typed.lossy,
        });
    }

    /// How a secret is written was chosen.
    pub fn choose_encoding(self, encoding: SecretEncoding) {
        self.start_turn();
        self.encoding.set(encoding);
    }

    /// The algorithm to require was chosen.
    pub fn choose_algorithm(self, name: String) {
        self.from_link.update(|from| {
            from.algorithm = false;
            from.unknown_algorithm = None;
        });
        self.required.set(name);
    }

    /// What an edit does to the signature was chosen.
    pub fn choose_on_edit(self, choice: OnEdit) {
        self.start_turn();
        self.on_edit.set(choice);
    }

    /// The time by the real clock, whatever "now" is.
    pub fn real_now(self) -> f64 {
        self.clock.get()
    }

    /// A time was chosen by hand, in seconds: "now" stands still there.
    pub fn set_clock(self, seconds: f64) {
        self.from_link.update(|from| from.clock = false);
        self.frozen_now.set(Some(seconds));
    }

    /// Back from a frozen clock.
    pub fn use_real_clock(self) {
        self.from_link.update(|from| from.clock = false);
        self.frozen_now.set(None);
    }

    /// Takes what a link holds, now and whenever another is opened.
    pub fn follow_links(self) {
        browser::on_link(move |link| self.follow(link));
    }

    fn follow(self, link: Link) {
        self.from_link.update(|from| {
            from.token |= link.token.is_some();
            from.key |= link.key.is_some();
            from.clock = link.now.is_some();
            from.algorithm |= link.algorithm.is_some();
            from.secret_refused = link.secret_refused;
            from.unknown_algorithm = link.unknown_algorithm;
        });
        if let Some(token) = link.token {
            self.put_token(token);
        }
        if let Some(key) = link.key {
            self.put_key(KeyText {
                text: Zeroizing::new(key),
                lossy: false,
            });
        }
        if let Some(name) = link.algorithm {
            self.required.set(name);
        }
        self.frozen_now.set(link.now);
    }

    /// Another token, whole: nothing that was being edited stays.
    fn put_token(self, text: String) {
        self.start_turn();
        self.token.set(text);
        self.header_draft.set(None);
        self.payload_draft.set(None);
    }

    fn put_key(self, key: KeyText) {
        self.start_turn();
        self.key.set(key);
    }

    /// Something was typed or chosen: it is judged at the time it is, not at that of the last tick, and
    /// whatever was being signed is of no use any more.
    fn start_turn(self) {
        self.tick();
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.is_signing.set(false);
        self.sign_problem.set(None);
    }
}
