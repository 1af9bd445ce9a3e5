//! Labels and standing texts of the page.

use super::{count, grouped};
use crate::lint::Profile;

pub const NAME: &str = "JWT Inspector";

pub const TOKEN: &str = "Token";
pub const TOKEN_HINT: &str = "paste it here, or anywhere on the page";
pub const EXAMPLE: &str = "an example: paste your own over it";
/// Beside the legend of what was edited.
pub const EXAMPLE_EDITED: &str = "an example · ";
pub const EXAMPLES: &str = "Examples";
pub const PARTS: &str = "Parts of the token";
pub const EDITED: &str = " · edited";
/// The parts of a JWS: a class for the colour, and the name.
pub const JWS_PARTS: [(&str, &str); 3] = [
    ("header", HEADER),
    ("payload", PAYLOAD),
    ("signature", "Signature"),
];
/// The parts of a JWE.
pub const JWE_PARTS: [(&str, &str); 5] = [
    ("header", HEADER),
    ("signature", "Encrypted key"),
    ("signature", "Vector"),
    ("payload", "Ciphertext"),
    ("signature", "Tag"),
];
pub const TOO_LONG_TO_COLOUR: &str = "Too long or too varied to colour all of it: colours and notes end, so that typing stays fluid.";
/// Of characters of the token that stand for other bytes than in the original.
pub const EDITED_CHARACTERS: &str = "edited";
/// Of characters that stand for the same bytes, in another alignment of base64url.
pub const MOVED_CHARACTERS: &str = "same bytes, moved";
/// The button that selects what a finding speaks of.
pub const SHOW: &str = "Show";
pub const EXPLAIN_HEADER: &str = "Every parameter explained";
pub const EXPLAIN_PAYLOAD: &str = "Every claim explained";
pub const EXPLAIN_KEY: &str = "About this key";
pub const EXPLAIN_SIGNATURE: &str = "The signature, opened";
pub const NOTHING_TO_EXPLAIN: &str = "There is nothing to explain yet.";
pub const TAKE_ALONG: &str = "Take it along";
pub const OTHER_TOKEN: &str = "The other token";
pub const MORE: &str = "Show more";
pub const DOCTOR: &str = "Why it fails";
pub const COPY: &str = "Copy";
pub const COPY_AS_SIGNED: &str = "As signed";
pub const COPY_TOKEN: &str = "Copy the token";
pub const COPY_HEADER: &str = "Copy the header as displayed";
pub const COPY_PAYLOAD: &str = "Copy the payload as displayed";
pub const COPY_HEADER_AS_SIGNED: &str = "Copy the header as signed";
pub const COPY_PAYLOAD_AS_SIGNED: &str = "Copy the payload as signed";
pub const CLEAR: &str = "Clear";
pub const INDENT: &str = "Indent";
pub const UNDO: &str = "Undo";
pub const RESTORE: &str = "Restore the original";
pub const SIGN_NOW: &str = "Sign again with this key";
pub const HEADER: &str = "Header";
pub const HEADER_HINT: &str = "how it is signed or encrypted";
pub const PAYLOAD: &str = "Payload";
pub const PAYLOAD_HINT: &str = "what it says";
pub const KEY: &str = "Verify with";
pub const KEY_OF_EXAMPLE: &str = "of the example: it goes with it";
pub const KEY_NOUN: &str = "the key";
pub const GENERATE: &str = "Generate";
pub const COPY_KEY_AS: &str = "Copy as";
/// The forms a key is copied in, in their order.
pub const KEY_FORMS: [&str; 4] = [
    "JWK, public",
    "JWK, private or secret",
    "PEM, public",
    "PEM, private",
];
/// Of a file of bytes that was dropped beside the key box.
pub const NOT_TAKEN: &str =
    "That file is neither text nor a key, so nothing was changed. A secret goes on the key box.";
pub const NO_SUCH_FORM: &str = "Not copied: this key has no such form.";
pub const MAKING: &str = "Making a key…";
pub const NO_RSA_HERE: &str =
    "No key: this browser makes RSA keys for pages from a secure address (https) only.";
