//! Python and what pip installs: the library that the snippets for Python are for.

use crate::process::Run;
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const REQUIREMENTS: &str = "tests/snippets/requirements.txt";

/// The Python of an environment of its own, with exactly the packages of the requirements in it.
pub fn environment() -> Result<PathBuf> {
    let root = crate::root();
    let wanted = fs::read(root.join(REQUIREMENTS)).context("the requirements cannot be read")?;
    let folder = root.join("target/python");
    let python = folder.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    // Written last: an interrupted installation does not count.
    let installed = folder.join("installed-requirements.txt");
    if python.exists() && fs::read(&installed).is_ok_and(|copy| copy == wanted) {
        return Ok(python);
    }
    eprintln!("Installing Python packages (pip) …");
    Command::new(if cfg!(windows) { "python" } else { "python3" })
        .args(["-m", "venv", "--clear"])
        .arg(&folder)
        .run()
        .context(
            "Python is missing: install python3 with its venv module, version 3.10 or newer",
        )?;
    Command::new(&python)
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ])
        .args([
            "--require-hashes",
            "--only-binary",
            ":all:",
            "--requirement",
        ])
        .arg(root.join(REQUIREMENTS))
        .run()
        .context("pip could not install what the requirements name")?;
    fs::write(installed, wanted)?;
    Ok(python)
}
