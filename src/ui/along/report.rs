//! A report for the clipboard, with the token's values or without.

use crate::report::{Clock, Report, json, markdown};
use crate::ui::checks::Checks;
use crate::ui::copy_button::CopyButton;
use crate::ui::inspector;
use crate::ui::kept::Kept;
use crate::ui::state::Inspector;
use crate::ui::top::dialog::Tick;
use crate::ui::words_of;
use crate::words::report as words;
use leptos::prelude::*;

#[component]
pub fn CopyReport() -> impl IntoView {
    let inspector = inspector();
    let checks = expect_context();
    let redacted = Kept::new(false);
    let text = move |write: fn(&Report) -> String| {
        Callback::new(move |()| report(inspector, checks, redacted.get_untracked(), write))
    };
    view! {
        <div class="choice">
            <CopyButton label=words::COPY_MARKDOWN text=text(markdown)/>
            <CopyButton label=words::COPY_JSON text=text(json)/>
            <Tick label=words_of(|| words::REDACT.to_owned()) on=redacted/>
        </div>
    }
}

fn report(
    inspector: Inspector,
    Checks(judged): Checks,
    redacted: bool,
    write: fn(&Report) -> String,
) -> String {
    let clock = match inspector.frozen_now.get_untracked() {
        None => Clock::Real,
        Some(_) => Clock::Set,
    };
    let verdict = inspector.verdict.get_untracked();
    let findings = inspector.findings.get_untracked();
    inspector.source.with_untracked(|source| {
        judged.with_untracked(|judged| {
            write(&Report {
                source,
                verdict: &verdict,
                headline: &judged.headline,
                findings: &findings,
                now: inspector.now.get_untracked(),
                clock,
                redacted,
            })
        })
    })
}
