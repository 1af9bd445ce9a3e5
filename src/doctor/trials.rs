//! Trials: each is a verification, and all of them together are bounded.

use super::Finding;
use super::change::{Change, Cure, Inputs};
use super::given::Given;
use crate::jose::alg::{AlgName, Curve};
use crate::jose::key::Key;
use crate::jose::selection::{Purpose, select};
use crate::jose::verify::{self, SignatureCheck};
use crate::jose::{Algorithm, KeyInput, Source};

/// The verifications that were made, and what they may still cost.
pub struct Trials {
    left: u32,
    effort: Effort,
}

/// What went into one kind of attempt.
#[derive(Clone, Copy, Default)]
pub struct Effort {
    /// How many verifications there were.
    pub made: u32,
    /// Whether one was left out, because it would have cost too much.
    pub refused: bool,
}

impl Trials {
    pub fn new(budget: u32) -> Self {
        Self {
            left: budget,
            effort: Effort::default(),
        }
    }

    /// The effort since this was last asked.
    pub fn effort(&mut self) -> Effort {
        std::mem::take(&mut self.effort)
    }

    /// The cure, if the token verifies once the changes are made.
    pub fn cure(&mut self, given: &Given, changes: Vec<Change>, inputs: Inputs) -> Option<Finding> {
        let length = inputs.token.as_ref().map_or(0, String::len)
            + inputs.key.as_ref().map_or(0, |key| key.len());
        self.pay(of_length(length))?;
        let encoding = inputs.encoding.unwrap_or(given.encoding);
        let source = inputs.token.as_deref().map(Source::read);
        let input = match &inputs.key {
            Some(key) => Some(KeyInput::read(key, encoding)),
            None => inputs
                .encoding
                .map(|encoding| KeyInput::read(given.key, encoding)),
        };
        let source = source.as_ref().unwrap_or(&given.source);
        let input = input.as_ref().unwrap_or(&given.input);
        self.pay(of_verification(source, input)?)?;
        let required = given.required.filter(|_| !inputs.any_algorithm);
        let check = verify::signature(source, input, required);
        self.effort.made += u32::from(was_computed(&check));
        matches!(check, SignatureCheck::Verified(_)).then(|| {
            let mut all = given.changes.clone();
            all.extend(changes);
            Finding::Cure(Cure {
                changes: all,
                apply: inputs.over(&given.apply),
            })
        })
    }

    /// Whether a signature is one of a message by this key and algorithm, whatever a header says.
    pub fn holds(&mut self, key: &Key, alg: Algorithm, message: &[u8], signature: &[u8]) -> bool {
        self.may(key, message) && verify::holds(key, alg, message, signature)
    }

    /// Whether one more computation with a key over a message may be made; it is counted as a verification.
    pub fn may(&mut self, key: &Key, message: &[u8]) -> bool {
        let paid = self.pay(of_length(message.len()) + of_key(key)).is_some();
        self.effort.made += u32::from(paid);
        paid
    }

    /// Notes that something was left out for its size.
    pub fn leave_out(&mut self) -> Option<Finding> {
        self.effort.refused = true;
        None
    }

    /// Once something was refused, the rest of the attempt costs nothing: it is not made.
    fn pay(&mut self, cost: u32) -> Option<()> {
        if self.effort.refused {
            return None;
        }
        match self.left.checked_sub(cost) {
            Some(left) => self.left = left,
            None => self.effort.refused = true,
        }
        (!self.effort.refused).then_some(())
    }
}

/// What reading, hashing or decoding so many bytes costs: 20 MB a second.
fn of_length(bytes: usize) -> u32 {
    1 + (bytes >> 11) as u32
}

/// `None` where no key is chosen, so that nothing would be verified.
fn of_verification(source: &Source, input: &KeyInput) -> Option<u32> {
    let header = source.jws()?.header.as_ref().ok()?;
    let Some(AlgName::Supported(alg)) = header.alg else {
        return None;
    };
    let selection = select(input, alg, header, Purpose::Verify).ok()?;
    let each = of_length(source.cleaned.text.len());
    let costs = selection.candidates.iter();
    Some(costs.map(|candidate| each + of_key(candidate.key)).sum())
}

/// Whether a key was tried, and the token not refused before that.
fn was_computed(check: &SignatureCheck) -> bool {
    matches!(
        check,
        SignatureCheck::Verified(_) | SignatureCheck::Mismatch(_) | SignatureCheck::Key(_)
    )
}

/// What one verification costs in wasm, in tenths of a millisecond, as measured.
fn of_key(key: &Key) -> u32 {
    match key {
        Key::Secret(_) => 1,
        Key::Rsa(_) => (key.bits() >> 9).pow(2) as u32 / 2 + 1,
        Key::Ec(key) => match key.curve() {
            Curve::P384 => 60,
            Curve::P256 | Curve::P521 | Curve::Secp256k1 => 30,
        },
        Key::Ed25519(_) => 15,
    }
}
