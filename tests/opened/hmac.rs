//! The MAC that a token carries, beside the one that was computed.

use crate::support::{HS256, SECRET, compact, hs256};
use crate::{named, names, said};
use jwt_inspector::jose::base64url::{decode, encode};
use jwt_inspector::words::notes::Tone;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn a_mac_is_shown_beside_the_computed_one_from_where_they_differ() {
    let token = hs256(HS256, "{}");
    let facts = said(&token, SECRET);
    assert_eq!(names(&facts), ["HMAC with SHA-256", "MAC"]);
    assert_eq!(facts[0].tone, Tone::Good);

    let mut mac = decode(token.rsplit('.').next().expect("a MAC")).expect("base64url");
    mac[4] ^= 1;
    let facts = said(&compact(HS256, "{}", &encode(&mac)), SECRET);
    assert_eq!(names(&facts), ["HMAC with SHA-256", "MAC", "Expected"]);
    let span = facts[1].differs.expect("a difference");
    assert_eq!(span.range(), 8..10);
    assert_ne!(facts[1].value[span.range()], facts[2].value[span.range()]);
    assert!(
        facts[1].meaning.contains("from byte 5 on"),
        "{}",
        facts[1].meaning
    );

    let facts = said(&compact(HS256, "{}", &encode(&mac[..3])), SECRET);
    assert_eq!(named(&facts, "Length").value, "3 bytes");
    assert_eq!(named(&facts, "Expected").value.len(), 64);
}
