//! ALG: the algorithm that the header names.

use super::Words;

pub const ALG01: Words = Words {
    title: "No algorithm",
    found: "The header has no “alg”.",
    why: "Every header must have one; without it nobody knows how to check the token.",
    remedy: "Let the issuer name its algorithm.",
    source: "RFC 7515 §4.1.1",
};

pub const ALG01_TYPE: Words = Words {
    title: "The algorithm is no name",
    found: "“alg” is {}, which is no string.",
    why: "A verifier cannot find an algorithm by it, and must refuse the token.",
    remedy: "Let the issuer write “alg” as a string.",
    source: "RFC 7515 §4.1.1",
};

pub const ALG02_NONE: Words = Words {
    title: "Not signed",
    found: "“alg” is {}.",
    why: "Nothing protects such a token: anybody can write one, or change this one.",
    remedy: "Let the issuer sign it. Do not accept it where a signed token is expected.",
    source: "RFC 8725 §3.2",
};

pub const ALG02_EMPTY: Words = Words {
    title: "No signature",
    found: "The third part is empty.",
    why: "Without a signature nothing shows who wrote the token, or whether it was changed.",
    remedy: "Copy the whole token. If it was issued so, do not accept it.",
    source: "RFC 8725 §3.2",
};

pub const ALG03: Words = Words {
    title: "An algorithm in other letters",
    found: "“alg” is {}; the registered name is {}.",
    why: "Names of algorithms are case-sensitive, so verifiers do not know this one.",
    remedy: "Let the issuer write the registered name.",
    source: "RFC 7515 §4.1.1",
};

pub const ALG03_NONE: Words = Words {
    title: "“none” in other letters",
    found: "“alg” is {}, which is no algorithm.",
    why: "Spellings like this slip past filters for “none”, the name for tokens that nothing protects.",
    remedy: "Do not accept it. Let the issuer sign it with a registered algorithm.",
    source: "RFC 8725 §3.2",
};

pub const ALG04: Words = Words {
    title: "An unregistered algorithm",
    found: "{} is no registered signature algorithm.",
    why: "Other libraries do not know it, and two makers may mean different things by it.",
    remedy: "Use a registered algorithm, or a name that belongs to you, like a URI.",
    source: "RFC 7515 §4.1.1",
};

pub const ALG05: Words = Words {
    title: "A shared secret",
    found: "{} signs and verifies with the same secret.",
    why: "Whoever can verify such a token can also make one.",
    remedy: "With several verifiers, use a key pair: ES256, Ed25519 or PS256.",
    source: "RFC 7518 §3.2",
};

pub const ALG06: Words = Words {
    title: "An older RSA signature",
    found: "{} is RSASSA-PKCS1-v1_5.",
    why: "No attack on it is known, but it is kept for what exists already; RSASSA-PSS is the one for new applications.",
    remedy: "For something new, choose PS256, ES256 or Ed25519.",
    source: "RFC 8017 §8",
};

pub const ALG07: Words = Words {
    title: "EdDSA names no curve",
    found: "“alg” is “EdDSA”.",
    why: "It stands for Ed25519 and for Ed448, so the key has to tell which. The name is deprecated.",
    remedy: "Write “Ed25519” or “Ed448”, as soon as your verifiers know it.",
    source: "RFC 9864 §2.2",
};

pub const ALG08: Words = Words {
    title: "RSA encryption with PKCS #1 v1.5",
    found: "“alg” is “RSA1_5”.",
    why: "Its padding has been broken again and again through what a server lets slip about errors.",
    remedy: "Use RSA-OAEP-256 or ECDH-ES.",
    source: "RFC 8725 §3.2",
};

pub const ALG09: Words = Words {
    title: "The key is for another algorithm",
    found: "The header says {}; the JWK’s “alg” is {}.",
    why: "A key is to be used with one algorithm alone, the one it names.",
    remedy: "Take the key that is meant for this token, or correct its “alg”.",
    source: "RFC 8725 §3.1",
};

pub const ALG10: Words = Words {
    title: "A key of another type",
    found: "The header says {}; the key is {}.",
    why: "Where a verifier takes a public key for a shared secret, anybody can forge: such a mixture must be refused.",
    remedy: "Paste the key that belongs to this algorithm, and pin the algorithm in your verifier.",
    source: "RFC 8725 §2.1",
};
