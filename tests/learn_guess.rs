//! The lesson on guessing a secret: the search of the worker finds what is weak, piece by piece, and nothing else.

use jwt_inspector::learn::{
    Block, KNOWN, Lesson, Model, Stage, Tone, WORKED, Work, Worked, guess, secret_at,
};
use jwt_inspector::worker::{Answer, Job, run};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn lesson() -> &'static Lesson {
    Lesson::find("guess").expect("a lesson")
}

/// A step after these inputs; it is not done before them.
fn after(step: usize, acts: &[(&str, &str)]) -> Model {
    let mut model = lesson().start(step);
    assert!(!lesson().show(step, &model).is_done);
    for (name, value) in acts {
        lesson().act(step, &mut model, name, value);
    }
    model
}

/// What the page does: hands the stage's work to the worker and tells what came of it, so many times at most.
fn work(step: usize, model: &mut Model, most: usize) -> Stage {
    for _ in 0..most {
        let Some(work) = lesson().show(step, model).work else {
            break;
        };
        let answer = Answer::from_bytes(&run(&Job::Guess(work).to_bytes()));
        let Some(Answer::Guessed(guessed)) = answer else {
            panic!("{answer:?}");
        };
        let worked = Worked {
            tried: guessed.tried,
            milliseconds: 5,
            found: guessed.found.unwrap_or_default(),
        };
        lesson().act(step, model, WORKED, &worked.to_text());
    }
    lesson().show(step, model)
}

fn title(stage: &Stage) -> &str {
    let found = stage.blocks.iter().find_map(|block| match block {
        Block::Outcome { title, .. } => Some(title),
        _ => None,
    });
    found.expect("an outcome")
}

/// The rows of the last table.
fn rows(stage: &Stage) -> Vec<(&str, &str)> {
    let found = stage.blocks.iter().rev().find_map(|block| match block {
        Block::Table { rows, .. } => Some(rows),
        _ => None,
    });
    let rows = found.expect("a table").iter();
    rows.map(|row| (&*row.cells[0], &*row.cells[1])).collect()
}

fn token(step: usize, model: &Model) -> String {
    let stage = lesson().show(step, model);
    let found = stage.blocks.into_iter().find_map(|block| match block {
        Block::Token { token, .. } => Some(token),
        _ => None,
    });
    found.expect("a token")
}

#[test]
fn what_came_of_work_is_read_as_it_was_written() {
    for found in ["", "secret", "keyboard cat", " "] {
        let worked = Worked {
            tried: 500,
            milliseconds: 7,
            found: found.to_owned(),
        };
        assert_eq!(worked.to_text(), format!("500 7 {found}"));
        assert_eq!(Worked::read(&worked.to_text()), worked);
    }
    assert_eq!(
        Worked::read("no work"),
        Worked {
            found: String::new(),
            ..Worked::default()
        }
    );
}

#[test]
fn every_short_text_has_its_number() {
    let first: Vec<_> = (KNOWN..KNOWN + 38).map(secret_at).collect();
    assert_eq!(first[..2], ["a", "b"]);
    assert_eq!(first[35..], ["9", "aa", "ba"]);
    assert_eq!(secret_at(KNOWN + 36 + 36 * 36), "aaa");
    assert!((0..KNOWN).any(|number| secret_at(number) == "Secret"));
    assert!(!secret_at(u64::MAX).is_empty());
}

#[test]
fn a_known_secret_is_found() {
    let mut model = after(0, &[("run", "on")]);
    let stage = work(0, &mut model, 5);
    assert_eq!(title(&stage), "Found: Changeme");
    assert!(stage.is_done);
    assert_eq!(stage.work, None);
    assert_eq!(stage.facts, [("known", KNOWN.to_string())]);
}

#[test]
fn a_short_secret_is_found() {
    let mut model = after(1, &[("lesson-secret", "zz"), ("run", "on")]);
    let stage = work(1, &mut model, 20);
    assert_eq!(title(&stage), "Found: zz");
    assert!(stage.is_done);
}

#[test]
fn the_secret_of_the_step_on_short_ones_comes_in_its_turn() {
    let model = after(1, &[]);
    let letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    let number = "9key".chars().rev().fold(0, |number, letter| {
        number * 36 + letters.find(letter).expect("a letter") as u64 + 1
    });
    let number = KNOWN + number - 1;
    assert_eq!(secret_at(number), "9key");
    let guessed = guess(&token(1, &model), number - 3, 10);
    assert_eq!((guessed.tried, guessed.found.as_deref()), (4, Some("9key")));
}