pub const NOT_MADE: &str = "It could not be made.";
pub const KEY_ENCODING: &str = "Secret as";
pub const ALGORITHM: &str = "Required algorithm";
pub const ALGORITHM_OF_TOKEN: &str = "the header’s";
pub const ON_EDIT: &str = "When I edit";
pub const KEEP: &str = "Keep the signature";
pub const RESIGN: &str = "Sign again";
pub const VERDICT: &str = "Verdict";
pub const CHECKS: [&str; 4] = ["Format", "Signature", "Time", "Policy"];
pub const FINDINGS: &str = "Findings";
pub const NO_FINDINGS: &str = "The checks made so far report nothing.";
pub const COMPUTED: &str = "Signature of this content";
pub const CARRIED: &str = "Signature in the token";
pub const NOW: &str = "Now";
pub const SKEW: &str = "Clock tolerance";
pub const SKEWS: [(&str, u32); 4] = [
    ("none", 0),
    ("30 seconds", 30),
    ("1 minute", 60),
    ("5 minutes", 300),
];
pub const SIGNING: &str = "Signing…";
pub const WORKER_FAILED: &str = "Not signed again: the worker that signs could not be run.";
pub const HEXADECIMAL: &str = "Bytes that are not text, in hexadecimal.";
pub const HALF_CHARACTER: &str =
    "There is half a character in it (a lone surrogate), which UTF-8 cannot write.";
pub const LINK_CHOSE_KEY: &str =
    "Whoever made the link chose the key: compare it with one you trust.";
pub const LINK_CHOSE_TIME: &str = "The clock stands where the link set it.";
pub const YOU_CHOSE_TIME: &str = "The clock stands where you set it.";
pub const KEY_FROM_LINK: &str = "With the key from this link.";
pub const DEMO_SECRET: &str = "A demo secret from this link: everybody with the link has it.";
pub const NOTE_FROM_LINK: &str = "Whoever made this link writes:";
pub const CLOSE_NOTE: &str = "Close the note";
pub const TOKEN_FROM_LINK: &str = "Token from this link.";
pub const CLOCK_FROM_LINK: &str = "Clock frozen by the link at";
pub const UNKNOWN_ALGORITHM_IN_LINK: &str =
    "The link requires an algorithm that is not supported here:";
pub const ALGORITHM_FROM_LINK: &str = "Required by the link.";
pub const SECRET_IN_LINK: &str =
    "The link held a key that is not public through and through; it was not read.";
pub const SHARE: &str = "Share";
pub const HELP: &str = "Help";
pub const CLOSE: &str = "Close";
pub const COPIED: &str = "Copied";
pub const NOT_COPIED: &str = "Not copied: the browser refused.";
pub const TOKEN_COPIED: &str = "Token copied.";
pub const NO_TOKEN_TO_COPY: &str = "There is no token to copy.";
pub const REAL_CLOCK: &str = "Use the real clock";

/// What came of copying.
pub fn copying(outcome: &str) -> &'static str {
    match outcome {
        "copied" => COPIED,
        "refused" => NOT_COPIED,
        "nothing" => "There is nothing to copy.",
        _ => "",
    }
}

/// The word for a state, beside its icon.
pub fn state(name: &str) -> &'static str {
    match name {
        "pass" => "passes",
        "warn" => "warning",
        "fail" => "fails",
        "unknown" => "could not be checked",
        _ => "nothing to check",
    }
}

/// The button that hides the key, or shows it again.
pub fn hide_key(is_hidden: bool) -> &'static str {
    if is_hidden { "Show" } else { "Hide" }
}

/// The word for how bad a finding is.
pub fn severity(name: &str) -> &'static str {
    match name {
        "error" => "Error:",
        "warning" => "Warning:",
        _ => "Note:",
    }
}

/// The name of a kind of token.
pub fn kind(profile: Profile) -> &'static str {
    match profile {
        Profile::IdToken => "ID token",
        Profile::AccessToken => "Access token",
        Profile::DpopProof => "DPoP proof",
        Profile::LogoutToken => "Logout token",
        Profile::SecurityEvent => "Security event token",
        Profile::ClientAssertion => "Client assertion",
        Profile::Credential => "Verifiable credential",
        Profile::OtherType => "A kind of its own",
        Profile::Plain => "Plain JWT",
    }
}

/// "Theme: dark".
pub fn theme(name: &str) -> String {
    format!("Theme: {name}")
}

/// How many requests were sent.
pub fn requests(sent: u32) -> String {
    count(sent, "request", "requests")
}

/// What follows the number of requests that were sent.
pub fn since_load(sent: u32, blocked: u32) -> String {
    match (sent, blocked) {
        (0, 0) => " since load — your token stays here".to_owned(),
        (_, 0) => " since load".to_owned(),
        (_, blocked) => format!(" since load, {} blocked", grouped(blocked)),
    }
}
