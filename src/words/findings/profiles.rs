//! OID, AT, DP: what one kind of token must have.

use super::Words;

pub const OID01: Words = Words {
    title: "Not a whole ID token",
    found: "It lacks {}.",
    why: "An ID token must say who logged in where, for which client, and until when; a client cannot check it otherwise.",
    remedy: "Let the issuer add what is missing. If it is no ID token, choose another kind.",
    source: "OpenID Connect Core §2",
};

pub const OID02: Words = Words {
    title: "Several audiences, one client",
    found: "It has {} audiences, and no “azp”.",
    why: "It does not say which of them asked for it. It does not have to any more, but a client must refuse a token with audiences that it does not trust.",
    remedy: "Make sure that you trust the other audiences, too.",
    source: "OpenID Connect Core §3.1.3.7",
};

pub const OID02_OTHER: Words = Words {
    title: "Another client asked for it",
    found: "“azp” is {}; expected is {}.",
    why: "The client that asked for the token is not the audience. Some issuers do this on purpose, as Google does for apps on Android.",
    remedy: "Make sure that you know this client.",
    source: "OpenID Connect Core §3.1.3.7",
};

pub const OID03: Words = Words {
    title: "No nonce",
    found: "It has no “nonce”.",
    why: "Without it a client cannot tell whether the token answers its own request. In the code flow it may be missing.",
    remedy: "Send a “nonce” with the request, and compare it.",
    source: "OpenID Connect Core §3.1.2.1",
};

pub const OID03_HYBRID: Words = Words {
    title: "No nonce in the hybrid flow",
    found: "It has “c_hash” and no “nonce”.",
    why: "In the hybrid flow, where “c_hash” belongs, “nonce” is required: without it an old token can be slipped in.",
    remedy: "Send a “nonce” with the request, and compare it.",
    source: "OpenID Connect Core §3.3.2.11",
};

pub const OID05: Words = Words {
    title: "A long subject",
    found: "“sub” has {} characters; 255 are allowed.",
    why: "Clients may cut it or fail to store it, and two people become one.",
    remedy: "Let the issuer use a shorter one.",
    source: "OpenID Connect Core §2",
};

pub const OID06: Words = Words {
    title: "Not a whole logout token",
    found: "It lacks {}.",
    why: "Who receives it must know whose session ends, and that it is meant to end one.",
    remedy: "Let the issuer add it.",
    source: "OpenID Connect Back-Channel Logout §2.4",
};

pub const OID06_NONCE: Words = Words {
    title: "A logout token with a nonce",
    found: "It has “nonce”, which is forbidden here.",
    why: "Without it a logout token cannot be passed off as an ID token.",
    remedy: "Let the issuer leave it out.",
    source: "OpenID Connect Back-Channel Logout §2.4",
};

pub const AT01: Words = Words {
    title: "Not a whole access token",
    found: "It lacks {}.",
    why: "Tokens of type “at+jwt” must be complete, so that every API can check them in the same way.",
    remedy: "Let the issuer add what is missing, or not call it “at+jwt”.",
    source: "RFC 9068 §2.2",
};

pub const AT02: Words = Words {
    title: "An access token without signature",
    found: "“alg” is “none”.",
    why: "Tokens of type “at+jwt” must be signed: anybody could have written this one.",
    remedy: "Let the issuer sign it, and do not accept it.",
    source: "RFC 9068 §2.1",
};

pub const AT03: Words = Words {
    title: "An access token that does not say so",
    found: "It looks like an access token, and its “typ” is not “at+jwt”.",
    why: "An API that takes it by its looks may take an ID token as well. Many issuers do without that type, which is allowed.",
    remedy: "Let the issuer set “typ” to “at+jwt”, if it can.",
    source: "RFC 9068 §2.1",
};

pub const DP01: Words = Words {
    title: "Not a whole proof",
    found: "It lacks {}.",
    why: "A DPoP proof shows its public key, and for which request and when it was made.",
    remedy: "Let the client add it.",
    source: "RFC 9449 §4.2",
};

pub const DP01_ALG: Words = Words {
    title: "A proof without a key pair",
    found: "“alg” is {}.",
    why: "A DPoP proof must have an asymmetric signature: only then does it prove who has the private key.",
    remedy: "Let the client sign with a key pair, for example with ES256.",
    source: "RFC 9449 §4.2",
};

pub const DP01_PRIVATE: Words = Words {
    title: "A proof with a private key",
    found: "Its “jwk” has the member {}, which is to be kept secret.",
    why: "Everybody who sees the proof can make others like it.",
    remedy: "Withdraw this key, and put only the public half into proofs.",
    source: "RFC 9449 §4.2",
};

pub const DP01_TYPE: Words = Words {
    title: "A proof of another type",
    found: "Its “typ” is {}.",
    why: "Only “dpop+jwt” makes a proof: otherwise another token with the same claims could be passed off as one.",
    remedy: "Let the client set “typ” to “dpop+jwt”.",
    source: "RFC 9449 §4.2",
};

pub const DP02: Words = Words {
    title: "An address with query or fragment",
    found: "“htu” is {}.",
    why: "The address of the request is compared without query and fragment.",
    remedy: "Let the client cut it at “?” or “#”.",
    source: "RFC 9449 §4.2",
};
