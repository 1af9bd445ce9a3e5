//! `cargo xtask …`: set up, build, serve and test the page.

mod bench;
mod browser;
mod bundle;
mod counts;
mod node;
mod policy;
mod process;
mod python;
mod rust;
mod serve;
mod server;
mod steps;
mod test;
mod tools;

use anyhow::{Result, bail};
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask serve [--open] [--watch] [--port N]   build the page and serve it on 127.0.0.1
cargo xtask build                                 build the page into dist/
cargo xtask test [lint|core|wasm|oracle|snippets|e2e …]
                 [-- …]                           run everything that must hold, or some of it;
                                                  what follows -- goes to Playwright
cargo xtask bench                                 measure the core, natively and in Chromium";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match run(&args) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[&str]) -> Result<ExitCode> {
    match args {
        ["serve", options @ ..] => serve::run(&serve::Options::parse(options)?)?,
        ["build"] => bundle::release()?,
        ["bench"] => bench::run()?,
        ["test", options @ ..] => return Ok(test::run(&test::Options::parse(options)?)),
        // Not for people: Trunk calls it at the end of every build (see Trunk.toml).
        ["seal"] => policy::seal_built_page()?,
        [] | ["help" | "-h" | "--help"] => println!("{USAGE}"),
        other => bail!("no such command: {}\n\n{USAGE}", other.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
}

/// The checkout this program was built from.
fn root() -> &'static Path {
    const XTASK: &str = env!("CARGO_MANIFEST_DIR");
    Path::new(XTASK).parent().unwrap_or(Path::new(XTASK))
}
