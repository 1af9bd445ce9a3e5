//! The one worker: started by its first job from a blob, with the page's own wasm module.

use crate::worker::{Answer, Job};
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Event, MessageEvent, Url, Worker};
use zeroize::Zeroizing;

const SCRIPT: &str = include_str!("../../worker.js");

type Done = Box<dyn FnOnce(Option<Answer>)>;

struct Running {
    worker: Worker,
    /// Who waits for the job that is being done.
    asked: Option<Done>,
    /// The jobs to do next, one of each kind: what a person waits for goes first. A newer one takes the place of its
    /// kind: only the last is still wanted.
    next: [Option<(Bytes, Done)>; Job::KINDS],
}

/// A job for the worker, which may hold a key: wiped when it is sent, and when it is not.
struct Bytes(Uint8Array);

impl Drop for Bytes {
    fn drop(&mut self) {
        self.0.fill(0, 0, self.0.length());
    }
}

thread_local! {
    static RUNNING: RefCell<Option<Running>> = const { RefCell::new(None) };
}

/// Runs a job. `done` gets the answer, or `None` where no worker can be had or it broke; it is dropped if
/// another job of its kind comes before this one could start.
pub fn run(job: &Job, done: impl FnOnce(Option<Answer>) + 'static) {
    let bytes = Bytes(Uint8Array::from(job.to_bytes().as_slice()));
    let done = Box::new(done);
    let refused = RUNNING.with_borrow_mut(|running| {
        if running.is_none() {
            *running = start().ok();
        }
        match running {
            Some(running) if running.asked.is_some() => {
                running.next[job.kind()] = Some((bytes, done));
                None
            }
            Some(running) => running.post(bytes, done),
            None => Some(done as Done),
        }
    });
    if let Some(done) = refused {
        done(None);
    }
}

impl Running {
    /// Hands a job over, and gives `done` back where that fails.
    fn post(&mut self, bytes: Bytes, done: Done) -> Option<Done> {
        // The worker gets a copy of its own.
        match self.worker.post_message(&bytes.0) {
            Ok(()) => self.asked.replace(done),
            Err(_) => Some(done),
        }
    }
}

fn start() -> Result<Running, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    let script = Blob::new_with_str_sequence_and_options(&Array::of1(&SCRIPT.into()), &options)?;
    let address = Url::create_object_url_with_blob(&script)?;
    let worker = Worker::new(&address)?;
    Url::revoke_object_url(&address)?;
    let message = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
        answer(event.data().dyn_ref::<Uint8Array>().map(Uint8Array::to_vec));
    });
    worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
    message.forget();
    let broken = Closure::<dyn FnMut(Event)>::new(|event: Event| {
        event.prevent_default();
        give_up();
    });
    worker.set_onerror(Some(broken.as_ref().unchecked_ref()));
    broken.forget();
    worker.post_message(&wasm_bindgen::module())?;
    Ok(Running {
        worker,
        asked: None,
        next: Default::default(),
    })
}

fn answer(bytes: Option<Vec<u8>>) {
    let (first, refused) = RUNNING.with_borrow_mut(|running| {
        let Some(running) = running else {
            return (None, None);
        };
        let first = running.asked.take();
        let next = running.next.iter_mut().find_map(Option::take);
        (
            first,
            next.and_then(|(bytes, done)| running.post(bytes, done)),
        )
    });
    if let Some(done) = first {
        // The answer may hold a key.
        let bytes = bytes.map(Zeroizing::new);
        done(bytes.and_then(|bytes| Answer::from_bytes(&bytes)));
    }
    if let Some(done) = refused {
        done(None);
    }
}

/// The worker is beyond repair: everyone who waits is told, and the next job starts another.
fn give_up() {
    let Some(running) = RUNNING.take() else {
        return;
    };
    running.worker.terminate();
    let waiting = running.next.into_iter().flatten().map(|(_, done)| done);
    for done in running.asked.into_iter().chain(waiting) {
        done(None);
    }
}
