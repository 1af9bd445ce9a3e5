//! What a snippet is to verify, as the token and the person say it.

use super::Language;
use crate::jose::alg::{AlgName, KeyType};
use crate::jose::header::UnverifiedHeader;
use crate::jose::json::{Type, Value};
use crate::jose::token::Token;
use crate::jose::{Algorithm, Payload, SecretEncoding, Source};
use crate::lint::Policy;

/// What a snippet is to verify.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Want {
    /// The registered name of the algorithm, as the header has it: EdDSA and Ed25519 are not the same to libraries.
    pub algorithm: &'static str,
    /// The issuer to insist on.
    pub issuer: Option<String>,
    /// The audience to insist on: the name of whoever verifies.
    pub audience: Option<String>,
    /// How many audiences the token names, where that one is the first of them.
    pub audiences: usize,
    /// The type to insist on, where it is more than a JWT (RFC 8725 section 3.11).
    pub typ: Option<String>,
    pub key: KeySource,
    /// The tolerance for clocks, in seconds.
    pub leeway: u32,
}

/// Where the code takes the key from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeySource {
    /// The environment variable `JWT_SECRET`.
    Secret(SecretEncoding),
    /// The file `public-key.pem`.
    Pem,
    /// The issuer's set of keys, at an address that is a guess.
    Jwks { address: String },
}

/// Why there is no snippet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoSnippet {
    /// No JWS whose header can be read.
    NotSigned,
    /// An SD-JWT, which libraries for JWTs do not take (RFC 9901 section 4).
    SdJwt,
    /// `alg` is none (RFC 8725 section 3.2).
    Unsecured,
    /// No `alg`, or one that is not supported here.
    UnknownAlgorithm,
    /// The library does not verify the algorithm by itself.
    Library {
        language: Language,
        algorithm: &'static str,
    },
}

impl Want {
    /// What to verify in tokens like this one. What the person requires or expects comes before what the token says.
    /// Of several audiences it is the first: a verifier goes by one name.
    ///
    /// # Errors
    /// Why nothing can be verified.
    pub fn read(
        source: &Source,
        required: Option<Algorithm>,
        expected: &Policy,
        encoding: SecretEncoding,
        leeway: u32,
    ) -> Result<Self, NoSnippet> {
        let jws = match &source.token {
            Token::Jws(jws) => jws,
            Token::SdJwt(_) => return Err(NoSnippet::SdJwt),
            _ => return Err(NoSnippet::NotSigned),
        };
        let header = jws.header.as_ref().map_err(|_| NoSnippet::NotSigned)?;
        let (algorithm, key_type) = algorithm(header, required)?;
        let claim = |name| match &jws.payload {
            Payload::Claims(claims) => claims.root().get(name),
            _ => None,
        };
        let audiences = match (&expected.audience, claim("aud")) {
            (None, Some(audience)) => audience.elements().count(),
            _ => 0,
        };
        let issuer = expected.issuer.clone().or_else(|| text(claim("iss")?));
        let audience = expected.audience.clone();
        Ok(Self {
            algorithm,
            audience: audience.or_else(|| first_text(claim("aud")?)),
            audiences,
            typ: header
                .get("typ")
                .and_then(text)
                .filter(|typ| is_explicit(typ)),
            key: key(key_type, encoding, header, issuer.as_deref()),
            issuer,
            leeway,
        })
    }
}

/// The name to pin, and the kind of key.
fn algorithm(
    header: &UnverifiedHeader,
    required: Option<Algorithm>,
) -> Result<(&'static str, KeyType), NoSnippet> {
    let found = match &header.alg {
        Some(AlgName::Supported(found)) => Some(*found),
        Some(AlgName::None) => return Err(NoSnippet::Unsecured),
        _ => None,
    };
    let alg = required.or(found).ok_or(NoSnippet::UnknownAlgorithm)?;
    let is_older_name = header.get("alg").and_then(text).as_deref() == Some("EdDSA");
    let name = match alg {
        Algorithm::Ed25519 if is_older_name => "EdDSA",
        _ => alg.name(),
    };
    Ok((name, alg.key_type()))
}

fn key(
    key_type: KeyType,
    encoding: SecretEncoding,
    header: &UnverifiedHeader,
    issuer: Option<&str>,
) -> KeySource {
    let issuer = issuer.filter(|issuer| header.kid.is_some() && is_plain_address(issuer));
    match (key_type, issuer) {
        (KeyType::Secret, _) => KeySource::Secret(encoding),
        (_, None) => KeySource::Pem,
        (_, Some(issuer)) => KeySource::Jwks {
            address: keys_of(issuer.trim_end_matches('/')),
        },
    }
}

/// Pieces of issuers, and where those have their keys below.
const PATHS: [(&str, &str); 7] = [
    ("/realms/", "/protocol/openid-connect/certs"),
    (".okta.com/oauth2/", "/v1/keys"),
    (".okta.com", "/oauth2/v1/keys"),
    (
        "https://token.actions.githubusercontent.com",
        "/.well-known/jwks",
    ),
    ("https://gitlab.com", "/oauth/discovery/keys"),
    ("https://appleid.apple.com", "/auth/keys"),
    ("https://kubernetes.default.svc", "/openid/v1/jwks"),
];

/// Where an issuer is likely to have its keys: a guess, by what some of them do.
fn keys_of(issuer: &str) -> String {
    if issuer == "https://accounts.google.com" {
        return "https://www.googleapis.com/oauth2/v3/certs".to_owned();
    }
    if issuer.starts_with("https://securetoken.google.com/") {
        return "https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com".to_owned();
    }
    let entra = "https://login.microsoftonline.com/";
    if let Some(tenant) = issuer.strip_prefix("https://sts.windows.net/") {
        return [entra, tenant, "/discovery/keys"].concat();
    }
    if let Some(tenant) = issuer.strip_suffix("/v2.0")
        && tenant.starts_with(entra)
    {
        return [tenant, "/discovery/v2.0/keys"].concat();
    }
    let known = PATHS.iter().find(|(piece, _)| issuer.contains(piece));
    [
        issuer,
        known.map_or("/.well-known/jwks.json", |(_, path)| path),
    ]
    .concat()
}

/// Whether a path can be put behind it.
fn is_plain_address(issuer: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/%".contains(&byte);
    issuer.len() > "https://".len()
        && issuer.starts_with("https://")
        && issuer.bytes().all(is_plain)
}

fn is_explicit(typ: &str) -> bool {
    !typ.is_empty()
        && !typ.eq_ignore_ascii_case("jwt")
        && !typ.eq_ignore_ascii_case("application/jwt")
}

fn text(value: Value) -> Option<String> {
    Some(value.as_str()?.into_owned())
}

fn first_text(value: Value) -> Option<String> {
    match value.kind() {
        Type::Array => text(value.elements().next()?),
        _ => text(value),
    }
}
