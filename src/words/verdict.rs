//! The whole verdict in one plain sentence.

use super::edited::{self, Edited};
use super::{Said, format, policy, signature, time};
use crate::jose::header::{CritError, HeaderError};
use crate::jose::payload::Flaw;
use crate::jose::selection::KeyProblem;
use crate::jose::verdict::{FormatCheck, Pieces, PolicyCheck, SignatureCheck, State, TimeCheck};
use crate::jose::{Overall, Verdict};

/// A headline, and the sentence under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    pub title: String,
    pub detail: String,
}

/// What all checks together say of a token, perhaps an edited one, at `now` in seconds since 1970.
pub fn headline(verdict: &Verdict, edited: Option<&Edited>, now: f64) -> Headline {
    let said = [
        format::said(&verdict.format),
        signature::said(&verdict.signature),
        time::said(&verdict.time, now),
    ];
    let [of_format, of_signature, of_time] = &said;
    let (title, parts): (&str, Vec<&Said>) = match verdict.overall() {
        Overall::Empty => ("Paste a token to see what it says", vec![]),
        Overall::Verified => {
            return Headline {
                title: verified_title(verdict, now),
                detail: sentences(&verified_parts(verdict, &said)) + &of_policy(verdict),
            };
        }
        Overall::Unverified => (unverified(&verdict.signature), vec![of_signature]),
        Overall::Rejected if verdict.format.state() == State::Fail => {
            (not_a_token(&verdict.format), vec![of_format])
        }
        Overall::Rejected => {
            match edited.and_then(|edited| broken_by_edit(verdict, edited, of_time)) {
                Some(headline) => return headline,
                None => rejected(verdict, of_signature, of_time),
            }
        }
    };
    let is_broken = verdict.policy.state() == State::Fail && !parts.is_empty();
    let of_policy = if is_broken {
        of_policy(verdict)
    } else {
        String::new()
    };
    let mut detail = sentences(&parts) + &of_policy;
    if let Some(edited) = edited {
        detail = [&edited::detail(edited), " ", &detail].concat();
    }
    Headline {
        title: title.to_owned(),
        detail,
    }
}

/// What is said of the signature; of one that an edit broke it is known what broke it.
pub fn of_signature(verdict: &Verdict, edited: Option<&Edited>) -> Said {
    let said = signature::said(&verdict.signature);
    match edited.filter(|edited| is_broken_by(verdict, edited)) {
        Some(edited) => said.remedy(edited::detail(edited)),
        None => said,
    }
}

/// A verified token may break rules all the same.
fn verified_title(verdict: &Verdict, now: f64) -> String {
    let title = verified(verdict, now);
    let broken = match errors(verdict) {
        0 => return title.to_owned(),
        errors => policy::broken(errors),
    };
    match title {
        "Verified and in time" => ["Verified, but ", &broken].concat(),
        title if title.contains(", but") => [title, ", and ", &broken].concat(),
        title => [title, ", but ", &broken].concat(),
    }
}

/// The rules that are broken, but for the one the title speaks of.
fn errors(verdict: &Verdict) -> usize {
    let PolicyCheck::Checked {
        errors, elsewhere, ..
    } = verdict.policy
    else {
        return 0;
    };
    match verdict.time {
        TimeCheck::Unreadable(_) => errors,
        _ => errors + elsewhere,
    }
}

/// What the policy has to add.
fn of_policy(verdict: &Verdict) -> String {
    match verdict.policy.state() {
        State::Fail | State::Warn => [" ", &policy::said(verdict.policy).sentence].concat(),
        _ => String::new(),
    }
}

/// Why the signature does not match is known where the token was edited here.
fn broken_by_edit(verdict: &Verdict, edited: &Edited, of_time: &Said) -> Option<Headline> {
    let title = edited::title(edited).filter(|_| is_broken_by(verdict, edited))?;
    let mut detail = edited::detail(edited);
    if verdict.time.state() == State::Fail {
        detail = [&detail, " ", &of_time.sentence].concat();
    }
    Some(Headline { title, detail })
}

/// Of an original that did not verify nobody knows what broke it.
fn is_broken_by(verdict: &Verdict, edited: &Edited) -> bool {
    edited.was_verified && matches!(verdict.signature, SignatureCheck::Mismatch(_))
}

