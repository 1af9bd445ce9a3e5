//! The lessons, one file each.

mod edit;
mod revoke;
mod sessions;
mod storage;

use super::Lesson;

/// All of them, in their order.
pub static LESSONS: [Lesson; 4] = [
    edit::LESSON,
    sessions::LESSON,
    revoke::LESSON,
    storage::LESSON,
];
