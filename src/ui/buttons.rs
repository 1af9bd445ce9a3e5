//! What the buttons do that are shown as data, by their names: one listener for all of them.

use super::state::Inspector;
use super::{browser, chooser, verdict_panel};
use crate::node::{Node, el};

/// Makes the change that was found to mend it.
pub const MEND: &str = "inspector-mend";
pub const UNDO: &str = "inspector-undo";
/// Back to the original.
pub const RESTORE: &str = "inspector-restore";
/// Under a new signature.
pub const SIGN: &str = "inspector-sign";
/// Takes one of the tokens that were found: its value is which.
pub const CHOOSE: &str = "inspector-choose";
/// Takes the note of a link away.
pub const CLOSE_NOTE: &str = "inspector-close-note";
/// Goes on with what was pasted.
pub const GO_ON: &str = "inspector-go-on";

/// A button by its name, without its words.
pub fn button(name: &str) -> Node {
    el("button").set("type", "button").set("name", name)
}

/// Listens for as long as the page lives.
pub fn listen(inspector: Inspector) {
    browser::stage::on_press(move |name, value| press(inspector, name, value));
}

fn press(inspector: Inspector, name: &str, value: &str) {
    match name {
        MEND => inspector.mend(),
        UNDO => then_stay(inspector, Inspector::undo),
        RESTORE => then_stay(inspector, Inspector::restore_original),
        SIGN => then_stay(inspector, Inspector::sign_now),
        CLOSE_NOTE => then_stay(inspector, Inspector::close_note),
        CHOOSE => chooser::choose(inspector, value),
        GO_ON => inspector.go_on_with_pasted(),
        _ => {}
    }
}

/// The button goes; whoever pressed it by keyboard stays with what it was for.
fn then_stay(inspector: Inspector, act: fn(Inspector)) {
    act(inspector);
    verdict_panel::focus();
}
