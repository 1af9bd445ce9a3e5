//! CLM, the times: what they say, and what they say of each other.

use super::facts::Facts;
use super::{Datum, Hit, Severity, hit};
use crate::jose::claims::{TimeClaim, is_milliseconds};
use crate::jose::json::Value;

/// A time that is there and a number.
pub fn seconds<'a>(facts: &Facts<'a>, claim: TimeClaim) -> Option<(Value<'a>, f64)> {
    let value = facts.claim(claim.name())?;
    Some((value, value.as_f64()?))
}

fn of_any(facts: &Facts, judge: impl Fn(TimeClaim, Value) -> Option<Hit>) -> Option<Hit> {
    let claims = TimeClaim::ALL.into_iter();
    claims
        .filter_map(|claim| judge(claim, facts.claim(claim.name())?))
        .next()
}

/// CLM01, RFC 7519 section 2: a NumericDate is a JSON number.
pub fn not_a_number(facts: &Facts) -> Option<Hit> {
    of_any(facts, |claim, value| {
        let hit = hit(Severity::Error).in_payload(value).text(claim.name());
        value.as_f64().is_none().then(|| hit.json(value))
    })
}

/// CLM02, RFC 7519 section 2: seconds, not milliseconds.
pub fn milliseconds(facts: &Facts) -> Option<Hit> {
    // As they come in the life of a token.
    let claims = TimeClaim::ALL.into_iter().rev();
    let wrong = claims.filter_map(|claim| {
        let (value, time) = seconds(facts, claim)?;
        is_milliseconds(time).then(|| (value, claim.name().to_owned()))
    });
    let (values, names): (Vec<Value>, Vec<String>) = wrong.unzip();
    let hit = hit(Severity::Warning).in_payload(*values.first()?);
    Some(hit.with(Datum::Names(names)))
}

/// CLM03, RFC 7519 section 4.1.4: over at `exp`, and after it.
pub fn expired(facts: &Facts) -> Option<Hit> {
    let (now, skew) = (facts.subject.now, facts.subject.skew);
    let (value, end) = seconds(facts, TimeClaim::ExpirationTime)?;
    let hit = hit(Severity::Error)
        .in_payload(value)
        .with(Datum::Duration(now - end));
    (now >= end + skew).then(|| hit.with(Datum::Time(end)))
}

/// CLM04, RFC 7519 section 4.1.5: not to be accepted before `nbf`.
pub fn not_yet(facts: &Facts) -> Option<Hit> {
    let (now, skew) = (facts.subject.now, facts.subject.skew);
    let (value, start) = seconds(facts, TimeClaim::NotBefore)?;
    let hit = hit(Severity::Error)
        .in_payload(value)
        .with(Datum::Duration(start - now));
    (now < start - skew).then(|| hit.with(Datum::Time(start)))
}

/// CLM05, RFC 7519 section 4.1.6: issued later than now. A time in another unit is no such time.
pub fn issued_in_future(facts: &Facts) -> Option<Hit> {
    let (now, skew) = (facts.subject.now, facts.subject.skew);
    let (value, issued) = seconds(facts, TimeClaim::IssuedAt)?;
    let hit = hit(Severity::Warning)
        .in_payload(value)
        .with(Datum::Time(issued));
    (issued > now + skew && !is_milliseconds(issued))
        .then(|| hit.with(Datum::Duration(issued - now)))
}

/// CLM06, RFC 7519 sections 4.1.4 to 4.1.6: over before it begins, or, which only tells of a mistake, when it is
/// issued. Times in other units are not compared.
pub fn never_valid(facts: &Facts) -> Option<Hit> {
    let (value, end) = seconds(facts, TimeClaim::ExpirationTime)?;
    let starts = [TimeClaim::NotBefore, TimeClaim::IssuedAt].into_iter();
    let mut starts = starts.filter_map(|claim| Some((claim, seconds(facts, claim)?.1)));
    let comparable = |start: f64| is_milliseconds(start) == is_milliseconds(end);
    let (claim, _) = starts.find(|(_, start)| end <= *start && comparable(*start))?;
    let severity = match claim {
        TimeClaim::NotBefore => Severity::Error,
        _ => Severity::Warning,
    };
    Some(hit(severity).in_payload(value).text(claim.name()))
}
