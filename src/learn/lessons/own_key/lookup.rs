//! Where a server looks for the secret of a `kid`: in files, or in a database.

use crate::jose::compose::compose;
use crate::learn::Stage;
use crate::learn::block::Block;
use crate::learn::code::{Run, Then};
use crate::learn::tokens::{self, SECRET};

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

/// A token with this `kid`, signed with what the attacker knows, before a verifier that looks the secret up and one
/// that has a list of names. `lookup` is the line that looks it up, and what it found.
pub fn show(kid: &str, known: &str, (line, found): (String, Option<&str>)) -> Stage {
    let name = crate::jose::json::quote(kid);
    let header = ["{\"alg\":\"HS256\",\"kid\":", &name, "}"].concat();
    let unsigned = compose(&header, super::FORGED);
    let signature = tokens::hmac_of(&unsigned, known.as_bytes());
    let token = unsigned + &signature;
    let holds = |secret: Option<&str>| {
        secret.is_some_and(|secret| tokens::hmac_of(&token, secret.as_bytes()) == signature)
    };
    let hmac = "hmac(secret) == signature";
    let then = if found.is_some() {
        Then::Go
    } else {
        Then::Refuse
    };
    let careless = Run::careless()
        .line(
            ["secret = ", &line].concat(),
            found.unwrap_or("nothing found"),
            then,
        )
        .verify(hmac, holds(found));
    let listed = secret(kid);
    let careful = Run::new("A careful verifier")
        .refuse_if(
            "if header.kid not in [\"2025\", \"2026\"]: refuse",
            listed.is_none(),
            kid,
        )
        .verify(hmac, holds(listed));
    Stage {
        is_done: careless.has_accepted(),
        blocks: vec![
            Block::Text {
                name: "lesson-kid",
                label: "kid",
                hint: "the attacker writes it",
                text: kid.to_owned(),
                painted: crate::paint::plain(kid),
                part: "header",
            },
            tokens::shown("Token on the wire", &token, &token, SECRET, false),
            careless.block(true),
            careful.block(true),
        ],
        facts: vec![("known", known.to_owned())],
        ..Stage::default()
    }
}
