//! The help: what leaves the page, and which keys do what.

use super::dialog::{Dialog, Tick};
use crate::shortcut::Shortcut;
use crate::ui::kept::Kept;
use crate::words::help;
use leptos::prelude::*;

pub const ID: &str = "help";

#[component]
pub fn Help(single_keys: Kept<bool>) -> impl IntoView {
    view! {
        <Dialog id=ID title=help::TITLE>
            <div class="topics" inner_html=topics()></div>
            <h3>{help::SHORTCUTS}</h3>
            <Tick label=help::SINGLE_KEYS.to_owned() on=single_keys/>
            <ul class="shortcuts" inner_html=shortcuts()></ul>
        </Dialog>
    }
}

// Nothing in here ever changes, and all of it is our own: as text it is far lighter than as views.

fn topics() -> String {
    let mut html = String::new();
    for (title, points) in help::TOPICS {
        push(&mut html, &["<h3>", title, "</h3><ul>"]);
        for point in points {
            push(&mut html, &["<li>", point]);
        }
        html.push_str("</ul>");
    }
    html
}

fn shortcuts() -> String {
    let mut html = String::new();
    let mut row = |key, what| push(&mut html, &["<li><kbd>", key, "</kbd> ", what]);
    for (key, shortcut) in Shortcut::ALL {
        row(key, help::shortcut(shortcut));
    }
    for (keys, what) in help::ALWAYS {
        row(keys, what);
    }
    html
}

fn push(html: &mut String, pieces: &[&str]) {
    for piece in pieces {
        html.push_str(piece);
    }
}
