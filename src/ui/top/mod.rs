//! The frame of the page: its name, what it asks for, sharing, colours and help.

pub mod dialog;
mod help;
mod requests;
mod share;
mod shortcuts;
mod theme;

use super::notice::Notice;
use super::{browser, press, words_of};
use crate::learn::Place;
use crate::ui::kept::Kept;
use crate::ui::learn::Learning;
use crate::words::{labels, learn};
use help::Help;
use leptos::prelude::*;
use requests::RequestCount;
use share::{Share, Sharing};
use theme::{Theme, ThemeButton};

#[component]
pub fn TopBar(notice: Notice) -> impl IntoView {
    let theme = Kept::new(Theme::shown());
    let single_keys = Kept::new(true);
    let sharing = Sharing::new();
    shortcuts::listen(single_keys, theme, sharing, notice);
    view! {
        <header class="top">
            <h1>
                <span class="mark" aria-hidden="true"></span>
                <span class="name">{labels::NAME}</span>
            </h1>
            <Places/>
            <div class="actions">
                <RequestCount/>
                <button type="button" aria-haspopup="dialog" on:click=press(move || sharing.open())>
                    {labels::SHARE}
                </button>
                <ThemeButton theme=theme/>
                <button
                    type="button"
                    aria-haspopup="dialog"
                    aria-label=labels::HELP
                    on:click=press(|| browser::dialog::open(help::ID))
                >
                    "?"
                </button>
            </div>
        </header>
        <p class="notice" role="status">{words_of(move || notice.words().to_owned())}</p>
        <Share sharing=sharing/>
        <Help single_keys=single_keys/>
    }
}

/// The inspector and the lessons.
#[component]
fn Places() -> impl IntoView {
    let learning: Learning = expect_context();
    let link = |place: Place, label: &'static str, is_learn: bool| {
        let current = move || match learning.is_here() == is_learn {
            true => "page".to_owned(),
            false => "false".to_owned(),
        };
        view! { <a href=place.to_fragment() aria-current=words_of(current)>{label}</a> }
    };
    view! {
        <nav class="places" aria-label=learn::PLACES>
            {link(Place::Inspector, learn::INSPECT, false)} {link(Place::Contents, learn::LEARN, true)}
        </nav>
    }
}
