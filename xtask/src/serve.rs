//! `cargo xtask serve`: the page on this machine.

use crate::{bundle, server};
use anyhow::{Context, Result, bail};
use std::process::{Command, Stdio};
use std::thread;

const PORT: u16 = 8080;
/// How many ports to try when the first is taken.
const PORTS: u16 = 100;

#[derive(Debug, PartialEq)]
pub struct Options {
    open: bool,
    watch: bool,
    port: u16,
}

impl Options {
    pub fn parse(args: &[&str]) -> Result<Self> {
        let mut options = Self {
            open: false,
            watch: false,
            port: PORT,
        };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            match *arg {
                "--open" => options.open = true,
                "--watch" => options.watch = true,
                "--port" => {
                    let port = args.next().and_then(|port| port.parse().ok());
                    options.port = port.context("--port needs a number up to 65535")?;
                }
                other => bail!("serve has no option {other}, only --open, --watch and --port N"),
            }
        }
        Ok(options)
    }
}

pub fn run(options: &Options) -> Result<()> {
    if options.watch {
        bundle::quick()?;
    } else {
        bundle::release()?;
    }
    let ports = options.port..=options.port.saturating_add(PORTS);
    let url = server::start(bundle::dist(), "/", ports)?;
    println!("\nJWT Inspector is at {url} (Ctrl-C stops it)");
    if options.open {
        open(&url);
    }
    if options.watch {
        return bundle::watch();
    }
    loop {
        thread::park();
    }
}

/// A machine without a desktop is no reason to stop: the address has been printed.
fn open(url: &str) {
    let (program, args): (_, &[&str]) = if cfg!(windows) {
        ("cmd", &["/C", "start", "", url])
    } else if cfg!(target_os = "macos") {
        ("open", &[url])
    } else {
        ("xdg-open", &[url])
    };
    let started = Command::new(program)
        .args(args)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if started.is_err() {
        eprintln!("No browser could be opened ({program} is missing): open the address yourself");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_its_options() {
        let expected = Options {
            open: true,
            watch: false,
            port: 9000,
        };
        assert_eq!(
            Options::parse(&["--port", "9000", "--open"]).ok(),
            Some(expected)
        );
        assert!(Options::parse(&["--port"]).is_err());
        assert!(Options::parse(&["--port", "70000"]).is_err());
        assert!(Options::parse(&["--opne"]).is_err());
    }
}
