//! Building the page into dist/.

use crate::process::{Run, path_with};
use crate::{node, rust, tools};
use anyhow::Result;
use std::env;
use std::path::PathBuf;
use std::process::Command;

pub fn dist() -> PathBuf {
    crate::root().join("dist")
}

/// The page as it is published, with its weight.
pub fn release() -> Result<()> {
    trunk()?.args(["build", "--release"]).run()?;
    node::node().arg("xtask/src/weigh.mjs").arg(dist()).run()
}

/// A page that is quick to build, for work on it.
pub fn quick() -> Result<()> {
    trunk()?.arg("build").run()
}

/// Builds again whenever a source changes, until it is stopped.
pub fn watch() -> Result<()> {
    trunk()?.arg("watch").run()
}

/// Trunk, with every tool it needs set up and first in its `PATH`: it downloads what it does not find there.
fn trunk() -> Result<Command> {
    rust::wasm_target()?;
    node::modules()?;
    let trunk = tools::trunk().bin()?;
    let wasm_bindgen = tools::wasm_bindgen()?.bin()?;
    let mut command = Command::new(trunk.join("trunk"));
    command
        .current_dir(crate::root())
        .env(
            "PATH",
            path_with([wasm_bindgen, node::modules_folder().join(".bin")])?,
        )
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // For wasm alone: flags for all would build this program again.
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            remapped_paths(),
        )
        // Trunk ends a failed build with its own stack, which says nothing about the page.
        .env("RUST_LIB_BACKTRACE", "0");
    // Trunk 0.21 takes `true` only, where the convention is that any value will do.
    if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}

/// Flags that keep the folders of whoever builds out of the page: panic messages name source files.
fn remapped_paths() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let folders = [
        (home, "cargo"),
        (Some(crate::root().to_owned()), "jwt-inspector"),
    ];
    let flags = folders.into_iter().filter_map(|(folder, name)| {
        let folder = folder?;
        // Flags are parted by spaces, so a folder with one cannot be named.
        let shown = folder.to_str().filter(|path| !path.contains(' '))?;
        Some(format!("--remap-path-prefix={shown}={name}"))
    });
    flags.collect::<Vec<_>>().join(" ")
}
