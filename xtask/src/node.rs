//! Node and what npm installs: wasm-opt, Playwright, and an independent JWT library to test against.

use crate::process::Run;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const OLDEST: u32 = 20;

/// Makes sure that node_modules/ is what package-lock.json says.
pub fn modules() -> Result<()> {
    check_version()?;
    let root = crate::root();
    let lock =
        fs::read(root.join("package-lock.json")).context("package-lock.json cannot be read")?;
    // `npm ci` starts by removing node_modules/, and this copy with it: an interrupted one does not count.
    let installed = modules_folder().join(".installed-package-lock.json");
    if fs::read(&installed).is_ok_and(|copy| copy == lock) {
        return Ok(());
    }
    eprintln!("Installing node modules (npm ci) …");
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
        .args(["ci", "--no-audit", "--no-fund"])
        .current_dir(root)
        .run()
        .context("npm could not install what package-lock.json names")?;
    fs::write(installed, lock)?;
    Ok(())
}

pub fn modules_folder() -> PathBuf {
    crate::root().join("node_modules")
}

pub fn node() -> Command {
    let mut command = Command::new("node");
    command.current_dir(crate::root());
    command
}

pub fn check_version() -> Result<()> {
    let version = node()
        .arg("--version")
        .read()
        .with_context(|| format!("Node is missing: install version {OLDEST} or newer"))?;
    ensure!(
        major(&version).is_some_and(|major| major >= OLDEST),
        "Node {} is too old: install version {OLDEST} or newer",
        version.trim()
    );
    Ok(())
}

fn major(version: &str) -> Option<u32> {
    version
        .trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_node_says() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("nonsense"), None);
    }
}
