//! Why a signature does not verify: what people get wrong is tried, and the one change that makes it verify is named.
//!
//! Nothing is claimed that was not verified: every cure went through [`verify::signature`](crate::jose::verify::signature)
//! with its change made, and what is told of a signature that no change can mend was computed too.
//!
//! ```
//! use jwt_inspector::doctor::{BUDGET, Change, examine};
//! use jwt_inspector::jose::SecretEncoding;
//!
//! // Signed with the secret "secret", pasted here as base64.
//! let token = "eyJhbGciOiJIUzI1NiJ9.e30.XmNK3GpH3Ys_7wsYBfq4C3M6goz71I7dTgUkuIa5lyQ";
//! let diagnosis = examine(token, "c2VjcmV0", SecretEncoding::Utf8, None, BUDGET);
//! let cure = diagnosis.cure.expect("a cure");
//! assert_eq!(cure.changes, [Change::Encoding(SecretEncoding::Base64)]);
//! ```

mod algorithm;
mod change;
mod encoding;
mod end;
mod form;
mod given;
mod key;
mod nonce;
mod payload;
mod secret;
mod signature;
mod trials;
mod writer;

pub use change::{
    Attempt, Change, Cure, Explanation, Inputs, KeptOut, SecretText, SignatureEnd, SignatureForm,
    Stray,
};
pub use form::{Escapes, Form, Layout, Style};

use crate::jose::verify::SignatureCheck;
use crate::jose::{Algorithm, KeyInput, SecretEncoding, Source};
use given::Given;
use trials::Trials;

/// What an examination may cost, in tenths of a millisecond of wasm on a common computer.
pub const BUDGET: u32 = 4_500;

/// The longest token and the longest key with which anything is tried, in bytes.
pub const MAX_LENGTH: usize = 256 << 10;

/// What came of an examination.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diagnosis {
    /// The first change that makes it verify.
    pub cure: Option<Cure>,
    /// What is known besides, or instead.
    pub explained: Vec<Explanation>,
    /// What was tried in full, and did not help.
    pub tried: Vec<Attempt>,
    /// What was not tried, or not in full, because it would have taken too long.
    pub left_out: Vec<Attempt>,
    /// How many signatures were verified.
    pub verifications: u32,
}

enum Finding {
    Cure(Cure),
    Proven(Explanation),
}

type Examine = fn(&Given, &mut Trials) -> Option<Finding>;

/// What is tried, in this order: first what happens often and costs little.
const ATTEMPTS: [(Attempt, Examine); 13] = [
    (Attempt::Encoding, secret::encodings),
    (Attempt::SecretText, secret::texts),
    (Attempt::TextOfK, secret::text_of_k),
    (Attempt::SignatureEnd, end::examine),
    (Attempt::SignatureForm, signature::examine),
    (Attempt::OtherKey, key::others),
    (Attempt::BareKey, key::bare),
    (Attempt::OtherAlgorithm, algorithm::others),
    (Attempt::KeyAsSecret, algorithm::key_as_secret),
    (Attempt::SignedOver, encoding::signed_over),
    (Attempt::HashedNonce, nonce::hashed),
    (Attempt::Payload, payload::payloads),
    (Attempt::Header, payload::headers),
];

/// Looks for what makes a token verify with a key. Nothing is found where it verifies already.
/// `budget` is usually [`BUDGET`].
pub fn examine(
    token_text: &str,
    key_text: &str,
    encoding: SecretEncoding,
    required: Option<Algorithm>,
    budget: u32,
) -> Diagnosis {
    let mut given = Given {
        token: token_text.to_owned(),
        key: key_text,
        encoding,
        required,
        source: Source::read(token_text),
        input: KeyInput::read(key_text, encoding),
        changes: Vec::new(),
        apply: Inputs::default(),
    };
    let check = given.check();
    if matches!(check, SignatureCheck::Verified(_)) {
        return Diagnosis::default();
    }
    let too_long = token_text.len().max(key_text.len()) > MAX_LENGTH;
    let mut trials = Trials::new(if too_long { 0 } else { budget });
    let mut diagnosis = Diagnosis::default();
    if !matches!(given.input, KeyInput::Empty) {
        diagnosis.search(&mut given, &check, &mut trials);
    }
    if diagnosis.cure.is_none() && diagnosis.explained.is_empty() {
        let known = [end::short(&given), nonce::of_graph(&given)];
        diagnosis.explained.extend(known.into_iter().flatten());
    }
    diagnosis
}

impl Diagnosis {
    /// Makes the changes without which nothing can verify, and tries every other on top of them.
    fn search(&mut self, given: &mut Given, check: &SignatureCheck, trials: &mut Trials) {
        let excluded = match check {
            SignatureCheck::AlgNotAllowed { required, .. } => Some(Change::AnyAlgorithm {
                required: *required,
            }),
            _ => None,
        };
        let lifted = Inputs {
            any_algorithm: true,
            ..Inputs::default()
        };
        let needed = [
            (
                Attempt::AnyAlgorithm,
                excluded.map(|change| (change, lifted)),
            ),
            (Attempt::Characters, encoding::tidied(given)),
        ];
        for (attempt, change) in needed {
            let Some((change, inputs)) = change else {
                continue;
            };
            let found = trials.cure(given, vec![change.clone()], inputs.clone());
            if self.note(attempt, found, trials) {
                return;
            }
            given.change(change, inputs);
        }
        for (attempt, examine) in ATTEMPTS {
            let found = examine(given, trials);
            if self.note(attempt, found, trials) {
                return;
            }
        }
    }

    /// Notes what came of one kind of attempt. Whether it found something.
    fn note(&mut self, attempt: Attempt, found: Option<Finding>, trials: &mut Trials) -> bool {
        let effort = trials.effort();
        let is_found = found.is_some();
        match found {
            Some(Finding::Cure(cure)) => self.cure = Some(cure),
            Some(Finding::Proven(explanation)) => self.explained.push(explanation),
            None if effort.refused => self.left_out.push(attempt),
            None if effort.made > 0 => self.tried.push(attempt),
            None => {}
        }
        self.verifications += effort.made;
        is_found
    }
}
