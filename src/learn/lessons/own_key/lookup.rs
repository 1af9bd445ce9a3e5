//! Where a server looks for the secret of a `kid`: in files, or in a database.

use crate::jose::compose::compose;
use crate::learn::code::Run;
use crate::learn::tokens::{self, SECRET};
use crate::learn::{Model, Stage};
use crate::words::learn::CAREFUL;

/// The names of the server's keys, and what each holds.
const KEYS: [(&str, &str); 2] = [("2025", "the secret of the year before"), ("2026", SECRET)];

/// What `public/robots.txt` holds.
pub const ROBOTS: &str = "User-agent: *";

/// What a file of the server holds. `..` in a path leads to the folder above.
pub fn file(path: &str) -> Option<&'static str> {
    let mut names = Vec::new();
    for name in path.split('/') {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()),
            name => names.push(name),
        }
    }
    match names[..] {
        ["keys", name] => secret(name),
        ["public", "robots.txt"] => Some(ROBOTS),
        _ => None,
    }
}

/// What the database answers to the query for a secret, or to one that a `UNION SELECT` of a text was added to.
pub fn row(query: &str) -> Option<String> {
    let (id, rest) = text(query.strip_prefix("SELECT secret FROM keys WHERE id = ")?)?;
    let rest = before_comment(rest);
    let own = secret(&id).map(str::to_owned);
    if rest.is_empty() {
        return own;
    }
    let (added, rest) = text(without_word(without_word(rest, "UNION")?, "SELECT")?)?;
    before_comment(rest)
        .is_empty()
        .then(|| own.unwrap_or(added))
}

/// A text between quotes, in which two quotes stand for one, and what follows it.
fn text(sql: &str) -> Option<(String, &str)> {
    let mut rest = sql.strip_prefix('\'')?;
    let mut text = String::new();
    loop {
        let (before, after) = rest.split_once('\'')?;
        text.push_str(before);
        let Some(more) = after.strip_prefix('\'') else {
            return Some((text, after));
        };
        text.push('\'');
        rest = more;
    }
}

fn before_comment(sql: &str) -> &str {
    let sql = sql.trim();
    if sql.starts_with("--") { "" } else { sql }
}

fn without_word<'a>(sql: &'a str, word: &str) -> Option<&'a str> {
    let (first, rest) = sql.split_at_checked(word.len())?;
    first.eq_ignore_ascii_case(word).then(|| rest.trim_start())
}

fn secret(name: &str) -> Option<&'static str> {
    let found = KEYS.iter().find(|(own, _)| *own == name);
    found.map(|(_, secret)| *secret)
}

/// A token with the `kid` that was typed, signed with what the attacker knows, before a verifier that looks the secret
/// up by a line of code, and one that has a list of names. `found` is what the line found.
pub fn show(model: &Model, stage: &mut Stage, known: &str, line: &str, found: Option<&str>) {
    let kid = model.get("lesson-kid");
    let name = crate::jose::json::quote(kid);
    let header = ["{\"alg\":\"HS256\",\"kid\":", &name, "}"].concat();
    let unsigned = compose(&header, super::FORGED);
    let token = [&*unsigned, &tokens::hmac_of(&unsigned, known.as_bytes())].concat();
    let listed = secret(kid);
    let careless = Run::careless()
        .refuse_if(line, found.is_none(), found.unwrap_or("nothing found"))
        .verify(HMAC, holds(&token, found));
    let careful = Run::new(CAREFUL)
        .refuse_if(
            "if header.kid not in [\"2025\", \"2026\"]: refuse",
            listed.is_none(),
            kid,
        )
        .verify(HMAC, holds(&token, listed));
    stage.is_done = careless.has_accepted();
    let named = ("lesson-kid", "kid", "the attacker writes it");
    stage.text_box(model, named, "header");
    stage.edited_token("Token on the wire", &token, &token, SECRET, false);
    stage.run(careless, true);
    stage.run(careful, true);
    stage.fact("known", known);
}

const HMAC: &str = "hmac(secret) == signature";

/// Whether the secret that was found, if any, is that of the token.
fn holds(token: &str, secret: Option<&str>) -> bool {
    secret
        .is_some_and(|secret| tokens::hmac_of(token, secret.as_bytes()) == tokens::parts(token)[2])
}
