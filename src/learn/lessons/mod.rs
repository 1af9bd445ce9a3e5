//! The lessons, one file each.

mod claims;
mod confusion;
mod edit;
mod encoded;
mod guess;
mod hmac;
mod jwks;
mod keys;
mod myths;
mod none;
mod oidc;
mod own_key;
mod parts;
mod revoke;
mod sessions;
mod storage;
mod time;

use super::Lesson;

/// All of them, in their order.
pub static LESSONS: [Lesson; 17] = [
    parts::LESSON,
    encoded::LESSON,
    edit::LESSON,
    hmac::LESSON,
    keys::LESSON,
    jwks::LESSON,
    time::LESSON,
    claims::LESSON,
    sessions::LESSON,
    revoke::LESSON,
    storage::LESSON,
    oidc::LESSON,
    none::LESSON,
    confusion::LESSON,
    guess::LESSON,
    own_key::LESSON,
    myths::LESSON,
];
