//! The page: Leptos, and nothing of JOSE but what the core says.

mod browser;
mod checks;
mod copy_button;
mod findings;
mod key_panel;
mod part_panel;
mod state;
mod text_box;
mod time_panel;
mod token_panel;
mod top;
mod verdict_panel;

use crate::jose::edit::Editable;
use checks::Checks;
use findings::Findings;
use key_panel::KeyPanel;
use leptos::prelude::*;
use part_panel::PartPanel;
use state::Inspector;
use time_panel::TimePanel;
use token_panel::TokenPanel;
use top::TopBar;
use verdict_panel::VerdictPanel;

/// Puts the page into the document, and from then on forbids every request.
pub fn mount() {
    browser::show_crashes();
    let root = browser::root();
    mount_to(root, App).forget();
    browser::page_is_ready();
    browser::policy::forbid_requests();
}

#[component]
fn App() -> impl IntoView {
    let inspector = Inspector::new();
    inspector.follow_links();
    browser::every_second(move || inspector.tick());
    provide_context(inspector);
    provide_context(Checks::new(inspector));
    view! {
        <TopBar/>
        <main class="inspector">
            <VerdictPanel/>
            <div class="column">
                <TokenPanel/>
                <KeyPanel/>
                <TimePanel/>
            </div>
            <div class="column">
                <PartPanel part=Editable::Header/>
                <PartPanel part=Editable::Payload/>
                <Findings/>
            </div>
        </main>
    }
}

/// What every component works on.
fn inspector() -> Inspector {
    expect_context()
}
