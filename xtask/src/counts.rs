//! How many tests passed and failed, as each runner says it.

use anyhow::{Context, Result};
use serde_json::Value;
use std::iter::Sum;
use std::ops::{Add, AddAssign};

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counts {
    pub passed: u64,
    pub failed: u64,
}

impl Counts {
    pub const ONE_PASSED: Self = Self {
        passed: 1,
        failed: 0,
    };
    pub const ONE_FAILED: Self = Self {
        passed: 0,
        failed: 1,
    };

    /// From `test result: ok. 3 passed; 0 failed; …`, which cargo's and wasm-bindgen's test runners both write.
    pub fn of_line(line: &str) -> Option<Self> {
        let (_, result) = line.split_once("test result: ")?;
        Some(Self {
            passed: number_before(result, " passed")?,
            failed: number_before(result, " failed")?,
        })
    }

    /// From the summary of Node's spec reporter: `ℹ pass 3`, `ℹ fail 0`.
    pub fn of_node_line(line: &str) -> Option<Self> {
        let (name, number) = line.strip_prefix("ℹ ")?.split_once(' ')?;
        let number = number.parse().ok()?;
        match name {
            "pass" => Some(Self {
                passed: number,
                failed: 0,
            }),
            "fail" => Some(Self {
                passed: 0,
                failed: number,
            }),
            _ => None,
        }
    }

    /// From the report of Playwright's json reporter.
    pub fn of_playwright(report: &str) -> Result<Self> {
        let report: Value = serde_json::from_str(report)?;
        let stat = |name: &str| {
            let stat = report["stats"][name].as_u64();
            stat.with_context(|| format!("Playwright's report has no stats.{name}"))
        };
        Ok(Self {
            passed: stat("expected")?,
            failed: stat("unexpected")? + stat("flaky")?,
        })
    }
}

impl Add for Counts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), Add::add)
    }
}

fn number_before(text: &str, word: &str) -> Option<u64> {
    let (before, _) = text.split_once(word)?;
    before.rsplit(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_cargos_line() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        let expected = Counts {
            passed: 12,
            failed: 3,
        };
        assert_eq!(Counts::of_line(line), Some(expected));
    }

    #[test]
    fn reads_wasm_bindgens_line() {
        let line =
            "test result: ok. 2 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.00s";
        let expected = Counts {
            passed: 2,
            failed: 0,
        };
        assert_eq!(Counts::of_line(line), Some(expected));
    }

    #[test]
    fn overlooks_other_lines() {
        assert_eq!(Counts::of_line("test a::b ... ok"), None);
        assert_eq!(Counts::of_line("test result: none"), None);
        assert_eq!(Counts::of_line("3 passed; 0 failed"), None);
    }

    #[test]
    fn reads_nodes_lines() {
        let lines = [
            "ℹ tests 3",
            "ℹ pass 2",
            "ℹ fail 1",
            "✔ pass 9",
            "ℹ duration_ms 5.1",
        ];
        let counts: Counts = lines.into_iter().filter_map(Counts::of_node_line).sum();
        assert_eq!(
            counts,
            Counts {
                passed: 2,
                failed: 1
            }
        );
    }

    #[test]
    fn reads_playwrights_report() {
        let report = r#"{"stats": {"expected": 5, "skipped": 1, "unexpected": 2, "flaky": 1}}"#;
        let expected = Counts {
            passed: 5,
            failed: 3,
        };
        assert_eq!(Counts::of_playwright(report).ok(), Some(expected));
        assert!(Counts::of_playwright(r#"{"stats": {}}"#).is_err());
        assert!(Counts::of_playwright("").is_err());
    }
}
