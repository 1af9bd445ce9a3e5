//! Is it wise?

use super::{Said, count, labels};
use crate::jose::verdict::PolicyCheck;
use crate::lint::Profile;

pub const SETTINGS: &str = "What to expect";
pub const KIND: &str = "Kind of token";
pub const DEFAULT_LIFETIME: &str = "86400; of an access token 3600";
pub const LIFETIME: &str = "Longest lifetime, in seconds";
pub const REQUIRED: &str = "Claims it must have";
pub const ISSUER: &str = "Issuer";
pub const AUDIENCE: &str = "Audience";
/// Said of a link that holds the settings.
pub const IN_LINK: &str = "What you expect of the token.";

/// "By its looks: ID token".
pub fn by_looks(profile: Option<Profile>) -> String {
    match profile {
        Some(profile) => ["By its looks: ", labels::kind(profile)].concat(),
        None => "By its looks".to_owned(),
    }
}

/// What is said of the policy.
pub fn said(check: PolicyCheck) -> Said {
    match check {
        PolicyCheck::NotChecked => {
            Said::new("not checked", "No rule of good practice was applied.")
        }
        PolicyCheck::Nothing => Said::new("nothing to check", "There is no token to judge."),
        PolicyCheck::Checked {
            errors: 0,
            warnings: 0,
            ..
        } => Said::new("no objections", "It breaks no rule of the policy."),
        PolicyCheck::Checked {
            errors: 0,
            warnings,
            ..
        } => {
            let warnings = count(warnings, "warning", "warnings");
            Said::new(&*warnings, format!("The policy gives {warnings}."))
        }
        PolicyCheck::Checked {
            errors,
            warnings: 0,
            ..
        } => Said::new(
            [&count(errors, "rule", "rules"), " broken"].concat(),
            sentence(errors, "."),
        ),
        PolicyCheck::Checked {
            errors, warnings, ..
        } => {
            let warnings = count(warnings, "warning", "warnings");
            Said::new(
                [&count(errors, "rule", "rules"), " broken"].concat(),
                sentence(errors, &format!(", and there is reason for {warnings}.")),
            )
        }
    }
}

fn sentence(errors: usize, end: &str) -> String {
    let mut out = broken(errors);
    out[..1].make_ascii_uppercase();
    out + end
}

/// "two rules are broken".
pub fn broken(rules: usize) -> String {
    const NUMBERS: [&str; 9] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    let number = rules.checked_sub(1).and_then(|index| NUMBERS.get(index));
    match number {
        Some(&"one") => "one rule is broken".to_owned(),
        Some(number) => format!("{number} rules are broken"),
        None => format!("{rules} rules are broken"),
    }
}
