//! How long the core takes: to read tokens by size, to read keys, to verify and to sign by algorithm. The same
//! cases run on the host and as wasm, timed from outside by `cargo xtask bench`.

use jwt_inspector::jose::crypto::Seed;
use jwt_inspector::jose::edit::{Editable, MAX_INDENTED, edit, show};
use jwt_inspector::jose::json::{Document, JsonChanges};
use jwt_inspector::jose::sign::Signer;
use jwt_inspector::jose::{Changes, KeyInput, SecretEncoding, Source, State, base64url, verify};
use jwt_inspector::lint::{Policy, Subject, lint};
use jwt_inspector::paint;
use serde_json::Value;
use std::rc::Rc;

/// Something to time: `run` does it once, and tells whether it came out as it must.
struct Case {
    name: String,
    run: Box<dyn Fn() -> bool>,
}

fn case(name: String, run: impl Fn() -> bool + 'static) -> Case {
    Case {
        name,
        run: Box::new(run),
    }
}

fn cases() -> Vec<Case> {
    let fixtures: Value =
        serde_json::from_str(include_str!("../tests/fixtures/jose.json")).expect("fixtures");
    let tokens = fixtures["tokens"].as_array().expect("tokens").iter();
    let by_algorithm = tokens.flat_map(|token| {
        let key = token["key"].as_str().expect("the name of a key");
        let jwk = fixtures["keys"][key]["private_jwk"].to_string();
        let text = token["token"].as_str().expect("a token").to_owned();
        of_algorithm(
            &format!("{} {key}", token["alg"].as_str().unwrap_or("?")),
            text,
            &jwk,
        )
    });
    let by_size = [1, 10, 100, 1000].into_iter().flat_map(of_size);
    by_algorithm.chain(by_size).collect()
}

fn of_algorithm(name: &str, text: String, jwk: &str) -> [Case; 3] {
    let source = Rc::new(Source::read(&text));
    let key = Rc::new(KeyInput::read(jwk, SecretEncoding::Utf8));
    let jwk = jwk.to_owned();
    [
        case(format!("read key {name}"), move || {
            matches!(
                KeyInput::read(&jwk, SecretEncoding::Utf8),
                KeyInput::Keys(_)
            )
        }),
        case(format!("verify {name}"), {
            let (source, key) = (Rc::clone(&source), Rc::clone(&key));
            move || verify::signature(&source, &key, None).state() == State::Pass
        }),
        case(format!("sign {name}"), move || {
            let signed = Signer::new(&source, &key)
                .and_then(|signer| signer.sign(&text, Seed::new([7; 32])));
            signed.is_ok()
        }),
    ]
}

fn of_size(kilobytes: usize) -> [Case; 6] {
    let member = |index: usize| format!(r#"{{"id":{index},"name":"user {index}","ok":true}}"#);
    let list: Vec<String> = (0..kilobytes * 1000 / 38).map(member).collect();
    let payload = format!(r#"{{"list":[{}]}}"#, list.join(","));
    let header = base64url::encode(br#"{"alg":"HS256"}"#);
    let text = format!("{header}.{}.AAAA", base64url::encode(payload.as_bytes()));
    let shown = show(payload.as_bytes(), MAX_INDENTED).text;
    let original = Rc::new(Source::read(&text));
    let edited = edit(
        &text,
        &original,
        Editable::Payload,
        &shown.replacen("user", "root ", 1),
        MAX_INDENTED,
    )
    .expect("an edit of JSON");
    let current = Rc::new(Source::read(&edited));
    [
        case(format!("read token {kilobytes} kB"), move || {
            Source::read(&text).jws().is_some()
        }),
        case(format!("lint {kilobytes} kB"), {
            let source = Rc::clone(&original);
            move || {
                let subject = Subject {
                    source: &source,
                    key: &KeyInput::Empty,
                    policy: &Policy::default(),
                    now: 2e9,
                    skew: 0.0,
                };
                !lint(&subject).is_empty()
            }
        }),
        case(format!("show payload {kilobytes} kB"), move || {
            !show(payload.as_bytes(), MAX_INDENTED).text.is_empty()
        }),
        case(format!("paint payload {kilobytes} kB"), move || {
            !paint::json(&shown, None, &[0]).pieces.is_empty()
        }),
        case(format!("paint token {kilobytes} kB"), {
            let (original, current) = (Rc::clone(&original), Rc::clone(&current));
            let changes = Changes::between(&original, &current);
            move || {
                let painted = paint::token(&edited, &current, changes.as_ref(), true);
                painted.is_some() == (edited.len() <= paint::MAX_PAINTED)
            }
        }),
        case(format!("compare token {kilobytes} kB"), move || {
            let is_changed = Changes::between(&original, &current).is_some_and(|it| it.any());
            let documents = document(&original).zip(document(&current));
            is_changed
                && documents
                    .is_some_and(|(old, new)| !JsonChanges::between(old, new).changed.is_empty())
        }),
    ]
}

fn document(source: &Source) -> Option<&Document> {
    source.jws().and_then(|jws| jws.payload.document())
}

/// Prints a line a case: its name, a tab, and the median of its times in microseconds.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use std::time::{Duration, Instant};

    for case in cases() {
        assert!((case.run)(), "{} does not come out as it must", case.name);
        let started = Instant::now();
        let mut times = Vec::new();
        while times.len() < 5 || started.elapsed() < Duration::from_millis(200) {
            let begin = Instant::now();
            std::hint::black_box((case.run)());
            times.push(begin.elapsed());
        }
        times.sort_unstable();
        let median = times[times.len() / 2];
        println!("{}\t{:.1}", case.name, median.as_secs_f64() * 1e6);
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

/// What the page that times the wasm calls.
#[cfg(target_arch = "wasm32")]
mod exports {
    use super::{Case, cases};
    use std::cell::LazyCell;

    thread_local! {
        static CASES: LazyCell<Vec<Case>> = LazyCell::new(cases);
    }

    #[unsafe(no_mangle)]
    extern "C" fn bench_count() -> usize {
        CASES.with(|cases| cases.len())
    }

    #[unsafe(no_mangle)]
    extern "C" fn bench_name(index: usize) -> *const u8 {
        CASES.with(|cases| cases[index].name.as_ptr())
    }

    #[unsafe(no_mangle)]
    extern "C" fn bench_name_length(index: usize) -> usize {
        CASES.with(|cases| cases[index].name.len())
    }

    /// Runs a case so many times; 1 if it came out as it must every time.
    #[unsafe(no_mangle)]
    extern "C" fn bench_run(index: usize, times: usize) -> u32 {
        CASES.with(|cases| u32::from((0..times).all(|_| (cases[index].run)())))
    }
}
