//! What the Rust toolchain must have besides a compiler for the host.

use crate::process::{Run, cargo};
use anyhow::{Context, Result};
use std::env;
use std::path::Path;
use std::process::{Command, Stdio};

pub const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that the toolchain compiles to wasm.
pub fn wasm_target() -> Result<()> {
    if has_wasm_target()? {
        return Ok(());
    }
    eprintln!("Adding the target {WASM} to the Rust toolchain, once per toolchain …");
    rustup(&["target", "add", WASM]).with_context(|| {
        format!(
            "Rust lacks the target {WASM}: install it with your toolchain, or use https://rustup.rs"
        )
    })
}

/// Makes sure that `cargo fmt` and `cargo clippy` exist: a minimal toolchain has neither.
pub fn linters() -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let there = cargo()
            .args([subcommand, "--version"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        if there.is_ok_and(|status| status.success()) {
            continue;
        }
        eprintln!("Adding {component} to the Rust toolchain, once per toolchain …");
        rustup(&["component", "add", component]).with_context(|| {
            format!(
                "Rust lacks {component}: install it with your toolchain, or use https://rustup.rs"
            )
        })?;
    }
    Ok(())
}

/// Asks the compiler, not rustup: a distribution's toolchain may have the target without rustup.
fn has_wasm_target() -> Result<bool> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let libraries = Command::new(rustc)
        .args(["--print", "target-libdir", "--target", WASM])
        .read()?;
    Ok(Path::new(libraries.trim()).is_dir())
}

fn rustup(args: &[&str]) -> Result<()> {
    Command::new("rustup").args(args).run()
}
