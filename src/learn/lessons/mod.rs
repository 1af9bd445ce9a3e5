//! The lessons, one file each.

mod claims;
mod edit;
mod encoded;
mod hmac;
mod parts;

use super::Lesson;

/// All of them, in their order.
pub static LESSONS: [Lesson; 5] = [
    parts::LESSON,
    encoded::LESSON,
    edit::LESSON,
    hmac::LESSON,
    claims::LESSON,
];
