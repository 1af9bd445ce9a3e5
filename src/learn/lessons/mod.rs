//! The lessons, one file each.

mod edit;
mod encoded;
mod parts;

use super::Lesson;

/// All of them, in their order.
pub static LESSONS: [Lesson; 3] = [parts::LESSON, encoded::LESSON, edit::LESSON];
