//! The token, as typed, its parts in their colours.

use super::copy_button::CopyButton;
use super::examples::ExamplesMenu;
use super::paint::Look;
use super::ruler::Ruler;
use super::state::Shared;
use super::text_box::TextBox;
use super::{if_so, inspector, press, words_of};
use crate::jose::State;
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
    let is_example = move || {
        let original = inspector.original.get();
        original.is_some_and(|original| original.example.is_some())
    };
    let hint = move || match () {
        // The legend stands there then.
        () if inspector.differences.changes.with(Option::is_some) => match is_example() {
            true => labels::EXAMPLE_EDITED,
            false => "",
        },
        () if is_example() => labels::EXAMPLE,
        () if inspector.from_link.get().token => labels::TOKEN_FROM_LINK,
        () => labels::TOKEN_HINT,
    };
    view! {
        <section class="panel token">
            <header>
                <h2><label for="token">{labels::TOKEN}</label></h2>
                <p class="hint" id="token-note">
                    {words_of(move || hint().to_owned())}
                    <Legend/>
                </p>
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
            <TakenNote/>
            <p class="note" hidden=if_so(move || look.with(|look| look.painted.is_some()))>
                {labels::TOO_LONG_TO_COLOUR}
            </p>
        </section>
    }
}

/// What the marks in an edited token mean.
#[component]
fn Legend() -> impl IntoView {
    let inspector = inspector();
    let is_as_it_came = move || inspector.differences.changes.with(Option::is_none);
    view! {
        <span hidden=if_so(is_as_it_came)>
            <span data-mark="edited">{labels::EDITED_CHARACTERS}</span> " "
            <span data-mark="moved">{labels::MOVED_CHARACTERS}</span>
        </span>
    }
}

/// What became of the last paste, and the way on.
#[component]
fn TakenNote() -> impl IntoView {
    let inspector = inspector();
    let said = move || {
        inspector
            .taken()
            .map_or_else(String::new, |taken| taken.said)
    };
    let button = move || inspector.taken().map_or("", |taken| taken.next.button());
    view! {
        <p class="taken">
            <span role="status">{words_of(said)}</span>
            <button
                type="button"
                hidden=if_so(move || inspector.taken().is_none())
                on:click=press(move || inspector.go_on_with_pasted())
            >
                {words_of(move || button().to_owned())}
            </button>
        </p>
    }
}
