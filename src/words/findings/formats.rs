//! STR: the form of the text.

use super::Words;

pub const STR01: Words = Words {
    title: "Not a token",
    found: "A token has three parts, with dots between them; this text has {}.",
    why: "They are its header, its payload and its signature. An encrypted token has five parts.",
    remedy: "Paste the whole token, and nothing else.",
    source: "RFC 7519 §7.2",
};

pub const STR01_FIVE: Words = Words {
    found: "It has {} parts, as an encrypted token has, but the first is no header of one.",
    why: "A signed token has three parts; the header of an encrypted one says how it is encrypted.",
    ..STR01
};

pub const STR02: Words = Words {
    title: "A strange character",
    found: "In the {}, {}.",
    why: "Between the dots a token holds letters, digits, “-” and “_” alone. Verifiers refuse anything else.",
    remedy: "Copy the token again from where it was issued.",
    source: "RFC 7515 §7.1",
};

pub const STR03: Words = Words {
    title: "Standard base64",
    found: "In the {}, {}.",
    why: "JOSE writes base64url without padding: “-” for “+”, “_” for “/”, and no “=”. Changing that now would break the signature.",
    remedy: "Let the issuer encode with base64url, without padding.",
    source: "RFC 7515 §2",
};

pub const STR04: Words = Words {
    title: "Not canonical base64url",
    found: "In the {}, {}.",
    why: "The same bytes can then be written in several ways, and a token that was blocked by its text comes back with another one. Strict verifiers refuse it.",
    remedy: "Copy the token again; if it was issued so, mend the encoder.",
    source: "RFC 4648 §3.5",
};

pub const STR04_CUT: Words = Words {
    title: "A part was cut",
    found: "In the {}, {}.",
    why: "No bytes have so many characters in base64url: some were lost, or one was added.",
    remedy: "Copy the whole token.",
    source: "RFC 4648 §4",
};

pub const STR05: Words = Words {
    title: "Not UTF-8",
    found: "Of the part that should be JSON: {}.",
    why: "JSON in a token is UTF-8 without a byte-order mark, so that everybody reads the same text.",
    remedy: "Let the issuer encode the JSON as UTF-8.",
    source: "RFC 7519 §7.2",
};

pub const STR06_HEADER: Words = Words {
    title: "The header is no JSON object",
    found: "Of the header: {}.",
    why: "Without a header nobody can tell how the token is signed, and every verifier refuses it.",
    remedy: "Copy the token again, from its first character on.",
    source: "RFC 7515 §5.2",
};

pub const STR06_BROKEN: Words = Words {
    title: "The payload cannot be read",
    found: "Of the payload: {}.",
    why: "Its claims, the expiry among them, were not checked here. Verifiers fail on it, or read something else.",
    remedy: "Let the issuer write the claims with a JSON library.",
    source: "RFC 7519 §7.2",
};

pub const STR06_PAYLOAD: Words = Words {
    title: "The payload holds no claims",
    found: "The payload is no JSON object.",
    why: "That makes a signed message, which is allowed, but not a JWT.",
    remedy: "If that is meant, there is nothing to do.",
    source: "RFC 7519 §7.2",
};

pub const STR07_HEADER: Words = Words {
    title: "A name stands twice in the header",
    found: "{} stands twice in one object of the header.",
    why: "One reader takes the first, another the last: what was checked may not be what is used.",
    remedy: "Let the issuer write each name once.",
    source: "RFC 7515 §4",
};

pub const STR07_PAYLOAD: Words = Words {
    title: "A claim stands twice",
    found: "{} stands twice in one object of the payload.",
    why: "A reader may refuse the token or take the last one; some take the first. Two services may see two different tokens.",
    remedy: "Let the issuer write each name once.",
    source: "RFC 7519 §4",
};

pub const STR08: Words = Words {
    title: "A number too large for many readers",
    found: "The whole number {} is beyond 2⁵³ − 1.",
    why: "JavaScript and others read numbers as doubles, which round such a number to another one.",
    remedy: "Let the issuer write it as a string.",
    source: "RFC 8259 §6",
};

pub const STR09: Words = Words {
    title: "JSON serialization",
    found: "It is a token in JSON serialization.",
    why: "A JWT is always in compact serialization, so JWT libraries do not take this, and a verifier that takes both can be confused.",
    remedy: "Use the compact serialization where a JWT is expected.",
    source: "RFC 7519 §1",
};

pub const STR10: Words = Words {
    title: "Cleaned before reading",
    found: "Taken off: {}.",
    why: "It was in the way of reading. Another program may not take it off.",
    remedy: "Send the token without it.",
    source: "",
};
