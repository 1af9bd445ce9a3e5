//! The frame of the page: its name, what it asks for, sharing, colours and help.

pub mod dialog;
mod help;
mod requests;
mod share;
mod shortcuts;
mod theme;

use super::buttons::button;
use super::notice::Notice;
use super::shown::shown;
use super::{browser, words_of};
use crate::learn::Place;
use crate::node::{Node, el};
use crate::ui::kept::Kept;
use crate::ui::learn::Learning;
use crate::words::{labels, learn};
use help::Help;
use leptos::prelude::*;
use requests::Requests;
use share::{Share, Sharing};
use theme::Theme;

// The names of the bar's buttons.
const HELP: &str = "top-help";
const SHARE: &str = "top-share";
const THEME: &str = "top-theme";

#[component]
pub fn TopBar(notice: Notice) -> impl IntoView {
    let theme = Kept::new(Theme::shown());
    let single_keys = Kept::new(true);
    let sharing = Sharing::new();
    let requests = requests::count();
    let learning: Learning = expect_context();
    shortcuts::listen(single_keys, theme, sharing, notice);
    browser::stage::on_press(move |name, _| match name {
        HELP => browser::dialog::open(help::ID),
        SHARE => sharing.open(),
        THEME => go_on(theme),
        _ => {}
    });
    let bar = move || {
        let is_learning = learning.is_here();
        let actions = requests.with(|requests| actions(requests, theme.get(), is_learning));
        el("header")
            .class("top")
            .with(name())
            .with(places(is_learning))
            .with(actions)
    };
    view! {
        {shown("header", bar)}
        <p class="notice" role="status">{words_of(move || notice.words().to_owned())}</p>
        <Share sharing=sharing/>
        <Help single_keys=single_keys/>
    }
}

fn name() -> Node {
    let mark = el("span").class("mark").set("aria-hidden", "true");
    el("h1")
        .with(mark)
        .with(el("span").class("name").say(labels::NAME))
}

/// The inspector and the lessons.
fn places(is_learning: bool) -> Node {
    let link = |place: Place, label: &str, is_current: bool| {
        let current = if is_current { "page" } else { "false" };
        el("a")
            .set("href", &place.to_fragment())
            .set("aria-current", current)
            .say(label)
    };
    el("nav")
        .class("places")
        .set("aria-label", learn::PLACES)
        .with(link(Place::Inspector, learn::INSPECT, !is_learning))
        .with(link(Place::Contents, learn::LEARN, is_learning))
}

/// A lesson is shared by its address.
fn actions(requests: &Requests, theme: Theme, is_learning: bool) -> Node {
    let share = button(SHARE)
        .set_if(is_learning, "hidden")
        .set("aria-haspopup", "dialog")
        .say(labels::SHARE);
    let theme = el("span").class("more").say(&labels::theme(theme.name()));
    let help = button(HELP)
        .set("aria-haspopup", "dialog")
        .set("aria-label", labels::HELP)
        .say("?");
    el("div")
        .class("actions")
        .with(requests::pill(requests))
        .with(share)
        .with(button(THEME).class("theme").with(theme))
        .with(help)
}

fn go_on(theme: Kept<Theme>) {
    theme.update(|theme| *theme = theme.next());
    theme.get_untracked().show();
}
