//! Tokens in whatever was pasted: nobody has to clean up a token before pasting it, and what only looks like one is
//! left alone.

#[path = "../support/mod.rs"]
mod support;

mod anything;
mod kinds;
mod nothing;
mod pastes;
mod said;
mod tokens;
