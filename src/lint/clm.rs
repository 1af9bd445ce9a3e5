//! CLM, the rest: what claims there are, and what is in them.

use super::facts::Facts;
use super::time::seconds;
use super::{Datum, Hit, Severity, hit, uri};
use crate::jose::claims::{TimeClaim, is_milliseconds};
use crate::jose::json::{Type, Value};

/// Names of claims that hold what nobody should read: letters and digits alone, in lower case.
const SENSITIVE: [&str; 24] = [
    "password",
    "passwd",
    "pwd",
    "passphrase",
    "passwordhash",
    "secret",
    "clientsecret",
    "apikey",
    "apisecret",
    "secretkey",
    "privatekey",
    "refreshtoken",
    "creditcard",
    "creditcardnumber",
    "cardnumber",
    "cvv",
    "cvc",
    "ssn",
    "socialsecuritynumber",
    "iban",
    "passportnumber",
    "taxid",
    "mothersmaidenname",
    "pin",
];

/// Claims that are named, at the most.
const MAX_SENSITIVE: usize = 5;

/// Beginnings of values that are secrets wherever they stand.
const SECRET_STARTS: [&str; 9] = [
    "-----BEGIN PRIVATE KEY",
    "-----BEGIN RSA PRIVATE",
    "-----BEGIN EC PRIVATE",
    "-----BEGIN OPENSSH PRIVATE",
    "sk_live_",
    "ghp_",
    "github_pat_",
    "xoxb-",
    "$2b$",
];

/// Whether the absence of a claim is to be told: it is required, and no rule of the profile tells it already.
fn lacks(facts: &Facts, claim: &str) -> bool {
    facts.claims.is_some()
        && facts.claim(claim).is_none()
        && facts.subject.policy.requires(claim)
        && !facts.profile.does_without(claim)
        && !is_told(facts, claim)
}

fn is_told(facts: &Facts, claim: &str) -> bool {
    facts.profile.demanded().contains(&claim) || super::at::demanded(facts).contains(&claim)
}

/// CLM07, RFC 7519 section 4.1.4: no end.
pub fn no_expiry(facts: &Facts) -> Option<Hit> {
    lacks(facts, "exp").then(|| hit(Severity::Warning))
}

/// CLM08: a life longer than the policy allows.
pub fn long_life(facts: &Facts) -> Option<Hit> {
    let limit = facts.subject.policy.lifetime_of(facts.profile)? as f64;
    let (value, end) = seconds(facts, TimeClaim::ExpirationTime)?;
    let start =
        seconds(facts, TimeClaim::IssuedAt).or_else(|| seconds(facts, TimeClaim::NotBefore));
    let start = start?.1;
    let life = end - start;
    let hit = hit(Severity::Warning)
        .in_payload(value)
        .with(Datum::Duration(life));
    // Of milliseconds another rule speaks.
    let in_seconds = !is_milliseconds(start) && !is_milliseconds(end);
    (life > limit && in_seconds).then(|| hit.with(Datum::Duration(limit)))
}

/// CLM09, RFC 8725 section 3.9: no audience, or another than the expected one.
pub fn audience(facts: &Facts) -> Option<Hit> {
    let Some(value) = facts.claim("aud") else {
        return lacks(facts, "aud").then(|| hit(Severity::Warning));
    };
    let wanted = facts.subject.policy.audience.as_deref()?;
    let is_wanted = |value: Value| value.as_str().is_some_and(|text| text == wanted);
    let holds = is_wanted(value) || value.elements().any(is_wanted);
    let hit = hit(Severity::Error).in_payload(value).value(value);
    (!holds).then(|| hit.text(wanted))
}