#[test]
fn it_can_be_cancelled_and_go_on() {
    let mut model = after(1, &[("run", "on")]);
    let Some(Work { from: 0, count, .. }) = lesson().show(1, &model).work else {
        panic!("no work");
    };
    lesson().act(1, &mut model, "run", "");
    assert_eq!(lesson().show(1, &model).work, None);
    lesson().act(1, &mut model, WORKED, "500 5 ");
    lesson().act(1, &mut model, "run", "on");
    let work = lesson().show(1, &model).work.expect("work");
    assert_eq!(
        (work.from, work.count),
        (0, count),
        "what came too late does not count"
    );
    lesson().act(1, &mut model, WORKED, "500 5 ");
    let work = lesson().show(1, &model).work.expect("work");
    assert_eq!(
        (work.from, work.count),
        (500, 25_000),
        "a quarter of a second"
    );
    lesson().act(1, &mut model, "lesson-secret", "other");
    lesson().act(1, &mut model, "run", "on");
    assert_eq!(lesson().show(1, &model).work.map(|work| work.from), Some(0));
}

#[test]
fn a_worker_that_does_nothing_ends_it() {
    let model = after(1, &[("run", "on"), (WORKED, "0 0 ")]);
    assert_eq!(lesson().show(1, &model).work, None);
}

#[test]
fn a_token_of_the_learners_is_searched() {
    let stage = lesson().show(2, &after(2, &[]));
    let example = stage.blocks.iter().find_map(|block| match block {
        Block::Buttons { buttons, .. } => Some(buttons[0].value.clone()),
        _ => None,
    });
    let example = example.expect("an example");
    let mut model = after(2, &[("lesson-token", &example), ("run", "on")]);
    let stage = work(2, &mut model, 5);
    assert_eq!(title(&stage), "Found: test123");
    assert!(stage.is_done);
    let (unsigned, _) = example.rsplit_once('.').expect("a signature");
    let unsigned = [unsigned, "."].concat();
    for none in ["", "no token", "eyJhbGciOiJub25lIn0.e30.", &unsigned] {
        let model = after(2, &[("lesson-token", none), ("run", "on")]);
        let stage = lesson().show(2, &model);
        assert_eq!(stage.work, None);
        assert_eq!(title(&stage), "Nothing to guess");
    }
}

#[test]
fn random_bits_are_not_found_and_the_years_are_computed() {
    let mut model = after(3, &[("run", "on")]);
    let stage = work(3, &mut model, 1);
    assert_eq!(title(&stage), "Searching");
    // 500 guesses in 5 milliseconds: 100,000 a second.
    assert_eq!(
        rows(&stage),
        [
            ("6 small letters and digits", "6 hours"),
            ("8", "326 days"),
            ("10", "1,158 years"),
            ("12", "1,501,502 years"),
            ("256 random bits", "more than 10^64 years"),
        ]
    );
    assert!(!stage.is_done);
    lesson().act(3, &mut model, "run", "");
    lesson().act(3, &mut model, "machines", "12");
    let stage = lesson().show(3, &model);
    assert!(stage.is_done);
    assert_eq!(rows(&stage)[3], ("12", "47 seconds"));
    assert_eq!(rows(&stage)[4].1, "more than 10^52 years");
}

#[test]
fn the_careless_server_accepts_a_forged_token_and_the_careful_one_does_not_start() {
    let outcomes = |model: &Model| {
        let blocks = lesson().show(4, model).blocks.into_iter();
        let code = blocks.filter_map(|block| match block {
            Block::Code { tone, outcome, .. } => Some((tone, outcome)),
            _ => None,
        });
        code.collect::<Vec<_>>()
    };
    let accepted = (Tone::Bad, "the forged token is accepted".to_owned());
    let not_started = (Tone::Good, "the server does not start".to_owned());
    let refused = (Tone::Good, "the forged token is refused".to_owned());
    let model = after(4, &[]);
    assert_eq!(outcomes(&model), [accepted.clone(), not_started.clone()]);
    let known = "a-string-secret-at-least-256-bits-long";
    let model = after(4, &[("lesson-secret", known)]);
    assert_eq!(
        outcomes(&model),
        [accepted, not_started.clone()],
        "long, and known"
    );
    let model = after(4, &[("lesson-secret", "")]);
    assert_eq!(outcomes(&model), [refused.clone(), not_started]);
    let random = "gpDIW96i6vEZUpYXKoYped7yh6DgBkj1HbqnnPe0Wsg";
    let model = after(4, &[("lesson-secret", random)]);
    assert_eq!(outcomes(&model), [refused.clone(), refused]);
    assert!(lesson().show(4, &model).is_done);
}
