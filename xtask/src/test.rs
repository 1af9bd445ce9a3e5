//! `cargo xtask test`: everything that must hold, one step after the other, and one line of counts at the end.

use crate::counts::Counts;
use crate::steps::{STEPS, Step};
use anyhow::{Result, ensure};
use std::process::ExitCode;
use std::time::{Duration, Instant};

pub struct Options {
    /// The groups of steps to run; none means all.
    groups: Vec<String>,
    pub playwright: Vec<String>,
}

impl Options {
    pub fn parse(args: &[&str]) -> Result<Self> {
        let owned = |args: &[&str]| args.iter().map(|arg| (*arg).to_owned()).collect();
        let mut halves = args.splitn(2, |arg| *arg == "--");
        let groups = halves.next().unwrap_or_default();
        for group in groups {
            ensure!(
                STEPS.iter().any(|step| step.group == *group),
                "there are no tests called {group}, only lint, core, wasm, oracle, snippets and e2e"
            );
        }
        Ok(Self {
            groups: owned(groups),
            playwright: owned(halves.next().unwrap_or_default()),
        })
    }

    fn include(&self, step: &Step) -> bool {
        self.groups.is_empty() || self.groups.iter().any(|group| group == step.group)
    }
}

/// The last line it prints is for people and machines alike: `N passed, N failed`.
pub fn run(options: &Options) -> ExitCode {
    let steps = STEPS.iter().filter(|step| options.include(step));
    let results: Vec<(&Step, Counts, Duration)> = steps
        .map(|step| {
            println!("\n── {} ──", step.name);
            let start = Instant::now();
            let counts = (step.run)(options).unwrap_or_else(|error| {
                eprintln!("error: {error:#}");
                Counts::ONE_FAILED
            });
            (step, counts, start.elapsed())
        })
        .collect();
    println!();
    for (step, Counts { passed, failed }, time) in &results {
        let seconds = time.as_secs();
        println!(
            "{:16} {passed:6} passed {failed:4} failed {seconds:5} s",
            step.name
        );
    }
    let Counts { passed, failed } = results.iter().map(|(_, counts, _)| *counts).sum();
    println!("\n{passed} passed, {failed} failed");
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(args: &[&str]) -> Vec<&'static str> {
        let options = Options::parse(args).expect("options");
        let steps = STEPS.iter().filter(|step| options.include(step));
        steps.map(|step| step.name).collect()
    }

    #[test]
    fn runs_all_steps_or_those_named() {
        assert_eq!(chosen(&[]).len(), STEPS.len());
        assert_eq!(chosen(&["e2e", "wasm"]), ["core in wasm", "page"]);
        assert_eq!(chosen(&["e2e", "--", "--grep", "x"]), ["page"]);
    }

    #[test]
    fn knows_its_steps() {
        assert!(Options::parse(&["unit"]).is_err());
    }
}
