//! A simulation: who there is, what travels, and the player that counts its moments.

use super::{Page, press, truth};
use crate::learn::{Actor, Message};
use crate::node::{Node, el};
use crate::words::learn;

pub fn scene(label: &str, actors: &[Actor], message: Option<&Message>) -> Node {
    let cards = el("div")
        .class("actors")
        .with_all(actors.iter().map(actor))
        .with_all(message.map(travelling));
    super::blocks::panel("scene", label)
        .set("--actors", &actors.len().to_string())
        .with(cards)
}

fn actor(actor: &Actor) -> Node {
    let lines = actor.lines.iter().map(|line| el("li").say(line));
    el("div")
        .class("actor")
        .set("data-tone", actor.tone.name())
        .with(el("h4").say(&actor.name))
        .with(el("ul").with_all(lines))
}

fn travelling(message: &Message) -> Node {
    let (first, last) = (message.from.min(message.to), message.from.max(message.to));
    el("p")
        .class("message")
        .set(
            "data-way",
            if message.to < message.from {
                "back"
            } else {
                "on"
            },
        )
        .set("data-tone", message.tone.name())
        .set("--first", &(first + 1).to_string())
        .set("--last", &(last + 2).to_string())
        .with(el("span").say(&message.text))
}

/// The name of the input that counts the moments is that of every simulation. At an end, the buttons that lead no further
/// lead to where one is: a disabled one would lose the focus of whoever pressed it.
pub fn player(page: &Page, at: usize, last: usize) -> Node {
    let go = |to: Option<usize>, label: &str| {
        el("button")
            .set("type", "button")
            .set("name", crate::learn::MOMENT)
            .set("value", &to.unwrap_or(at).to_string())
            .set("aria-disabled", truth(to.is_none()))
            .say(label)
    };
    let own = |name: &str, label: &str| {
        el("button")
            .set("type", "button")
            .set("name", name)
            .say(label)
    };
    let play = if page.is_playing {
        learn::PAUSE
    } else {
        learn::PLAY
    };
    el("div")
        .class("player")
        .set("role", "group")
        .set("aria-label", learn::PLAYER)
        .with(go((at > 0).then_some(0), learn::RESET))
        .with(go(at.checked_sub(1), learn::ONE_BACK))
        .with(own(press::PLAY, play).class("play"))
        .with(go((at < last).then_some(at + 1), learn::ONE_ON))
        .with(own(press::SPEED, &learn::speed(page.speed)))
        .with(el("span").class("hint").say(&learn::moment_of(at, last)))
}
