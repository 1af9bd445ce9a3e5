//! r and s of ECDSA (RFC 7518 section 3.4).

use crate::jose::alg::Curve;
use crate::jose::crypto::Malformed;
use crate::jose::crypto::ecdsa::{EcKey, check_form, has_high_s, is_in_range};
use crate::jose::key::two_numbers;

/// r and s.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ecdsa {
    pub curve: Curve,
    pub form: Form,
    pub r: Number,
    pub s: Number,
    /// On secp256k1: s is the higher of s and n - s, which some libraries refuse.
    pub has_high_s: bool,
    /// The x, modulo the order, of the point that a verifier computes with the key; it has to be r. `None` without
    /// a key, and if r or s is out of range.
    pub reached_x: Option<Vec<u8>>,
}

/// How r and s are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One after the other, as JOSE has it.
    Joined,
    /// As a sequence of two integers in DER, as X.509 and OpenSSL have it.
    Der,
}

/// One of the two numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// As long as a coordinate, if it is not longer.
    pub bytes: Vec<u8>,
    /// From 1 to the order of the curve less 1.
    pub is_in_range: bool,
}

impl Number {
    fn read(curve: Curve, bytes: &[u8]) -> Self {
        let missing = curve.size().saturating_sub(bytes.len());
        let bytes = [&vec![0; missing], bytes].concat();
        let is_in_range = is_in_range(curve, &bytes);
        Self { bytes, is_in_range }
    }

    /// How many bits it has without the zeros before it.
    pub fn bits(&self) -> usize {
        let zeros = self.bytes.iter().take_while(|byte| **byte == 0).count();
        let first = self.bytes.get(zeros).map_or(0, |byte| byte.leading_zeros());
        (self.bytes.len() - zeros) * 8 - first as usize
    }
}

/// Takes r and s apart. `None` if the length is that of neither form.
pub fn open(curve: Curve, key: Option<&EcKey>, message: &[u8], signature: &[u8]) -> Option<Ecdsa> {
    let (form, r, s) = match check_form(curve, signature) {
        Err(Malformed::Der { .. }) => {
            let [r, s] = two_numbers(signature).ok()?;
            (Form::Der, r, s)
        }
        Err(Malformed::Length { .. }) => return None,
        _ => {
            let (r, s) = signature.split_at(curve.size());
            (Form::Joined, r, s)
        }
    };
    let (r, s) = (Number::read(curve, r), Number::read(curve, s));
    let joined = [r.bytes.as_slice(), &s.bytes].concat();
    Some(Ecdsa {
        curve,
        form,
        reached_x: key.and_then(|key| key.reached_x(message, &joined)),
        has_high_s: curve == Curve::Secp256k1 && has_high_s(&joined),
        r,
        s,
    })
}
