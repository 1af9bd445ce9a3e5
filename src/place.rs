//! What a link to the page asks for, and making one. Everything is in the fragment, which never reaches a server.

use crate::jose::json::Document;
use crate::jose::key::{Entry, Key};
use crate::jose::{Algorithm, KeyInput, SecretEncoding};
use crate::lint::{Policy, Profile};
use crate::paint::is_invisible;
use crate::panel::Panel;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::fmt;
use zeroize::Zeroizing;

/// What is written otherwise than it is: all but the unreserved characters of RFC 3986 section 2.3.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The longest note, in bytes.
pub const MAX_NOTE: usize = 2000;

/// What a link holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    pub token: Option<String>,
    /// The text of a public key.
    pub key: Option<String>,
    /// There was a key that may not come with a link; it was left unread.
    pub secret_refused: bool,
    /// It never comes with another key, read or unread.
    pub demo_secret: Option<DemoSecret>,
    /// What its maker has to say of the token, at most [`MAX_NOTE`] bytes. It never comes without a token.
    pub note: Option<String>,
    /// An explanation to open.
    pub panel: Option<Panel>,
    /// Seconds since 1970 at which time stands still.
    pub now: Option<f64>,
    /// The name of the required algorithm.
    pub algorithm: Option<String>,
    /// A required algorithm that is not supported here.
    pub unknown_algorithm: Option<String>,
    /// What is expected of the token, where it is not the default.
    pub policy: Option<Policy>,
}

/// A shared secret, in UTF-8, that the maker of a link marked as one that guards nothing. It may be none all the same:
/// `Debug` does not show it.
#[derive(Clone, PartialEq)]
pub struct DemoSecret(pub Zeroizing<String>);

impl fmt::Debug for DemoSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DemoSecret(redacted)")
    }
}

impl Link {
    /// Reads a fragment, with or without its `#`. `None` where it asks for nothing: empty, or a place
    /// (`#/…`).
    ///
    /// ```
    /// let link = jwt_inspector::place::Link::read("#token=a.b.c&now=1700000000").unwrap();
    /// assert_eq!(link.token.as_deref(), Some("a.b.c"));
    /// assert_eq!(link.now, Some(1_700_000_000.0));
    /// ```
    pub fn read(fragment: &str) -> Option<Self> {
        let text = fragment.strip_prefix('#').unwrap_or(fragment);
        if text.starts_with('/') {
            return None;
        }
        // Older links carry their parameters behind a name and a question mark.
        let parameters = match text.split_once('?') {
            Some((name, parameters)) if !name.contains('=') => parameters,
            _ => text,
        };
        let mut link = Self::default();
        for pair in parameters.split('&') {
            if let Some((name, value)) = pair.split_once('=') {
                link.take(name, &percent_decode_str(value).decode_utf8_lossy());
            }
        }
        if link.key.is_some() || link.secret_refused {
            link.demo_secret = None;
        }
        if link.token.is_none() {
            link.note = None;
        }
        (link != Self::default()).then_some(link)
    }

