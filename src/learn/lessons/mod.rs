//! The lessons, one file each.

mod edit;
mod oidc;

use super::Lesson;

/// All of them, in their order.
pub static LESSONS: [Lesson; 2] = [edit::LESSON, oidc::LESSON];
