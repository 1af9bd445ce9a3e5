//! Tokens that were found in a pasted text: what was taken, what was left, and which one to choose.

use super::{count, grouped, listed, moment, quoted, shortened};
use crate::jose::extract::{Extracted, Found, MAX_FOUND, UnverifiedSummary, Where};
use crate::jose::verdict::Kind;

pub const CHOOSE: &str = "Which token?";
pub const UNVERIFIED: &str = "What the tokens say of themselves; nothing is verified yet.";
pub const PUT_BACK: &str = "Put back what was pasted";
/// The button for a text without a token.
pub const PUT_IN: &str = "Put it into the token box";
/// The button for a text of whose tokens none was taken.
pub const CHOOSE_ONE: &str = "Choose one";
pub const NOTHING: &str = "No token was found in what you pasted; nothing was changed.";

/// "Took the token from the Authorization header; 214 other characters were left." and what was undone.
pub fn taken(found: &Found, pasted: &str) -> String {
    let mut said = format!("Took the token from {}", place(&found.found_in));
    match found.left(pasted) {
        0 => said.push('.'),
        1 => said += "; 1 other character was left.",
        left => {
            said += &format!("; {} other characters were left.", grouped(left));
        }
    }
    let undone = undone(found);
    if !undone.is_empty() {
        said += " ";
        said += &undone;
    }
    said
}

/// "3 tokens were found."
pub fn found(extracted: &Extracted) -> String {
    if extracted.has_more {
        return format!("The first {MAX_FOUND} tokens are listed; there are more.");
    }
    match extracted.tokens.len() {
        0 => NOTHING.to_owned(),
        1 => "1 token was found.".to_owned(),
        many => format!("{many} tokens were found."),
    }
}

/// "3 tokens were found, none was taken."
pub fn none_taken(extracted: &Extracted) -> String {
    let more = if extracted.has_more { "More than " } else { "" };
    let number = extracted.tokens.len();
    format!("{more}{number} tokens were found, none was taken.")
}

/// "2. the cookie “session”": one of several.
pub fn choice(index: usize, found: &Found) -> String {
    format!("{}. {}", index + 1, place(&found.found_in))
}

/// "the cookie “session”": what a token stood in.
pub fn place(place: &Where) -> String {
    let after = |what: &str, name: &str| format!("{what} {}", quoted(name));
    match place {
        Where::AuthorizationHeader => "the Authorization header".to_owned(),
        Where::Scheme { name } => after("behind the word", name),
        Where::Cookie { name } => after("the cookie", name),
        Where::Url {
            parameter: Some(name),
        } => after("the parameter", name),
        Where::Url { parameter: None } => "the path of an address".to_owned(),
        Where::Json { path } if path.is_empty() => "the JSON".to_owned(),
        Where::Json { path } => after("the JSON member", path),
        Where::Assignment { name } => quoted(name),
        Where::Curl => "the curl command".to_owned(),
        Where::Text => "the text".to_owned(),
    }
}

/// "Percent-encoding was undone twice, and 3 line breaks were taken out."; empty where it stood there as it is.
pub fn undone(found: &Found) -> String {
    let undone = found.undone;
    let mut said = Vec::new();
    match undone.percent {
        0 => {}
        1 => said.push("percent-encoding".to_owned()),
        2 => said.push("percent-encoding, done twice".to_owned()),
        _ => said.push("percent-encoding, done three times".to_owned()),
    }
    let counted = [
        (undone.line_breaks, "line break", "line breaks"),
        (
            undone.hyphens,
            "hyphen at the end of a line",
            "hyphens at the ends of lines",
        ),
    ];
    if undone.escapes {
        said.push("escapes of JSON or JavaScript".to_owned());
    }
    for (number, one, many) in counted {
        if number > 0 {
            said.push(count(number, one, many));
        }
    }
    if undone.invisible {
        said.push("characters that cannot be seen".to_owned());
    }
    match said.is_empty() {
        true => String::new(),
        false => format!("Undone: {}.", listed(&said)),
    }
}

/// "Access token", "JWS, x+jwt": what a token says it is, or its form.
pub fn kind(summary: &UnverifiedSummary) -> String {
    let typ = summary.typ.as_deref().unwrap_or_default();
    match typ.to_ascii_lowercase().trim_start_matches("application/") {
        "jwt" => return "JWT".to_owned(),
        "at+jwt" => return "Access token".to_owned(),
        "logout+jwt" => return "Logout token".to_owned(),
        "dpop+jwt" => return "DPoP proof".to_owned(),
        _ => {}
    }
    let form = match summary.kind {
        Kind::Jwe | Kind::JsonJwe => "JWE, encrypted",
        Kind::SdJwt => "SD-JWT",
        Kind::Jws | Kind::JsonJws => "JWS",
    };
    match &summary.typ {
        Some(typ) => format!("{form}, {}", shortened(typ)),
        None => form.to_owned(),
    }
}

/// "from https://issuer.example", as the token says.
pub fn issuer(summary: &UnverifiedSummary) -> String {
    match &summary.issuer {
        Some(issuer) => format!("from {}", shortened(issuer)),
        None => "no issuer".to_owned(),
    }
}

/// "expires in 5 minutes", "expired 2 days ago": as the token says, at `now` in seconds since 1970.
pub fn expiry(summary: &UnverifiedSummary, now: f64) -> String {
    match summary.expiration_time {
        Some(end) if end > now => format!("expires in {}", moment::duration(end - now)),
        Some(end) => format!("expired {} ago", moment::duration(now - end)),
        None => "no expiry".to_owned(),
    }
}
