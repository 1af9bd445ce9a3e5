//! The lessons, one file each.

mod edit;
mod revoke;
mod sessions;

use super::Lesson;

/// All of them, in their order.
pub static LESSONS: [Lesson; 3] = [edit::LESSON, sessions::LESSON, revoke::LESSON];
