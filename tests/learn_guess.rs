//! The lesson on guessing a secret: the search of the worker finds what is weak, piece by piece, and nothing else.

mod support;

use jwt_inspector::learn::{Block, KNOWN, Stage, Tone, WORKED, Work, Worked, guess, secret_at};
use jwt_inspector::worker::{Answer, Job, run};
use support::learn::Played;
use support::learn::stage::{FOOLED, REFUSED, outcome, tables, token, tones_and_outcomes};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// A step after these inputs; it is not done before them.
fn after(step: usize, acts: &[(&str, &str)]) -> Played {
    Played::new("guess", step).after(acts)
}

/// What the page does: hands the stage's work to the worker and tells what came of it, so many times at most.
fn work(played: &mut Played, most: usize) -> Stage {
    for _ in 0..most {
        let Some(work) = played.stage().work else {
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
        played.act(WORKED, &worked.to_text());
    }
    played.stage()
}

/// The rows of the last table.
fn years(stage: &Stage) -> Vec<Vec<&str>> {
    tables(stage).pop().expect("a table")
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
    let mut played = after(0, &[("run", "on")]);
    let stage = work(&mut played, 5);
    assert_eq!(outcome(&stage), "Found: Changeme");
    assert!(stage.is_done);
    assert_eq!(stage.work, None);
    assert_eq!(stage.facts, [("known", KNOWN.to_string())]);
}

#[test]
fn a_short_secret_is_found() {
    let mut played = after(1, &[("lesson-secret", "zz"), ("run", "on")]);
    let stage = work(&mut played, 20);
    assert_eq!(outcome(&stage), "Found: zz");
    assert!(stage.is_done);
}

#[test]
fn the_secret_of_the_step_on_short_ones_comes_in_its_turn() {
    let played = after(1, &[]);
    let letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    let number = "9key".chars().rev().fold(0, |number, letter| {
        number * 36 + letters.find(letter).expect("a letter") as u64 + 1
    });
    let number = KNOWN + number - 1;
    assert_eq!(secret_at(number), "9key");
    let guessed = guess(token(&played.stage()), number - 3, 10);
    assert_eq!((guessed.tried, guessed.found.as_deref()), (4, Some("9key")));
}

#[test]
fn it_can_be_cancelled_and_go_on() {
    let mut played = after(1, &[("run", "on")]);
    let Some(Work { from: 0, count, .. }) = played.stage().work else {
        panic!("no work");
    };
    played.act("run", "");
    assert_eq!(played.stage().work, None);
    played.act(WORKED, "500 5 ");
    played.act("run", "on");
    let work = played.stage().work.expect("work");
    assert_eq!(
        (work.from, work.count),
        (0, count),
        "what came too late does not count"
    );
    played.act(WORKED, "500 5 ");
    let work = played.stage().work.expect("work");
    assert_eq!(
        (work.from, work.count),
        (500, 25_000),
        "a quarter of a second"
    );
    played.act("lesson-secret", "other");
    played.act("run", "on");
    assert_eq!(played.stage().work.map(|work| work.from), Some(0));
}

#[test]
fn a_worker_that_does_nothing_ends_it() {
    let played = after(1, &[("run", "on"), (WORKED, "0 0 ")]);
    assert_eq!(played.stage().work, None);
}

#[test]
fn a_token_of_the_learners_is_searched() {
    let stage = after(2, &[]).stage();
    let example = stage.blocks.iter().find_map(|block| match block {
        Block::Buttons { buttons, .. } => Some(buttons[0].value.clone()),
        _ => None,
    });
    let example = example.expect("an example");
    let mut played = after(2, &[("lesson-token", &example), ("run", "on")]);
    let stage = work(&mut played, 5);
    assert_eq!(outcome(&stage), "Found: test123");
    assert!(stage.is_done);
    let (unsigned, _) = example.rsplit_once('.').expect("a signature");
    let unsigned = [unsigned, "."].concat();
    for none in ["", "no token", "eyJhbGciOiJub25lIn0.e30.", &unsigned] {
        let played = after(2, &[("lesson-token", none), ("run", "on")]);
        let stage = played.stage();
        assert_eq!(stage.work, None);
        assert_eq!(outcome(&stage), "Nothing to guess");
    }
}

#[test]
fn random_bits_are_not_found_and_the_years_are_computed() {
    let mut played = after(3, &[("run", "on")]);
    let stage = work(&mut played, 1);
    assert_eq!(outcome(&stage), "Searching");
    // 500 guesses in 5 milliseconds: 100,000 a second.
    assert_eq!(
        years(&stage),
        [
            ["6 small letters and digits", "6 hours"],
            ["8", "326 days"],
            ["10", "1,158 years"],
            ["12", "1,501,502 years"],
            ["256 random bits", "more than 10^64 years"],
        ]
    );
    assert!(!stage.is_done);
    played.act("run", "");
    played.act("machines", "12");
    let stage = played.stage();
    assert!(stage.is_done);
    assert_eq!(years(&stage)[3], ["12", "47 seconds"]);
    assert_eq!(years(&stage)[4][1], "more than 10^52 years");
}

#[test]
fn the_careless_server_accepts_a_forged_token_and_the_careful_one_does_not_start() {
    let accepted = (Tone::Warn, FOOLED);
    let not_started = (Tone::Bad, "It does not start.");
    let refused = (Tone::Bad, REFUSED);
    let played = after(4, &[]);
    assert_eq!(tones_and_outcomes(&played.stage()), [accepted, not_started]);
    let known = "a-string-secret-at-least-256-bits-long";
    let played = after(4, &[("lesson-secret", known)]);
    assert_eq!(
        tones_and_outcomes(&played.stage()),
        [accepted, not_started],
        "long, and known"
    );
    let played = after(4, &[("lesson-secret", "")]);
    assert_eq!(tones_and_outcomes(&played.stage()), [refused, not_started]);
    let random = "gpDIW96i6vEZUpYXKoYped7yh6DgBkj1HbqnnPe0Wsg";
    let played = after(4, &[("lesson-secret", random)]);
    assert_eq!(tones_and_outcomes(&played.stage()), [refused, refused]);
    assert!(played.stage().is_done);
}
