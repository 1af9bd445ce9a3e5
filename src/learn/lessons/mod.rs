//! The lessons, one file each.

mod confusion;
mod edit;
mod jwks;
mod keys;
mod none;
mod own_key;
mod time;

use super::Lesson;

/// All of them, in their order.
pub static LESSONS: [Lesson; 7] = [
    edit::LESSON,
    keys::LESSON,
    jwks::LESSON,
    time::LESSON,
    none::LESSON,
    confusion::LESSON,
    own_key::LESSON,
];
