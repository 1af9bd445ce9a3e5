//! Long work: the same wasm once more, in a worker, so that the page's thread stays free. Jobs and answers
//! are bytes; the worker needs nothing else of the page, and no network.

use crate::jose::crypto::Seed;
use crate::jose::sign::Signer;
use crate::jose::{KeyInput, SecretEncoding, Source};
use crate::words::edit::sign_problem;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// Something that takes long.
#[derive(Serialize, Deserialize)]
pub enum Job {
    /// Sign a token again.
    Sign {
        token: String,
        key: Zeroizing<String>,
        encoding: SecretEncoding,
        /// Random bytes for this signature alone.
        seed: Zeroizing<[u8; 32]>,
    },
}

/// What came of it.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// The token under its new signature.
    Signed(String),
    /// Why not, in words.
    Failed(String),
}

impl Job {
    /// As bytes, to cross to the worker.
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let Self::Sign { token, key, .. } = self;
        // Room for all of it, lengths and seed included: growing would leave pieces of the key behind.
        let mut bytes = Zeroizing::new(vec![0; 64 + token.len() + key.len()]);
        let length = postcard::to_slice(self, &mut bytes).map_or(0, |written| written.len());
        bytes.truncate(length);
        bytes
    }
}

impl Answer {
    /// From the bytes that came back from the worker.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

/// Does a job, bytes in and bytes out. What is no job gets no bytes, which are no answer.
pub fn run(job: &[u8]) -> Vec<u8> {
    let answer = postcard::from_bytes(job).map(work);
    answer
        .and_then(|answer| postcard::to_allocvec(&answer))
        .unwrap_or_default()
}

fn work(job: Job) -> Answer {
    match job {
        Job::Sign {
            token,
            key,
            encoding,
            seed,
        } => {
            let source = Source::read(&token);
            let key = KeyInput::read(&key, encoding);
            let signed =
                Signer::new(&source, &key).and_then(|signer| signer.sign(&token, Seed::new(*seed)));
            match signed {
                Ok(token) => Answer::Signed(token),
                Err(error) => Answer::Failed(sign_problem(&error)),
            }
        }
    }
}

/// What `worker.js` calls: plain functions over the wasm memory, so that no glue is needed there.
#[cfg(target_arch = "wasm32")]
mod exports {
    use zeroize::Zeroizing;

    /// Room for a job of `length` bytes.
    #[unsafe(no_mangle)]
    extern "C" fn worker_reserve(length: usize) -> *mut u8 {
        Box::into_raw(vec![0_u8; length].into_boxed_slice()).cast()
    }

    /// Runs the job written there and takes its room back. The answer starts with its length in four
    /// bytes, little-endian; `worker_release` takes it back.
    ///
    /// # Safety
    /// `at` and `length` are those of `worker_reserve`.
    #[unsafe(no_mangle)]
    unsafe extern "C" fn worker_run(at: *mut u8, length: usize) -> *mut u8 {
        // SAFETY: the room was made by `worker_reserve` with this length.
        let job = Zeroizing::new(unsafe { boxed(at, length) }.into_vec());
        let answer = super::run(&job);
        let mut out = (answer.len() as u32).to_le_bytes().to_vec();
        out.extend_from_slice(&answer);
        Box::into_raw(out.into_boxed_slice()).cast()
    }

    /// Takes an answer back; `length` counts its four first bytes too.
    ///
    /// # Safety
    /// `at` is of `worker_run`, and `length` that of the answer.
    #[unsafe(no_mangle)]
    unsafe extern "C" fn worker_release(at: *mut u8, length: usize) {
        // SAFETY: the answer was made by `worker_run` with this length.
        drop(unsafe { boxed(at, length) });
    }

    unsafe fn boxed(at: *mut u8, length: usize) -> Box<[u8]> {
        // SAFETY: the caller names a boxed slice that was given away.
        unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(at, length)) }
    }
}
