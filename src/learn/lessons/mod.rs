//! The lessons, one file each.

mod edit;
mod guess;
mod oidc;

use super::Lesson;

/// All of them, in their order.
pub static LESSONS: [Lesson; 3] = [edit::LESSON, oidc::LESSON, guess::LESSON];
