//! Sharing: what is in a link, said before it is made.

use super::{grouped, key, moment};
use crate::jose::KeyInput;
use crate::panel::Panel;

pub const TITLE: &str = "Share a link";
pub const NOTHING: &str = "There is no token to share yet.";
pub const CONTENTS: &str = "What is in the link";
pub const TOKEN: &str = "The token. Whoever has the link has the token, and may be able to use it.";
pub const NOT_PUBLIC: &str = "Not the key: what is in the key box is not public through and through, and is never put into a link.";
pub const SECRET: &str =
    "The key is a secret. It is not in the link, unless you say below that it guards nothing.";
pub const LINK: &str = "The link";
pub const COPY: &str = "Copy the link";
pub const COPY_EMBED: &str = "Copy embed code";
pub const EMBEDDED: &str = "JWT Inspector";
pub const DEMO_SECRET: &str =
    "The secret, as a demo secret: it guards nothing, and everybody with the link may have it";
pub const NOTE: &str = "For a demo: a note to whoever opens it";
pub const PANEL: &str = "For a demo: what stands open";
pub const NO_PANEL: &str = "nothing";

/// Links that some mail, chat and address bars cut, in characters.
const LONG: usize = 32_000;

/// "The public key: RSA public key, 2,048 bits, PEM SPKI".
pub fn key(input: &KeyInput) -> String {
    format!("The public key: {}", key::recognised(input))
}

/// What can stand open.
pub fn panel(panel: Panel) -> &'static str {
    match panel {
        Panel::Header => "the header explained",
        Panel::Payload => "the payload explained",
        Panel::HeaderBytes => "the bytes of the header",
        Panel::PayloadBytes => "the bytes of the payload",
        Panel::Key => "the key explained",
        Panel::Signature => "the signature explained",
    }
}

/// "The required algorithm: ES256".
pub fn algorithm(name: &str) -> String {
    format!("The required algorithm: {name}")
}

/// "The clock, standing on 22 Nov 2026, 22:20:00 UTC".
pub fn clock(now: f64) -> String {
    format!("The clock, standing {}", moment::on(now))
}

/// How a link of so many characters travels.
pub fn remark(characters: usize) -> String {
    let mut said = "All of it is behind the #, which browsers send to no server.".to_owned();
    if characters > LONG {
        said += " Some programs cut links as long as this one: it has ";
        said += &grouped(characters);
        said += " characters.";
    }
    said
}

/// What is said of the tolerance for clocks, in seconds: a link has none.
pub fn tolerance(skew: u32) -> &'static str {
    if skew == 0 {
        ""
    } else {
        "Your clock tolerance is not in the link."
    }
}
