//! What holds for every lesson: it can be found, starts undone, and says what it promises.

mod support;

use jwt_inspector::learn::page::Page;
use jwt_inspector::learn::{Block, LESSONS, Lesson, Place, Progress, Stage};
use jwt_inspector::node::Node;
use support::learn::assert_facts;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// All steps, with the questions of each lesson as its last.
fn steps() -> impl Iterator<Item = (&'static Lesson, usize)> {
    LESSONS
        .iter()
        .flat_map(|lesson| (0..lesson.length()).map(move |step| (lesson, step)))
}

fn begun(lesson: &Lesson, step: usize) -> Stage {
    lesson.show(step, &lesson.start(step))
}

fn nodes(place: Place, stage: &Stage, progress: &Progress) -> Vec<Node> {
    let page = Page {
        address: "https://inspector.example/",
        place,
        stage,
        progress,
        is_playing: false,
        is_presenting: false,
        speed: 1,
    };
    page.nodes()
}

#[test]
fn every_lesson_is_found_by_its_name_and_each_name_is_there_once() {
    for (at, lesson) in LESSONS.iter().enumerate() {
        let found = LESSONS.iter().position(|other| other.slug == lesson.slug);
        assert_eq!(found, Some(at), "{}", lesson.slug);
        let is_plain = |c: char| c.is_ascii_lowercase() || c == '-';
        assert!(lesson.slug.chars().all(is_plain), "{}", lesson.slug);
    }
}

#[test]
fn every_lesson_has_three_to_seven_steps_and_ends_with_questions() {
    for lesson in &LESSONS {
        assert!((3..=7).contains(&lesson.steps.len()), "{}", lesson.slug);
        assert!((1..=4).contains(&lesson.questions.len()), "{}", lesson.slug);
    }
}

#[test]
fn no_step_is_done_before_anything_was_done() {
    for (lesson, step) in steps() {
        assert!(!begun(lesson, step).is_done, "{} {step}", lesson.slug);
    }
}

#[test]
fn every_name_in_a_text_has_a_fact() {
    for (lesson, at) in steps() {
        if let Some(step) = lesson.steps.get(at) {
            assert_facts(step, &begun(lesson, at));
        }
    }
}

#[test]
fn what_a_stage_asks_for_is_what_its_step_hears() {
    for (lesson, step) in steps() {
        let model = lesson.start(step);
        for name in names(&begun(lesson, step)) {
            let mut heard = model.clone();
            assert!(heard.put(name, "1"), "{} {step}: {name}", lesson.slug);
        }
    }
}

#[test]
fn the_largest_number_does_no_harm() {
    for (lesson, step) in steps() {
        let mut model = lesson.start(step);
        for name in names(&begun(lesson, step)) {
            lesson.act(step, &mut model, name, &usize::MAX.to_string());
        }
        lesson.show(step, &model);
    }
}

/// The names of all that takes input.
fn names(stage: &Stage) -> Vec<&'static str> {
    let of = |block: &Block| match block {
        Block::Text { name, .. }
        | Block::Choice { name, .. }
        | Block::Range { name, .. }
        | Block::Question { name, .. } => vec![*name],
        Block::Buttons { buttons, .. } => buttons.iter().map(|button| button.name).collect(),
        Block::Player { .. } => vec![jwt_inspector::learn::MOMENT],
        _ => Vec::new(),
    };
    stage.blocks.iter().flat_map(of).collect()
}

#[test]
fn every_column_of_a_table_has_a_name() {
    for (lesson, step) in steps() {
        for block in begun(lesson, step).blocks {
            if let Block::Table { head, .. } = block {
                let is_named = head.iter().all(|name| !name.is_empty());
                assert!(is_named, "{} {step}: {head:?}", lesson.slug);
            }
        }
    }
}

#[test]
fn the_boxes_of_a_stage_take_no_name_of_the_inspector() {
    let taken = [
        "token",
        "key",
        "header-json",
        "payload-json",
        "algorithm",
        "skew",
        "verdict",
    ];
    for (lesson, step) in steps() {
        for block in begun(lesson, step).blocks {
            if let Block::Text { name, .. } = block {
                assert!(!taken.contains(&name), "{} {step}: {name}", lesson.slug);
            }
        }
    }
}

