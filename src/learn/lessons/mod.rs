//! The lessons, one file each.

mod edit;
mod parts;

use super::Lesson;

/// All of them, in their order.
pub static LESSONS: [Lesson; 2] = [parts::LESSON, edit::LESSON];
