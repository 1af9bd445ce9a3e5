//! Certificates (RFC 5280 section 4.1): the key is read from those of any version, and from nothing that only looks
//! like one.

mod support;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use jwt_inspector::jose::KeyInput;
use jwt_inspector::jose::key::{KeyError, Structure};
use support::{key, pasted};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// By `openssl x509 -req` without extensions: of version 1, which goes without saying.
const VERSION_1: &str = "\
MIIBFjCBvQIUYdqn6AG+FBk1E2XrZmhCAN1IOIUwCgYIKoZIzj0EAwIwDTELMAkG\
A1UEAwwCdjEwIBcNMjYxMTIyMDYwMjQzWhgPMjEyNjEwMjkwNjAyNDNaMA0xCzAJ\
BgNVBAMMAnYxMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEnXS7ih5EvxhOnQOX\
mrv9kIFvmx7mIEIAIPlM/C/bjXyhBho9fyDH0/KFdcuRMjOrqweUgwaBo4Ohn+QE\
ZMRrCDAKBggqhkjOPQQDAgNIADBFAiBrv+O8oXKuu8uDNXpvXQTbekqJVYnnmQoE\
wQyQtuG7aQIhAK5xJWx0NvCYdveJtjdJ9ORj++zzNTlyytli5SnZQER7";

fn bytes(base64: &str) -> Vec<u8> {
    BASE64_STANDARD.decode(base64).expect("base64")
}

fn version_3() -> Vec<u8> {
    let lines: Vec<String> = pasted("p-256", "certificate")
        .lines()
        .filter(|line| !line.starts_with('-'))
        .map(str::to_owned)
        .collect();
    bytes(&lines.concat())
}

fn read(der: &[u8]) -> KeyInput {
    let base64 = BASE64_STANDARD.encode(der);
    key(&format!(
        "-----BEGIN CERTIFICATE-----\n{base64}\n-----END CERTIFICATE-----"
    ))
}

fn is_refused(der: &[u8]) -> bool {
    let structure = Structure::Certificate;
    matches!(read(der), KeyInput::Unreadable(KeyError::Der { structure: found, .. }) if found == structure)
}

#[test]
fn a_certificate_of_any_version_gives_its_key() {
    for der in [bytes(VERSION_1), version_3()] {
        match read(&der) {
            KeyInput::Keys(ring) => {
                let structures: Vec<_> = ring.entries.iter().map(|e| e.meta.structure).collect();
                assert_eq!(structures, [Some(Structure::Certificate)]);
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_certificate_that_is_cut_short_or_goes_on_is_refused() {
    for der in [bytes(VERSION_1), version_3()] {
        for length in 0..der.len() {
            assert!(is_refused(&der[..length]), "{length} bytes");
        }
        assert!(is_refused(&[&der[..], &[0]].concat()));
    }
}

/// The types of what stands around the key, by their places in the certificate of version 1.
#[test]
fn a_certificate_of_other_parts_is_refused() {
    let der = bytes(VERSION_1);
    let (sequence, integer, bit_string) = (0x30, 0x02, 0x03);
    for (at, tag) in [
        (0, sequence),
        (4, sequence),
        (7, integer),
        (29, sequence),
        (41, sequence),
        (56, sequence),
        (90, sequence),
        (105, sequence),
        (196, sequence),
        (208, bit_string),
    ] {
        assert_eq!(der[at], tag, "at {at}");
        let mut other = der.clone();
        other[at] = 0x04;
        assert!(is_refused(&other), "at {at}");
    }
}
