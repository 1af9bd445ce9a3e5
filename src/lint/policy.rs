//! What is a matter of taste, and may be set otherwise.

use super::Profile;

/// The claims every token should have that is used across systems, unless its kind is defined without them.
pub const DEFAULT_REQUIRED: [&str; 3] = ["exp", "aud", "iss"];

/// The longest lifetime, in seconds, where nothing else is set.
const DAY: u64 = 86_400;

/// The person's settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// What kind of token it is; `None` tells it by its looks.
    pub profile: Option<Profile>,
    /// The longest lifetime in seconds; `None` for a day.
    pub max_lifetime: Option<u64>,
    /// Claims that must be there.
    pub required: Vec<String>,
    /// The `iss` to expect.
    pub issuer: Option<String>,
    /// What `aud` must be or hold.
    pub audience: Option<String>,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            profile: None,
            max_lifetime: None,
            required: DEFAULT_REQUIRED.map(str::to_owned).into(),
            issuer: None,
            audience: None,
        }
    }
}

impl Policy {
    /// The longest lifetime for a kind of token, in seconds; `None` where its kind is made to live long.
    pub fn lifetime_of(&self, profile: Profile) -> Option<u64> {
        match (self.max_lifetime, profile) {
            (Some(seconds), _) => Some(seconds),
            (None, Profile::Credential | Profile::OtherType) => None,
            (None, _) => Some(DAY),
        }
    }

    /// Takes the names of the claims that must be there, with white space or commas between them.
    pub fn require(&mut self, names: &str) {
        let names = names.split([' ', ',', '\t', '\n']);
        self.required = names
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect();
    }

    pub(super) fn requires(&self, claim: &str) -> bool {
        self.required.iter().any(|name| name == claim)
    }
}
