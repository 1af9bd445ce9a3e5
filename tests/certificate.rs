//! Certificates (RFC 5280 section 4.1): the key is read from those of any version, and from nothing that only looks
//! like one.

mod support;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use jwt_inspector::jose::KeyInput;
use jwt_inspector::jose::base64url;
use jwt_inspector::jose::key::{Certificate, KeyError, Structure};
use proptest::prelude::*;
use serde_json::json;
use support::{cases, jwk_with, key, pasted};
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

/// By `openssl req -x509` for `/C=DE/O=Beispiel, GmbH/OU=Käse/CN=example.com`, with the serial number 00ab12.
const COMMAS_AND_UMLAUTS: &str = "\
MIIB2zCCAYKgAwIBAgIDAKsSMAoGCCqGSM49BAMCMEwxCzAJBgNVBAYTAkRFMRcw\
FQYDVQQKDA5CZWlzcGllbCwgR21iSDEOMAwGA1UECwwFS8Okc2UxFDASBgNVBAMM\
C2V4YW1wbGUuY29tMB4XDTI2MTEyMjExNTY1MloXDTI2MTIyMjExNTY1MlowTDEL\
MAkGA1UEBhMCREUxFzAVBgNVBAoMDkJlaXNwaWVsLCBHbWJIMQ4wDAYDVQQLDAVL\
w6RzZTEUMBIGA1UEAwwLZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMB\
BwNCAAQj4Oxpmo6Gp9UcqZBy0UZeRphRRoZsvAIvf0Du5ec04NYDOP5SdE7ruuno\
d6AsoplFWeR/W0ZZFl6reKzLMnuTo1MwUTAdBgNVHQ4EFgQUvCkwFdEHE0i9Lt/3\
BM4j1Zc//zUwHwYDVR0jBBgwFoAUvCkwFdEHE0i9Lt/3BM4j1Zc//zUwDwYDVR0T\
AQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiAHO5GLQjW6nmEQym51yFfxasM2\
0ylKnKj5zLciJW6+iQIgdWkYV00WL/Ykshy/ixNDaIbt3KL5H/k3P3QUWVQ+WoY=";

/// By `openssl ca`: its strings are of two bytes a character, from 1 Jan 2020 to 30 Jun 2051, which needs another kind of time.
const TWO_BYTES: &str = "\
MIIBRjCB7AIBATAKBggqhkjOPQQDAjAuMRswGQYDVQQKHhIAQgBNAFAAIABHAHIA\
9gDfAGUxDzANBgNVBAMeBgBiAG0AcDAgFw0yMDAxMDEwMDAwMDBaGA8yMDUxMDYz\
MDIzNTk1OVowLjEbMBkGA1UECh4SAEIATQBQACAARwByAPYA3wBlMQ8wDQYDVQQD\
HgYAYgBtAHAwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQj4Oxpmo6Gp9UcqZBy\
0UZeRphRRoZsvAIvf0Du5ec04NYDOP5SdE7ruunod6AsoplFWeR/W0ZZFl6reKzL\
MnuTMAoGCCqGSM49BAMCA0kAMEYCIQCTVyb1uprRp0/M2sir2jguU5LOR0IIfdTU\
QgHrEcvQKwIhAOaQh0oajP1QE1zqu+sxm3YkzOAFH77zfEgAdoj9G1pg";

/// By `openssl ca`: two attributes in one part, one of a number that nobody knows, and without end.
const STRANGE: &str = "\
MIIBeDCCAR4CAQIwCgYIKoZIzj0EAwIwRzEYMAoGA1UEAwwDdHdvMAoGA1UECwwD\
b25lMRwwGgYJKoZIhvcNAQkBFg1hQGV4YW1wbGUuY29tMQ0wCwYDKgMEDAQjIngi\
MCAXDTQ5MTIzMTIzNTk1OVoYDzk5OTkxMjMxMjM1OTU5WjBHMRgwCgYDVQQDDAN0\
d28wCgYDVQQLDANvbmUxHDAaBgkqhkiG9w0BCQEWDWFAZXhhbXBsZS5jb20xDTAL\
BgMqAwQMBCMieCIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQj4Oxpmo6Gp9Uc\
qZBy0UZeRphRRoZsvAIvf0Du5ec04NYDOP5SdE7ruunod6AsoplFWeR/W0ZZFl6r\
eKzLMnuTMAoGCCqGSM49BAMCA0gAMEUCIG3bdSArazTd2wNa6HM40iwbMzC6SK/q\
wU9+oU6ACIDdAiEArLkCDVUENDF3xlU4x5FOSOqrwPtW9njrELIKnhsij/s=";

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

