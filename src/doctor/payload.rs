//! Header and payload written anew since they were signed: the same JSON, other characters.

use super::Finding;
use super::change::{Change, Inputs};
use super::form::{self, MAX_LENGTH};
use super::given::Given;
use super::trials::Trials;
use crate::jose::base64url;
use crate::jose::json::Document;

/// The payload in other forms.
pub fn payloads(given: &Given, trials: &mut Trials) -> Option<Finding> {
    let (parts, json) = (given.parts()?, Documents::of(given)?);
    if json.length() > MAX_LENGTH {
        return trials.leave_out();
    }
    form::others(json.payload)
        .into_iter()
        .find_map(|(form, text)| {
            let payload = base64url::encode(text.as_bytes());
            let inputs = Inputs::token([parts.header, &payload, parts.signature].join("."));
            trials.cure(given, vec![Change::Payload(form)], inputs)
        })
}

/// The header in other forms, alone and with the payload in the same form.
pub fn headers(given: &Given, trials: &mut Trials) -> Option<Finding> {
    let (parts, json) = (given.parts()?, Documents::of(given)?);
    if json.length() > MAX_LENGTH {
        return trials.leave_out();
    }
    let alone = form::others(json.header)
        .into_iter()
        .find_map(|(form, text)| {
            let header = base64url::encode(text.as_bytes());
            let inputs = Inputs::token([&header, parts.payload, parts.signature].join("."));
            trials.cure(given, vec![Change::Header(form)], inputs)
        });
    alone.or_else(|| both(given, trials, &json))
}

fn both(given: &Given, trials: &mut Trials, json: &Documents) -> Option<Finding> {
    let parts = given.parts()?;
    form::others(json.payload)
        .into_iter()
        .find_map(|(form, payload)| {
            let header = form::write(json.header, form)?;
            if header == json.header.text() {
                return None;
            }
            let [header, payload] =
                [header, payload].map(|text| base64url::encode(text.as_bytes()));
            let inputs = Inputs::token([&header, &payload, parts.signature].join("."));
            let changes = vec![Change::Header(form), Change::Payload(form)];
            trials.cure(given, changes, inputs)
        })
}

/// Header and payload, where both are JSON that was encoded.
struct Documents<'a> {
    header: &'a Document,
    payload: &'a Document,
}

impl<'a> Documents<'a> {
    fn of(given: &'a Given) -> Option<Self> {
        let jws = given.jws()?;
        let header = jws.header.as_ref().ok().filter(|header| header.b64)?;
        Some(Self {
            header: header.document(),
            payload: jws.payload.document()?,
        })
    }

    fn length(&self) -> usize {
        self.header.text().len() + self.payload.text().len()
    }
}
