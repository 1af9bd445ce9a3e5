//! What the token was when it was last pasted, loaded, linked or signed, and how it differs from that now.

use super::Shared;
use crate::examples::Example;
use crate::jose::Changes;
use crate::jose::difference::{common_end, common_start};
use crate::jose::edit::{self, Editable};
use crate::jose::json::Document;
use crate::jose::verdict::State;
use crate::jose::{Algorithm, KeyInput, Source, verify};
use crate::ui::derived::Derived;
use crate::ui::kept::Kept;
use std::sync::OnceLock;

/// A token as it came.
pub struct Original {
    pub text: String,
    /// The example it belongs to.
    pub example: Option<Example>,
    /// Read when it is first asked for: most tokens are never edited.
    source: OnceLock<Source>,
}

impl Original {
    pub fn new(text: String, example: Option<Example>) -> Self {
        Self {
            text,
            example,
            source: OnceLock::new(),
        }
    }

    pub fn source(&self) -> &Source {
        self.source.get_or_init(|| Source::read(&self.text))
    }

    /// The JSON of a part as the page shows it.
    pub fn document(&self, part: Editable) -> Option<Document> {
        let bytes = match part {
            Editable::Header => self.source().header_bytes(),
            Editable::Payload => self.source().payload_bytes(),
        };
        Document::parse(edit::show(&bytes?, edit::MAX_INDENTED).text).ok()
    }
}

/// Whether a text is another one edited, and no new one: most of it stands where it stood, from the start or
/// from the end.
pub(super) fn is_edit_of(before: &str, now: &str) -> bool {
    let (before, now) = (before.as_bytes(), now.as_bytes());
    let start = common_start(before, now);
    let end = common_end(&before[start..], &now[start..]);
    (start + end) * 2 > before.len().max(now.len())
}

/// How the token differs from the original, as memos. A handle: cheap to copy.
#[derive(Clone, Copy)]
pub struct Differences {
    /// None where it does not differ, or cannot be compared.
    pub changes: Derived<Option<Shared<Changes>>>,
    /// Whether the original verifies with the key as it is now.
    pub original_verified: Derived<bool>,
}

impl Differences {
    /// Whether they are why the signature does not match.
    pub fn explain(self) -> bool {
        self.changes.with(Option::is_some) && self.original_verified.get()
    }

    pub(super) fn new(
        token: Kept<String>,
        source: Derived<Shared<Source>>,
        original: Kept<Option<Shared<Original>>>,
        key: Derived<Shared<KeyInput>>,
        required: Kept<String>,
    ) -> Self {
        let changes = Derived::new(move || {
            original.with(|original| {
                let original = original.as_ref()?;
                if token.with(|token| *token == original.text) {
                    return None;
                }
                let changes = source.with(|source| Changes::between(original.source(), source))?;
                Some(Shared::new(changes))
            })
        });
        let original_verified = Derived::new(move || {
            let required = required.with(|name| Algorithm::from_name(name));
            original.with(|original| {
                original.as_ref().is_some_and(|original| {
                    key.with(|key| {
                        verify::signature(original.source(), key, required).state() == State::Pass
                    })
                })
            })
        });
        Self {
            changes,
            original_verified,
        }
    }
}
