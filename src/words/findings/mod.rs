//! What is said of a finding: what was found, why it matters, and what to do.

mod algorithms;
mod claims;
mod formats;
mod headers;
mod keys;
mod profiles;
mod signatures;

use super::cleaning::{not_base64url, taken_off};
use super::format::part_name;
use super::moment::{duration, on};
use super::{grouped, header, key, listed, payload, quoted, shortened};
use crate::jose::base64url;
use crate::lint::{Datum, Finding, Place, Rule, Severity};

/// What is said of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingSaid {
    /// A few words.
    pub title: &'static str,
    /// One sentence with what was found.
    pub found: String,
    /// Why it matters, in one sentence or two.
    pub why: &'static str,
    /// What to do; empty where there is nothing to do.
    pub remedy: &'static str,
    /// Where the rule is written; empty where no standard speaks of it.
    pub source: &'static str,
}

/// The words for a rule; `{}` in `found` stands for a piece of what was found.
struct Words {
    title: &'static str,
    found: &'static str,
    why: &'static str,
    remedy: &'static str,
    source: &'static str,
}

/// What is said of a finding.
pub fn said(finding: &Finding) -> FindingSaid {
    let words = words(finding);
    FindingSaid {
        title: words.title,
        found: filled(words.found, &finding.data),
        why: words.why,
        remedy: words.remedy,
        source: words.source,
    }
}

/// A sentence with its gaps filled.
fn filled(sentence: &str, data: &[Datum]) -> String {
    let mut pieces = sentence.split("{}");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for (index, piece) in pieces.enumerate() {
        if let Some(datum) = data.get(index) {
            out += &shown(datum);
        }
        out += piece;
    }
    out
}

fn shown(datum: &Datum) -> String {
    match datum {
        Datum::Text(text) => quoted(text),
        Datum::Json(text) => shortened(text),
        Datum::Member(name) => quoted(name),
        Datum::Names(names) => {
            let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
            listed(&names)
        }
        Datum::Number(number) => grouped(*number),
        Datum::Time(seconds) => on(*seconds),
        Datum::Duration(seconds) => duration(*seconds),
        Datum::Part(part) => part_name(*part),
        Datum::KeyType(found) => key::a(*found),
        Datum::Base64url(error) => not_base64url(error),
        Datum::Header(error) => header::problem(error),
        Datum::Payload(flaw) => payload::problem(flaw),
        Datum::Crit(error) => header::crit(error),
        Datum::Cleanings(cleanings) => taken_off(cleanings),
    }
}

