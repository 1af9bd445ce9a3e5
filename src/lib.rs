//! JWT Inspector: what a token says, and how far it can be trusted.
//!
//! - [`jose`] is the core: it reads, verifies, signs and edits tokens, and knows nothing of browsers.
//! - [`doctor`] finds out why a signature does not verify.
//! - [`lint`] finds what is wrong or unwise about a token, rule by rule.
//! - [`learn`] has the lessons.
//! - [`words`] turns its answers into sentences.
//! - [`paint`] colours the texts of the boxes.
//! - [`panel`] names the explanations that a link can open.
//! - [`counterpart`] tells where in the token and its parts the same thing stands.
//! - [`examples`] are tokens and keys to start with.
//! - [`axis`] lays the times of a token out on a line.
//! - [`snippets`] verify such a token in code of your own.
//! - [`worker`] runs what takes long away from the page's thread.
//! - [`node`] is a piece of the page as data.
//! - [`place`] reads the page's address, and writes links.
//! - [`report`] writes down what was found, to take along.
//! - [`shortcut`] tells which key does what.
//! - `ui` is the page, for wasm only.

pub mod axis;
pub mod counterpart;
pub mod doctor;
pub mod examples;
pub mod jose;
pub mod learn;
pub mod lint;
pub mod node;
pub mod paint;
pub mod panel;
pub mod place;
pub mod report;
pub mod shortcut;
pub mod snippets;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod words;
pub mod worker;
