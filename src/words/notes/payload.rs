//! Notes beside claims that hold no time.

/// What a claim means; nothing of one that is not known.
pub fn note(name: &str) -> Option<&'static str> {
    let known = REGISTERED.iter().chain(&OPENID).chain(&OAUTH);
    let mut found = known.filter(|(known, _)| *known == name);
    found.next().map(|(_, meaning)| *meaning)
}

/// RFC 7519 section 4.1; the times among them have notes of their own.
const REGISTERED: [(&str, &str); 4] = [
    ("iss", "issuer: who made the token"),
    ("sub", "subject: who the token is about"),
    ("aud", "audience: who may accept the token"),
    ("jti", "ID of this token: tells when it is used twice"),
];

/// OpenID Connect Core sections 2 and 5.1, and its logout.
const OPENID: [(&str, &str); 27] = [
    ("name", "full name (OpenID Connect)"),
    ("given_name", "first name (OpenID Connect)"),
    ("middle_name", "middle name (OpenID Connect)"),
    ("family_name", "last name (OpenID Connect)"),
    ("nickname", "casual name (OpenID Connect)"),
    (
        "preferred_username",
        "name to log in with: may change, need not be unique",
    ),
    ("profile", "address of a profile page: never fetched here"),
    ("picture", "address of a picture: never fetched here"),
    ("website", "address of a website: never fetched here"),
    ("email", "email address (OpenID Connect)"),
    (
        "email_verified",
        "whether the issuer has checked the email address",
    ),
    ("phone_number", "phone number (OpenID Connect)"),
    (
        "phone_number_verified",
        "whether the issuer has checked the phone number",
    ),
    ("address", "postal address (OpenID Connect)"),
    ("gender", "gender (OpenID Connect)"),
    ("birthdate", "date of birth (OpenID Connect)"),
    ("zoneinfo", "time zone (OpenID Connect)"),
    ("locale", "language and region (OpenID Connect)"),
    ("nonce", "number used once: ties the token to one login"),
    ("acr", "how strong the login was"),
    (
        "amr",
        "how the user logged in, such as by password (pwd) or one-time code (otp)",
    ),
    (
        "azp",
        "authorized party: the application the token was issued to",
    ),
    ("at_hash", "fingerprint of the access token issued with it"),
    (
        "c_hash",
        "fingerprint of the authorization code issued with it",
    ),
    ("s_hash", "fingerprint of the login's state"),
    ("sid", "session ID: which login the token belongs to"),
    ("events", "what happened (security event)"),
];

/// OAuth 2.0: RFC 8693, RFC 9068, RFC 7800, RFC 9901, RFC 9396.
const OAUTH: [(&str, &str); 18] = [
    ("scope", "what the token allows (OAuth)"),
    ("scp", "what the token allows (OAuth)"),
    (
        "client_id",
        "the application the token was issued to (OAuth)",
    ),
    ("role", "role of the subject"),
    ("roles", "roles of the subject"),
    ("groups", "groups the subject belongs to"),
    ("entitlements", "what the subject is entitled to"),
    ("permissions", "what the subject may do"),
    (
        "cnf",
        "confirmation: the key that whoever sends the token must hold",
    ),
    ("act", "actor: who acts for the subject"),
    ("may_act", "who is allowed to act for the subject"),
    (
        "authorization_details",
        "what the token allows, in detail (OAuth)",
    ),
    (
        "_sd",
        "fingerprints of claims that can be disclosed (SD-JWT)",
    ),
    ("_sd_alg", "hash of those fingerprints (SD-JWT)"),
    ("sd_hash", "fingerprint of what was disclosed (SD-JWT)"),
    ("htm", "HTTP method of the request it is for (DPoP)"),
    ("htu", "address of the request it is for (DPoP)"),
    ("ath", "fingerprint of the access token it is for (DPoP)"),
];