fn words(finding: &Finding) -> &'static Words {
    let in_payload = matches!(finding.place, Some(Place::Payload(_)));
    let in_header = matches!(finding.place, Some(Place::Header(_)));
    let is_error = finding.severity == Severity::Error;
    let has_data = !finding.data.is_empty();
    let is_one = matches!(finding.data.as_slice(), [Datum::Names(names)] if names.len() == 1);
    let is_none = matches!(finding.data.last(), Some(Datum::Text(text)) if text == "none");
    match finding.rule {
        Rule::Str01 if matches!(finding.data.first(), Some(Datum::Number(5))) => {
            &formats::STR01_FIVE
        }
        Rule::Str01 => &formats::STR01,
        Rule::Str02 => &formats::STR02,
        Rule::Str03 => &formats::STR03,
        Rule::Str04 => match finding.data.last() {
            Some(Datum::Base64url(base64url::Error::Length { .. })) => &formats::STR04_CUT,
            _ => &formats::STR04,
        },
        Rule::Str05 => &formats::STR05,
        Rule::Str06 if is_error => &formats::STR06_HEADER,
        Rule::Str06 if has_data => &formats::STR06_BROKEN,
        Rule::Str06 => &formats::STR06_PAYLOAD,
        Rule::Str07 if in_payload => &formats::STR07_PAYLOAD,
        Rule::Str07 => &formats::STR07_HEADER,
        Rule::Str08 => &formats::STR08,
        Rule::Str09 => &formats::STR09,
        Rule::Str10 => &formats::STR10,
        Rule::Alg01 if has_data => &algorithms::ALG01_TYPE,
        Rule::Alg01 => &algorithms::ALG01,
        Rule::Alg02 if has_data => &algorithms::ALG02_NONE,
        Rule::Alg02 => &algorithms::ALG02_EMPTY,
        Rule::Alg03 if is_none => &algorithms::ALG03_NONE,
        Rule::Alg03 => &algorithms::ALG03,
        Rule::Alg04 => &algorithms::ALG04,
        Rule::Alg05 => &algorithms::ALG05,
        Rule::Alg06 => &algorithms::ALG06,
        Rule::Alg07 => &algorithms::ALG07,
        Rule::Alg08 => &algorithms::ALG08,
        Rule::Alg09 => &algorithms::ALG09,
        Rule::Alg10 => &algorithms::ALG10,
        Rule::Sig01 => match finding.data.get(1) {
            Some(Datum::Text(name)) if name.starts_with("Ed") => &signatures::SIG01_ED,
            Some(Datum::Text(name)) if name.starts_with("ML-") => &signatures::SIG01_ML,
            _ => &signatures::SIG01,
        },
        Rule::Sig02 => &signatures::SIG02,
        Rule::Sig03 => &signatures::SIG03,
        // Nobody can try 2^128 secrets.
        Rule::Key01 if matches!(finding.data.first(), Some(Datum::Number(128..))) => {
            &keys::KEY01_LONG
        }
        Rule::Key01 => &keys::KEY01,
        Rule::Key02 => &keys::KEY02,
        Rule::Key03 => &keys::KEY03,
        Rule::Key04 => &keys::KEY04,
        Rule::Key05 if has_data => &keys::KEY05,
        Rule::Key05 => &keys::KEY05_UNREADABLE,
        Rule::Key06 if finding.data.len() == 2 => &keys::KEY06_OTHER,
        Rule::Key06 => &keys::KEY06,
        Rule::Key07 if in_header => &keys::KEY07_HEADER,
        Rule::Key07 => &keys::KEY07_SET,
        Rule::Key08 if matches!(finding.data.as_slice(), [Datum::Text(_)]) => &keys::KEY08_USE,
        Rule::Key08 => &keys::KEY08_OPS,
        Rule::Key09 if finding.data.len() == 1 => &keys::KEY09_MISSING,
        Rule::Key09 => &keys::KEY09_SIZE,
        Rule::Key10 => &keys::KEY10,
        Rule::Key11 => &keys::KEY11,
        Rule::Key12 => &keys::KEY12,
        Rule::Hdr01 if is_error => &headers::HDR01_ERROR,
        Rule::Hdr01 => &headers::HDR01,
        Rule::Hdr02 => &headers::HDR02,
        Rule::Hdr03 => &headers::HDR03,
        Rule::Hdr04 => &headers::HDR04,
        Rule::Hdr05 => &headers::HDR05,
        Rule::Hdr06 => &headers::HDR06,
        Rule::Hdr07 => &headers::HDR07,
        Rule::Hdr08 if has_data => &headers::HDR08_JWT,
        Rule::Hdr08 => &headers::HDR08,
        Rule::Hdr09 => &headers::HDR09,
        Rule::Hdr10 => &headers::HDR10,
        Rule::Hdr11 => &headers::HDR11,
        Rule::Clm01 => &claims::CLM01,
        Rule::Clm02 if is_one => &claims::CLM02_ONE,
        Rule::Clm02 => &claims::CLM02,
        Rule::Clm03 => &claims::CLM03,
        Rule::Clm04 => &claims::CLM04,
        Rule::Clm05 => &claims::CLM05,
        Rule::Clm06 if is_error => &claims::CLM06,
        Rule::Clm06 => &claims::CLM06_ISSUED,
        Rule::Clm07 => &claims::CLM07,
        Rule::Clm08 => &claims::CLM08,
        Rule::Clm09 if has_data => &claims::CLM09_OTHER,
        Rule::Clm09 => &claims::CLM09,
        Rule::Clm10 if has_data => &claims::CLM10_OTHER,
        Rule::Clm10 => &claims::CLM10,
        Rule::Clm11 => &claims::CLM11,
        Rule::Clm12 => &claims::CLM12,
        Rule::Clm13 => &claims::CLM13,
        Rule::Clm14 => &claims::CLM14,
        Rule::Oid01 => &profiles::OID01,
        Rule::Oid02 if finding.data.len() == 2 => &profiles::OID02_OTHER,
        Rule::Oid02 => &profiles::OID02,
        Rule::Oid03 if is_error => &profiles::OID03_HYBRID,
        Rule::Oid03 => &profiles::OID03,
        Rule::Oid05 => &profiles::OID05,
        Rule::Oid06 if in_payload => &profiles::OID06_NONCE,
        Rule::Oid06 => &profiles::OID06,
        Rule::At01 => &profiles::AT01,
        Rule::At02 => &profiles::AT02,
        Rule::At03 => &profiles::AT03,
        Rule::Dp01 => match finding.data.first() {
            Some(Datum::Text(_)) => &profiles::DP01_ALG,
            Some(Datum::Member(_)) => &profiles::DP01_PRIVATE,
            Some(Datum::Json(_)) => &profiles::DP01_TYPE,
            _ => &profiles::DP01,
        },
        Rule::Dp02 => &profiles::DP02,
    }
}
