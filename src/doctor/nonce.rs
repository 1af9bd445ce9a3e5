//! Tokens that Microsoft issues for Graph: what was signed has the hash of the header's `nonce` in its place.

use super::Finding;
use super::change::{Change, Explanation, Inputs};
use super::given::Given;
use super::trials::Trials;
use crate::jose::base64url;
use crate::jose::json::Value;
use sha2::{Digest, Sha256};

/// Graph itself, as an audience: by its application id, and by its address.
const GRAPH: [&str; 3] = [
    "00000003-0000-0000-c000-000000000000",
    "https://graph.microsoft.com",
    "https://graph.microsoft.com/",
];

/// The header with its `nonce` hashed.
pub fn hashed(given: &Given, trials: &mut Trials) -> Option<Finding> {
    let parts = given.parts()?;
    let header = given.jws()?.header.as_ref().ok()?;
    let nonce = header.get("nonce")?;
    let (text, span) = (header.document().text(), nonce.span());
    let hash = base64url::encode(&Sha256::digest(nonce.as_str()?.as_bytes()));
    let replaced = [&text[..span.start], "\"", &hash, "\"", &text[span.end..]].concat();
    let header = base64url::encode(replaced.as_bytes());
    let inputs = Inputs::token([&header, parts.payload, parts.signature].join("."));
    trials.cure(given, vec![Change::HashedNonce], inputs)
}

/// Tells a token for Graph by its `nonce`, `iss` and `aud`.
pub fn of_graph(given: &Given) -> Option<Explanation> {
    let jws = given.jws()?;
    jws.header.as_ref().ok()?.get("nonce")?;
    let claims = jws.payload.document()?.root();
    let is_text = |name: &str, fits: fn(&str) -> bool| {
        let text = claims.get(name).and_then(Value::as_str);
        text.is_some_and(|text| fits(&text))
    };
    let by_microsoft = is_text("iss", |iss| {
        iss.starts_with("https://sts.windows.net/")
            || iss.starts_with("https://login.microsoftonline.com/")
    });
    let for_graph = is_text("aud", |aud| GRAPH.contains(&aud));
    (by_microsoft && for_graph).then_some(Explanation::GraphNonce)
}
