//! The lessons, one file each.

mod claims;
mod confusion;
mod edit;
mod encoded;
mod hmac;
mod jwks;
mod keys;
mod none;
mod own_key;
mod parts;
mod revoke;
mod sessions;
mod storage;
mod time;

use super::Lesson;

/// All of them, in their order.
pub static LESSONS: [Lesson; 14] = [
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
    none::LESSON,
    confusion::LESSON,
    own_key::LESSON,
];
