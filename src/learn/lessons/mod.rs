//! The lessons, one file each.

mod edit;
mod keys;
mod none;
mod time;

use super::Lesson;

/// All of them, in their order.
pub static LESSONS: [Lesson; 4] = [edit::LESSON, keys::LESSON, time::LESSON, none::LESSON];
