//! The colours: the system's, light or dark.

use super::browser;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    System,
    Light,
    Dark,
}

impl Theme {
    /// What the page shows now.
    pub fn shown() -> Self {
        match browser::theme::shown().as_str() {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }

    /// The one that the button goes on to.
    pub fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    /// Light for dark and dark for light.
    pub fn opposite(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::System if browser::theme::system_is_dark() => Self::Light,
            _ => Self::Dark,
        }
    }

    /// Shows it. Light and dark are remembered.
    pub fn show(self) {
        match self {
            Self::System => browser::theme::forget(),
            _ => browser::theme::choose(self.name()),
        }
    }

    /// Its name in the page and the stylesheet.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}
