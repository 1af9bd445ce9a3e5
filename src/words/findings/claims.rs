//! CLM: what the claims say.

use super::Words;

pub const CLM01: Words = Words {
    title: "A time that is no number",
    found: "{} is {}.",
    why: "Times in a token are JSON numbers, of seconds since 1970; a verifier refuses or ignores anything else.",
    remedy: "Let the issuer write it as a number, without quotes.",
    source: "RFC 7519 §2",
};

pub const CLM02_ONE: Words = Words {
    found: "{} counts milliseconds, by its size; JWT counts seconds.",
    ..CLM02
};

pub const CLM02: Words = Words {
    title: "Milliseconds instead of seconds",
    found: "{} count milliseconds, by their size; JWT counts seconds.",
    why: "Read as it stands, such a time lies thousands of years ahead: an expiry never comes, and a start neither.",
    remedy: "Let the issuer divide by 1,000.",
    source: "RFC 7519 §2",
};

pub const CLM03: Words = Words {
    title: "Expired",
    found: "It expired {} ago, {}.",
    why: "From that moment on no verifier may accept it.",
    remedy: "Get a new token.",
    source: "RFC 7519 §4.1.4",
};

pub const CLM04: Words = Words {
    title: "Not valid yet",
    found: "It becomes valid in {}, {}.",
    why: "Before that moment no verifier may accept it.",
    remedy: "Wait, or compare the clocks of issuer and verifier.",
    source: "RFC 7519 §4.1.5",
};

pub const CLM05: Words = Words {
    title: "Issued in the future",
    found: "It was issued {}, {} from now.",
    why: "Either a clock is wrong, or the time was made up. Some verifiers refuse it.",
    remedy: "Compare the clocks of issuer and verifier.",
    source: "RFC 7519 §4.1.6",
};

pub const CLM06: Words = Words {
    title: "Never valid",
    found: "“exp” is not later than {}.",
    why: "The token is over before it begins, so there is no moment at which it can be used.",
    remedy: "Let the issuer add the lifetime to the current time.",
    source: "RFC 7519 §4.1.4",
};

pub const CLM06_ISSUED: Words = Words {
    title: "Issued when it is over",
    found: "“exp” is not later than {}.",
    why: "It expires no later than it says it was issued: one of the two is wrong.",
    remedy: "Let the issuer add the lifetime to the current time.",
    source: "RFC 7519 §4.1.4",
};

pub const CLM07: Words = Words {
    title: "No expiry",
    found: "It has no “exp”.",
    why: "Whoever gets hold of it can use it for ever.",
    remedy: "Let the issuer give it a short life.",
    source: "RFC 7519 §4.1.4",
};

pub const CLM08: Words = Words {
    title: "A long life",
    found: "It lives for {}; the policy allows {}.",
    why: "A stolen token works until it expires, and most verifiers cannot call it back.",
    remedy: "Let the issuer shorten its life and renew it, or change the policy.",
    source: "RFC 6750 §5.3",
};

pub const CLM09: Words = Words {
    title: "No audience",
    found: "It has no “aud”.",
    why: "Any service that trusts the issuer may take it, also one it was never meant for.",
    remedy: "Let the issuer say for whom it is, and check that.",
    source: "RFC 8725 §3.9",
};

pub const CLM10: Words = Words {
    title: "No issuer",
    found: "It has no “iss”.",
    why: "A verifier that trusts several issuers cannot tell whose key to use.",
    remedy: "Let the issuer name itself, and check that.",
    source: "RFC 8725 §3.8",
};

pub const CLM09_OTHER: Words = Words {
    title: "Another audience",
    found: "“aud” is {}; expected is {}.",
    why: "It was issued for somebody else, who may not be the one that sent it.",
    remedy: "Refuse it, or correct the expected audience.",
    source: "RFC 8725 §3.9",
};

pub const CLM10_OTHER: Words = Words {
    title: "Another issuer",
    found: "“iss” is {}; expected is {}.",
    why: "It comes from somebody else, whom you may have no reason to trust.",
    remedy: "Refuse it, or correct the expected issuer.",
    source: "RFC 8725 §3.8",
};

pub const CLM11: Words = Words {
    title: "A claim of another type",
    found: "{} is {}.",
    why: "“iss”, “sub” and “jti” are strings, and “aud” is one or a list of them. Libraries fail on anything else, or compare it wrongly.",
    remedy: "Let the issuer write it as a string.",
    source: "RFC 7519 §4.1",
};

pub const CLM12: Words = Words {
    title: "Secret or personal data",
    found: "By their names or forms, secrets or a person’s data: {}.",
    why: "A signed token is not encrypted: everybody who sees it can read this.",
    remedy: "Leave it out, or encrypt the token.",
    source: "RFC 7519 §12",
};

pub const CLM13: Words = Words {
    title: "An issuer that is no URI",
    found: "“iss” is {}.",
    why: "A name with a colon in it must be a URI.",
    remedy: "Use a URI, or a name without a colon.",
    source: "RFC 7519 §2",
};

pub const CLM14: Words = Words {
    title: "A required claim is missing",
    found: "It lacks {}.",
    why: "The policy on this page requires it.",
    remedy: "Let the issuer add it, or change the policy.",
    source: "",
};
