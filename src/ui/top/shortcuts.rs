//! What the keys of [`Shortcut`] do.

use super::super::inspector;
use super::super::notice::Notice;
use super::share::Sharing;
use super::theme::Theme;
use super::{browser, help};
use crate::shortcut::Shortcut;
use crate::ui::kept::Kept;
use crate::ui::learn::Learning;
use crate::words::labels;
use leptos::prelude::expect_context;

/// How long the page says what a key did, in milliseconds.
const MOMENT: i32 = 2500;

/// Listens for as long as the page lives; keys pressed alone only where `single_keys` allows them.
pub fn listen(single_keys: Kept<bool>, theme: Kept<Theme>, sharing: Sharing, notice: Notice) {
    let token = inspector().token;
    let learning: Learning = expect_context();
    browser::keyboard::on_key(move |key| {
        if learning.turn_by_key(key) {
            return true;
        }
        let Some(shortcut) = Shortcut::of_key(key).filter(|_| single_keys.get_untracked()) else {
            return false;
        };
        // The inspector cannot be seen behind a lesson: nothing happens to it there.
        if learning.is_here() && !shortcut.is_for_lessons() {
            return false;
        }
        match shortcut {
            Shortcut::Help => browser::dialog::open(help::ID),
            Shortcut::Token => browser::focus("token"),
            Shortcut::Key => browser::focus("key"),
            Shortcut::Header => browser::focus("header-json"),
            Shortcut::Payload => browser::focus("payload-json"),
            Shortcut::CopyToken => token.with_untracked(|token| copy(token, notice)),
            Shortcut::Share => sharing.open(),
            Shortcut::Examples => browser::press("examples"),
            Shortcut::Present => learning.present(),
            Shortcut::Theme => {
                theme.update(|theme| *theme = theme.opposite());
                theme.get_untracked().show();
            }
        }
        true
    });
}

fn copy(token: &str, notice: Notice) {
    if token.is_empty() {
        return notice.say(labels::NO_TOKEN_TO_COPY, MOMENT);
    }
    browser::clipboard::copy(token, move |copied| {
        let words = if copied {
            labels::TOKEN_COPIED
        } else {
            labels::NOT_COPIED
        };
        notice.say(words, MOMENT);
    });
}