fn verified(verdict: &Verdict, now: f64) -> &'static str {
    match &verdict.time {
        TimeCheck::Unreadable(Flaw::NotUtf8 { .. }) => "Verified, but the payload is not UTF-8",
        TimeCheck::Unreadable(Flaw::ByteOrderMark) => {
            "Verified, but the payload has a byte-order mark"
        }
        TimeCheck::Unreadable(_) => "The signature holds, but the payload cannot be read",
        time if time::has_milliseconds(time) => "Verified, but its times are in milliseconds",
        TimeCheck::NoExpiry { .. } => "Verified, but it never expires",
        TimeCheck::IssuedInFuture { .. } => "Verified, but issued in the future",
        TimeCheck::InTime { times } if times.by_tolerance(now) => "Verified, by clock tolerance",
        TimeCheck::InTime { .. } => "Verified and in time",
        _ => "Verified",
    }
}

/// The format has a say where it bends a rule.
fn verified_parts<'a>(
    verdict: &Verdict,
    [format, signature, time]: &'a [Said; 3],
) -> Vec<&'a Said> {
    match verdict.format.state() {
        State::Warn => vec![signature, time, format],
        _ => vec![signature, time],
    }
}

fn unverified(signature: &SignatureCheck) -> &'static str {
    match signature {
        SignatureCheck::Nothing => "Decoded, not verified",
        SignatureCheck::Encrypted => "Encrypted: only its header can be read",
        SignatureCheck::Key(KeyProblem::Missing) => "Decoded, not verified: a key is needed",
        SignatureCheck::Key(KeyProblem::SelfAsserted { .. }) => {
            "Decoded, not verified: only the token itself offers a key"
        }
        SignatureCheck::Key(KeyProblem::NoMatch { .. }) => "Decoded, not verified: no key fits",
        SignatureCheck::Key(_) => "Decoded, not verified: this key cannot be used",
        _ => "Decoded, not verified: this cannot be checked here",
    }
}

fn not_a_token(format: &FormatCheck) -> &'static str {
    match format {
        FormatCheck::TooLong { .. } => "Too long to read",
        FormatCheck::CutSignature(_) => "The signature is cut",
        FormatCheck::Header(HeaderError::Duplicate { .. } | HeaderError::WrongType { .. }) => {
            "The header of this token breaks a rule"
        }
        FormatCheck::Parts {
            pieces: Pieces::Shortened | Pieces::CutPayload,
            ..
        } => "This token is not whole",
        FormatCheck::Parts { .. } | FormatCheck::Header(_) => "This is not a token",
        _ => "This token is malformed",
    }
}

fn rejected<'a>(
    verdict: &Verdict,
    of_signature: &'a Said,
    of_time: &'a Said,
) -> (&'static str, Vec<&'a Said>) {
    let time_fails = verdict.time.state() == State::Fail;
    match (verdict.signature.state(), time_fails) {
        (State::Fail, true) => (broken(&verdict.signature), vec![of_signature, of_time]),
        (State::Fail, false) => (broken(&verdict.signature), vec![of_signature]),
        (State::Pass, _) => (good_but(&verdict.time), vec![of_time, of_signature]),
        _ => (unchecked_and(&verdict.time), vec![of_time, of_signature]),
    }
}

fn broken(signature: &SignatureCheck) -> &'static str {
    match signature {
        SignatureCheck::Mismatch(_) => "The signature does not match",
        SignatureCheck::Missing => "There is no signature",
        SignatureCheck::AlgNone => "Not signed at all",
        SignatureCheck::AlgNotAllowed { .. } => "Signed with another algorithm than required",
        SignatureCheck::Malformed(_) => "The signature is malformed",
        SignatureCheck::Crit(CritError::NotUnderstood { .. }) => {
            "Only a verifier that knows its extension may accept this token"
        }
        _ => "The header breaks a rule of signatures",
    }
}

fn good_but(time: &TimeCheck) -> &'static str {
    match time {
        TimeCheck::Expired { .. } => "The signature holds, but the token has expired",
        TimeCheck::NotYet { .. } => "The signature holds, but the token is not valid yet",
        _ => "The signature holds, but a time is malformed",
    }
}

fn unchecked_and(time: &TimeCheck) -> &'static str {
    match time {
        TimeCheck::Expired { .. } => "Expired, and not verified",
        TimeCheck::NotYet { .. } => "Not valid yet, and not verified",
        _ => "A time is malformed, and nothing was verified",
    }
}

fn sentences(parts: &[&Said]) -> String {
    let mut out: Vec<&str> = parts.iter().map(|said| said.sentence.as_str()).collect();
    if let Some(first) = parts.first().filter(|said| !said.remedy.is_empty()) {
        out.insert(1, &first.remedy);
    }
    out.join(" ")
}
