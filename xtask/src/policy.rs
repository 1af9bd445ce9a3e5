//! The Content-Security-Policy of the page.
//!
//! index.html carries the policy with a placeholder for the hashes of its inline scripts, which only the built page
//! has. A page whose placeholder was never filled in does not start: browsers ignore a source they do not know.

use anyhow::{Context, Result, ensure};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use std::{env, fs};

const PLACEHOLDER: &str = "'hashes-of-inline-scripts'";

/// Called by Trunk, which says where the page is that it has just built.
pub fn seal_built_page() -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .context("TRUNK_STAGING_DIR is not set: this command is for Trunk's post_build hook")?;
    let page = PathBuf::from(folder).join("index.html");
    let html =
        fs::read_to_string(&page).with_context(|| format!("{} cannot be read", page.display()))?;
    fs::write(&page, seal(&html)?)?;
    Ok(())
}

fn seal(html: &str) -> Result<String> {
    ensure!(
        html.matches(PLACEHOLDER).count() == 1,
        "index.html must have {PLACEHOLDER} once, in the script-src of its Content-Security-Policy"
    );
    ensure!(
        html.find(PLACEHOLDER) < Some(first_resource(html)),
        "index.html must have its Content-Security-Policy before everything that is loaded or run"
    );
    let hashes: Vec<String> = inline_scripts(html).map(hash).collect();
    ensure!(
        !hashes.is_empty(),
        "the built page has no inline script: Trunk has changed how it starts the page"
    );
    Ok(html.replace(PLACEHOLDER, &hashes.join(" ")))
}

/// A policy in a `<meta>` holds only for what comes after it.
fn first_resource(html: &str) -> usize {
    ["<link", "<script", "<style"]
        .iter()
        .filter_map(|tag| html.find(tag))
        .min()
        .unwrap_or(html.len())
}

fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (text, _) = rest.split_once("</script")?;
        (!attributes.contains(" src=")).then_some(text)
    })
}

/// Browsers hash what the HTML parser gives them, and that has no carriage returns.
fn hash(script: &str) -> String {
    let script = script.replace("\r\n", "\n");
    let digest = Sha256::digest(script.as_bytes());
    format!("'sha256-{}'", BASE64_STANDARD.encode(digest))
}

#[cfg(test)]
mod tests {
    use super::*;

    const META: &str = "<meta content=\"script-src 'self' 'hashes-of-inline-scripts'\">";
    /// `printf 'let a = 1;\n' | openssl dgst -sha256 -binary | base64`
    const HASH: &str = "'sha256-3smTKsMnFX9i0OGCm4n/7GAEzudwCR3kiBveN8jVUAk='";

    fn message(html: &str) -> String {
        seal(html).expect_err("sealed").to_string()
    }

    #[test]
    fn fills_in_the_hash_of_each_inline_script() {
        let html = format!(
            "{META}<script type=\"module\">let a = 1;\n</script><script src=\"a.js\"></script><script>let a = 1;\r\n</script>"
        );
        let sealed = seal(&html).expect("sealed");
        assert!(sealed.starts_with(&format!(
            "<meta content=\"script-src 'self' {HASH} {HASH}\">"
        )));
    }

    #[test]
    fn refuses_a_page_without_placeholder() {
        assert!(message("<script>let a = 1;</script>").contains(PLACEHOLDER));
    }

    #[test]
    fn refuses_a_policy_that_comes_too_late() {
        let html = format!("<link rel=\"icon\">{META}<script>let a = 1;</script>");
        assert!(message(&html).contains("before"));
    }

    #[test]
    fn refuses_a_page_without_inline_script() {
        let html = format!("{META}<script src=\"a.js\"></script>");
        assert!(message(&html).contains("no inline script"));
    }
}
