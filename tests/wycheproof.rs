//! The core's mathematics against the test vectors of Project Wycheproof: known answers, and the mistakes that
//! implementations are known to make.

mod support;

use jwt_inspector::jose::alg::{Curve, Hash};
use jwt_inspector::jose::crypto::ecdsa::EcKey;
use jwt_inspector::jose::crypto::eddsa::EdKey;
use jwt_inspector::jose::crypto::hmac::{self, Secret};
use jwt_inspector::jose::crypto::rsa::{RsaKey, Scheme};
use jwt_inspector::jose::crypto::{Malformed, Outcome};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use wycheproof::{TestResult, ecdsa, eddsa, mac, rsa_pkcs1_verify, rsa_pss_verify};

/// An RSA verification takes long in unoptimised wasm: there, one vector of this many is tried.
const RSA_STEP: usize = if cfg!(target_arch = "wasm32") { 10 } else { 1 };

/// Verifies that the outcome is what the vector says. `MustFail` has no exceptions.
fn judge(name: &str, id: usize, comment: &str, wanted: TestResult, outcome: &Outcome) {
    let holds = *outcome == Outcome::Holds;
    assert_eq!(
        holds,
        !wanted.must_fail(),
        "{name} {id}: {comment}: {outcome:?}"
    );
}

/// JOSE's r and s one after the other is the encoding of IEEE P1363 (RFC 7518 section 3.4).
fn run_ecdsa(name: ecdsa::TestName, curve: Curve, at_least: usize) {
    let set = ecdsa::TestSet::load(name).expect("the vectors are in the crate");
    let mut ran = 0;
    for group in &set.test_groups {
        let key = EcKey::new(curve, &group.key.key, None).expect("a point on the curve");
        for test in &group.tests {
            let outcome = key.verify(&test.msg, &test.sig);
            judge("ECDSA", test.tc_id, &test.comment, test.result, &outcome);
            ran += 1;
        }
    }
    assert!(ran >= at_least, "only {ran} vectors ran");
}

#[test]
fn es256_agrees_with_every_vector() {
    run_ecdsa(ecdsa::TestName::EcdsaSecp256r1Sha256P1363, Curve::P256, 250);
}

#[test]
fn es384_agrees_with_every_vector() {
    run_ecdsa(ecdsa::TestName::EcdsaSecp384r1Sha384P1363, Curve::P384, 250);
}

#[test]
fn es512_agrees_with_every_vector() {
    run_ecdsa(ecdsa::TestName::EcdsaSecp521r1Sha512P1363, Curve::P521, 250);
}

/// RFC 8812 asks for no low s, unlike Bitcoin: both s and n - s verify, as these vectors have it.
#[test]
fn es256k_agrees_with_every_vector() {
    run_ecdsa(
        ecdsa::TestName::EcdsaSecp256k1Sha256P1363,
        Curve::Secp256k1,
        250,
    );
}

#[test]
fn ed25519_agrees_with_every_vector() {
    let set = eddsa::TestSet::load(eddsa::TestName::Ed25519).expect("the vectors are in the crate");
    let mut ran = 0;
    for group in &set.test_groups {
        let key = EdKey::new(&group.key.pk, None).expect("a point on the curve");
        for test in &group.tests {
            let outcome = key.verify(&test.msg, &test.sig);
            judge("Ed25519", test.tc_id, &test.comment, test.result, &outcome);
            ran += 1;
        }
    }
    assert!(ran >= 140, "only {ran} vectors ran");
}

/// The vectors for tags cut short are left out: JOSE's tags have full length (RFC 7518 section 3.2).
fn run_hmac(name: mac::TestName, hash: Hash) {
    let set = mac::TestSet::load(name).expect("the vectors are in the crate");
    let (mut ran, mut cut_short) = (0, 0);
    for group in &set.test_groups {
        for test in &group.tests {
            let secret = Secret::new(test.key.to_vec().into()).expect("a secret");
            let outcome = hmac::verify(hash, &secret, &test.msg, &test.tag);
            if group.tag_size == hash.bits() {
                judge("HMAC", test.tc_id, &test.comment, test.result, &outcome);
                ran += 1;
            } else {
                let id = test.tc_id;
                assert_ne!(
                    outcome,
                    Outcome::Holds,
                    "HMAC {id}: a tag cut short must not hold"
                );
                cut_short += 1;
            }
        }
    }
    assert!(
        ran >= 80 && cut_short >= 80,
        "only {ran} and {cut_short} vectors ran"
    );
}

#[test]
fn hs256_agrees_with_every_vector() {
    run_hmac(mac::TestName::HmacSha256, Hash::Sha256);
}

#[test]
fn hs384_agrees_with_every_vector() {
    run_hmac(mac::TestName::HmacSha384, Hash::Sha384);
}

#[test]
fn hs512_agrees_with_every_vector() {
    run_hmac(mac::TestName::HmacSha512, Hash::Sha512);
}

fn rsa_key(key: &wycheproof::RsaPublic) -> RsaKey {
    RsaKey::new(&key.n, &key.e, None).expect("an RSA key")
}

