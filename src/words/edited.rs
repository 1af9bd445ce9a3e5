//! A token that was edited: what differs from the one that was pasted, loaded or linked.

use super::{count, grouped, listed, quoted, shortened};

/// Which parts differ from the original.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EditedParts {
    pub header: bool,
    pub payload: bool,
    pub signature: bool,
}

impl EditedParts {
    /// "the header and the payload"; nothing where no part differs.
    fn named(self) -> Option<String> {
        let parts = [
            (self.header, "the header"),
            (self.payload, "the payload"),
            (self.signature, "the signature"),
        ];
        let named: Vec<&str> = parts
            .into_iter()
            .filter_map(|(edited, name)| edited.then_some(name))
            .collect();
        (!named.is_empty()).then(|| listed(&named))
    }

    fn are_several(self) -> bool {
        u8::from(self.header) + u8::from(self.payload) + u8::from(self.signature) > 1
    }
}

/// How a token differs from its original.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edited {
    pub what: EditedParts,
    /// Characters of the token that stand for other bytes than in the original; 0 where some were only taken away.
    pub characters: usize,
    /// The original was verified with this key: only then is it known how it was signed.
    pub was_verified: bool,
}

/// The headline of an edited token that was verified and does not match any more; nothing where nothing was edited.
pub fn title(edited: &Edited) -> Option<String> {
    let parts = edited.what.named()?;
    let several = edited.what.are_several();
    let was = if several { "were" } else { "was" };
    Some(format!(
        "The signature does not match: {parts} {was} changed after signing"
    ))
}

/// "5 characters of the payload differ from the token as it was signed."; empty where nothing was edited.
pub fn detail(edited: &Edited) -> String {
    let Some(parts) = edited.what.named() else {
        return String::new();
    };
    let (what, several) = match edited.characters {
        0 => (capitalized(&parts), edited.what.are_several()),
        number => {
            let characters = count(number, "character", "characters");
            (format!("{characters} of {parts}"), number != 1)
        }
    };
    let differ = if several { "differ" } else { "differs" };
    let done = if edited.was_verified {
        "signed"
    } else {
        "pasted"
    };
    format!("{what} {differ} from the token as it was {done}.")
}

/// The note beside an edited value, of the original's JSON: `was "user" when it was signed`.
pub fn was(raw_json: &str, was_verified: bool) -> String {
    let when = if was_verified {
        "when it was signed"
    } else {
        "as pasted"
    };
    format!("was {} {when}", shortened(raw_json))
}

/// The note beside a value that the original does not have.
pub fn new(was_verified: bool) -> &'static str {
    if was_verified {
        "not there when it was signed"
    } else {
        "not in what was pasted"
    }
}

/// "No longer in it: `role`, `iat`."; empty where nothing is gone.
pub fn removed(paths: &[String]) -> String {
    const MOST: usize = 5;
    let mut named: Vec<String> = paths.iter().take(MOST).map(|path| quoted(path)).collect();
    if paths.len() > MOST {
        named.push(format!("{} more", grouped(paths.len() - MOST)));
    }
    match named.is_empty() {
        true => String::new(),
        false => format!("No longer in it: {}.", listed(&named)),
    }
}

/// There are more changes than are marked.
pub const HAS_MORE: &str = "More values differ than are marked here.";

fn capitalized(text: &str) -> String {
    text.replacen("the", "The", 1)
}
