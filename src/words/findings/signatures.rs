//! SIG: the form of the signature.

use super::Words;

pub const SIG01: Words = Words {
    title: "A signature of another length",
    found: "It has {} bytes; of {} and this key every signature has {}.",
    why: "It cannot be a signature of this algorithm, whatever the content. Most often it was cut or changed while copying.",
    remedy: "Copy the whole token again.",
    source: "RFC 7518 §3",
};

pub const SIG01_ED: Words = Words {
    source: "RFC 8037 §3.1",
    ..SIG01
};

pub const SIG01_ML: Words = Words {
    source: "RFC 9964",
    ..SIG01
};

pub const SIG02: Words = Words {
    title: "A signature in DER",
    found: "It has {} bytes in DER, where r and s are expected in {}.",
    why: "Many libraries make ECDSA signatures in DER; JOSE wants r and s one after the other, each in full length.",
    remedy: "Let the issuer convert it, or sign with a JOSE library.",
    source: "RFC 7518 §3.4",
};

pub const SIG03: Words = Words {
    title: "A signature out of range",
    found: "r or s is 0, or not below the order of the curve.",
    why: "It is no signature at all. Verifiers that forgot to check this took zeros for a signature of anything (CVE-2022-21449).",
    remedy: "Copy the token again. If it was sent so, treat it as an attempt to forge.",
    source: "FIPS 186-5 §6.4.2",
};