fn certificate(input: &KeyInput) -> Certificate {
    let meta = input.single_meta().expect("one key");
    *meta.certificate.clone().expect("a certificate")
}

fn said(base64: &str) -> Certificate {
    certificate(&read(&bytes(base64)))
}

/// RFC 4514 section 2: the last part first, and what parts them escaped.
#[test]
fn whose_a_certificate_is_and_how_long_is_read() {
    let found = said(COMMAS_AND_UMLAUTS);
    let name = Some("CN=example.com, OU=Käse, O=Beispiel\\, GmbH, C=DE".to_owned());
    assert_eq!((&found.subject, &found.issuer), (&name, &name));
    assert_eq!(found.serial, [0xab, 0x12]);
    assert_eq!(found.not_before, Some(1_795_348_612));
    assert_eq!(found.not_after, Some(1_797_940_612));
    assert_eq!(
        base64url::encode(&found.sha256),
        "f7dyxgxSUp3k-qTd0JYHhv58UwAkznknveLJEcvn1kY"
    );
}

#[test]
fn every_kind_of_string_and_of_time_is_read() {
    let found = said(TWO_BYTES);
    assert_eq!(found.subject.as_deref(), Some("CN=bmp, O=BMP Größe"));
    assert_eq!(found.not_before, Some(1_577_836_800));
    assert_eq!(found.not_after, Some(2_571_782_399));
    let found = said(STRANGE);
    assert_eq!(
        found.subject.as_deref(),
        Some(r#"1.2.3.4=\#\"x\", emailAddress=a@example.com, CN=two+OU=one"#)
    );
    assert_eq!(found.not_before, Some(2_524_607_999));
    assert_eq!(found.not_after, Some(253_402_300_799));
}

/// The key counts, whatever the rest says.
#[test]
fn what_cannot_be_read_of_a_certificate_does_not_take_its_key_away() {
    let mut der = bytes(VERSION_1);
    let at = |bytes: &[u8], der: &[u8]| der.windows(bytes.len()).position(|found| found == bytes);
    let time = at(b"261122060243Z", &der).expect("a time");
    der[time] = b'x';
    let found = certificate(&read(&der));
    assert_eq!(
        (found.not_before, found.not_after),
        (None, Some(4_948_927_363))
    );
    let name = at(b"v1", &der).expect("a name") - 2;
    der[name + 1] = 9;
    let found = certificate(&read(&der));
    assert_eq!(found.issuer, None);
    assert_eq!(found.subject.as_deref(), Some("CN=v1"));
}

#[test]
fn the_certificate_of_a_jwk_is_its_first() {
    let lines = pasted("p-256", "certificate");
    let body: String = lines
        .lines()
        .filter(|line| !line.starts_with('-'))
        .collect();
    let jwk = jwk_with("p-256", "public_jwk", &json!({ "x5c": [body, "MIIB"] }));
    let input = key(&jwk.to_string());
    assert_eq!(certificate(&input), certificate(&key(&lines)));
    assert!(!input.single_meta().expect("one key").other_certificate);
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn no_byte_of_a_certificate_makes_the_reader_fall(
        changes in prop::collection::vec((0..400_usize, any::<u8>()), 1..4),
        which in 0..4_usize,
    ) {
        let mut der = bytes([VERSION_1, COMMAS_AND_UMLAUTS, TWO_BYTES, STRANGE][which]);
        for (at, byte) in changes {
            let at = at % der.len();
            der[at] = byte;
        }
        if let KeyInput::Keys(ring) = read(&der) {
            for entry in ring.entries {
                let certificate = entry.meta.certificate.expect("a certificate");
                let name = certificate.subject.unwrap_or_default();
                prop_assert!(name.len() < 2000);
            }
        }
    }
}
