//! The lessons, one file each.

mod edit;
mod guess;
mod myths;
mod oidc;

use super::Lesson;

/// All of them, in their order.
pub static LESSONS: [Lesson; 4] = [edit::LESSON, oidc::LESSON, guess::LESSON, myths::LESSON];
