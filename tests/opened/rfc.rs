//! The examples of the standards.

use crate::support::text;
use crate::{opened, said};
use jwt_inspector::jose::opened::{Inside, Opened};
use jwt_inspector::words::notes::Tone;
use serde_json::Value;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// The examples of RFC 7515 appendix A, RFC 7520 section 4, RFC 7797 and RFC 8037.
#[test]
fn the_printed_examples_open_to_what_has_to_be_there() {
    let file: Value = serde_json::from_str(include_str!("../fixtures/rfc.json")).expect("JSON");
    for example in file["examples"].as_array().expect("a list") {
        let (token, key) = (text(&example["token"]), text(&example["key"]));
        match opened(&token, &key) {
            Opened {
                inside: Inside::Hmac { computed },
                carried,
                ..
            } => assert_eq!(computed, carried),
            Opened {
                inside: Inside::Pkcs1(block),
                ..
            } => {
                assert!(block.identifier.holds() && block.hash.holds());
                assert_eq!((block.padding, block.wanted_padding), (202, 202));
                assert_eq!(block.named, Some("SHA-256"));
            }
            Opened {
                inside: Inside::Pss(block),
                ..
            } => {
                assert!(block.left_bits == 1 && block.left_bits_are_clear);
                assert!(block.padding.holds() && block.hash.holds());
                assert_eq!((block.salt.len(), block.wanted_salt), (48, 48));
            }
            Opened {
                inside: Inside::Ecdsa(numbers),
                ..
            } => {
                assert!(numbers.r.is_in_range && numbers.s.is_in_range);
                assert_eq!(numbers.reached_x.as_ref(), Some(&numbers.r.bytes));
            }
            Opened {
                inside: Inside::Ed25519(numbers),
                ..
            } => {
                assert!(numbers.r_on_curve && numbers.s_in_range);
                assert_eq!(numbers.leads_to_r, Some(true));
            }
            other => panic!("{} {other:?}", example["name"]),
        }
        let facts = said(&token, &key);
        assert!(
            facts
                .iter()
                .all(|fact| fact.tone != Tone::Bad && fact.differs.is_none())
        );
    }
}
