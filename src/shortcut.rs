//! Keys that do something when pressed alone, outside of text fields.

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// Opens the help.
    Help,
    /// To the token box.
    Token,
    /// To the key box.
    Key,
    /// To the decoded header.
    Header,
    /// To the decoded payload.
    Payload,
    /// Copies the token.
    CopyToken,
    /// Opens the sharing.
    Share,
    /// Opens the examples.
    Examples,
    /// Turns light to dark and dark to light.
    Theme,
    /// Slides for a projector, or no slides any more.
    Present,
}

impl Shortcut {
    /// All of them, with their keys as the browser names them (`KeyboardEvent.key`).
    pub const ALL: [(&'static str, Self); 10] = [
        ("?", Self::Help),
        ("t", Self::Token),
        ("k", Self::Key),
        ("h", Self::Header),
        ("p", Self::Payload),
        ("c", Self::CopyToken),
        ("s", Self::Share),
        ("e", Self::Examples),
        ("l", Self::Theme),
        ("f", Self::Present),
    ];

    /// Whether it does something where a lesson is shown, and not the inspector.
    pub fn is_for_lessons(self) -> bool {
        matches!(self, Self::Help | Self::Theme | Self::Present)
    }

    /// What a key does, with caps lock or without.
    pub fn of_key(key: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|(name, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, shortcut)| shortcut)
    }
}
