//! What kind of token it is: told by the `typ` of its header, else by its claims.

use super::facts::Facts;
use crate::jose::json::Value;

/// A kind of token, with rules of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// OpenID Connect Core section 2.
    IdToken,
    /// RFC 9068, or what looks like an access token.
    AccessToken,
    /// RFC 9449 section 4.2.
    DpopProof,
    /// OpenID Connect Back-Channel Logout section 2.4.
    LogoutToken,
    /// RFC 8417.
    SecurityEvent,
    /// RFC 7523 section 3.
    ClientAssertion,
    /// W3C Verifiable Credentials, SD-JWT VC.
    Credential,
    /// Its `typ` says that it is of another kind, which is not known here.
    OtherType,
    /// A JWT (RFC 7519).
    Plain,
}

impl Profile {
    pub const ALL: [Self; 9] = [
        Self::IdToken,
        Self::AccessToken,
        Self::DpopProof,
        Self::LogoutToken,
        Self::SecurityEvent,
        Self::ClientAssertion,
        Self::Credential,
        Self::OtherType,
        Self::Plain,
    ];

    /// A stable name, for links.
    pub fn name(self) -> &'static str {
        match self {
            Self::IdToken => "id-token",
            Self::AccessToken => "access-token",
            Self::DpopProof => "dpop-proof",
            Self::LogoutToken => "logout-token",
            Self::SecurityEvent => "security-event",
            Self::ClientAssertion => "client-assertion",
            Self::Credential => "credential",
            Self::OtherType => "other",
            Self::Plain => "jwt",
        }
    }

    /// The kind of a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The claims without which it is none, as far as one rule asks for all of them together.
    pub(super) fn demanded(self) -> &'static [&'static str] {
        match self {
            Self::IdToken => &["iss", "sub", "aud", "exp", "iat"],
            Self::LogoutToken => &["iss", "aud", "iat", "exp", "jti", "events"],
            Self::DpopProof => &["jti", "htm", "htu", "iat"],
            _ => &[],
        }
    }

    /// Whether its definition does without a claim that other tokens should have.
    pub(super) fn does_without(self, claim: &str) -> bool {
        match self {
            Self::DpopProof | Self::Credential | Self::OtherType => true,
            // RFC 8417 section 2.2: its use is not recommended.
            Self::SecurityEvent => claim == "exp",
            _ => false,
        }
    }

    /// What a token looks like.
    pub(super) fn detect(facts: &Facts) -> Self {
        match facts.typ.as_deref() {
            None | Some("" | "jwt" | "jws" | "jose") => by_claims(facts),
            Some("at+jwt") => Self::AccessToken,
            Some("dpop+jwt") => Self::DpopProof,
            Some("logout+jwt") => Self::LogoutToken,
            Some("secevent+jwt") => Self::SecurityEvent,
            Some("client-authentication+jwt") => Self::ClientAssertion,
            Some(typ) if typ.starts_with("vc+") || typ.starts_with("dc+") => Self::Credential,
            Some(_) => Self::OtherType,
        }
    }
}

fn by_claims(facts: &Facts) -> Profile {
    let has = |name| facts.claim(name).is_some();
    let is = |name, value| facts.claim_text(name).is_some_and(|text| text == value);
    let events = facts.claim("events");
    if events.is_some_and(|events| events.get(super::oid::LOGOUT_EVENT).is_some()) {
        Profile::LogoutToken
    } else if events.is_some_and(|events| events.members().len() > 0) {
        Profile::SecurityEvent
    } else if has("htm") && has("htu") {
        Profile::DpopProof
    } else if has("vc") || has("vct") || has("credentialSubject") {
        Profile::Credential
    } else if has("response_type") || has("redirect_uri") {
        // A request object (RFC 9101).
        Profile::Plain
    } else if is("token_use", "id") || is("typ", "ID") {
        Profile::IdToken
    } else if is_access_token(facts) {
        Profile::AccessToken
    } else if is_id_token(facts) {
        Profile::IdToken
    } else if is_client_assertion(facts) {
        Profile::ClientAssertion
    } else {
        Profile::Plain
    }
}

/// By what it says of itself, as tokens of Keycloak and Amazon Cognito do; else by scopes or a client.
fn is_access_token(facts: &Facts) -> bool {
    if let Some(kind) = facts.claim_text("typ") {
        return kind == "Bearer" || kind == "DPoP";
    }
    if let Some(kind) = facts.claim_text("token_use") {
        return kind == "access";
    }
    // An assertion that asks for a token may name scopes (RFC 7523 section 3).
    let asks = |audience: Value| {
        audience
            .as_str()
            .is_some_and(|text| text.ends_with("/token"))
    };
    if facts.claim("aud").is_some_and(asks) {
        return false;
    }
    let has = |name| facts.claim(name).is_some();
    has("scope") || has("scp") || has("client_id")
}

/// `nonce` and the hashes of OpenID Connect Core, and `auth_time`, which nothing else has without scopes.
fn is_id_token(facts: &Facts) -> bool {
    let names = ["nonce", "at_hash", "c_hash", "auth_time"];
    names.into_iter().any(|name| facts.claim(name).is_some())
}

/// RFC 7523 section 3: issuer and subject are the client.
fn is_client_assertion(facts: &Facts) -> bool {
    let (issuer, subject) = (facts.claim_text("iss"), facts.claim_text("sub"));
    issuer.is_some() && issuer == subject && facts.claim("aud").is_some()
}
