//! ECDSA over P-256 by somebody who forgot a line: r and s may be any numbers. The core does not forget it.

use crate::jose::alg::Hash;
use crate::jose::base64url;
use crate::jose::crypto::digest;
use crate::jose::key::{Key, KeyInput, SecretEncoding};
use crate::learn::tokens;
use p256::elliptic_curve::ops::{MulByGeneratorVartime, Reduce};
use p256::elliptic_curve::point::AffineCoordinates;
use p256::{FieldBytes, ProjectivePoint, Scalar};

/// The bytes of one number.
const SIZE: usize = 32;

/// A signature whose r and s are both this small number.
pub fn encoded(number: u8) -> String {
    let mut bytes = [0; 2 * SIZE];
    bytes[SIZE - 1] = number;
    bytes[2 * SIZE - 1] = number;
    base64url::encode(&bytes)
}

/// The bytes of r and s.
pub fn numbers(token: &str) -> Vec<u8> {
    let [.., signature] = tokens::parts(token);
    base64url::decode(signature).unwrap_or_default()
}

/// The x of the point s⁻¹(z·G + r·Q), without a look at r and s before. The inverse of a number is its power to the
/// order less 2; of 0 that is 0, and so is the x of the point at infinity. Nothing where these are no numbers or no key.
pub fn reached_x(token: &str, key: &str) -> Vec<u8> {
    x(token, key).unwrap_or_default()
}

fn x(token: &str, key: &str) -> Option<Vec<u8>> {
    let key = KeyInput::read(key, SecretEncoding::Utf8);
    let Some(Key::Ec(key)) = key.single() else {
        return None;
    };
    let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(&key.point()).ok()?;
    let numbers = numbers(token);
    let (r, s) = numbers.split_at_checked(SIZE)?;
    let (message, _) = token.rsplit_once('.')?;
    let z = scalar(&digest(Hash::Sha256, message.as_bytes()))?;
    let inverse: Scalar = Option::from(scalar(s)?.invert_vartime()).unwrap_or(Scalar::ZERO);
    let point = ProjectivePoint::mul_by_generator_and_mul_add_vartime(
        &(z * inverse),
        &(scalar(r)? * inverse),
        &(*key.as_affine()).into(),
    );
    Some(point.to_affine().x().to_vec())
}

fn scalar(bytes: &[u8]) -> Option<Scalar> {
    let bytes = FieldBytes::try_from(bytes).ok()?;
    Some(<Scalar as Reduce<FieldBytes>>::reduce(&bytes))
}

/// A number as the lesson writes it: 0, or its first digits in hexadecimal.
pub fn shown(number: &[u8]) -> String {
    if number.iter().all(|byte| *byte == 0) {
        return "0".to_owned();
    }
    let first = number.get(..4).unwrap_or(number);
    let digits = crate::words::hexadecimal(first);
    [&digits, "…"].concat()
}
