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
        // Trunk ends a failed build with its own stack, which says nothing about the page.
        .env("RUST_LIB_BACKTRACE", "0");
    // Trunk 0.21 takes `true` only, where the convention is that any value will do.
    if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}
