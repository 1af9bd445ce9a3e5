//! The rules: their ids, which check each belongs to, and the function that applies it.

use super::facts::Facts;
use super::{Hit, alg, at, clm, dp, format, hdr, key, oid, secret, sig, time};

/// Which of the four checks a rule belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    Format,
    Signature,
    Time,
    Policy,
}

impl Check {
    /// The word for it in `data-check`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Signature => "signature",
            Self::Time => "time",
            Self::Policy => "policy",
        }
    }
}

type Apply = fn(&Facts) -> Option<Hit>;

macro_rules! rules {
    ($($rule:ident $id:literal $check:ident $apply:path,)+) => {
        /// A rule, by its stable id.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Rule { $(#[doc = $id] $rule,)+ }

        impl Rule {
            /// Every rule, in their order.
            pub const ALL: &[Self] = &[$(Self::$rule),+];
        }

        const ROWS: &[(&str, Check, Apply)] = &[$(($id, Check::$check, $apply)),+];
    };
}

rules! {
    Str01 "STR01" Format format::parts,
    Str02 "STR02" Format format::strange_characters,
    Str03 "STR03" Format format::standard_base64,
    Str04 "STR04" Format format::not_canonical,
    Str05 "STR05" Format format::not_utf8,
    Str06 "STR06" Format format::not_an_object,
    Str07 "STR07" Format format::duplicates,
    Str08 "STR08" Format format::large_integers,
    Str09 "STR09" Format format::json_serialization,
    Str10 "STR10" Format format::cleaned,
    Alg01 "ALG01" Signature alg::missing,
    Alg02 "ALG02" Signature alg::unsigned,
    Alg03 "ALG03" Signature alg::other_case,
    Alg04 "ALG04" Signature alg::unregistered,
    Alg05 "ALG05" Policy alg::shared_secret,
    Alg06 "ALG06" Policy alg::pkcs1,
    Alg07 "ALG07" Policy alg::polymorphic,
    Alg08 "ALG08" Policy alg::pkcs1_encryption,
    Alg09 "ALG09" Signature alg::other_than_jwk,
    Alg10 "ALG10" Signature alg::other_key_type,
    Sig01 "SIG01" Signature sig::length,
    Sig02 "SIG02" Signature sig::der,
    Sig03 "SIG03" Signature sig::out_of_range,
    Key01 "KEY01" Policy secret::short_secret,
    Key02 "KEY02" Policy secret::published_secret,
    Key03 "KEY03" Signature secret::key_as_secret,
    Key04 "KEY04" Policy key::small_modulus,
    Key05 "KEY05" Policy key::small_exponent,
    Key06 "KEY06" Signature key::curve,
    Key07 "KEY07" Policy key::private_in_public_place,
    Key08 "KEY08" Signature key::not_for_verifying,
    Key09 "KEY09" Policy key::akp,
    Key10 "KEY10" Policy key::repeated_kid,
    Key11 "KEY11" Policy key::other_certificate,
    Key12 "KEY12" Policy key::no_kid,
    Hdr01 "HDR01" Policy hdr::address_of_key,
    Hdr02 "HDR02" Policy hdr::own_key,
    Hdr03 "HDR03" Policy hdr::dangerous_kid,
    Hdr04 "HDR04" Signature hdr::malformed_crit,
    Hdr05 "HDR05" Signature hdr::unknown_extension,
    Hdr06 "HDR06" Signature hdr::b64_not_critical,
    Hdr07 "HDR07" Policy hdr::unencoded_claims,
    Hdr08 "HDR08" Policy hdr::no_explicit_type,
    Hdr09 "HDR09" Policy hdr::long_type,
    Hdr10 "HDR10" Policy hdr::nested_without_cty,
    Hdr11 "HDR11" Policy hdr::sha1_thumbprint,
    Clm01 "CLM01" Time time::not_a_number,
    Clm02 "CLM02" Time time::milliseconds,
    Clm03 "CLM03" Time time::expired,
    Clm04 "CLM04" Time time::not_yet,
    Clm05 "CLM05" Time time::issued_in_future,
    Clm06 "CLM06" Time time::never_valid,
    Clm07 "CLM07" Policy clm::no_expiry,
    Clm08 "CLM08" Policy clm::long_life,
    Clm09 "CLM09" Policy clm::audience,
    Clm10 "CLM10" Policy clm::issuer,
    Clm11 "CLM11" Policy clm::types,
    Clm12 "CLM12" Policy clm::sensitive,
    Clm13 "CLM13" Policy clm::issuer_not_uri,
    Clm14 "CLM14" Policy clm::required,
    Oid01 "OID01" Policy oid::missing_claims,
    Oid02 "OID02" Policy oid::authorized_party,
    Oid03 "OID03" Policy oid::no_nonce,
    Oid05 "OID05" Policy oid::long_subject,
    Oid06 "OID06" Policy oid::logout_token,
    At01 "AT01" Policy at::missing_claims,
    At02 "AT02" Policy at::unsigned,
    At03 "AT03" Policy at::not_typed,
    Dp01 "DP01" Policy dp::proof,
    Dp02 "DP02" Policy dp::target,
}

impl Rule {
    /// Its stable id.
    pub fn id(self) -> &'static str {
        ROWS[self as usize].0
    }

    /// The check it belongs to.
    pub fn check(self) -> Check {
        ROWS[self as usize].1
    }

    pub(super) fn apply(self, facts: &Facts) -> Option<Hit> {
        ROWS[self as usize].2(facts)
    }
}
