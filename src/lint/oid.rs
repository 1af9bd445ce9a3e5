//! OID: ID tokens and logout tokens of OpenID Connect.

use super::facts::Facts;
use super::{Datum, Hit, Profile, Severity, hit};

/// The member of `events` that makes a logout token (Back-Channel Logout section 2.4).
pub const LOGOUT_EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

fn is_id_token(facts: &Facts) -> Option<()> {
    (facts.claims.is_some() && facts.profile == Profile::IdToken).then_some(())
}

/// OID01, OpenID Connect Core section 2: the claims every ID token has.
pub fn missing_claims(facts: &Facts) -> Option<Hit> {
    is_id_token(facts)?;
    let missing = facts.missing(facts.profile.demanded());
    (!missing.is_empty()).then(|| hit(Severity::Error).with(Datum::Names(missing)))
}

/// OID02, OpenID Connect Core section 3.1.3.7: with several audiences, for whom it was issued; and whether that is
/// the expected audience. Since errata set 2 neither has to be so.
pub fn authorized_party(facts: &Facts) -> Option<Hit> {
    is_id_token(facts)?;
    let audience = facts.claim("aud")?;
    let Some(party) = facts.claim_text("azp") else {
        let count = audience.elements().len();
        let hit = hit(Severity::Info).in_payload(audience);
        return (count > 1).then(|| hit.number(count));
    };
    let wanted = facts.subject.policy.audience.as_deref()?;
    let hit = hit(Severity::Info).in_payload(facts.claim("azp")?);
    (party != wanted).then(|| hit.text(party).text(wanted))
}

/// OID03, OpenID Connect Core sections 3.1.3.7 and 3.3.2.11: no `nonce`; required in the hybrid flow, of which
/// `c_hash` is a sign.
pub fn no_nonce(facts: &Facts) -> Option<Hit> {
    is_id_token(facts)?;
    let severity = match facts.claim("c_hash") {
        Some(_) => Severity::Error,
        None => Severity::Warning,
    };
    facts.claim("nonce").is_none().then(|| hit(severity))
}

/// OID05, OpenID Connect Core section 2: `sub` has 255 characters at the most.
pub fn long_subject(facts: &Facts) -> Option<Hit> {
    is_id_token(facts)?;
    let count = facts.claim_text("sub")?.chars().count();
    let hit = hit(Severity::Error).in_payload(facts.claim("sub")?);
    (count > 255).then(|| hit.number(count))
}

/// OID06, Back-Channel Logout section 2.4: the claims of a logout token, and `nonce` not among them.
pub fn logout_token(facts: &Facts) -> Option<Hit> {
    if facts.profile != Profile::LogoutToken {
        return None;
    }
    facts.claims?;
    if let Some(nonce) = facts.claim("nonce") {
        return Some(hit(Severity::Error).in_payload(nonce));
    }
    let mut missing = facts.missing(facts.profile.demanded());
    if facts
        .claim("events")
        .is_some_and(|events| events.get(LOGOUT_EVENT).is_none())
    {
        missing.push(LOGOUT_EVENT.to_owned());
    }
    if facts.claim("sub").or(facts.claim("sid")).is_none() {
        missing.push("sub or sid".to_owned());
    }
    (!missing.is_empty()).then(|| hit(Severity::Error).with(Datum::Names(missing)))
}
