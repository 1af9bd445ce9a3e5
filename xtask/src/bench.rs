//! `cargo xtask bench`: the cases of benches/core.rs, natively and in Chromium, side by side.

use crate::process::{Run, cargo};
use crate::{browser, node, rust};
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::HashMap;
use std::path::PathBuf;

pub fn run() -> Result<()> {
    rust::wasm_target()?;
    node::modules()?;
    let browser = browser::path()?;
    eprintln!("Measuring natively …");
    let native = cargo().args(["bench", "--bench", "core"]).read()?;
    eprintln!("Measuring in the browser …");
    let in_browser = node::node()
        .arg("xtask/src/bench.mjs")
        .arg(wasm()?)
        .env("CHROMIUM", browser)
        .read()?;
    print(&times(&native), &times(&in_browser).into_iter().collect());
    Ok(())
}

/// Builds the cases as wasm, as optimised as the page, and says where they are.
fn wasm() -> Result<PathBuf> {
    let messages = cargo()
        .args([
            "build",
            "--release",
            "--bench",
            "core",
            "--target",
            rust::WASM,
        ])
        .args(["--message-format", "json"])
        .read()?;
    let mut built = messages.lines().rev().filter_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        let is_ours = message["target"]["kind"][0] == "bench";
        is_ours.then(|| message["filenames"][0].as_str().map(PathBuf::from))?
    });
    built.next().context("cargo named no wasm of the benchmark")
}

/// Names with their microseconds: a line each, parted by a tab.
fn times(output: &str) -> Vec<(String, f64)> {
    let pairs = output.lines().filter_map(|line| line.split_once('\t'));
    pairs
        .filter_map(|(name, time)| Some((name.to_owned(), time.trim().parse().ok()?)))
        .collect()
}

fn print(native: &[(String, f64)], in_browser: &HashMap<String, f64>) {
    println!(
        "{:28} {:>12} {:>12}",
        "medians, in µs", "native", "Chromium"
    );
    for (name, time) in native {
        let other = in_browser.get(name).copied().unwrap_or(f64::NAN);
        println!("{name:28} {time:12.1} {other:12.1}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_only_lines_with_a_time() {
        let output = "     Running benches/core.rs\nsign HS256\t1.5\nsomething\telse\n";
        assert_eq!(times(output), [("sign HS256".to_owned(), 1.5)]);
    }
}
