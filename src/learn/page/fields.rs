//! What takes input on a stage, each kind in one way.

use super::blocks::paint;
use super::prose::said;
use super::truth;
use crate::learn::{Block, Button, MAX_LENGTH};
use crate::node::{Node, el};
use crate::paint::{Painted, Piece};
use crate::words::learn;

pub fn text_box(
    (name, label, hint): (&str, &str, &str),
    text: &str,
    painted: &Painted,
    part: &str,
) -> Node {
    let box_ = el("textarea")
        .set("id", name)
        .set("name", name)
        .set("rows", "1")
        .set("maxlength", &MAX_LENGTH.to_string())
        .set("spellcheck", "false")
        .set("autocomplete", "off")
        .set("autocapitalize", "off")
        .set("translate", "no")
        .set("value", text);
    let label = el("h3").with(el("label").set("for", name).say(label));
    let header = el("header")
        .with(label)
        .with(el("p").class("hint").say(hint));
    let runs = painted.pieces.iter().filter_map(|piece| match piece {
        Piece::Text(run) => Some(run),
        Piece::Note(_) => None,
    });
    el("section")
        .class(&["panel part ", part].concat())
        .with(header)
        .with(el("div").class("field").with(paint(runs)).with(box_))
}

pub fn button(button: &Button) -> Node {
    el("button")
        .set("type", "button")
        .set("name", button.name)
        .set("value", &button.value)
        .set_some("aria-pressed", button.is_pressed.map(truth))
        .say(&button.label)
}

pub fn radio(name: &str, value: &str, is_chosen: bool) -> Node {
    el("input")
        .set("type", "radio")
        .set("name", name)
        .set("value", value)
        .set("checked", truth(is_chosen))
}

pub fn range(block: &Block) -> Node {
    let Block::Range {
        name,
        label,
        min,
        max,
        value,
        shown,
    } = block
    else {
        return Node::default();
    };
    let input = el("input")
        .set("type", "range")
        .set("name", name)
        .set("min", &min.to_string())
        .set("max", &max.to_string())
        .set("value", &value.to_string())
        .set("aria-valuetext", shown);
    el("label")
        .class("range")
        .with(el("span").say(label))
        .with(input)
        .with(el("output").set("aria-hidden", "true").say(shown))
}

pub fn question(block: &Block) -> Node {
    let Block::Question {
        name,
        ask,
        answers,
        chosen,
        is_right,
        why,
    } = block
    else {
        return Node::default();
    };
    let options = answers.iter().enumerate().map(|(at, words)| {
        let input = radio(name, &at.to_string(), *chosen == Some(at));
        el("label").with(input).with(el("span").say(words))
    });
    let judged = match (chosen, is_right) {
        (None, _) => "",
        (_, true) => learn::RIGHT,
        (_, false) => learn::WRONG,
    };
    let answer = el("div")
        .class("why")
        .set("role", "status")
        .with(el("strong").say(judged))
        .with_all(said(why, &[]));
    el("fieldset")
        .class("panel question")
        .set("data-right", truth(*is_right))
        .with(el("legend").say(ask))
        .with_all(options)
        .with(answer)
}
