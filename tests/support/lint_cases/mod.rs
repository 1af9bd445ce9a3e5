//! For every rule, tokens that break it and tokens that keep it.

mod algorithms;
mod claims;
mod formats;
mod headers;
mod keys;
mod kinds;

use super::lint::Case;

/// Every rule but CLM14, which waits for the person's policy.
pub fn cases() -> Vec<Case> {
    let groups = [
        formats::formats(),
        algorithms::algorithms(),
        algorithms::signatures(),
        keys::secrets(),
        keys::keys(),
        headers::headers(),
        claims::times(),
        claims::others(),
        kinds::kinds(),
    ];
    groups.into_iter().flatten().collect()
}
