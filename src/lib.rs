//! JWT Inspector: what a token says, and how far it can be trusted.
//!
//! - [`jose`] is the core: it reads, verifies, signs and edits tokens, and knows nothing of browsers.
//! - [`words`] turns its answers into sentences.
//! - [`axis`] lays the times of a token out on a line.
//! - [`worker`] runs what takes long away from the page's thread.
//! - [`place`] reads the page's address.
//! - `ui` is the page, for wasm only.

pub mod axis;
pub mod jose;
pub mod place;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod words;
pub mod worker;
