//! The browser of the end-to-end tests: one that is installed already.

use crate::process::Run;
use anyhow::{Context, Result, bail, ensure};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

const NAMES: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
];

const PLACES: [&str; 6] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
];

/// The path of a Chromium, Chrome or Edge.
pub fn path() -> Result<PathBuf> {
    if let Some(path) = env::var_os("CHROMIUM").map(PathBuf::from) {
        ensure!(
            path.is_file(),
            "CHROMIUM names {}, which does not exist",
            path.display()
        );
        return Ok(path);
    }
    if let Some(path) = find() {
        return Ok(path);
    }
    if !is_debian_root() {
        bail!(
            "no Chromium, Chrome or Edge found: install one, or name its path in the variable CHROMIUM"
        );
    }
    install()?;
    find().context(
        "apt-get installed chromium, but it is not in PATH: name its path in the variable CHROMIUM",
    )
}

fn find() -> Option<PathBuf> {
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    let in_path = NAMES.iter().flat_map(|name| {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        folders.iter().map(move |folder| folder.join(&file))
    });
    in_path
        .chain(PLACES.iter().map(PathBuf::from))
        .find(|path| path.is_file())
}

/// Where the package manager is known and may be used without asking for a password.
fn is_debian_root() -> bool {
    Path::new("/etc/debian_version").is_file()
        && Command::new("id")
            .arg("-u")
            .read()
            .is_ok_and(|id| id.trim() == "0")
}

fn install() -> Result<()> {
    eprintln!("Installing Chromium (apt-get), once per machine …");
    let apt = |args: &[&str]| {
        Command::new("apt-get")
            .args(args)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .run()
    };
    apt(&["update"])?;
    apt(&["install", "-y", "--no-install-recommends", "chromium"])
}
