//! What is said for a moment, of something that was just done.

use super::browser;
use crate::ui::kept::Kept;
use leptos::prelude::*;

/// A handle: cheap to copy.
#[derive(Clone, Copy)]
pub struct Notice {
    words: Kept<&'static str>,
    /// Counts what was said: a timer ends only its own words.
    said: StoredValue<u32>,
}

impl Notice {
    pub fn new() -> Self {
        Self {
            words: Kept::new(""),
            said: StoredValue::new(0),
        }
    }

    /// Says it, for some milliseconds.
    pub fn say(self, words: &'static str, milliseconds: i32) {
        self.words.set(words);
        self.said.update_value(|said| *said = said.wrapping_add(1));
        let this = self.said.get_value();
        browser::after(milliseconds, move || {
            if self.said.try_get_value() == Some(this) {
                self.words.set("");
            }
        });
    }

    pub fn end(self) {
        self.words.set("");
    }

    /// What is being said; nothing most of the time.
    pub fn words(self) -> &'static str {
        self.words.get()
    }
}
