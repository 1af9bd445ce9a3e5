//! How the snippets are written, language by language.

use super::literal::Escapes;

/// How snippets are written in a language.
pub struct Recipe {
    pub id: &'static str,
    pub language: &'static str,
    pub package: &'static str,
    pub template: &'static str,
    pub escapes: Escapes,
    /// The bytes of the secret, in the order of [`crate::jose::SecretEncoding::ALL`].
    pub secrets: [&'static str; 4],
    /// What the library does not verify by itself.
    pub lacks: &'static [&'static str],
}

/// In the order of [`super::Language::ALL`].
pub const RECIPES: [Recipe; 8] = [
    Recipe {
        id: "node",
        language: "Node",
        package: "jose",
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
        package: "PyJWT",
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
        package: "golang-jwt",
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
        package: "Nimbus JOSE+JWT",
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
        package: "Microsoft.IdentityModel.JsonWebTokens",
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
        package: "jsonwebtoken",
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
        package: "firebase/php-jwt",
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
        package: "jwt",
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
