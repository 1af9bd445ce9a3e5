//! Keys of the lessons. They guard nothing: everybody can read them here.

use crate::jose::alg::{Algorithm, Curve};
use crate::jose::crypto::Seed;
use crate::jose::key::export::{Half, JwkMembers, jwk, pem};
use crate::jose::key::generate::generate;
use crate::jose::key::{Key, KeyInput, SecretEncoding};

/// The algorithm of the key pairs.
pub const ECDSA: Algorithm = Algorithm::Es(Curve::P256);

/// The public key of RFC 7515 appendix A.2.
pub const RSA: &str = "{\"kty\":\"RSA\",\"n\":\"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ\",\"e\":\"AQAB\"}";

/// The token that is printed with it.
pub const RSA_TOKEN: &str = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";

/// A key pair for ES256 as JWK.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pair {
    pub private: String,
    pub public: String,
}

impl Pair {
    /// One of the fixed key pairs. The name stands in both halves, unless it is empty.
    pub fn new(number: u8, kid: &str) -> Self {
        let key = generate(ECDSA, Seed::new([number; 32]));
        let about = JwkMembers {
            alg: None,
            kid: Some(kid).filter(|kid| !kid.is_empty()),
        };
        let half = |half| {
            let jwk = key.as_ref().and_then(|key: &Key| jwk(key, half, about));
            jwk.map_or(String::new(), |jwk| jwk.to_string())
        };
        Self {
            private: half(Half::Private),
            public: half(Half::Public),
        }
    }
}

/// A public key as PEM.
pub fn public_pem(key: &str) -> String {
    let key = KeyInput::read(key, SecretEncoding::Utf8);
    let pem = key.single().and_then(|key| pem(key, Half::Public));
    pem.map_or(String::new(), |pem| pem.to_string())
}
