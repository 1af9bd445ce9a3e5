//! The one worker: started by its first job from a blob, with the page's own wasm module.

use crate::worker::{Answer, Job};
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use std::collections::VecDeque;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Event, MessageEvent, Url, Worker};

const SCRIPT: &str = include_str!("../../worker.js");

type Done = Box<dyn FnOnce(Option<Answer>)>;

struct Running {
    worker: Worker,
    /// Who waits, in the order of the jobs: the worker answers in that order.
    waiting: VecDeque<Done>,
}

thread_local! {
    static RUNNING: RefCell<Option<Running>> = const { RefCell::new(None) };
}

/// Runs a job. `done` gets the answer, or `None` where no worker can be had or it broke.
pub fn run(job: &Job, done: impl FnOnce(Option<Answer>) + 'static) {
    let bytes = Uint8Array::from(job.to_bytes().as_slice());
    let refused = RUNNING.with_borrow_mut(|running| {
        if running.is_none() {
            *running = start().ok();
        }
        let Some(running) = running else {
            return Some(Box::new(done) as Done);
        };
        if running.worker.post_message(&bytes).is_err() {
            return Some(Box::new(done));
        }
        running.waiting.push_back(Box::new(done));
        None
    });
    if let Some(done) = refused {
        done(None);
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
        answer_first(event.data().dyn_ref::<Uint8Array>().map(Uint8Array::to_vec));
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
        waiting: VecDeque::new(),
    })
}

fn answer_first(bytes: Option<Vec<u8>>) {
    let first = RUNNING.with_borrow_mut(|running| running.as_mut()?.waiting.pop_front());
    if let Some(done) = first {
        done(bytes.and_then(|bytes| Answer::from_bytes(&bytes)));
    }
}

/// The worker is beyond repair: everyone who waits is told, and the next job starts another.
fn give_up() {
    let Some(running) = RUNNING.take() else {
        return;
    };
    running.worker.terminate();
    for done in running.waiting {
        done(None);
    }
}
