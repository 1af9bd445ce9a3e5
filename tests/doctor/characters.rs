//! Characters in a token that do not belong there.

use crate::support::pasted;
use crate::{by_key, by_secret, changes, explained};
use jwt_inspector::doctor::{Change, Explanation, Stray};
use jwt_inspector::jose::Algorithm;
use jwt_inspector::jose::alg::Curve;
use jwt_inspector::jose::base64url::encode;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn stray_characters_in_a_token_are_taken_out() {
    let token = by_secret(b"secret");
    let (start, end) = token.split_at(40);
    let parts: Vec<&str> = token.split('.').collect();
    let (message, signature) = token.rsplit_once('.').expect("a signature");
    let padded = [message, ".", signature, "="].concat();
    for (pasted_token, strays) in [
        (format!("{start} {end}"), vec![Stray::Blank]),
        (format!("{start}\t\u{200B}\u{AD}{end}"), vec![Stray::Blank]),
        (format!("{start}\\n{end}"), vec![Stray::Blank]),
        (format!("{start}\\\n  {end}"), vec![Stray::Blank]),
        (parts.join(" . "), vec![Stray::Blank]),
        (format!("{token}."), vec![Stray::Around]),
        (format!("({token}),"), vec![Stray::Around]),
        (padded.clone(), vec![Stray::Padding]),
        (
            padded.replace('=', "%3D"),
            vec![Stray::Percent, Stray::Padding],
        ),
        (
            format!("{start} {end}="),
            vec![Stray::Blank, Stray::Padding],
        ),
    ] {
        let found = changes(&pasted_token, "secret");
        assert_eq!(found, [Change::Characters(strays)], "{pasted_token}");
    }
    let found = changes(&format!("{start} {end}"), "c2VjcmV0");
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn the_standard_alphabet_is_translated() {
    let token = by_secret(b"secret 3");
    assert!(token.contains(['-', '_']), "{token}");
    let standard = token.replace('-', "+").replace('_', "/");
    let found = changes(&standard, "secret 3");
    assert_eq!(found, [Change::Characters(vec![Stray::Standard])]);
}

/// As AWS load balancers do it.
#[test]
fn padding_that_is_signed_over_is_explained() {
    let header = r#"{"alg":"ES256","signer":"arn:aws:elasticloadbalancing"}"#;
    let payload = r#"{"sub":"??????>>>>>>"}"#;
    let plain = [encode(header.as_bytes()), encode(payload.as_bytes())];
    let pad = |part: &String| part.clone() + &"=".repeat((4 - part.len() % 4) % 4);
    let standard = |part: &String| part.replace('-', "+").replace('_', "/");
    for (message, standard, padding) in [
        (plain.each_ref().map(pad), false, true),
        (plain.each_ref().map(standard), true, false),
        (
            plain.each_ref().map(standard).each_ref().map(pad),
            true,
            true,
        ),
    ] {
        let message = message.join(".");
        assert_ne!(message, plain.join("."));
        let signature = encode(&by_key(Algorithm::Es(Curve::P256), "p-256", &message));
        let wanted = [Explanation::SignedOver { standard, padding }];
        let spki = pasted("p-256", "spki");
        for text in [message, plain.join(".")] {
            for end in ["", "=="] {
                let token = [&text, ".", &signature, end].concat();
                assert_eq!(explained(&token, &spki), wanted);
            }
        }
    }
}
