//! What a token says is a value in the code, and nothing else.

use crate::full;
use crate::support::cases;
use jwt_inspector::jose::SecretEncoding;
use jwt_inspector::snippets::{KeySource, Language, snippet};
use proptest::prelude::*;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn a_value_stays_in_its_quotes() {
    let hostile = "\"'\\\n${x}#{y}$z\u{202E}\u{0}";
    let literal = |language| match language {
        Language::Node => r#"'"\'\\\u{A}${x}#{y}$z\u{202E}\u{0}'"#,
        Language::Python | Language::Go | Language::CSharp => {
            r#""\"'\\\U0000000A${x}#{y}$z\U0000202E\U00000000""#
        }
        Language::Java => r#""\"'\\\012${x}#{y}$z\u202E\000""#,
        Language::Rust => r#""\"'\\\u{A}${x}#{y}$z\u{202E}\u{0}""#,
        Language::Php => r#""\"'\\\u{A}\${x}#{y}\$z\u{202E}\u{0}""#,
        Language::Ruby => r##""\"'\\\u{A}${x}\#{y}$z\u{202E}\u{0}""##,
    };
    for language in Language::ALL {
        let mut want = full("HS256", KeySource::Secret(SecretEncoding::Utf8));
        want.issuer = Some(hostile.to_owned());
        let code = snippet(language, &want).expect("code");
        assert!(code.contains(literal(language)), "{code}");
        assert!(!code.contains(['\u{202E}', '\0']));
    }
}

proptest! {
    #![proptest_config(cases(64))]

    /// Whatever a token says, it adds no line and no unescaped quote.
    #[test]
    fn a_value_adds_no_line(issuer: String) {
        let mut want = full("HS256", KeySource::Secret(SecretEncoding::Utf8));
        for language in Language::ALL {
            want.issuer = Some("x".to_owned());
            let plain = snippet(language, &want).expect("code").lines().count();
            want.issuer = Some(issuer.clone());
            let code = snippet(language, &want).expect("code");
            prop_assert_eq!(code.lines().count(), plain);
        }
    }
}
