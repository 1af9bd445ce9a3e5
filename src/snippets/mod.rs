//! "Verify this in your code": a few lines that verify tokens like this one, in the library most used for each language.
//!
//! Every snippet pins the algorithm, checks issuer, audience and times as far as the token has them, and takes the key
//! from outside the code. What comes from the token stands in it as a string literal and nowhere else, so that whoever
//! made the token cannot write code.

mod literal;
mod template;
mod want;

pub use want::{KeySource, NoSnippet, Want};

use crate::jose::SecretEncoding;
use literal::{Escapes, literal};
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

/// How snippets are written in a language.
struct Recipe {
    id: &'static str,
    language: &'static str,
    library: &'static str,
    template: &'static str,
    escapes: Escapes,
    /// The bytes of the secret, in the order of [`SecretEncoding::ALL`].
    secrets: [&'static str; 4],
    /// What the library does not verify by itself.
    lacks: &'static [&'static str],
}

const RECIPES: [Recipe; 8] = [
    Recipe {
        id: "node",
        language: "Node",
        library: "jose",
        template: include_str!("templates/node.txt"),
        escapes: Escapes::JAVASCRIPT,
        secrets: [
            "Buffer.from(process.env.JWT_SECRET, 'utf8')",
            "Buffer.from(process.env.JWT_SECRET, 'base64')",
            "Buffer.from(process.env.JWT_SECRET, 'base64url')",
            "Buffer.from(process.env.JWT_SECRET, 'hex')",
        ],
        lacks: &["ES256K"],
    },
    Recipe {
        id: "python",
        language: "Python",
        library: "PyJWT",
        template: include_str!("templates/python.txt"),
        escapes: Escapes::WIDE,
        secrets: [
            "os.environ[\"JWT_SECRET\"].encode()",
            "base64.b64decode(os.environ[\"JWT_SECRET\"])",
            "base64.urlsafe_b64decode(os.environ[\"JWT_SECRET\"] + \"==\")",
            "bytes.fromhex(os.environ[\"JWT_SECRET\"])",
        ],
        lacks: &["Ed25519"],
    },
    Recipe {
        id: "go",
        language: "Go",
        library: "golang-jwt",
        template: include_str!("templates/go.txt"),
        escapes: Escapes::WIDE,
        secrets: [
            "[]byte(secret), nil",
            "base64.StdEncoding.DecodeString(secret)",
            "base64.RawURLEncoding.DecodeString(secret)",
            "hex.DecodeString(secret)",
        ],
        lacks: &["ES256K", "Ed25519"],
    },
    Recipe {
        id: "java",
        language: "Java",
        library: "Nimbus JOSE+JWT",
        template: include_str!("templates/java.txt"),
        escapes: Escapes::JAVA,
        secrets: [
            "System.getenv(\"JWT_SECRET\").getBytes(StandardCharsets.UTF_8)",
            "Base64.getDecoder().decode(System.getenv(\"JWT_SECRET\"))",
            "Base64.getUrlDecoder().decode(System.getenv(\"JWT_SECRET\"))",
            "HexFormat.of().parseHex(System.getenv(\"JWT_SECRET\"))",
        ],
        lacks: &["ES256K", "EdDSA", "Ed25519"],
    },
    Recipe {
        id: "csharp",
        language: "C#",
        library: "Microsoft.IdentityModel.JsonWebTokens",
        template: include_str!("templates/csharp.txt"),
        escapes: Escapes::WIDE,
        secrets: [
            "Encoding.UTF8.GetBytes(Environment.GetEnvironmentVariable(\"JWT_SECRET\")!)",
            "Convert.FromBase64String(Environment.GetEnvironmentVariable(\"JWT_SECRET\")!)",
            "Base64UrlEncoder.DecodeBytes(Environment.GetEnvironmentVariable(\"JWT_SECRET\")!)",
            "Convert.FromHexString(Environment.GetEnvironmentVariable(\"JWT_SECRET\")!)",
        ],
        lacks: &["ES256K", "EdDSA", "Ed25519"],
    },
    Recipe {
        id: "rust",
        language: "Rust",
        library: "jsonwebtoken",
        template: include_str!("templates/rust.txt"),
        escapes: Escapes::BRACES,
        secrets: [
            "std::env::var(\"JWT_SECRET\")?.into_bytes()",
            "base64::prelude::BASE64_STANDARD.decode(std::env::var(\"JWT_SECRET\")?)?",
            "base64::prelude::BASE64_URL_SAFE_NO_PAD.decode(std::env::var(\"JWT_SECRET\")?)?",
            "hex::decode(std::env::var(\"JWT_SECRET\")?)?",
        ],
        lacks: &["ES512", "ES256K", "Ed25519"],
    },
    Recipe {
        id: "php",
        language: "PHP",
        library: "firebase/php-jwt",
        template: include_str!("templates/php.txt"),
        escapes: Escapes::PHP,
        secrets: [
            "getenv('JWT_SECRET')",
            "base64_decode(getenv('JWT_SECRET'), true)",
            "JWT::urlsafeB64Decode(getenv('JWT_SECRET'))",
            "hex2bin(getenv('JWT_SECRET'))",
        ],
        lacks: &["ES512", "PS256", "PS384", "PS512", "Ed25519"],
    },
    Recipe {
        id: "ruby",
        language: "Ruby",
        library: "jwt",
        template: include_str!("templates/ruby.txt"),
        escapes: Escapes::RUBY,
        secrets: [
            "ENV.fetch('JWT_SECRET')",
            "ENV.fetch('JWT_SECRET').unpack1('m')",
            "ENV.fetch('JWT_SECRET').tr('-_', '+/').unpack1('m')",
            "[ENV.fetch('JWT_SECRET')].pack('H*')",
        ],
        lacks: &["EdDSA", "Ed25519"],
    },
];

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
    pub fn library(self) -> &'static str {
        self.recipe().library
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
