//! "Verify this in your code": a few lines that verify tokens like this one, in the library most used for each language.
//!
//! Every snippet pins the algorithm, checks issuer, audience and times as far as the token has them, and takes the key
//! from outside the code. What comes from the token stands in it as a string literal and nowhere else, so that whoever
//! made the token cannot write code.

mod literal;
mod recipes;
mod template;
mod want;

pub use want::{KeySource, NoSnippet, Want};

use crate::jose::SecretEncoding;
use literal::literal;
use recipes::{RECIPES, Recipe};
use template::{Values, filled};

/// A language, and the library its snippet is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    Node,
    Python,
    Go,
    Java,
    CSharp,
    Rust,
    Php,
    Ruby,
}

impl Language {
    pub const ALL: [Self; 8] = [
        Self::Node,
        Self::Python,
        Self::Go,
        Self::Java,
        Self::CSharp,
        Self::Rust,
        Self::Php,
        Self::Ruby,
    ];

    /// A stable name.
    pub fn id(self) -> &'static str {
        self.recipe().id
    }

    /// The name people know it by.
    pub fn name(self) -> &'static str {
        self.recipe().language
    }

    /// The library its snippet is for.
    pub fn package(self) -> &'static str {
        self.recipe().package
    }

    /// Whether its library verifies an algorithm, given by its registered name, by itself.
    pub fn verifies(self, algorithm: &str) -> bool {
        !self.recipe().lacks.contains(&algorithm)
    }

    fn recipe(self) -> &'static Recipe {
        &RECIPES[self as usize]
    }
}

/// The snippet.
///
/// # Errors
/// [`NoSnippet::Library`] where the library does not verify the algorithm.
pub fn snippet(language: Language, want: &Want) -> Result<String, NoSnippet> {
    if !language.verifies(want.algorithm) {
        return Err(NoSnippet::Library {
            language,
            algorithm: want.algorithm,
        });
    }
    let recipe = language.recipe();
    Ok(filled(recipe.template, &values(recipe, want)))
}

fn values(recipe: &Recipe, want: &Want) -> Values {
    let mut values = Values::default();
    values.set("alg", want.algorithm.to_owned());
    values.set("leeway", want.leeway.to_string());
    let from_token = [
        ("iss", &want.issuer),
        ("aud", &want.audience),
        ("typ", &want.typ),
    ];
    for (name, text) in from_token {
        if let Some(text) = text {
            values.set(name, literal(text, recipe.escapes));
        }
    }
    match &want.key {
        KeySource::Secret(encoding) => {
            values.set("secret", recipe.secrets[*encoding as usize].to_owned());
            values.tell(encoding.name());
            if matches!(encoding, SecretEncoding::Base64 | SecretEncoding::Base64url) {
                values.tell("b64");
            }
        }
        KeySource::Pem => values.tell("pem"),
        KeySource::Jwks { address } => values.set("jwks", literal(address, recipe.escapes)),
    }
    values.tell(match want.algorithm.as_bytes()[0] {
        b'R' | b'P' => "rsa",
        _ if want.algorithm.starts_with("ES") => "ec",
        b'E' => "ed",
        _ => "hs",
    });
    values
}
