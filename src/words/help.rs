//! The help: what leaves the page, how to check that, and which keys do what.

use crate::shortcut::Shortcut;

pub const TITLE: &str = "What leaves this page: nothing";

/// A heading, and what is said under it.
pub const TOPICS: [(&str, &[&str]); 4] = [
    (
        "What happens to what you paste",
        &[
            "Tokens and keys are read, verified and signed by this page, in this browser. No server takes part.",
            "Once the page has loaded, its own security policy forbids every request, even to where it came from. Links in a token are shown, never opened.",
        ],
    ),
    (
        "How to check that",
        &[
            "The button in the top bar counts the requests that the browser reports, and those that the policy stopped.",
            "Open the network panel of the browser's developer tools, then paste a token: the list stays as it is.",
            "Go offline, and go on: everything works.",
            "Read the policy: it is the second Content-Security-Policy in the head of this page.",
        ],
    ),
    (
        "What is kept",
        &[
            "The theme, if you chose light or dark, and which steps of the lessons you have done. Nothing else: tokens and keys are gone when you leave or reload the page.",
        ],
    ),
    (
        "What a link may hold",
        &[
            "The token, a public key, the algorithm to require, and the time at which the clock stands. All of it is behind the #, which browsers send to no server, and it leaves the address bar as soon as it is read.",
            "A private key is never written into a link, and never read from one. A secret is only where you say that it guards nothing, and such a link says so.",
        ],
    ),
];

pub const SHORTCUTS: &str = "Keyboard shortcuts";
pub const SINGLE_KEYS: &str = "Single-key shortcuts, outside of text fields";

/// Those that need no letting: with keys that are held.
pub const ALWAYS: [(&str, &str); 4] = [
    ("Ctrl+Z", "Undo (⌘Z on a Mac)"),
    ("Ctrl+Shift+Z", "Redo (⇧⌘Z on a Mac)"),
    ("Esc", "Close what is open"),
    (
        "→ ← Space PgDn PgUp",
        "While presenting: to the next step, and back",
    ),
];

/// What a shortcut does.
pub fn shortcut(shortcut: Shortcut) -> &'static str {
    match shortcut {
        Shortcut::Help => "This help",
        Shortcut::Token => "To the token",
        Shortcut::Key => "To the key",
        Shortcut::Header => "To the header",
        Shortcut::Payload => "To the payload",
        Shortcut::CopyToken => "Copy the token",
        Shortcut::Share => "Share",
        Shortcut::Examples => "Examples",
        Shortcut::Theme => "Light or dark",
        Shortcut::Present => "Present: large, for a projector",
    }
}
