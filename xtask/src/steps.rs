//! The steps of `cargo xtask test`.

use crate::counts::Counts;
use crate::process::{Run, cargo};
use crate::test::Options;
use crate::{browser, bundle, node, python, rust, server, tools};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::process::{Command, ExitStatus};

/// The page is tested below a path, as most static hosts serve it.
const PREFIX: &str = "/app/";
/// Where playwright.config.mjs has it written.
const REPORT: &str = "target/e2e/report.json";

pub struct Step {
    pub name: &'static str,
    pub group: &'static str,
    pub run: fn(&Options) -> Result<Counts>,
}

pub const STEPS: [Step; 8] = [
    step("format", "lint", |_| format()),
    step("clippy", "lint", |_| clippy(&["--workspace"])),
    step("clippy for wasm", "lint", |_| {
        clippy(&["--package", "jwt-inspector", "--target", rust::WASM])
    }),
    step("core", "core", |_| core()),
    step("core in wasm", "wasm", |_| core_in_wasm()),
    step("oracle", "oracle", |_| oracle()),
    step("snippets", "snippets", |_| snippets()),
    step("page", "e2e", |options| page(&options.playwright)),
];

const fn step(
    name: &'static str,
    group: &'static str,
    run: fn(&Options) -> Result<Counts>,
) -> Step {
    Step { name, group, run }
}

fn format() -> Result<Counts> {
    rust::linters()?;
    check(cargo().args(["fmt", "--all", "--check"]))
}

fn clippy(what: &[&str]) -> Result<Counts> {
    rust::linters()?;
    rust::wasm_target()?;
    let mut clippy = cargo();
    clippy.arg("clippy").args(what);
    check(clippy.args(["--all-targets", "--", "--deny", "warnings"]))
}

fn core() -> Result<Counts> {
    count(
        cargo().args(["test", "--workspace", "--no-fail-fast"]),
        Counts::of_line,
    )
}

/// The same tests, compiled and run as the page runs: 32 bits, and another random source.
fn core_in_wasm() -> Result<Counts> {
    rust::wasm_target()?;
    node::check_version()?;
    let runner = tools::wasm_bindgen()?
        .bin()?
        .join("wasm-bindgen-test-runner");
    let mut test = cargo();
    test.args([
        "test",
        "--package",
        "jwt-inspector",
        "--target",
        rust::WASM,
        "--tests",
        "--no-fail-fast",
    ]);
    test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    count(&mut test, Counts::of_line)
}

/// What we sign is verified by libraries that are not ours.
fn oracle() -> Result<Counts> {
    node::modules()?;
    let mut test = node::node();
    test.args([
        "--test",
        "--test-reporter=spec",
        "tests/oracle/verify.test.mjs",
    ]);
    count(&mut test, Counts::of_node_line)
}

/// The code that the page hands out does what it says.
fn snippets() -> Result<Counts> {
    node::modules()?;
    let mut test = node::node();
    test.args([
        "--test",
        "--test-reporter=spec",
        "tests/snippets/run.test.mjs",
    ]);
    test.env("PYTHON", python::environment()?);
    count(&mut test, Counts::of_node_line)
}

fn page(playwright: &[String]) -> Result<Counts> {
    bundle::release()?;
    let browser = browser::path()?;
    let url = server::start(bundle::dist(), PREFIX, [0])?;
    let report = crate::root().join(REPORT);
    // An old report must not speak for a run that wrote none.
    if report.exists() {
        fs::remove_file(&report)?;
    }
    let status = node::node()
        .args([
            "node_modules/@playwright/test/cli.js",
            "test",
            "--forbid-only",
        ])
        .args(playwright)
        .env("BASE_URL", url)
        .env("CHROMIUM", browser)
        .status()?;
    let report = fs::read_to_string(&report).context("Playwright wrote no report")?;
    judge(Counts::of_playwright(&report)?, status)
}

/// A check that passes or fails as a whole.
fn check(command: &mut Command) -> Result<Counts> {
    command.run()?;
    Ok(Counts::ONE_PASSED)
}

/// Tests that are counted line by line.
fn count(command: &mut Command, of_line: fn(&str) -> Option<Counts>) -> Result<Counts> {
    let mut counts = Counts::default();
    let status = command.watch(|line| counts += of_line(line).unwrap_or_default())?;
    judge(counts, status)
}

/// What a runner counted, and how it ended: neither a crash nor silence may look like success.
fn judge(counts: Counts, status: ExitStatus) -> Result<Counts> {
    if !status.success() && counts.failed == 0 {
        return Ok(counts + Counts::ONE_FAILED);
    }
    ensure!(counts != Counts::default(), "no test ran");
    Ok(counts)
}
