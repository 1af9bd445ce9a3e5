//! Keys on their way out: as a JWK, as PEM, and by their thumbprint.

mod jwk;
mod pem;

pub use jwk::{JwkMembers, jwk, jwk_set, thumbprint};
pub use pem::pem;

/// Which half of a key pair leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    Public,
    /// The private half, which brings the public one along.
    Private,
}
