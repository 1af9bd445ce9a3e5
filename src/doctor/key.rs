//! Which key it is: another one of the set, or one hidden in other text.

use super::Finding;
use super::change::{Change, Inputs, KeptOut};
use super::given::Given;
use super::trials::Trials;
use crate::jose::KeyInput;
use crate::jose::key::export::{Half, JwkMembers, jwk};
use crate::jose::key::{Entry, Key, RingForm};
use crate::jose::selection::{Purpose, restriction, select};
use zeroize::Zeroizing;

/// The keys that the token's `kid` or their own restrictions keep out.
pub fn others(given: &Given, trials: &mut Trials) -> Option<Finding> {
    let alg = given.alg()?;
    let header = given.jws()?.header.as_ref().ok()?;
    let (message, signature) = given.signed()?;
    let selection = select(&given.input, alg, header, Purpose::Verify);
    let selected = selection.map_or(Vec::new(), |found| found.candidates);
    let is_selected = |index| selected.iter().any(|found| found.place.index == index);
    let entries = given.entries().iter().enumerate();
    for (index, entry) in entries.filter(|(index, _)| !is_selected(*index)) {
        let Some(key) = fitting(entry, given) else {
            continue;
        };
        if !trials.holds(key, alg, message, signature) {
            continue;
        }
        let inputs = Inputs::key(alone(key, entry.meta.kid.as_deref())?);
        let change = Change::OtherKey {
            index: (given.entries().len() > 1).then_some(index),
            kid: entry.meta.kid.clone(),
            kept_out: kept_out(key, entry, given)?,
        };
        return trials.cure(given, vec![change], inputs);
    }
    None
}

fn fitting<'a>(entry: &'a Entry, given: &Given) -> Option<&'a Key> {
    let key = entry.key.as_ref().ok()?;
    (key.key_type() == given.alg()?.key_type()).then_some(key)
}

/// What kept a key out that fits.
fn kept_out(key: &Key, entry: &Entry, given: &Given) -> Option<KeptOut> {
    let alg = given.alg()?;
    let header = given.jws()?.header.as_ref().ok()?;
    let is_set = matches!(&given.input, KeyInput::Keys(ring) if ring.form == RingForm::JwkSet);
    let has = |entry: &Entry| entry.meta.kid == header.kid;
    // A key without a name may be the one that is asked for, unless another has that name.
    let named_otherwise =
        !has(entry) && (entry.meta.kid.is_some() || given.entries().iter().any(has));
    if let Some(asked_for) = header.kid.clone().filter(|_| is_set && named_otherwise) {
        return Some(KeptOut::Kid(asked_for));
    }
    Some(match restriction(key, &entry.meta, alg, Purpose::Verify) {
        Some(_) => KeptOut::Restriction,
        None => KeptOut::Number,
    })
}

/// The key as a JWK that says nothing of its use: the public half, if it has halves.
fn alone(key: &Key, kid: Option<&str>) -> Option<Zeroizing<String>> {
    let half = match key {
        Key::Secret(_) => Half::Private,
        _ => Half::Public,
    };
    jwk(key, half, JwkMembers { alg: None, kid })
}

/// How many stretches of a text are tried as a key.
const MAX_STRETCHES: usize = 3;

/// The shortest base64 that may be a key: an Ed25519 one in DER has 60 characters.
const MIN_STRETCH: usize = 56;

/// Base64 of DER inside other text: in a JWK's `x5c`, in PEM whose lines are damaged, in a setting.
pub fn bare(given: &Given, trials: &mut Trials) -> Option<Finding> {
    if matches!(given.input, KeyInput::Keys(_)) {
        return None;
    }
    let mut text = Zeroizing::new(given.key.to_owned());
    for (escape, plain) in [("\\n", ""), ("\\r", ""), ("\\/", "/")] {
        text = Zeroizing::new(text.replace(escape, plain));
    }
    let mut packed = Zeroizing::new(String::with_capacity(text.len()));
    packed.extend(text.split_whitespace());
    let stranger = |c: char| !(c.is_ascii_alphanumeric() || "+/=".contains(c));
    let is_der = |text: &&str| text.starts_with('M') && text.len() >= MIN_STRETCH;
    let mut stretches = packed.split(stranger).filter(is_der).take(MAX_STRETCHES);
    stretches.find_map(|stretch| {
        let inputs = Inputs::key(Zeroizing::new(stretch.to_owned()));
        trials.cure(given, vec![Change::BareKey], inputs)
    })
}
