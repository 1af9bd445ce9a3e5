//! What one takes along: a report, code that verifies such tokens, and how another token differs.

mod code;
mod comparison;
mod report;

use crate::words::labels;
use code::Code;
use comparison::Comparison;
use leptos::prelude::*;
use report::CopyReport;

#[component]
pub fn AlongPanel() -> impl IntoView {
    view! {
        <section class="panel along">
            <header>
                <h2>{labels::TAKE_ALONG}</h2>
            </header>
            <CopyReport/>
            <Code/>
            <Comparison/>
        </section>
    }
}
