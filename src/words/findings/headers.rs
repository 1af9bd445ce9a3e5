//! HDR: what the header asks for.

use super::Words;

pub const HDR01: Words = Words {
    title: "An address to fetch a key from",
    found: "{} is {}.",
    why: "Whoever writes a token can name an address of their own there, and make a verifier fetch from it.",
    remedy: "Take keys from addresses that you configured, never from the token.",
    source: "RFC 8725 §3.10",
};

pub const HDR01_ERROR: Words = Words {
    title: "A key from an unprotected or internal address",
    found: "{} is {}.",
    why: "Keys must come over https. Addresses of internal networks are a sign of an attempt to reach them through the verifier.",
    remedy: "Take keys from addresses that you configured, never from the token.",
    source: "RFC 7515 §4.1.2",
};

pub const HDR02: Words = Words {
    title: "The token brings its own key",
    found: "The header has {}.",
    why: "A signature by a key that the token itself offers proves nothing: whoever changes the token changes the key as well.",
    remedy: "Compare that key with one you trust, or follow its certificates to a root you trust.",
    source: "RFC 7515 §6",
};

pub const HDR03: Words = Words {
    title: "A key name that could do harm",
    found: "“kid” is {}.",
    why: "Used in a path, a query or a command as it is, such a name leads the verifier to something else than a key.",
    remedy: "Look the key up by comparing names, and refuse names you did not give.",
    source: "RFC 8725 §3.10",
};

pub const HDR04: Words = Words {
    title: "A malformed “crit”",
    found: "{}",
    why: "Every verifier must refuse such a token.",
    remedy: "Let the issuer name in “crit” just the extensions that must be understood.",
    source: "RFC 7515 §4.1.11",
};

pub const HDR05: Words = Words {
    title: "An extension that must be understood",
    found: "{}",
    why: "Whoever does not understand it must refuse the token; some libraries overlook that.",
    remedy: "Verify it with software that knows the extension.",
    source: "RFC 7515 §4.1.11",
};

pub const HDR06: Words = Words {
    title: "“b64” without “crit”",
    found: "{}",
    why: "A verifier that does not know “b64” would read the payload in another way than it was signed.",
    remedy: "Let the issuer add “b64” to “crit”.",
    source: "RFC 7797 §6",
};

pub const HDR07: Words = Words {
    title: "Claims that are not encoded",
    found: "“b64” is false, and the payload holds claims.",
    why: "A JWT must not use that: libraries decode the payload before they look at “b64”.",
    remedy: "Leave “b64” out of JWTs.",
    source: "RFC 7797 §7",
};

pub const HDR08: Words = Words {
    title: "No type",
    found: "The header has no “typ”.",
    why: "A token of one kind, like an ID token, can be passed off as another kind where both have the same issuer and key.",
    remedy: "Give each kind of token its own type, like “at+jwt”.",
    source: "RFC 8725 §3.11",
};

pub const HDR08_JWT: Words = Words {
    title: "A type that says little",
    found: "“typ” is just {}.",
    why: "A token of one kind, like an ID token, can be passed off as another kind where both have the same issuer and key.",
    remedy: "Give each kind of token its own type, like “at+jwt”.",
    source: "RFC 8725 §3.11",
};

pub const HDR09: Words = Words {
    title: "A long form of the type",
    found: "“typ” is {}.",
    why: "The prefix “application/” should be left out; a verifier that compares names as they are written may miss it.",
    remedy: "Leave the prefix out.",
    source: "RFC 7515 §4.1.9",
};

pub const HDR10: Words = Words {
    title: "A token inside, unannounced",
    found: "The payload is a token itself, and “cty” is not “JWT”.",
    why: "Without that a verifier may stop at the outer token and take the inner one for plain text.",
    remedy: "Let the issuer set “cty” to “JWT”.",
    source: "RFC 7519 §5.2",
};

pub const HDR11: Words = Words {
    title: "A thumbprint with SHA-1 alone",
    found: "The header has “x5t” and no “x5t#S256”.",
    why: "Two certificates with the same SHA-1 can be made on purpose.",
    remedy: "Use “x5t#S256”, or look keys up by “kid”.",
    source: "RFC 7515 §4.1.8",
};
