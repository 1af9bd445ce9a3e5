//! The clock: what now is, where it stands among the token's times, and how far clocks may differ.

use super::shown::shown;
use super::{browser, change, if_so, inspector, press, words_of};
use crate::axis::WHOLE;
use crate::axis::scene::{Clock, Scene};
use crate::node::{Node, el};
use crate::ui::derived::Derived;
use crate::words::{axis, labels};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

#[component]
pub fn TimePanel() -> impl IntoView {
    let inspector = inspector();
    let scene = Derived::new(move || {
        let clock = match inspector.frozen_now.get() {
            None => Clock::Real(inspector.now.get()),
            Some(now) if inspector.from_link.with(|from| from.clock) => Clock::ByLink(now),
            Some(now) => Clock::ByHand(now),
        };
        let (real_now, skew) = (inspector.real_now(), inspector.skew.get());
        inspector
            .source
            .with(|source| Scene::new(source, clock, real_now, skew))
    });
    let said = words_of(move || {
        scene.with(|scene| format!("{}\n{}", axis::clock(scene.clock), axis::remark(scene)))
    });
    view! {
        <section class="panel time">
            <header>
                <h2>{axis::TITLE}</h2>
                <ClockChoice/>
            </header>
            // A property, as the page's policy forbids the attribute.
            <div class="axis" prop:style=words_of(move || scene.with(places))>
                <div class="bar" aria-hidden="true"></div>
                {shown("ul", move || scene.with(marks))}
                <Now scene/>
            </div>
            <p class="note">{said}</p>
        </section>
    }
}

#[component]
fn ClockChoice() -> impl IntoView {
    let inspector = inspector();
    let options = labels::SKEWS.map(|(label, seconds)| {
        view! { <option value=seconds.to_string()>{label}</option> }
    });
    let back = press(move || {
        inspector.use_real_clock();
        // The button can no more be pressed; whoever did so by keyboard stays near.
        browser::focus("now");
    });
    view! {
        <p class="choice">
            <label for="skew">{labels::SKEW}</label>
            <select
                id="skew"
                prop:value=words_of(move || inspector.skew.get().to_string())
                on:change=change(move |seconds| inspector.choose_skew(seconds.parse().unwrap_or(0)))
            >
                {options}
            </select>
            <button disabled=if_so(move || inspector.frozen_now.with(Option::is_none)) on:click=back>
                {labels::REAL_CLOCK}
            </button>
        </p>
    }
}

/// Where everything stands on the axis, for the stylesheet: in per mille.
fn places(scene: &Scene) -> String {
    let (valid, tolerated) = (scene.valid(0), scene.valid(scene.skew));
    let mark = |index: usize| scene.marks.get(index).map_or(0, |mark| mark.at);
    let is_low = scene.marks.iter().any(|mark| mark.is_low);
    format!(
        "--now:{};--from:{};--to:{};--tolerated-from:{};--tolerated-to:{};\
         --first:{};--second:{};--third:{};--low:{}",
        scene.at(),
        valid.from,
        valid.to,
        tolerated.from,
        tolerated.to,
        mark(0),
        mark(1),
        mark(2),
        u32::from(is_low)
    )
}

/// The token's times: room for as many as there can be, so that none is made anew.
fn marks(scene: &Scene) -> Node {
    let row = |index: usize| {
        let mark = scene.marks.get(index);
        let label = mark.map(|mark| axis::mark_label(&scene.axis, mark));
        let said = mark.map(|mark| axis::mark_said(mark, scene.clock.now()));
        let label = el("span")
            .class("label")
            .set("aria-hidden", "true")
            .say(&label.unwrap_or_default());
        let said = el("span").class("aside").say(&said.unwrap_or_default());
        el("li")
            .set_if(mark.is_none(), "hidden")
            .with(label)
            .with(said)
    };
    el("ul")
        .class("marks")
        .set("aria-label", axis::MARKS)
        .with_all([0, 1, 2].map(row))
}

/// "Now", to be moved along the axis: in per mille, so that neither limits nor steps ever change.
#[component]
fn Now(scene: Derived<Scene>) -> impl IntoView {
    let inspector = inspector();
    let label =
        words_of(move || scene.with(|scene| axis::now_label(&scene.axis, scene.clock.now())));
    let drag = change(move |value| {
        if let Ok(per_mille) = value.parse() {
            let second = scene.get_untracked().axis.second_at(per_mille);
            inspector.set_clock(second as f64);
        }
    });
    // A per mille may be a second or a month: arrows move by round times, with Shift by a second.
    let press = move |event: KeyboardEvent| {
        let Scene { axis, clock, .. } = scene.get_untracked();
        let step = if event.shift_key() { 1 } else { axis.step };
        let by = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => step,
            "ArrowLeft" | "ArrowDown" => -step,
            _ => return,
        };
        event.prevent_default();
        inspector.set_clock(axis.moved(clock.now(), by) as f64);
    };
    view! {
        <b class="label now" aria-hidden="true">{label}</b>
        <input
            id="now"
            type="range"
            min="0"
            max=WHOLE.to_string()
            aria-label=labels::NOW
            aria-valuetext=words_of(move || scene.with(axis::value_text))
            prop:value=words_of(move || scene.with(Scene::at).to_string())
            on:input=drag
            on:keydown=press
        />
    }
}
