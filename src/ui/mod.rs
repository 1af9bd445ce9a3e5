//! The page: Leptos, and nothing of JOSE but what the core says.

mod along;
mod browser;
mod buttons;
mod checks;
mod chooser;
mod copy_button;
mod derived;
mod doctor;
mod examples;
mod explained;
mod facts;
mod findings;
mod kept;
mod key;
mod learn;
mod menu;
mod notice;
mod octets;
mod paint;
mod part;
mod part_panel;
mod ruler;
mod rules;
mod shown;
mod state;
mod text_box;
mod time_panel;
mod token_panel;
mod top;
mod verdict_panel;

use crate::jose::edit::Editable;
use crate::node::{Node, el};
use crate::words::labels;
use along::AlongPanel;
use checks::Checks;
use chooser::Chooser;
use findings::Findings;
use key::KeyPanel;
use learn::{Learn, Learning};
use leptos::ev::{Event, MouseEvent};
use leptos::prelude::*;
use notice::Notice;
use part_panel::PartPanel;
use shown::shown;
use state::Inspector;
use time_panel::TimePanel;
use token_panel::TokenPanel;
use top::TopBar;
use verdict_panel::VerdictPanel;

/// How long it is said that nothing was done, in milliseconds.
const LONG_MOMENT: i32 = 10_000;

/// Puts the page into the document, and from then on forbids every request.
pub fn mount() {
    browser::crash::show_all();
    let root = browser::root();
    mount_to(root, App).forget();
    browser::page_is_ready();
    browser::policy::forbid_requests();
}

#[component]
fn App() -> impl IntoView {
    let inspector = Inspector::new();
    inspector.begin();
    let notice = Notice::new();
    let learning = Learning::new(inspector, notice);
    learning.follow_address();
    browser::place::mark_document("data-embed", browser::place::is_embedded());
    browser::every_second(move || inspector.tick());
    browser::on_undo(
        move |redo| {
            if redo {
                inspector.redo()
            } else {
                inspector.undo()
            }
        },
        move || !learning.is_here(),
    );
    browser::pointer::on_caret(move |id, at| inspector.point_in_box(id, at));
    browser::pointer::on_place(move |name| inspector.point_at(name));
    buttons::listen(inspector);
    browser::pointer::on_show(move |name| inspector.show_place(&name));
    browser::paste::on_given(move |given| {
        // What is pasted anywhere is inspected, from a lesson too.
        if inspector.take_given(given) {
            learning.leave();
        } else {
            notice.say(labels::NOT_TAKEN, LONG_MOMENT);
        }
    });
    provide_context(inspector);
    provide_context(learning);
    provide_context(Checks::new(inspector));
    view! {
        <TopBar notice=notice/>
        <main class="inspector" hidden=if_so(move || learning.is_here())>
            {shown("div", move || note(inspector))}
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
            <AlongPanel/>
        </main>
        <Learn/>
        <Chooser/>
    }
}

/// What the maker of a link has to say: quoted, as the page does not say it.
fn note(inspector: Inspector) -> Node {
    inspector.from_link.with(|from| {
        let quoted = el("blockquote")
            .set("tabindex", "0")
            .set("aria-label", labels::NOTE_FROM_LINK)
            .say(&from.note);
        let close = buttons::button(buttons::CLOSE_NOTE).say(labels::CLOSE_NOTE);
        el("div")
            .class("teacher")
            .set_if(from.note.is_empty(), "hidden")
            .with(el("p").say(labels::NOTE_FROM_LINK))
            .with(quoted)
            .with(close)
    })
}

/// Words that follow from signals. One type for all of them: a view is compiled again for every closure of its
/// own, which is most of what a view weighs.
fn words_of(say: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(say)
}

/// What holds or does not, likewise.
fn if_so(holds: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(holds)
}

/// What a button does, likewise.
fn press(act: impl Fn() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| act())
}

/// What a choice or a field does with what it holds, likewise.
fn change(act: impl Fn(String) + 'static) -> Box<dyn FnMut(Event)> {
    Box::new(move |event| act(event_target_value(&event)))
}

/// What every component works on.
fn inspector() -> Inspector {
    expect_context()
}
