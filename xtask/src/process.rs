//! Running other programs.

use anyhow::{Context, Result, ensure};
use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};

pub trait Run {
    /// Runs to the end with its output on this terminal; a bad exit is an error.
    fn run(&mut self) -> Result<()>;
    /// Runs quietly and returns what it wrote to its standard output; a bad exit is an error.
    fn read(&mut self) -> Result<String>;
    /// Runs with its output on this terminal, and shows every line of standard output to `line` too.
    fn watch(&mut self, line: impl FnMut(&str)) -> Result<ExitStatus>;
}

impl Run for Command {
    fn run(&mut self) -> Result<()> {
        let status = self.status().with_context(|| cannot_start(self))?;
        ensure!(status.success(), "{} failed: {status}", shown(self));
        Ok(())
    }

    fn read(&mut self) -> Result<String> {
        let output = self.output().with_context(|| cannot_start(self))?;
        ensure!(
            output.status.success(),
            "{} failed: {}",
            shown(self),
            output.status
        );
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn watch(&mut self, mut line: impl FnMut(&str)) -> Result<ExitStatus> {
        let mut child = self
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| cannot_start(self))?;
        if let Some(stdout) = child.stdout.take() {
            let mut terminal = std::io::stdout();
            for bytes in BufReader::new(stdout).split(b'\n') {
                let bytes = bytes?;
                terminal.write_all(&bytes)?;
                terminal.write_all(b"\n")?;
                line(&String::from_utf8_lossy(&bytes));
            }
        }
        Ok(child.wait()?)
    }
}

/// Cargo, the same one that runs this program.
pub fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(crate::root());
    command
}

/// `PATH` with `first` in front of it.
pub fn path_with(first: impl IntoIterator<Item = PathBuf>) -> Result<OsString> {
    let inherited = env::var_os("PATH").unwrap_or_default();
    let all = first.into_iter().chain(env::split_paths(&inherited));
    env::join_paths(all).context("PATH cannot be extended")
}

fn cannot_start(command: &Command) -> String {
    format!(
        "{} cannot be started",
        command.get_program().to_string_lossy()
    )
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
