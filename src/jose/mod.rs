//! The core: JOSE, and nothing of browsers.
//!
//! No clock and no randomness of its own: both are arguments. What was pasted is parsed into types
//! that keep every character; the original characters are what is verified (RFC 7515 section 5.2).
//!
//! ```
//! use jwt_inspector::jose::{KeyInput, SecretEncoding, Policy, Source, State, verify};
//!
//! let token = Source::read("eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjIwMDAwMDAwMDB9.WKVSvmy3Hmr8K6wFZ7uVFcc5rxwGvVEqBUNgrhRZMWs");
//! let key = KeyInput::read("an example, not a secret", SecretEncoding::Utf8);
//! let verdict = verify(&token, &key, &Policy::default(), 1_900_000_000.0);
//! assert_eq!(verdict.signature.state(), State::Fail);
//! assert_eq!(verdict.signature.code(), "signature.mismatch");
//! ```

pub mod alg;
pub mod base64url;
pub mod carrier;
pub mod changes;
pub mod claims;
pub mod clean;
pub mod compact;
pub mod compose;
pub mod crypto;
pub mod difference;
pub mod edit;
pub mod extract;
pub mod header;
pub mod json;
pub mod json_serialization;
pub mod key;
pub mod octets;
pub mod opened;
pub mod payload;
pub mod selection;
mod shown_span;
pub mod sign;
pub mod span;
pub mod token;
pub mod verdict;
pub mod verify;
pub mod versus;

pub use alg::{AlgName, Algorithm};
pub use carrier::Carrier;
pub use changes::Changes;
pub use clean::Cleaning;
pub use key::{KeyInput, SecretEncoding};
pub use payload::Payload;
pub use shown_span::{shown_span, written_span};
pub use span::Span;
pub use token::{Source, Token};
pub use verdict::{Overall, State, Verdict};
pub use verify::{Policy, verify};
