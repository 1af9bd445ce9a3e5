//! How many requests there were since the page loaded.

use super::{HELP, browser};
use crate::node::{Node, el};
use crate::ui::buttons::button;
use crate::ui::kept::Kept;
use crate::words::labels;
use browser::requests::Told;

/// What the browser told so far.
#[derive(Clone, Default)]
pub struct Requests {
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

/// Counts from now on, for as long as the page lives.
pub fn count() -> Kept<Requests> {
    let requests = Kept::new(Requests::default());
    browser::requests::watch(move |told| requests.update(|requests| requests.take(told)));
    requests
}

/// How many there were; pressed, it tells more.
pub fn pill(requests: &Requests) -> Node {
    let (sent, blocked) = (requests.sent(), requests.blocked);
    let state = match (sent, blocked) {
        (0, 0) => "none",
        (0, _) => "blocked",
        _ => "sent",
    };
    let meaning = el("span")
        .class("more")
        .say(&labels::since_load(sent, blocked));
    button(HELP)
        .class("pill")
        .set("aria-haspopup", "dialog")
        .set("data-state", state)
        .with(el("span").say(&labels::requests(sent)))
        .with(meaning)
}
