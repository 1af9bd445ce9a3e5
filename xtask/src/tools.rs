//! Programs that cargo compiles. They are kept for the user, not for the checkout, so that they are compiled once.

use crate::process::{Run, cargo};
use anyhow::{Context, Result, ensure};
use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const TRUNK: &str = "0.21.14";

pub struct Tool {
    crate_name: &'static str,
    version: String,
    programs: &'static [&'static str],
    minutes: u8,
    /// Whether to build it with the versions its author locked.
    locked: bool,
}

/// The bundler.
pub fn trunk() -> Tool {
    Tool {
        crate_name: "trunk",
        version: TRUNK.to_owned(),
        programs: &["trunk"],
        minutes: 7,
        locked: true,
    }
}

/// Writes the JavaScript half of the page, and runs wasm tests. Its version must be that of the library.
pub fn wasm_bindgen() -> Result<Tool> {
    let lock = fs::read_to_string(crate::root().join("Cargo.lock"))
        .context("Cargo.lock cannot be read")?;
    let version = locked_version(&lock, "wasm-bindgen")
        .context("Cargo.lock does not name wasm-bindgen: run cargo update --workspace")?;
    Ok(Tool {
        crate_name: "wasm-bindgen-cli",
        version: version.to_owned(),
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        minutes: 3,
        // The lock file published with 0.2.130 names a version that crates.io does not have.
        locked: false,
    })
}

impl Tool {
    /// The folder of its programs; compiles them when they are not there.
    pub fn bin(&self) -> Result<PathBuf> {
        let folder = cache()?.join(format!("{}-{}", self.crate_name, self.version));
        let bin = folder.join("bin");
        if !self.works_in(&bin) {
            self.install_into(&folder)?;
            ensure!(
                self.works_in(&bin),
                "{} does not start: remove {} and try again",
                self.crate_name,
                folder.display()
            );
        }
        Ok(bin)
    }

    fn works_in(&self, bin: &std::path::Path) -> bool {
        self.programs.iter().all(|program| {
            let answer = Command::new(bin.join(program)).arg("--version").read();
            answer.is_ok_and(|text| text.split_whitespace().any(|word| word == self.version))
        })
    }

    fn install_into(&self, folder: &std::path::Path) -> Result<()> {
        let (name, version) = (self.crate_name, &self.version);
        let minutes = self.minutes;
        eprintln!(
            "Installing {name} {version} into {}: about {minutes} minutes, once per user …",
            folder.display()
        );
        fs::create_dir_all(folder)?;
        let mut install = cargo();
        install
            // Away from the checkout: its .cargo/config.toml is not for tools.
            .current_dir(folder)
            .args(["install", name, "--version", version, "--root"])
            .arg(folder);
        if self.locked {
            install.arg("--locked");
        }
        // What the caller set for the page must not reach the tool …
        for variable in [
            "CARGO_BUILD_RUSTFLAGS",
            "CARGO_BUILD_TARGET",
            "CARGO_BUILD_TARGET_DIR",
            "CARGO_ENCODED_RUSTFLAGS",
            "CARGO_TARGET_DIR",
            "RUSTFLAGS",
        ] {
            install.env_remove(variable);
        }
        // … and a tool that runs for seconds needs no optimizer that runs for minutes.
        install
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
            .env("CARGO_PROFILE_RELEASE_LTO", "false")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .run()
            .with_context(|| format!("{name} {version} could not be installed"))
    }
}

fn cache() -> Result<PathBuf> {
    let base = if cfg!(windows) {
        variable("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        home("Library/Caches")
    } else {
        variable("XDG_CACHE_HOME").or_else(|| home(".cache"))
    };
    let base = base.context("no folder for caches: set HOME (LOCALAPPDATA on Windows)")?;
    Ok(base.join("jwt-inspector").join("tools"))
}

fn home(below: &str) -> Option<PathBuf> {
    Some(variable("HOME")?.join(below))
}

fn variable(name: &str) -> Option<PathBuf> {
    env::var_os(name)
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_version_from_the_lock_file() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"2.1.0\"\n";
        assert_eq!(locked_version(lock, "a"), Some("2.1.0"));
        assert_eq!(locked_version(lock, "b"), None);
    }

    #[test]
    fn trunk_and_npm_mean_the_same_wasm_opt() {
        let read = |name| fs::read_to_string(crate::root().join(name)).expect(name);
        let package: serde_json::Value = serde_json::from_str(&read("package.json")).expect("JSON");
        let version = package["devDependencies"]["binaryen"]
            .as_str()
            .expect("a version");
        let major = version.split('.').next().unwrap_or_default();
        assert!(read("Trunk.toml").contains(&format!("wasm_opt = \"version_{major}\"")));
    }
}
