//! How servers can know who sends a request, and what that costs.

use crate::learn::tokens::{self, HS256, SECRET};

/// How the servers know who sends a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Design {
    /// By sessions, each server in its own memory; requests go to the servers in turn.
    Memory,
    /// The same, and the balancer sends a browser to the same server as long as that is up.
    Sticky,
    /// By sessions in one store that all servers ask.
    Store,
    /// By a signed token.
    Token,
}

/// What is known of who signed in.
const PERSON: &str = r#"{"sub":"42","name":"Ada","role":"editor"}"#;

/// 128 random bits.
const SESSION_ID: &str = "wq3Tz0YkRm5Xb9NfLs7PuA";

impl Design {
    pub const ALL: [Self; 4] = [Self::Memory, Self::Sticky, Self::Store, Self::Token];

    pub fn read(name: &str) -> Self {
        match name {
            "sticky" => Self::Sticky,
            "store" => Self::Store,
            "token" => Self::Token,
            _ => Self::Memory,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Memory => "Session in each server",
            Self::Sticky => "The same, sticky",
            Self::Store => "Session in a store",
            Self::Token => "Token",
        }
    }

    /// The bytes of the header line by which a request says who sends it.
    pub fn line(self) -> usize {
        match self {
            Self::Token => "Authorization: Bearer ".len() + token().len(),
            _ => "Cookie: sid=".len() + SESSION_ID.len(),
        }
    }

    /// The bytes that are kept for somebody who signed in.
    pub fn entry(self) -> usize {
        match self {
            Self::Token => 0,
            _ => SESSION_ID.len() + PERSON.len(),
        }
    }

    /// How often the store is asked for a request.
    pub fn lookups(self) -> usize {
        usize::from(self == Self::Store)
    }
}

/// The token that every server can judge.
pub fn token() -> String {
    let payload = [&PERSON[..PERSON.len() - 1], r#","exp":2000000000}"#].concat();
    tokens::signed(HS256, &payload, SECRET)
}