/// CLM10, RFC 8725 section 3.8: no issuer, or another than the expected one.
pub fn issuer(facts: &Facts) -> Option<Hit> {
    let Some(value) = facts.claim("iss") else {
        return lacks(facts, "iss").then(|| hit(Severity::Warning));
    };
    let wanted = facts.subject.policy.issuer.as_deref()?;
    let holds = value.as_str().is_some_and(|text| text == wanted);
    let hit = hit(Severity::Error).in_payload(value).value(value);
    (!holds).then(|| hit.text(wanted))
}

/// CLM11, RFC 7519 section 4.1: names are strings, and `aud` one or a list of them.
pub fn types(facts: &Facts) -> Option<Hit> {
    let is_text = |value: Value| value.kind() == Type::String;
    ["iss", "sub", "jti", "aud"].into_iter().find_map(|name| {
        let value = facts.claim(name)?;
        let is_list = name == "aud" && value.kind() == Type::Array && value.elements().all(is_text);
        let hit = hit(Severity::Error).in_payload(value).text(name);
        (!is_text(value) && !is_list).then(|| hit.json(value))
    })
}

/// CLM12: claims that look like secrets or a person's data, which everybody can read. Their values are not repeated.
pub fn sensitive(facts: &Facts) -> Option<Hit> {
    let mut found = Vec::new();
    add_sensitive(facts.claims?.root(), &mut found);
    let hit = hit(Severity::Warning).in_payload(found.first()?.0);
    let names = found.into_iter().map(|(_, name)| name).collect();
    Some(hit.with(Datum::Names(names)))
}

fn add_sensitive<'a>(value: Value<'a>, found: &mut Vec<(Value<'a>, String)>) {
    for member in value.members() {
        if found.len() == MAX_SENSITIVE {
            return;
        }
        let name = member.name();
        let named = is_sensitive(&name, member.value) && has_content(member.value);
        match named || is_secret(member.value) {
            true => found.push((member.value, name.into_owned())),
            false => add_sensitive(member.value, found),
        }
    }
    for element in value.elements() {
        add_sensitive(element, found);
    }
}

fn is_sensitive(name: &str, value: Value) -> bool {
    let mut letters = [0; 32];
    let mut length = 0;
    for byte in name.bytes().filter(|byte| !b"_-. ".contains(byte)) {
        let Some(letter) = letters.get_mut(length) else {
            return false;
        };
        *letter = byte.to_ascii_lowercase();
        length += 1;
    }
    let letters = &letters[..length];
    // Not every pin is a number of one's own.
    let is_number = || {
        value
            .text()
            .trim_matches('"')
            .bytes()
            .all(|byte| byte.is_ascii_digit())
    };
    SENSITIVE.iter().any(|known| known.as_bytes() == letters) && (letters != b"pin" || is_number())
}

/// A number, or a text that is not empty.
fn has_content(value: Value) -> bool {
    value.kind() == Type::Number || (value.kind() == Type::String && value.text().len() > 2)
}

fn is_secret(value: Value) -> bool {
    let text = value.text();
    value.kind() == Type::String
        && SECRET_STARTS
            .iter()
            .any(|start| text[1..].starts_with(start))
}

/// CLM13, RFC 7519 section 2: a StringOrURI with a colon is a URI.
pub fn issuer_not_uri(facts: &Facts) -> Option<Hit> {
    let issuer = facts.claim_text("iss")?;
    let hit = hit(Severity::Info).in_payload(facts.claim("iss")?);
    (issuer.contains(':') && !uri::is_uri(&issuer)).then(|| hit.text(issuer))
}

/// CLM14: claims that the policy requires beyond those that have a rule of their own.
pub fn required(facts: &Facts) -> Option<Hit> {
    facts.claims?;
    let names = facts.subject.policy.required.iter();
    let others = names.filter(|name| !super::DEFAULT_REQUIRED.contains(&name.as_str()));
    let missing = others.filter(|name| facts.claim(name).is_none() && !is_told(facts, name));
    let missing: Vec<String> = missing.cloned().collect();
    (!missing.is_empty()).then(|| hit(Severity::Error).with(Datum::Names(missing)))
}
