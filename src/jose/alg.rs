//! Signature algorithms by their registered names (RFC 7518 section 3.1, RFC 8037, RFC 8812,
//! RFC 9864).

/// A hash function of the SHA-2 family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hash {
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    /// Bytes of output.
    pub fn size(self) -> usize {
        self.bits() / 8
    }

    /// Bits of output.
    pub fn bits(self) -> usize {
        match self {
            Self::Sha256 => 256,
            Self::Sha384 => 384,
            Self::Sha512 => 512,
        }
    }
}

/// An elliptic curve of ECDSA in JOSE.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Curve {
    P256,
    P384,
    P521,
    Secp256k1,
}

impl Curve {
    /// The `crv` of a JWK (RFC 7518 section 6.2.1.1, RFC 8812 section 3.1).
    pub fn name(self) -> &'static str {
        match self {
            Self::P256 => "P-256",
            Self::P384 => "P-384",
            Self::P521 => "P-521",
            Self::Secp256k1 => "secp256k1",
        }
    }

    /// The curve of a `crv`.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::P256, Self::P384, Self::P521, Self::Secp256k1]
            .into_iter()
            .find(|curve| curve.name() == name)
    }

    /// The hash of its signatures (RFC 7518 section 3.4, RFC 8812 section 3.2).
    pub fn hash(self) -> Hash {
        match self {
            Self::P256 | Self::Secp256k1 => Hash::Sha256,
            Self::P384 => Hash::Sha384,
            Self::P521 => Hash::Sha512,
        }
    }

    /// Bytes of one coordinate, and of each of r and s.
    pub fn size(self) -> usize {
        match self {
            Self::P256 | Self::Secp256k1 => 32,
            Self::P384 => 48,
            Self::P521 => 66,
        }
    }
}

/// A signature algorithm that can be verified and signed here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Algorithm {
    /// HMAC (RFC 7518 section 3.2).
    Hs(Hash),
    /// RSASSA-PKCS1-v1_5 (RFC 7518 section 3.3).
    Rs(Hash),
    /// RSASSA-PSS, salt as long as the hash (RFC 7518 section 3.5).
    Ps(Hash),
    /// ECDSA (RFC 7518 section 3.4, RFC 8812 section 3.2).
    Es(Curve),
    /// Ed25519 (RFC 8037, RFC 9864), whose older name is EdDSA.
    Ed25519,
}

/// The kind of key an algorithm works with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyType {
    Secret,
    Rsa,
    Ec(Curve),
    Ed25519,
}

/// Every algorithm with its registered name, in the order of the registry. EdDSA stands for Ed25519.
pub const SUPPORTED: [(&str, Algorithm); 15] = [
    ("HS256", Algorithm::Hs(Hash::Sha256)),
    ("HS384", Algorithm::Hs(Hash::Sha384)),
    ("HS512", Algorithm::Hs(Hash::Sha512)),
    ("RS256", Algorithm::Rs(Hash::Sha256)),
    ("RS384", Algorithm::Rs(Hash::Sha384)),
    ("RS512", Algorithm::Rs(Hash::Sha512)),
    ("ES256", Algorithm::Es(Curve::P256)),
    ("ES384", Algorithm::Es(Curve::P384)),
    ("ES512", Algorithm::Es(Curve::P521)),
    ("PS256", Algorithm::Ps(Hash::Sha256)),
    ("PS384", Algorithm::Ps(Hash::Sha384)),
    ("PS512", Algorithm::Ps(Hash::Sha512)),
    ("EdDSA", Algorithm::Ed25519),
    ("ES256K", Algorithm::Es(Curve::Secp256k1)),
    ("Ed25519", Algorithm::Ed25519),
];

/// Registered for signatures, but not supported here.
pub const REGISTERED: [&str; 4] = ["Ed448", "ML-DSA-44", "ML-DSA-65", "ML-DSA-87"];

impl Algorithm {
    /// The algorithm of a registered name; names are case-sensitive (RFC 7515 section 4.1.1).
    pub fn from_name(name: &str) -> Option<Self> {
        SUPPORTED
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, alg)| *alg)
    }

    /// The registered name; `Ed25519` for both of its names.
    pub fn name(self) -> &'static str {
        let found = SUPPORTED.iter().rfind(|(_, alg)| *alg == self);
        found.map_or("", |(name, _)| name)
    }

    /// The key it needs.
    pub fn key_type(self) -> KeyType {
        match self {
            Self::Hs(_) => KeyType::Secret,
            Self::Rs(_) | Self::Ps(_) => KeyType::Rsa,
            Self::Es(curve) => KeyType::Ec(curve),
            Self::Ed25519 => KeyType::Ed25519,
        }
    }

    /// Bytes of every signature of this algorithm; `None` for RSA, where the modulus decides.
    pub fn signature_size(self) -> Option<usize> {
        match self {
            Self::Hs(hash) => Some(hash.size()),
            Self::Es(curve) => Some(2 * curve.size()),
            Self::Ed25519 => Some(64),
            Self::Rs(_) | Self::Ps(_) => None,
        }
    }
}

/// What the text of an `alg` stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AlgName {
    Supported(Algorithm),
    /// `none`: no signature at all (RFC 7518 section 3.6).
    None,
    /// Any other name.
    Unsupported {
        name: String,
        registered: bool,
    },
}

impl AlgName {
    /// Reads an `alg`.
    pub fn read(name: &str) -> Self {
        match Algorithm::from_name(name) {
            Some(alg) => Self::Supported(alg),
            None if name == "none" => Self::None,
            None => Self::Unsupported {
                name: name.to_owned(),
                registered: REGISTERED.contains(&name),
            },
        }
    }
}
