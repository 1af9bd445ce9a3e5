//! The table of contents, beside a lesson and on a page of its own.

use super::{Page, aside, press, truth};
use crate::learn::{Chapter, LESSONS, Lesson, Place};
use crate::node::{Node, el};
use crate::words::learn;

impl Page<'_> {
    /// All lessons by their chapters.
    pub fn toc(&self) -> Node {
        let nav = el("nav").class("toc").set("aria-label", learn::CONTENTS);
        nav.with_all(Chapter::ALL.into_iter().flat_map(|chapter| {
            let lessons = LESSONS.iter().enumerate();
            let lessons = lessons.filter(|(_, lesson)| lesson.chapter == chapter);
            let entries = lessons.map(|(at, lesson)| self.entry(at, lesson));
            [
                el("h2").say(learn::chapter(chapter)),
                el("ol").with_all(entries),
            ]
        }))
    }

    fn entry(&self, at: usize, lesson: &Lesson) -> Node {
        let is_here = matches!(self.place, Place::Step { lesson, .. } if lesson == at);
        let is_done = self.progress.has_all(lesson);
        let mut link = el("a")
            .set(
                "href",
                &Place::Step {
                    lesson: at,
                    step: 0,
                }
                .to_fragment(),
            )
            .set("aria-current", if is_here { "page" } else { "false" })
            .set("data-done", truth(is_done))
            .with(el("span").class("number").say(&(at + 1).to_string()))
            .say(lesson.title);
        if is_done {
            link = link.with(aside(&[", ", learn::DONE].concat()));
        }
        el("li").with(link)
    }

    /// The contents as a page.
    pub fn contents(&self) -> Node {
        let forget = el("button")
            .set("type", "button")
            .set("name", press::FORGET)
            .say(learn::FORGET);
        el("article").class("lesson").with_all([
            title(learn::CONTENTS),
            el("p").say(learn::INTRODUCTION),
            el("p").say(&learn::done_of(self.progress.lessons(), LESSONS.len())),
            self.way_on(),
            el("p").class("note").say(learn::KEPT),
            el("p").class("take-along").with(forget),
        ])
    }

    /// To the first step that was not done yet; from the last, to the first.
    fn way_on(&self) -> Node {
        let first = Place::Step { lesson: 0, step: 0 };
        let mut places = std::iter::successors(Some(first), |place| place.next());
        let is_open =
            |place: &Place| matches!(place.step(), Some((lesson, step)) if !self.has(lesson, step));
        let place = places.find(is_open).unwrap_or(first);
        let title = place.step().map_or("", |(lesson, _)| lesson.title);
        let words = match place == first {
            true => learn::BEGIN,
            false => learn::GO_ON,
        };
        let link = el("a")
            .class("turn")
            .set("data-ready", "true")
            .set("href", &place.to_fragment());
        el("p").with(link.say(words).say(title))
    }
}

/// The title of a page. It gets the focus when somebody comes here.
pub fn title(words: &str) -> Node {
    el("h2")
        .set("id", "place-title")
        .set("tabindex", "-1")
        .say(words)
}
