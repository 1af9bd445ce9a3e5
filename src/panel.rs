//! The explanations of the inspector that a link can open.

/// An explanation that is folded at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    Header,
    Payload,
    HeaderBytes,
    PayloadBytes,
    Key,
    Signature,
}

impl Panel {
    pub const ALL: [Self; 6] = [
        Self::Header,
        Self::Payload,
        Self::HeaderBytes,
        Self::PayloadBytes,
        Self::Key,
        Self::Signature,
    ];

    /// Its name in a link, and the id of its element.
    pub fn name(self) -> &'static str {
        match self {
            Self::Header => "about-header",
            Self::Payload => "about-payload",
            Self::HeaderBytes => "bytes-of-header",
            Self::PayloadBytes => "bytes-of-payload",
            Self::Key => "about-key",
            Self::Signature => "about-signature",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|panel| panel.name() == name)
    }
}
