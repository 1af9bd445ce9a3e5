//! The lessons, one file each.

mod edit;

use super::Lesson;

/// All of them, in their order.
pub static LESSONS: [Lesson; 1] = [edit::LESSON];
