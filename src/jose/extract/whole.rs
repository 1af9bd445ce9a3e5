//! How long the last part of a token has to be, as its header says: so it is known where a part ends
//! that is cut by the ends of lines.

use crate::jose::alg::{AlgName, Algorithm};
use crate::jose::json::{Document, Value};

/// RSA keys in use, as bytes of their modulus: 1024 to 8192 bits.
const RSA_SIZES: [usize; 5] = [128, 256, 384, 512, 1024];

/// The header of a token that is being read.
pub struct Header {
    /// It has an `enc`: five parts, not three (RFC 7516 section 9).
    pub encrypted: bool,
    /// It is that of a key binding JWT (RFC 9901 section 4.3).
    pub binds_key: bool,
    /// Bytes that the last part can have; none where that is not known.
    sizes: Vec<usize>,
}

impl Header {
    /// Reads the JSON of a first part; none without `alg`, which every header has (RFC 7515 section 4.1.1,
    /// RFC 7516 section 4.1.1).
    pub fn read(json: &Document) -> Option<Self> {
        let root = json.root();
        let alg = root.get("alg")?.as_str().unwrap_or_default();
        let enc = root.get("enc");
        Some(Self {
            encrypted: enc.is_some(),
            binds_key: root.get("typ").and_then(Value::as_str).as_deref() == Some("kb+jwt"),
            sizes: match enc {
                Some(enc) => tag_size(&enc.as_str().unwrap_or_default()),
                None => signature_sizes(&AlgName::read(&alg)),
            },
        })
    }

    /// Whether a last part of so many characters is known to be as long as it has to be.
    pub fn is_whole(&self, characters: usize) -> bool {
        self.lengths().any(|length| length == characters)
    }

    /// Whether a last part of so many characters is known to be too short.
    pub fn is_short(&self, characters: usize) -> bool {
        !self.is_whole(characters) && self.lengths().any(|length| length > characters)
    }

    fn lengths(&self) -> impl Iterator<Item = usize> {
        self.sizes.iter().map(|bytes| (bytes * 8).div_ceil(6))
    }
}

fn signature_sizes(alg: &AlgName) -> Vec<usize> {
    match alg {
        AlgName::Supported(Algorithm::Rs(_) | Algorithm::Ps(_)) => RSA_SIZES.to_vec(),
        AlgName::Supported(alg) => alg.signature_size().into_iter().collect(),
        AlgName::None => vec![0],
        AlgName::Unsupported { .. } => Vec::new(),
    }
}

/// Bytes of the authentication tag (RFC 7518 section 5.2.2 and 5.3).
fn tag_size(enc: &str) -> Vec<usize> {
    match enc {
        "A128CBC-HS256" | "A128GCM" | "A192GCM" | "A256GCM" => vec![16],
        "A192CBC-HS384" => vec![24],
        "A256CBC-HS512" => vec![32],
        _ => Vec::new(),
    }
}