/// The one exception: an `acceptable` vector leaves out the NULL of the AlgorithmIdentifier. RFC 8017 section 9.2 has
/// the encoding compared byte for byte, and its note 1 has the NULL in it: such a signature does not hold.
fn run_pkcs1(names: &[rsa_pkcs1_verify::TestName], hash: Hash, at_least: usize) {
    let mut ran = 0;
    for name in names {
        let set = rsa_pkcs1_verify::TestSet::load(*name).expect("the vectors are in the crate");
        for group in &set.test_groups {
            let key = rsa_key(&group.key);
            for test in group.tests.iter().step_by(RSA_STEP) {
                let outcome = key.verify(Scheme::Pkcs1, hash, &test.msg, &test.sig);
                let wanted = match test.result {
                    TestResult::Acceptable => {
                        let without_null = [rsa_pkcs1_verify::TestFlag::MissingNull];
                        assert_eq!(test.flags, without_null, "{}", test.comment);
                        TestResult::Invalid
                    }
                    wanted => wanted,
                };
                judge("RSA PKCS#1", test.tc_id, &test.comment, wanted, &outcome);
                ran += 1;
            }
        }
    }
    assert!(ran >= at_least / RSA_STEP, "only {ran} vectors ran");
}

#[test]
fn rs256_agrees_with_every_vector() {
    use rsa_pkcs1_verify::TestName::{Rsa2048Sha256, Rsa3072Sha256, Rsa4096Sha256};
    let names = [Rsa2048Sha256, Rsa3072Sha256, Rsa4096Sha256];
    run_pkcs1(&names, Hash::Sha256, 700);
}

#[test]
fn rs384_agrees_with_every_vector() {
    use rsa_pkcs1_verify::TestName::{Rsa2048Sha384, Rsa3072Sha384, Rsa4096Sha384};
    let names = [Rsa2048Sha384, Rsa3072Sha384, Rsa4096Sha384];
    run_pkcs1(&names, Hash::Sha384, 700);
}

#[test]
fn rs512_agrees_with_every_vector() {
    use rsa_pkcs1_verify::TestName::{Rsa2048Sha512, Rsa3072Sha512, Rsa4096Sha512};
    let names = [Rsa2048Sha512, Rsa3072Sha512, Rsa4096Sha512];
    run_pkcs1(&names, Hash::Sha512, 700);
}

/// JOSE fixes MGF1 with the same hash and a salt as long as the hash (RFC 7518 section 3.5). What is valid under other
/// parameters must not hold here; what is invalid under them may be valid here, and is not tried.
fn run_pss(names: &[rsa_pss_verify::TestName], at_least: usize) {
    let mut ran = 0;
    for name in names {
        let set = rsa_pss_verify::TestSet::load(*name).expect("the vectors are in the crate");
        for group in &set.test_groups {
            let hash = match group.hash {
                wycheproof::HashFunction::Sha2_256 => Hash::Sha256,
                wycheproof::HashFunction::Sha2_384 => Hash::Sha384,
                wycheproof::HashFunction::Sha2_512 => Hash::Sha512,
                _ => continue,
            };
            let of_jose = group.salt_size == hash.size() && group.mgf_hash == Some(group.hash);
            let key = rsa_key(&group.key);
            for test in group.tests.iter().step_by(RSA_STEP) {
                let wanted = match test.result {
                    wanted if of_jose => wanted,
                    TestResult::Invalid => continue,
                    _ => TestResult::Invalid,
                };
                let outcome = key.verify(Scheme::Pss, hash, &test.msg, &test.sig);
                judge("RSA PSS", test.tc_id, &test.comment, wanted, &outcome);
                ran += 1;
            }
        }
    }
    assert!(ran >= at_least / RSA_STEP, "only {ran} vectors ran");
}

#[test]
fn ps256_agrees_with_every_vector() {
    use rsa_pss_verify::TestName as T;
    let names = [
        T::RsaPss2048Sha256Mgf1SaltLen32,
        T::RsaPss3072Sha256Mgf1SaltLen32,
        T::RsaPss4096Sha256Mgf1SaltLen32,
    ];
    run_pss(&names, 300);
}

#[test]
fn ps384_and_ps512_agree_with_every_vector() {
    use rsa_pss_verify::TestName as T;
    let names = [
        T::RsaPss2048Sha384Mgf1SaltLen48,
        T::RsaPss4096Sha384Mgf1SaltLen48,
        T::RsaPss4096Sha512Mgf1SaltLen64,
    ];
    run_pss(&names, 300);
}

/// Another hash in MGF1, no salt or a salt of another length: valid PSS, but no signature of JOSE.
#[test]
fn pss_of_other_parameters_does_not_hold() {
    use rsa_pss_verify::TestName as T;
    let names = [
        T::RsaPss2048Sha256Mgf1SaltLen0,
        T::RsaPss2048Sha256Mgf1Sha1_20,
        T::RsaPss4096Sha512Mgf1SaltLen32,
        T::RsaPssmisc,
    ];
    run_pss(&names, 200);
}

/// RFC 7518 section 3.4: r and s have the full length of the curve, so that a signature of any other length is
/// malformed rather than wrong.
#[test]
fn an_ecdsa_signature_of_another_length_is_malformed() {
    let name = ecdsa::TestName::EcdsaSecp256r1Sha256P1363;
    let set = ecdsa::TestSet::load(name).expect("the vectors are in the crate");
    let mut ran = 0;
    for group in &set.test_groups {
        let key = EcKey::new(Curve::P256, &group.key.key, None).expect("a point on the curve");
        for test in group.tests.iter().filter(|test| test.sig.len() != 64) {
            let found = test.sig.len();
            let outcome = key.verify(&test.msg, &test.sig);
            let wanted = Malformed::Length { wanted: 64, found };
            let der = Malformed::Der { wanted: 64, found };
            assert!(
                [wanted, der].map(Outcome::Malformed).contains(&outcome),
                "{outcome:?}"
            );
            ran += 1;
        }
    }
    assert!(ran >= 5, "only {ran} vectors ran");
}
