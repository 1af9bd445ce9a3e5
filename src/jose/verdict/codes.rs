//! State and stable code of every answer: what tests, links and assistive technology may rely on.

use super::{FormatCheck, PolicyCheck, SignatureCheck, State, TimeCheck};
use crate::jose::header::HeaderError;
use crate::jose::selection::KeyProblem;

impl State {
    /// The word for it in `data-state`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Warn => "warn",
            Self::Fail => "fail",
            Self::Unknown => "unknown",
            Self::Idle => "idle",
        }
    }
}

impl super::Overall {
    /// The word for it in `data-state`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Verified => "verified",
            Self::Unverified => "unverified",
            Self::Rejected => "rejected",
        }
    }
}

impl FormatCheck {
    /// Its state.
    pub fn state(&self) -> State {
        self.state_and_code().0
    }

    /// Its code.
    pub fn code(&self) -> &'static str {
        self.state_and_code().1
    }

    fn state_and_code(&self) -> (State, &'static str) {
        match self {
            Self::Empty => (State::Idle, "format.empty"),
            Self::TooLong { .. } => (State::Fail, "format.too-long"),
            Self::Parts { .. } => (State::Fail, "format.parts"),
            Self::Header(_) => (State::Fail, "format.header"),
            Self::Part { .. } | Self::CutSignature(_) => (State::Fail, "format.base64url"),
            Self::Json(_) => (State::Fail, "format.json"),
            Self::Disclosure { .. } => (State::Fail, "format.disclosure"),
            Self::ManyDisclosures { .. } => (State::Fail, "format.too-long"),
            Self::Flawed { twice, .. } if !twice.is_empty() => (State::Warn, "format.duplicate"),
            Self::Flawed { .. } => (State::Warn, "format.cleaned"),
            Self::Conforming { .. } => (State::Pass, "format.conforming"),
        }
    }
}

impl SignatureCheck {
    /// Its state.
    pub fn state(&self) -> State {
        self.state_and_code().0
    }

    /// Its code.
    pub fn code(&self) -> &'static str {
        self.state_and_code().1
    }

    fn state_and_code(&self) -> (State, &'static str) {
        match self {
            Self::Nothing => (State::Idle, "signature.nothing"),
            Self::Verified(_) => (State::Pass, "signature.verified"),
            Self::Mismatch(_) => (State::Fail, "signature.mismatch"),
            Self::Malformed(_) | Self::PayloadMalformed(_) => (State::Fail, "signature.malformed"),
            Self::Missing => (State::Fail, "signature.missing"),
            Self::AlgNone => (State::Fail, "alg.none"),
            Self::AlgNotAllowed { .. } => (State::Fail, "alg.not-allowed"),
            Self::Crit(_) => (State::Fail, "header.crit"),
            Self::Header(HeaderError::Duplicate { .. }) => (State::Fail, "header.duplicate"),
            Self::Header(_) => (State::Fail, "header.malformed"),
            Self::AlgMissing => (State::Unknown, "alg.missing"),
            Self::Encrypted | Self::AlgUnsupported { .. } => (State::Unknown, "alg.unsupported"),
            Self::SerializationUnsupported => (State::Unknown, "serialization.unsupported"),
            Self::Key(problem) => (State::Unknown, problem.code()),
        }
    }
}

impl KeyProblem {
    /// Its code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing => "key.missing",
            Self::SelfAsserted { .. } => "key.self-asserted",
            Self::Unreadable(_) | Self::SecretUnreadable { .. } | Self::PlainText { .. } => {
                "key.unreadable"
            }
            Self::WrongType { .. } => "key.wrong-type",
            Self::NotForThis(_) => "key.not-for-this",
            Self::NoMatch { .. } => "key.no-match",
        }
    }
}

impl TimeCheck {
    /// Its state.
    pub fn state(&self) -> State {
        self.state_and_code().0
    }

    /// Its code.
    pub fn code(&self) -> &'static str {
        self.state_and_code().1
    }

    fn state_and_code(&self) -> (State, &'static str) {
        match self {
            Self::Nothing | Self::Unreadable(_) => (State::Idle, "time.nothing"),
            Self::InTime { .. } => (State::Pass, "time.in-time"),
            Self::NoExpiry { .. } => (State::Warn, "time.no-expiry"),
            Self::IssuedInFuture { .. } => (State::Warn, "time.issued-in-future"),
            Self::Expired { .. } => (State::Fail, "time.expired"),
            Self::NotYet { .. } => (State::Fail, "time.not-yet"),
            Self::Malformed(_) => (State::Fail, "time.malformed"),
        }
    }
}

impl PolicyCheck {
    /// Its state.
    pub fn state(self) -> State {
        self.state_and_code().0
    }

    /// Its code.
    pub fn code(self) -> &'static str {
        self.state_and_code().1
    }

    fn state_and_code(self) -> (State, &'static str) {
        match self {
            Self::NotChecked => (State::Idle, "policy.not-checked"),
            Self::Nothing => (State::Idle, "policy.nothing"),
            Self::Checked { errors: 1.., .. } => (State::Fail, "policy.broken"),
            Self::Checked { warnings: 1.., .. } => (State::Warn, "policy.warning"),
            Self::Checked { .. } => (State::Pass, "policy.kept"),
        }
    }
}
