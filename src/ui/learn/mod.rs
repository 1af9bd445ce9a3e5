//! The lessons: where the learner is, what they did there, and the page that follows from it.

mod player;
mod slides;
mod work;

use super::derived::Derived;
use super::kept::Kept;
use super::notice::Notice;
use super::state::Inspector;
use super::{browser, if_so};
use crate::learn::page::{Page, press};
use crate::learn::{Lesson, Model, Place, Progress, Stage, Work};
use crate::node::Node;
use crate::words::{labels, learn as words};
use leptos::html::Main;
use leptos::prelude::*;

/// How long it is said that something was copied, in milliseconds.
const BRIEFLY: i32 = 2500;

/// The speeds there are.
const FASTEST: u32 = 4;

/// A handle: cheap to copy.
#[derive(Clone, Copy)]
pub struct Learning {
    inspector: Inspector,
    notice: Notice,
    place: Kept<Place>,
    /// The steps that were touched since the page was opened.
    models: Kept<Vec<(Place, Model)>>,
    progress: Kept<Progress>,
    is_playing: Kept<bool>,
    is_presenting: Kept<bool>,
    speed: Kept<u32>,
    /// Counts what makes a timer that still runs worthless.
    run: StoredValue<u32>,
    /// What the worker is doing for the stage.
    posted: StoredValue<Option<Work>>,
    stage: Derived<Stage>,
}

#[component]
pub fn Learn() -> impl IntoView {
    let learning: Learning = expect_context();
    let main = NodeRef::<Main>::new();
    Effect::new(move |shown: Option<Vec<Node>>| {
        let Some(main) = main.get() else {
            return Vec::new();
        };
        let nodes = learning.nodes();
        browser::patch::children(&main, &shown.unwrap_or_default(), &nodes);
        nodes
    });
    view! {
        <main
            class="learn"
            node_ref=main
            hidden=if_so(move || !learning.is_here())
            on:input=move |event| browser::stage::typed(&event, |name, value| learning.put(name, value))
            on:click=move |event| browser::stage::pressed(&event, |name, value| learning.press(name, value))
        ></main>
    }
}

impl Learning {
    pub fn new(inspector: Inspector, notice: Notice) -> Self {
        let place = Kept::new(Place::default());
        let models: Kept<Vec<(Place, Model)>> = Kept::new(Vec::new());
        let stage = Derived::new(move || {
            let place = place.get();
            let Some((lesson, step)) = place.step() else {
                return Stage::default();
            };
            models.with(|models| lesson.show(step, &model(models, place, lesson, step)))
        });
        Self {
            inspector,
            notice,
            place,
            models,
            progress: Kept::new(Progress::read(&browser::progress::kept())),
            is_playing: Kept::new(false),
            is_presenting: Kept::new(false),
            speed: Kept::new(1),
            run: StoredValue::new(0),
            posted: StoredValue::new(None),
            stage,
        }
    }

    /// Goes where the address says, now and whenever it changes.
    pub fn follow_address(self) {
        browser::place::on_place(move |place, is_first| self.arrive(place, is_first));
    }

    fn arrive(self, place: Place, is_first: bool) {
        if self.place.get_untracked() == place {
            return;
        }
        self.pause();
        self.place.set(place);
        browser::place::entitle(&words::page_title(place));
        // A frame that loads must not take the focus from the page it is in.
        if !(is_first && browser::place::is_embedded()) {
            browser::place::arrived();
        }
        self.post_work();
    }

    /// Whether a lesson or the contents are shown, and not the inspector.
    pub fn is_here(self) -> bool {
        self.place.get() != Place::Inspector
    }

    /// To the inspector.
    pub fn leave(self) {
        if self.place.get_untracked() != Place::Inspector {
            browser::place::go(Place::Inspector);
        }
    }

    fn nodes(self) -> Vec<Node> {
        let (is_playing, speed) = (self.is_playing.get(), self.speed.get());
        let is_presenting = self.is_presenting.get();
        let address = browser::address();
        self.stage.with(|stage| {
            self.progress.with(|progress| {
                let place = self.place.get();
                let page = Page {
                    address: &address,
                    place,
                    stage,
                    progress,
                    is_playing,
                    is_presenting,
                    speed,
                };
                page.nodes()
            })
        })
    }

    /// The learner typed, chose or pressed something: a simulation that plays stands still.
    fn put(self, name: &str, value: &str) {
        self.pause();
        self.act(name, value);
    }

    fn act(self, name: &str, value: &str) {
        let place = self.place.get_untracked();
        let Some((lesson, step)) = place.step() else {
            return;
        };
        self.models.update(|models| {
            let mut model = model(models, place, lesson, step);
            lesson.act(step, &mut model, name, value);
            models.retain(|(own, _)| *own != place);
            models.push((place, model));
        });
        if self.stage.with_untracked(|stage| stage.is_done) {
            self.note(lesson, step);
        }
        self.post_work();
    }

    /// The learner pressed a button.
    fn press(self, name: &str, value: &str) {
        match name {
            press::PLAY => self.play_or_pause(),
            press::SPEED => self.speed.update(|speed| *speed = *speed % FASTEST + 1),
            press::AGAIN => self.start_again(),
            press::FORGET => self.forget_progress(),
            press::PRESENT => self.present(),
            press::COPY => self.copy(value),
            press::OPEN => {
                if let Some((token, key)) = value.split_once('\n') {
                    self.inspector.load_lesson(token, key);
                    self.leave();
                }
            }
            _ => self.put(name, value),
        }
    }

    fn copy(self, text: &str) {
        browser::clipboard::copy(text, move |copied| match copied {
            true => self.notice.say(words::COPIED, BRIEFLY),
            false => self.notice.say(labels::NOT_COPIED, BRIEFLY),
        });
    }

    fn start_again(self) {
        self.pause();
        let place = self.place.get_untracked();
        self.models
            .update(|models| models.retain(|(own, _)| *own != place));
    }

    fn note(self, lesson: &Lesson, step: usize) {
        let mut progress = self.progress.get_untracked();
        progress.add(lesson, step);
        if self.progress.with_untracked(|held| *held != progress) {
            browser::progress::keep(&progress.to_text());
            self.progress.set(progress);
        }
    }

    fn forget_progress(self) {
        browser::progress::forget();
        self.progress.set(Progress::default());
    }
}

fn model(models: &[(Place, Model)], place: Place, lesson: &Lesson, step: usize) -> Model {
    let touched = models.iter().find(|(own, _)| *own == place);
    touched.map_or_else(|| lesson.start(step), |(_, model)| model.clone())
}
