//! One step of a lesson: its text, and its stage.

use super::blocks::block;
use super::contents::title;
use super::prose::said;
use super::{Page, aside, press, truth};
use crate::learn::{Lesson, Place};
use crate::node::{Node, el};
use crate::words::learn;

impl Page<'_> {
    /// What is to be known, and what is to be done.
    pub fn article(&self, lesson: &Lesson, step: usize) -> Node {
        let (name, text, task) = match lesson.steps.get(step) {
            Some(step) => (step.title, step.text, step.task),
            None => (learn::QUESTIONS, "", learn::ASKED),
        };
        let facts = &self.stage.facts;
        let to_contents = el("a")
            .set("href", &Place::Contents.to_fragment())
            .say(learn::CONTENTS);
        let place = el("p")
            .class("where")
            .with(to_contents)
            .say(" › ")
            .say(lesson.title);
        let done = if self.stage.is_done {
            learn::TASK_DONE
        } else {
            ""
        };
        let task = el("section")
            .class("try")
            .set("data-done", truth(self.stage.is_done))
            .with(el("h3").say(learn::TRY_IT))
            .with_all(said(task, facts))
            .with(el("p").class("did").set("role", "status").say(done));
        el("article")
            .class("lesson")
            .with_all([place, title(name)])
            .with_all(said(text, facts))
            .with(task)
    }

    /// What was to be seen, and the ways from here: behind the stage for whoever comes from it.
    pub fn further(&self, lesson: &'static Lesson, step: usize) -> Node {
        let after = lesson.steps.get(step).map_or("", |step| step.after);
        el("div")
            .class("lesson further")
            .with_all(said(after, &self.stage.facts))
            .with(self.turns(lesson, step))
            .with(self.take_along(lesson))
    }

    /// Slides of it, and a frame of it for another page.
    fn take_along(&self, lesson: &Lesson) -> Node {
        let embed = super::embed_code(self.address, &self.place.to_fragment(), lesson.title);
        let present = match self.is_presenting {
            true => learn::END,
            false => learn::PRESENT,
        };
        el("p").class("take-along").with_all([
            own_button(press::AGAIN, learn::START_AGAIN),
            own_button(press::PRESENT, present),
            own_button(press::COPY, learn::COPY_EMBED).set("value", &embed),
        ])
    }

    pub fn stage_node(&self) -> Node {
        let blocks = self.stage.blocks.iter().map(|found| block(self, found));
        el("section")
            .class("stage")
            .set("data-step", &self.place.to_fragment())
            .set("aria-label", learn::STAGE)
            .with_all(blocks)
    }

    /// Back, on, and where one is.
    fn turns(&self, lesson: &'static Lesson, step: usize) -> Node {
        let is_ready = self.stage.is_done || self.has(lesson, step);
        let dots = (0..lesson.length()).map(|at| self.dot(lesson, step, at));
        el("nav")
            .class("steps")
            .set("aria-label", learn::STEPS)
            .with(turn(self.place.previous(), learn::BACK).set("rel", "prev"))
            .with(el("ol").with_all(dots))
            .with(
                turn(self.place.next(), learn::NEXT)
                    .set("rel", "next")
                    .set("data-ready", truth(is_ready)),
            )
    }

    fn dot(&self, lesson: &'static Lesson, here: usize, step: usize) -> Node {
        let Place::Step { lesson: at, .. } = self.place else {
            return Node::default();
        };
        let current = if step == here { "step" } else { "false" };
        let link = el("a")
            .set("href", &Place::Step { lesson: at, step }.to_fragment())
            .set("aria-current", current)
            .set("data-done", truth(self.has(lesson, step)))
            .with(aside(&learn::step_of(step + 1, lesson.length())));
        el("li").with(link)
    }
}

/// A link to the step before or after; before the first and after the last it leads nowhere.
fn turn(to: Option<Place>, label: &str) -> Node {
    let link = el("a").class("turn").say(label);
    match to {
        Some(place) => link.set("href", &place.to_fragment()),
        None => link.set("aria-disabled", "true"),
    }
}

fn own_button(name: &str, label: &str) -> Node {
    el("button")
        .set("type", "button")
        .set("name", name)
        .say(label)
}
