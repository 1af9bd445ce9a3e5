//! What is chosen before the half hour begins.

#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub event: Event,
    /// For how many minutes an access token is good.
    pub life: usize,
    /// The API has a list of revoked tokens.
    pub denylist: bool,
    pub refresh: Refresh,
    /// The minute from which on the thief uses what was stolen.
    pub thief_from: usize,
}

/// What happens in the minute after you signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A thief has copied the access token, and you log out.
    LogOut,
    /// From now on you may only read.
    Rights,
    /// A thief has copied the refresh token.
    RefreshStolen,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refresh {
    None,
    /// A refresh token that stays the same.
    Same,
    /// Another one at each use.
    Rotated,
}
