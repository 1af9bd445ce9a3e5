//! Where on the page somebody is: the part of an address behind `#/`.

use super::{LESSONS, Lesson};

/// A place of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    #[default]
    Inspector,
    /// The table of contents.
    Contents,
    /// A step of a lesson, by their places in [`LESSONS`] and in the lesson.
    Step { lesson: usize, step: usize },
}

impl Place {
    /// Reads a fragment, with its `#`. Of a lesson without a step, or without this step, the first; where there is no
    /// such lesson, the contents. Without a fragment it is the inspector, as on a page just opened.
    ///
    /// ```
    /// use jwt_inspector::learn::Place;
    /// assert_eq!(Place::read("#token=a.b.c"), None);
    /// assert_eq!(Place::read("#/"), Some(Place::Inspector));
    /// assert_eq!(Place::read(""), Some(Place::Inspector));
    /// assert_eq!(Place::read("#/learn/no-such-lesson"), Some(Place::Contents));
    /// ```
    pub fn read(fragment: &str) -> Option<Self> {
        if fragment.is_empty() {
            return Some(Self::Inspector);
        }
        let path = fragment.strip_prefix("#/")?;
        let mut names = path.split('/');
        if names.next() != Some("learn") {
            return Some(Self::Inspector);
        }
        let slug = names.next().unwrap_or_default();
        let Some(lesson) = LESSONS.iter().position(|lesson| lesson.slug == slug) else {
            return Some(Self::Contents);
        };
        let step = names.next().and_then(|step| step.parse::<usize>().ok());
        let step = step.and_then(|step| step.checked_sub(1));
        let step = step.filter(|step| *step < LESSONS[lesson].length());
        Some(Self::Step {
            lesson,
            step: step.unwrap_or(0),
        })
    }

    /// The fragment, with its `#`. Steps are counted from one.
    pub fn to_fragment(self) -> String {
        match self {
            Self::Inspector => "#/".to_owned(),
            Self::Contents => "#/learn".to_owned(),
            Self::Step { lesson, step } => {
                let slug = LESSONS[lesson].slug;
                ["#/learn/", slug, "/", &(step + 1).to_string()].concat()
            }
        }
    }

    /// The lesson and the step within it.
    pub fn step(self) -> Option<(&'static Lesson, usize)> {
        match self {
            Self::Step { lesson, step } => Some((&LESSONS[lesson], step)),
            _ => None,
        }
    }

    /// The step after this one, into the next lesson; none after the last.
    pub fn next(self) -> Option<Self> {
        let Self::Step { lesson, step } = self else {
            return None;
        };
        if step + 1 < LESSONS[lesson].length() {
            return Some(Self::Step {
                lesson,
                step: step + 1,
            });
        }
        let lesson = lesson + 1;
        (lesson < LESSONS.len()).then_some(Self::Step { lesson, step: 0 })
    }

    /// The step before this one; none before the first.
    pub fn previous(self) -> Option<Self> {
        let Self::Step { lesson, step } = self else {
            return None;
        };
        if let Some(step) = step.checked_sub(1) {
            return Some(Self::Step { lesson, step });
        }
        let lesson = lesson.checked_sub(1)?;
        let step = LESSONS[lesson].length() - 1;
        Some(Self::Step { lesson, step })
    }
}
