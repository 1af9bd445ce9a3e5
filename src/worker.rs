//! Long work: the same wasm once more, in a worker, so that the page's thread stays free. Jobs and answers
//! are bytes; the worker needs nothing else of the page, and no network.

mod pieces;
mod told;

use crate::doctor;
use crate::jose::crypto::Seed;
use crate::jose::sign::Signer;
use crate::jose::{Algorithm, KeyInput, SecretEncoding, Source};
use crate::learn::{Guessed, Work, guess};
use crate::words::doctor::{self as words, Told};
use crate::words::edit::sign_problem;
use pieces::{Pieces, join};
use zeroize::Zeroizing;

// What the bytes of a job or an answer start with.
const SIGN: &str = "sign";
const DIAGNOSE: &str = "diagnose";
const SIGNED: &str = "signed";
const FAILED: &str = "failed";
const DIAGNOSED: &str = "diagnosed";
const GUESS: &str = "guess";
const GUESSED: &str = "guessed";

/// Something that takes long.
pub enum Job {
    /// Sign a token again.
    Sign {
        token: String,
        key: Zeroizing<String>,
        encoding: SecretEncoding,
        /// Random bytes for this signature alone.
        seed: Zeroizing<[u8; 32]>,
    },
    /// Find out why a token does not verify.
    Diagnose {
        token: String,
        key: Zeroizing<String>,
        encoding: SecretEncoding,
        required: Option<Algorithm>,
    },
    /// Guess at the secret of a token, for a lesson.
    Guess(Work),
}

/// What came of it.
#[derive(Debug, PartialEq)]
pub enum Answer {
    /// The token under its new signature.
    Signed(String),
    /// Why not, in words.
    Failed(String),
    /// Why it does not verify, in words.
    Diagnosed(Told),
    Guessed(Guessed),
}

impl Job {
    /// How many kinds of job there are.
    pub const KINDS: usize = 3;

    /// The kind as a number below [`KINDS`](Self::KINDS): what a person asked for and watches goes before the rest.
    pub fn kind(&self) -> usize {
        match self {
            Self::Sign { .. } => 0,
            Self::Guess(_) => 1,
            Self::Diagnose { .. } => 2,
        }
    }

    /// As bytes, to cross to the worker.
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let (kind, token, key, encoding, last) = match self {
            Self::Guess(Work { token, from, count }) => {
                let (from, count) = (from.to_le_bytes(), count.to_le_bytes());
                return join(&[GUESS.as_bytes(), token.as_bytes(), &from, &count]);
            }
            Self::Sign {
                token,
                key,
                encoding,
                seed,
            } => (SIGN, token, key, encoding, &seed[..]),
            Self::Diagnose {
                token,
                key,
                encoding,
                required,
            } => {
                let required = required.map_or("", Algorithm::name);
                (DIAGNOSE, token, key, encoding, required.as_bytes())
            }
        };
        let texts = [kind, token, key, encoding.name()].map(str::as_bytes);
        let [kind, token, key, encoding] = texts;
        join(&[kind, token, key, encoding, last])
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut pieces = Pieces(bytes);
        let kind = pieces.text()?;
        let token = pieces.owned()?;
        if kind == GUESS {
            let (from, count) = (pieces.number()?, pieces.number()?);
            return Some(Self::Guess(Work { token, from, count }));
        }
        let key = Zeroizing::new(pieces.owned()?);
        let encoding = SecretEncoding::from_name(pieces.text()?)?;
        match kind {
            SIGN => Some(Self::Sign {
                token,
                key,
                encoding,
                seed: Zeroizing::new(pieces.bytes()?.try_into().ok()?),
            }),
            DIAGNOSE => Some(Self::Diagnose {
                token,
                key,
                encoding,
                required: Algorithm::from_name(pieces.text()?),
            }),
            _ => None,
        }
    }
}

impl Answer {
    /// From the bytes that came back from the worker.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut pieces = Pieces(bytes);
        match pieces.text()? {
            SIGNED => pieces.owned().map(Self::Signed),
            FAILED => pieces.owned().map(Self::Failed),
            DIAGNOSED => told::read(&mut pieces).map(Self::Diagnosed),
            GUESSED => Some(Self::Guessed(Guessed {
                tried: pieces.number()?,
                found: Some(pieces.owned()?).filter(|found| !found.is_empty()),
            })),
            _ => None,
        }
    }

    fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        match self {
            Self::Signed(token) => join(&[SIGNED.as_bytes(), token.as_bytes()]),
            Self::Failed(why) => join(&[FAILED.as_bytes(), why.as_bytes()]),
            Self::Diagnosed(told) => {
                let mut pieces = vec![DIAGNOSED.as_bytes()];
                told::add(&mut pieces, told);
                join(&pieces)
            }
            Self::Guessed(Guessed { tried, found }) => {
                let found = found.as_deref().unwrap_or("");
                join(&[GUESSED.as_bytes(), &tried.to_le_bytes(), found.as_bytes()])
            }
        }
    }
}

/// Does a job, bytes in and bytes out. What is no job gets no bytes, which are no answer. The answer may hold a key
/// that was mended.
pub fn run(job: &[u8]) -> Zeroizing<Vec<u8>> {
    let answer = Job::from_bytes(job).map(work);
    answer.map_or_else(Zeroizing::default, |answer| answer.to_bytes())
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
        Job::Diagnose {
            token,
            key,
            encoding,
            required,
        } => {
            let diagnosis = doctor::examine(&token, &key, encoding, required, doctor::BUDGET);
            Answer::Diagnosed(words::told(&diagnosis))
        }
        Job::Guess(Work { token, from, count }) => Answer::Guessed(guess(&token, from, count)),
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
        let length = (answer.len() as u32).to_le_bytes();
        let out = [&length, answer.as_slice()].concat();
        Box::into_raw(out.into_boxed_slice()).cast()
    }

    /// Takes an answer back; `length` counts its four first bytes too.
    ///
    /// # Safety
    /// `at` is of `worker_run`, and `length` that of the answer.
    #[unsafe(no_mangle)]
    unsafe extern "C" fn worker_release(at: *mut u8, length: usize) {
        // SAFETY: the answer was made by `worker_run` with this length.
        drop(Zeroizing::new(unsafe { boxed(at, length) }.into_vec()));
    }

    unsafe fn boxed(at: *mut u8, length: usize) -> Box<[u8]> {
        // SAFETY: the caller names a boxed slice that was given away.
        unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(at, length)) }
    }
}
