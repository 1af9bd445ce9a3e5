//! What a name means where it stands: by its vendor, by the registry, or by the standard's word on names nobody knows.

use super::table::{ENCRYPTED, HEADER, REGISTERED, Row, Table};
use super::vendor::Vendor;
use crate::jose::json::Document;
use crate::words::shortened;

/// The tables that hold for one part of a token, the one that goes before first.
#[derive(Clone, Copy)]
pub struct Names {
    vendor: Option<&'static Table>,
    registry: &'static Table,
    is_header: bool,
}

impl Names {
    /// Of the header of a JWE, if it is `encrypted`.
    pub fn of_header(encrypted: bool) -> Self {
        Self {
            vendor: encrypted.then_some(&ENCRYPTED),
            registry: &HEADER,
            is_header: true,
        }
    }

    pub fn of_payload(payload: &Document) -> Self {
        Self {
            vendor: Vendor::of(payload).map(|vendor| &vendor.names),
            registry: &REGISTERED,
            is_header: false,
        }
    }

    pub fn is_header(self) -> bool {
        self.is_header
    }

    /// What a member means, if that is known. `around` is the member it stands in, empty for an outermost one.
    pub fn find(self, around: &str, name: &str) -> Option<Row> {
        // Claims to be disclosed stand at every depth (RFC 9901 section 4.2).
        if around.is_empty() || matches!(name, "_sd" | "...") {
            return self.look_up(name);
        }
        let name = if around == "events" { last(name) } else { name };
        self.look_up(&format!("{around}.{name}"))
    }

    /// What a value means for a member, if that is known. Strings by what they say, anything else as it was written.
    pub fn value(self, name: &str, value: &str) -> Option<Row> {
        let name = if name == "scp" { "scope" } else { name };
        let name = format!("{name}={value}");
        let of_vendor = self.vendor.and_then(|table| table.exact(&name));
        of_vendor.or_else(|| self.registry.exact(&name))
    }

    fn look_up(self, name: &str) -> Option<Row> {
        let of_vendor = self.vendor.and_then(|table| table.find(name));
        let found = of_vendor.or_else(|| self.registry.find(name));
        // Keys, above all, are the same in a header as in a payload.
        found.or_else(|| REGISTERED.find(name).filter(|_| name.contains('.')))
    }

    /// What is said of an outermost member that nobody here knows, and where that is written.
    pub fn unknown(self, name: &str) -> (String, &'static str) {
        match (owner(name), self.is_header) {
            (Some(owner), false) => (owned(owner), "RFC 7519 §4.2"),
            (Some(owner), true) => (owned(owner), "RFC 7515 §4.2"),
            (None, false) => (
                "a private claim: only the issuer says what it means".to_owned(),
                "RFC 7519 §4.3",
            ),
            (None, true) => (
                "a private parameter: only the issuer says what it means".to_owned(),
                "RFC 7515 §4.3",
            ),
        }
    }
}

/// Where members are looked up that stand in one of this name, itself in `around`.
pub fn inside<'a>(around: &str, name: &'a str) -> &'a str {
    match (around, name) {
        ("events", _) => "event",
        // They hold claims like the outermost.
        ("submods", _) | ("verified_claims", "claims") | ("", "token_introspection") => "",
        ("resource_access", _) => "realm_access",
        ("_claim_sources", _) => "_claim_sources",
        (_, "epk" | "sub_jwk" | "keys") => "jwk",
        (_, "subject") => "sub_id",
        _ => name,
    }
}

/// What stands behind the last slash or colon of an address.
fn last(name: &str) -> &str {
    name.rsplit(['/', ':']).next().unwrap_or_default()
}

fn owned(owner: &str) -> String {
    let owner = shortened(owner);
    format!("a public name: whoever owns {owner} says what it means")
}

/// The domain or the URN that keeps a name from being anybody else's.
fn owner(name: &str) -> Option<&str> {
    if name.starts_with("urn:") {
        return Some(name);
    }
    let host = match name.split_once("://") {
        Some((_, rest)) => rest.split(['/', '?', '#']).next()?,
        None => name.split_once('/')?.0,
    };
    host.contains('.').then_some(host)
}
