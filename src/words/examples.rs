//! Labels of the examples.

use crate::examples::Example;
use crate::jose::alg::{Algorithm, Curve, Hash};

/// What a menu calls an example.
pub fn label(example: Example) -> &'static str {
    match example {
        Example::Of(alg) => of_algorithm(alg),
        Example::Expired => "Expired",
        Example::Tampered => "Tampered: the role was edited",
        Example::AlgNone => "alg: none, not signed",
        Example::KeySet => "JWKS: three keys, one fits",
        Example::Large => "Large: a payload of 500 kB",
    }
}

fn of_algorithm(alg: Algorithm) -> &'static str {
    match alg {
        Algorithm::Hs(Hash::Sha256) => "HS256 – a shared secret",
        Algorithm::Hs(Hash::Sha384) => "HS384 – a longer secret",
        Algorithm::Hs(Hash::Sha512) => "HS512 – a secret longer still",
        Algorithm::Rs(Hash::Sha256) => "RS256 – an RSA key pair",
        Algorithm::Rs(Hash::Sha384) => "RS384 – RSA with SHA-384",
        Algorithm::Rs(Hash::Sha512) => "RS512 – RSA with SHA-512",
        Algorithm::Ps(Hash::Sha256) => "PS256 – RSA with random padding",
        Algorithm::Ps(Hash::Sha384) => "PS384 – the same with SHA-384",
        Algorithm::Ps(Hash::Sha512) => "PS512 – the same with SHA-512",
        Algorithm::Es(Curve::P256) => "ES256 – the curve P-256",
        Algorithm::Es(Curve::P384) => "ES384 – the curve P-384",
        Algorithm::Es(Curve::P521) => "ES512 – the curve P-521",
        Algorithm::Es(Curve::Secp256k1) => "ES256K – the curve secp256k1",
        Algorithm::Ed25519 => "Ed25519 – once called EdDSA",
    }
}
