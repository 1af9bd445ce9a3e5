//! The lessons, one file each.

mod edit;
mod keys;
mod none;

use super::Lesson;

/// All of them, in their order.
pub static LESSONS: [Lesson; 3] = [edit::LESSON, keys::LESSON, none::LESSON];
