//! The lessons, one file each.

mod claims;
mod edit;
mod encoded;
mod hmac;
mod parts;
mod revoke;
mod sessions;
mod storage;

use super::Lesson;

/// All of them, in their order.
pub static LESSONS: [Lesson; 8] = [
    parts::LESSON,
    encoded::LESSON,
    edit::LESSON,
    hmac::LESSON,
    claims::LESSON,
    sessions::LESSON,
    revoke::LESSON,
    storage::LESSON,
];
