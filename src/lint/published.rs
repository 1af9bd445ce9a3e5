//! Secrets that documentation, samples and tutorials use, so that everybody knows them.

use crate::jose::base64url;
use zeroize::Zeroizing;

/// All of them, by their letters and digits alone, in lower case.
pub const PUBLISHED: &[&str] = &[
    "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7",
    "123456",
    "12345678",
    "123456789",
    "1234567890",
    "404e635266556a586e3272357538782f413f4428472b4b6250645367566b5970",
    "abc123",
    "abcdefghijklmnopqrstuvwxyz",
    "admin",
    "asecretkey",
    "astringsecretatleast256bitslong",
    "astringsecretatleast384bitslong",
    "astringsecretatleast512bitslong",
    "avalidstringsecretthatisatleast512bitslongwhichisverylong",
    "aym1sysppbydfgzld3umj1qzkobwvmkoqqestjqlrt1qs0gzh75aktmn3yj0ips4hcguutwjazzr9z9caow",
    "changeit",
    "changeme",
    "changethis",
    "default",
    "dev",
    "development",
    "example",
    "examplekey",
    "foobar",
    "helloworld",
    "hmacsecret",
    "hs256secret",
    "jwt",
    "jwtkey",
    "jwtsecret",
    "jwtsecretkey",
    "jwttokensecret",
    "key",
    "keyboardcat",
    "mykey",
    "myjwtsecret",
    "mypassword",
    "mysecret",
    "mysecretkey",
    "mysupersecret",
    "mysupersecretkey",
    "notasecret",
    "password",
    "password123",
    "qwerty",
    "qwertyuiopasdfghjklzxcvbnm123456",
    "replaceme",
    "s3cr3t",
    "secret",
    "secret123",
    "secretkey",
    "shhhhh",
    "shhhhhharedsecret",
    "sharedsecret",
    "signingkey",
    "supersecret",
    "supersecretjwttokenwithatleast32characterslong",
    "supersecretkey",
    "test",
    "test123",
    "testing",
    "testsecret",
    "thisisasecret",
    "thisismycustomsecretkeyforauthentication",
    "thisisusedtosignandverifyjwttokensreplaceitwithyourownsecretitcanbeanystring",
    "topsecret",
];

/// Whether a secret is a published one, whatever its case and punctuation, or one byte over and over.
pub fn is_published(secret: &[u8]) -> bool {
    let encoded = Zeroizing::new(base64url::encode(secret));
    let is_one_byte = secret.windows(2).all(|pair| pair[0] == pair[1]);
    is_one_byte || is_listed(secret) || is_listed(encoded.as_bytes()) || is_placeholder(secret)
}

fn is_listed(text: &[u8]) -> bool {
    PUBLISHED
        .iter()
        .any(|known| letters(text).eq(known.bytes()))
}

/// "your-256-bit-secret", "<your secret key here>".
fn is_placeholder(text: &[u8]) -> bool {
    let text = Zeroizing::new(letters(text).collect::<Vec<u8>>());
    let has = |word: &[u8]| text.windows(word.len()).any(|window| window == word);
    text.len() < 48 && text.starts_with(b"your") && (has(b"secret") || has(b"key"))
}

/// Letters and digits, in lower case. A text that holds other bytes than ASCII keeps them, and is none of ours.
fn letters(text: &[u8]) -> impl Iterator<Item = u8> {
    let kept = |byte: &&u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    text.iter().filter(kept).map(u8::to_ascii_lowercase)
}
