//! How many requests there were since the page loaded.

use super::{browser, help, press, words_of};
use crate::ui::kept::Kept;
use crate::words::labels;
use browser::requests::Told;
use leptos::prelude::*;

/// What the browser told so far.
#[derive(Clone, Default)]
struct Requests {
    /// The addresses of those that were made, or begun.
    made: Vec<String>,
    /// The addresses of those that the policy stopped, each once.
    stopped: Vec<String>,
    blocked: u32,
}

impl Requests {
    fn take(&mut self, told: Told) {
        match told {
            Told::Made(address) => self.made.push(address),
            Told::Blocked(address) => {
                self.blocked += 1;
                if !self.stopped.contains(&address) {
                    self.stopped.push(address);
                }
            }
        }
    }

    /// How many got past the policy. What is begun and what is stopped is told in no certain order.
    fn sent(&self) -> u32 {
        let mut sent = 0;
        for address in &self.made {
            sent += u32::from(!self.stopped.contains(address));
        }
        sent
    }
}

#[component]
pub fn RequestCount() -> impl IntoView {
    let requests = Kept::new(Requests::default());
    browser::requests::watch(move |told| requests.update(|requests| requests.take(told)));
    let number = words_of(move || labels::requests(requests.with(Requests::sent)));
    let meaning = words_of(move || {
        requests.with(|requests| labels::since_load(requests.sent(), requests.blocked))
    });
    let state = words_of(move || {
        let state = requests.with(|requests| match (requests.sent(), requests.blocked) {
            (0, 0) => "none",
            (0, _) => "blocked",
            _ => "sent",
        });
        state.to_owned()
    });
    view! {
        <button
            type="button"
            class="pill"
            aria-haspopup="dialog"
            data-state=state
            on:click=press(|| browser::dialog::open(help::ID))
        >
            <span>{number}</span>
            <span class="more">{meaning}</span>
        </button>
    }
}