    /// Writes the fragment, without its `#`, that [`Link::read`] reads this of. A key that is not public is
    /// left out, and a demo secret that is none. Of `now`, whole seconds are written.
    ///
    /// ```
    /// # use jwt_inspector::place::Link;
    /// let token = Some("a.b.c".to_owned());
    /// let link = Link { token, now: Some(1_700_000_000.0), ..Link::default() };
    /// assert_eq!(link.to_fragment(), "token=a.b.c&now=1700000000");
    /// ```
    pub fn to_fragment(&self) -> String {
        let key = self.key.as_deref().filter(|key| is_public(key));
        let secret = self.demo_secret.as_ref().map(|secret| secret.0.as_str());
        let secret = secret.filter(|secret| key.is_none() && is_shared_secret(secret));
        let now = self.now.map(|now| (now as i64).to_string());
        let default = Policy::default();
        let policy = self.policy.as_ref().unwrap_or(&default);
        let lifetime = policy.max_lifetime.map(|seconds| seconds.to_string());
        let required = policy.required.join(" ");
        let pairs = [
            ("token", self.token.as_deref()),
            ("key", key),
            ("demo-secret", secret),
            ("note", self.note.as_deref()),
            ("open", self.panel.map(Panel::name)),
            ("alg", self.algorithm.as_deref()),
            ("now", now.as_deref()),
            ("kind", policy.profile.map(Profile::name)),
            ("lifetime", lifetime.as_deref()),
            (
                "require",
                Some(&*required).filter(|_| policy.required != default.required),
            ),
            ("iss", policy.issuer.as_deref()),
            ("aud", policy.audience.as_deref()),
        ];
        let mut fragment = String::new();
        for (name, value) in pairs {
            let Some(value) = value else { continue };
            if !fragment.is_empty() {
                fragment.push('&');
            }
            fragment.push_str(name);
            fragment.push('=');
            fragment.extend(utf8_percent_encode(value, ESCAPED));
        }
        // Programs that find links in a text take a dot at the end for the end of a sentence.
        if fragment.ends_with('.') {
            fragment.pop();
            fragment.push_str("%2E");
        }
        fragment
    }

    fn take(&mut self, name: &str, value: &str) {
        match name {
            "token" | "id_token" | "access_token" | "value" => self.token = Some(value.to_owned()),
            "key" | "publicKey" if is_public(value) => self.key = Some(value.to_owned()),
            "key" | "publicKey" if !value.is_empty() => self.secret_refused = true,
            "demo-secret" if is_shared_secret(value) => {
                self.demo_secret = Some(DemoSecret(Zeroizing::new(value.to_owned())))
            }
            "demo-secret" if !value.is_empty() => self.secret_refused = true,
            "note" => self.note = Some(plain(value)).filter(|note| !note.is_empty()),
            "open" => self.panel = Panel::from_name(value),
            "now" => self.now = time(value),
            "alg" => match Algorithm::from_name(value) {
                Some(_) => self.algorithm = Some(value.to_owned()),
                None => self.unknown_algorithm = Some(value.to_owned()),
            },
            "kind" => self.policy().profile = Profile::from_name(value),
            "lifetime" => self.policy().max_lifetime = value.parse().ok(),
            "require" => self.policy().require(value),
            "iss" => self.policy().issuer = Some(value.to_owned()),
            "aud" => self.policy().audience = Some(value.to_owned()),
            _ => {}
        }
    }

    fn policy(&mut self) -> &mut Policy {
        self.policy.get_or_insert_default()
    }
}

/// Whether a text is a shared secret, and no key of a pair.
pub fn is_shared_secret(text: &str) -> bool {
    let input = KeyInput::read(text, SecretEncoding::Utf8);
    matches!(input.single(), Some(Key::Secret(_)))
}

/// A note without what would let it pass for more than a text: no characters that cannot be seen or that turn the
/// direction, and no more than one empty line at a time.
fn plain(note: &str) -> String {
    let note = &note[..note.floor_char_boundary(MAX_NOTE)];
    let seen: String = note.chars().filter(|c| !is_invisible(*c)).collect();
    let mut lines: Vec<&str> = seen.trim().split('\n').map(str::trim).collect();
    lines.dedup_by(|line, before| line.is_empty() && before.is_empty());
    lines.join("\n")
}

/// A JSON number of seconds, as times are in a token.
fn time(text: &str) -> Option<f64> {
    let json = Document::parse(text.to_owned()).ok()?;
    json.root().as_f64().filter(|seconds| seconds.is_finite())
}

/// Whether a text holds public keys and nothing that is to be kept secret.
pub fn is_public(text: &str) -> bool {
    match KeyInput::read(text, SecretEncoding::Utf8) {
        KeyInput::Keys(ring) => {
            ring.left_out == 0 && !ring.entries.iter().any(Entry::may_be_private)
        }
        _ => false,
    }
}
