//! Which steps a learner has done.

use super::{LESSONS, Lesson};

/// The steps that are done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress(Vec<(&'static str, usize)>);

impl Progress {
    /// Reads what [`Progress::to_text`] wrote; what is no step of a lesson is left out.
    pub fn read(text: &str) -> Self {
        let mut progress = Self::default();
        for entry in text.split(' ') {
            let (slug, step) = entry.split_once('/').unwrap_or_default();
            if let (Some(lesson), Ok(step)) = (Lesson::find(slug), step.parse()) {
                progress.add(lesson, step);
            }
        }
        progress
    }

    pub fn to_text(&self) -> String {
        let entries = self.0.iter().map(|(slug, step)| format!("{slug}/{step}"));
        entries.collect::<Vec<_>>().join(" ")
    }

    pub fn add(&mut self, lesson: &Lesson, step: usize) {
        if step < lesson.length() && !self.has(lesson, step) {
            self.0.push((lesson.slug, step));
        }
    }

    pub fn has(&self, lesson: &Lesson, step: usize) -> bool {
        self.0.contains(&(lesson.slug, step))
    }

    /// Whether every step of a lesson is done.
    pub fn has_all(&self, lesson: &Lesson) -> bool {
        (0..lesson.length()).all(|step| self.has(lesson, step))
    }

    /// How many lessons are done.
    pub fn lessons(&self) -> usize {
        LESSONS.iter().filter(|lesson| self.has_all(lesson)).count()
    }
}
