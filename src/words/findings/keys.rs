//! KEY: the keys that were pasted, and the one in the header.

use super::Words;

pub const KEY01: Words = Words {
    title: "A short secret",
    found: "The secret has {} bits; this algorithm wants {} or more.",
    why: "Whoever has one token can try secrets on it, at leisure and without being noticed. One as short as this can be guessed.",
    remedy: "Use random bytes, as many as the hash has, and replace the secret.",
    source: "RFC 7518 §3.2",
};

pub const KEY01_LONG: Words = Words {
    title: "A secret shorter than the hash",
    why: "If its bytes are random, it is long enough against guessing, but shorter than the standard demands.",
    remedy: "Use random bytes, as many as the hash has.",
    ..KEY01
};

pub const KEY02: Words = Words {
    title: "A secret that everybody knows",
    found: "The secret is one that documentation and samples use, or a single byte repeated.",
    why: "Such secrets are the first that are tried: with it anybody can sign tokens like this one.",
    remedy: "Replace it with random bytes.",
    source: "RFC 8725 §3.5",
};

pub const KEY03: Words = Words {
    title: "A key used as a secret",
    found: "The bytes of the secret are a key, as PEM, JWK or DER.",
    why: "If that key is public, everybody has the secret and can sign. This is how tokens are forged for verifiers that mix up the two.",
    remedy: "Use random bytes as the secret, or an algorithm with a key pair.",
    source: "RFC 8725 §2.1",
};

pub const KEY04: Words = Words {
    title: "A small RSA key",
    found: "The modulus has {} bits; 2,048 or more are required.",
    why: "RSA keys of 829 bits have been factored in public, and 1,024 are no longer beyond reach. Who factors a key can sign with it.",
    remedy: "Make a new key of 2,048 bits or more, or use ES256 or Ed25519.",
    source: "RFC 7518 §3.3",
};

pub const KEY05: Words = Words {
    title: "A small RSA exponent",
    found: "The public exponent is {}; 65,537 is usual.",
    why: "Small exponents have helped attacks where padding was checked carelessly.",
    remedy: "Make the next key with the exponent 65,537.",
    source: "FIPS 186-5 A.1.1",
};

pub const KEY05_UNREADABLE: Words = Words {
    title: "An RSA exponent that is refused",
    found: "The public exponent is 0, 1, even or beyond 33 bits.",
    why: "With 1 every message is its own signature, and an even one has no private key. One beyond 33 bits is allowed, but not supported here.",
    remedy: "Make a new key with the exponent 65,537.",
    source: "FIPS 186-5 A.1.1",
};

pub const KEY06: Words = Words {
    title: "A point that is not on its curve",
    found: "The point is not on the curve {}.",
    why: "It is no key. Verifiers that compute with such points may give away secrets.",
    remedy: "Copy the key again.",
    source: "RFC 8725 §3.4",
};

pub const KEY06_OTHER: Words = Words {
    title: "A key on another curve",
    found: "The key is on the curve {}; the algorithm wants {}.",
    why: "In JOSE an ECDSA algorithm goes with one curve: ES256 with P-256, ES384 with P-384, ES512 with P-521.",
    remedy: "Paste the key of the right curve.",
    source: "RFC 7518 §3.4",
};

pub const KEY07_HEADER: Words = Words {
    title: "A private key in the header",
    found: "The header’s “jwk” has the member {}, which is to be kept secret.",
    why: "Everybody who sees the token now has the key, and can sign with it.",
    remedy: "Withdraw this key. Only the public half belongs in a header.",
    source: "RFC 7515 §4.1.3",
};

pub const KEY07_SET: Words = Words {
    title: "A private key in a set",
    found: "Key {} of the set is private, or a secret.",
    why: "Sets of keys are what is published for verifiers. Whoever gets this one can sign.",
    remedy: "Keep this set to yourself; publish one of public keys alone.",
    source: "RFC 7517 §9.2",
};

pub const KEY08_USE: Words = Words {
    title: "The key is not for signatures",
    found: "The JWK’s “use” is {}.",
    why: "The key says that it is for something else; a verifier should not use it.",
    remedy: "Take the key with the “use” “sig”.",
    source: "RFC 7517 §4.2",
};

pub const KEY08_OPS: Words = Words {
    title: "The key is not for verifying",
    found: "The JWK’s “key_ops” are {}, without “verify”.",
    why: "The key says that it is for something else; a verifier should not use it.",
    remedy: "Take the key with “verify” among its “key_ops”.",
    source: "RFC 7517 §4.3",
};

pub const KEY09_MISSING: Words = Words {
    title: "An incomplete AKP key",
    found: "The JWK has no {}.",
    why: "A key of type AKP is nothing without its algorithm and its public key.",
    remedy: "Export the key again.",
    source: "RFC 9964",
};

pub const KEY09_SIZE: Words = Words {
    title: "An AKP key of another size",
    found: "The JWK’s {} has {} bytes, where {} are expected.",
    why: "The sizes belong to the algorithm: public keys of ML-DSA have 1,312, 1,952 or 2,592 bytes, private ones are a seed of 32.",
    remedy: "Export the key again, with the seed as its private half.",
    source: "RFC 9964",
};

pub const KEY10: Words = Words {
    title: "Two keys of one name",
    found: "The “kid” {} stands for several keys of one type.",
    why: "A verifier that looks for the key by its name may take the wrong one.",
    remedy: "Give each key a “kid” of its own.",
    source: "RFC 7517 §4.5",
};

pub const KEY11: Words = Words {
    title: "The certificate of another key",
    found: "The first certificate in “x5c” holds another key than the JWK.",
    why: "They must be the same. Two verifiers may trust two different keys.",
    remedy: "Put the certificate of this key first, or leave “x5c” out.",
    source: "RFC 7517 §4.7",
};

pub const KEY12: Words = Words {
    title: "No name for the key",
    found: "The set has {} keys, and the token has no “kid”.",
    why: "A verifier has to try them one by one.",
    remedy: "Let the issuer name its key in “kid”.",
    source: "RFC 7517 §4.5",
};