#[test]
fn a_question_says_why_whatever_is_answered() {
    for lesson in &LESSONS {
        for (at, question) in lesson.questions.iter().enumerate() {
            assert!(question.right < question.answers.len(), "{}", question.ask);
            for answer in 0..question.answers.len() {
                let step = lesson.steps.len();
                let mut model = lesson.start(step);
                let name = ["question-1", "question-2", "question-3", "question-4"][at];
                lesson.act(step, &mut model, name, &answer.to_string());
                let Some(Block::Question { is_right, why, .. }) =
                    lesson.show(step, &model).blocks.into_iter().nth(at)
                else {
                    panic!("{} has another block there", question.ask);
                };
                assert_eq!(is_right, answer == question.right);
                assert_eq!(why, question.why);
            }
        }
    }
}

#[test]
fn answering_every_question_does_the_last_step() {
    for lesson in &LESSONS {
        let step = lesson.steps.len();
        let mut model = lesson.start(step);
        for at in 0..lesson.questions.len() {
            assert!(!lesson.show(step, &model).is_done);
            let name = ["question-1", "question-2", "question-3", "question-4"][at];
            lesson.act(step, &mut model, name, "0");
        }
        assert!(lesson.show(step, &model).is_done, "{}", lesson.slug);
    }
}

#[test]
fn every_place_is_the_one_its_address_names() {
    for (lesson, at) in LESSONS.iter().enumerate() {
        for step in 0..LESSONS[lesson].length() {
            let place = Place::Step { lesson, step };
            assert_eq!(Place::read(&place.to_fragment()), Some(place));
        }
        let first = ["#/learn/", at.slug].concat();
        assert_eq!(Place::read(&first), Some(Place::Step { lesson, step: 0 }));
        for wrong in ["/0", "/99", "/-1", "/x", "/"] {
            let place = Place::read(&[&first, wrong].concat());
            assert_eq!(place, Some(Place::Step { lesson, step: 0 }), "{wrong}");
        }
    }
    assert_eq!(Place::read("#/learn"), Some(Place::Contents));
    assert_eq!(
        Place::read(&Place::Inspector.to_fragment()),
        Some(Place::Inspector)
    );
    assert_eq!(Place::read(""), Some(Place::Inspector));
}

#[test]
fn going_on_and_on_passes_every_step_and_going_back_the_same() {
    let first = Place::Step { lesson: 0, step: 0 };
    let passed: Vec<_> = std::iter::successors(Some(first), |place| place.next()).collect();
    assert_eq!(passed.len(), steps().count());
    let last = passed.last().copied();
    let mut back: Vec<_> = std::iter::successors(last, |place| place.previous()).collect();
    back.reverse();
    assert_eq!(back, passed);
}

#[test]
fn progress_comes_back_from_what_was_kept_and_what_is_not_known_is_left_out() {
    let mut progress = Progress::default();
    for (lesson, step) in steps().filter(|(_, step)| step % 2 == 0) {
        progress.add(lesson, step);
    }
    assert_eq!(Progress::read(&progress.to_text()), progress);
    let kept = [&progress.to_text(), " nothing/0 edit/99 edit edit/x /"].concat();
    assert_eq!(Progress::read(&kept), progress);
    assert_eq!(Progress::read(""), Progress::default());
}

#[test]
fn a_lesson_is_done_when_all_its_steps_are() {
    let lesson = &LESSONS[0];
    let mut progress = Progress::default();
    for step in 0..lesson.length() {
        assert!(!progress.has_all(lesson));
        progress.add(lesson, step);
    }
    assert!(progress.has_all(lesson));
    assert_eq!(progress.lessons(), 1);
}

#[test]
fn every_page_has_one_title_that_can_take_the_focus_and_links_that_lead_somewhere() {
    let places = (0..LESSONS.len()).flat_map(|lesson| {
        (0..LESSONS[lesson].length()).map(move |step| Place::Step { lesson, step })
    });
    for place in places.chain([Place::Contents]) {
        let stage = place
            .step()
            .map_or_else(Stage::default, |(lesson, step)| begun(lesson, step));
        let page = nodes(place, &stage, &Progress::default());
        let found = |holds: &dyn Fn(&Node) -> bool| {
            page.iter()
                .flat_map(|node| node.find(holds))
                .collect::<Vec<_>>()
        };
        let titles = found(&|node| node.attribute("id") == Some("place-title"));
        assert_eq!(titles.len(), 1);
        assert!(!titles[0].all_text().is_empty());
        for link in found(&|node| node.tag == "a") {
            let to = link.attribute("href").map(Place::read);
            let leads = to.is_some_and(|to| to.is_some());
            assert!(leads || link.attribute("aria-disabled").is_some());
        }
    }
}

#[test]
fn nothing_of_a_lesson_is_there_while_inspecting() {
    let page = nodes(Place::Inspector, &Stage::default(), &Progress::default());
    assert!(page.is_empty());
}
