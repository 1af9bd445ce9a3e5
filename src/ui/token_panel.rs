//! The token, as typed, its parts in their colours.

use super::buttons::{GO_ON, button};
use super::copy_button::CopyButton;
use super::examples::ExamplesMenu;
use super::paint::Look;
use super::ruler::Ruler;
use super::shown::shown;
use super::state::{Inspector, Shared};
use super::text_box::TextBox;
use super::{inspector, press};
use crate::jose::State;
use crate::node::{Node, el};
use crate::paint::{self, Painted, Piece};
use crate::ui::derived::Derived;
use crate::words::labels;
use leptos::prelude::*;
use zeroize::Zeroizing;

#[component]
pub fn TokenPanel() -> impl IntoView {
    let inspector = inspector();
    let text = Signal::derive(move || Zeroizing::new(inspector.token.get()));
    let look = Derived::new(move || {
        let broken = inspector
            .signature
            .with(|check| check.state() == State::Fail);
        let runs = inspector.token.with(|text| {
            let changes = inspector.differences.changes.get();
            inspector
                .source
                .with(|source| paint::token(text, source, changes.as_deref(), broken))
        });
        let painted = runs.map(|runs| Painted {
            pieces: runs.into_iter().map(Piece::Text).collect(),
            is_whole: true,
        });
        Shared::new(Look {
            painted,
            ..Look::default()
        })
    });
    view! {
        <section class="panel token">
            <header>
                <h2><label for="token">{labels::TOKEN}</label></h2>
                {shown("p", move || hint(inspector))}
                <div class="tools">
                    <ExamplesMenu/>
                    <CopyButton label=labels::COPY name=labels::COPY_TOKEN text=move |()| inspector.token.get_untracked()/>
                    <button on:click=press(move || inspector.clear_token())>{labels::CLEAR}</button>
                </div>
            </header>
            <TextBox
                id="token"
                text=text
                on_type=Callback::new(move |typed| inspector.type_token(typed))
                on_paste=Callback::new(move |text| inspector.paste_token(text))
                described_by="token-note"
                under=look
            />
            <Ruler/>
            {shown("p", move || taken(inspector))}
            {shown("p", move || look.with(|look| remark(look)))}
        </section>
    }
}

/// Where the token comes from, or what the marks in an edited one mean.
fn hint(inspector: Inspector) -> Node {
    let is_edited = inspector.differences.changes.with(Option::is_some);
    let original = inspector.original.get();
    let is_example = original.is_some_and(|original| original.example.is_some());
    let hint = match () {
        () if is_edited && is_example => labels::EXAMPLE_EDITED,
        () if is_edited => "",
        () if is_example => labels::EXAMPLE,
        () if inspector.from_link.get().token => labels::TOKEN_FROM_LINK,
        () => labels::TOKEN_HINT,
    };
    let mark = |name: &str, words: &str| el("span").set("data-mark", name).say(words);
    let legend = el("span")
        .set_if(!is_edited, "hidden")
        .with(mark("edited", labels::EDITED_CHARACTERS))
        .say(" ")
        .with(mark("moved", labels::MOVED_CHARACTERS));
    el("p")
        .class("hint")
        .set("id", "token-note")
        .say(hint)
        .with(legend)
}

/// What became of the last paste, and the way on.
fn taken(inspector: Inspector) -> Node {
    let taken = inspector.taken();
    let said = taken.as_ref().map_or("", |taken| &taken.said);
    let way_on = taken.as_ref().map_or("", |taken| taken.next.button());
    let way_on = button(GO_ON).set_if(taken.is_none(), "hidden").say(way_on);
    el("p")
        .class("taken")
        .with(el("span").set("role", "status").say(said))
        .with(way_on)
}

fn remark(look: &Look) -> Node {
    el("p")
        .class("note")
        .set_if(look.painted.is_some(), "hidden")
        .say(labels::TOO_LONG_TO_COLOUR)
}
